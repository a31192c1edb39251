package crashtest

import (
	"database/sql"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3" // to look into the data file from outside
	"github.com/stretchr/testify/require"

	domain "galley/backend/galley"
	"galley/backend/llm/llmtest"
	"galley/backend/store"
)

const (
	products  = 150
	leastHits = 4  // kills within each stretch of work, or the test shows nothing
	quickHits = 8  // kills that come soon, one after the other
	mostHits  = 25 // then it may come to its end
)

// stretch runs a command under kills until it has come to its end by itself.
func (g galley) stretch(what string, args ...string) {
	g.t.Helper()
	hits := 0
	for g.killed(moment(hits), args...) {
		hits++
	}
	g.t.Logf("%s: killed %d times", what, hits)
	require.GreaterOrEqual(g.t, hits, leastHits, "%s ended too soon for the test to show anything", what)
}

// moment is when the next kill falls: mostly while the process starts or does
// its first work, now and then later.
func moment(hits int) time.Duration {
	if hits >= mostHits {
		return time.Minute
	}
	span := 200
	if hits >= quickHits && hits%2 == 0 {
		span = 3000
	}
	return time.Duration(80+rand.IntN(span)) * time.Millisecond
}

func (g galley) job(id domain.JobID) domain.Job {
	g.t.Helper()
	var job domain.Job
	g.run(&job, "", "job", "show", string(id))
	return job
}

// file looks into the data file from outside.
func (g galley) file(query string) string {
	g.t.Helper()
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(g.home, store.FileName))
	require.NoError(g.t, err)
	defer func() { require.NoError(g.t, db.Close()) }()
	var answer string
	require.NoError(g.t, db.QueryRow(query).Scan(&answer), query)
	return answer
}

func (g galley) sound() {
	g.t.Helper()
	require.Equal(g.t, "ok", g.file("PRAGMA integrity_check"))
	require.Equal(g.t, "0", g.file("SELECT count(*) FROM pragma_foreign_key_check"))
}

func TestKillsLoseNothingAndDoNothingTwice(t *testing.T) {
	shop := openShop(t, products, 5*time.Millisecond)
	model := llmtest.Start(t, llmtest.Options{Latency: 20 * time.Millisecond})
	g := galley{t: t, home: t.TempDir()}
	before := shop.descriptions()

	g.run(nil, shop.demo.Token()+"\n", "shop", "add", "shopify", "crash", "--endpoint", shop.server.URL, "--token-stdin")
	var shops []domain.Shop
	g.run(&shops, "", "shop", "list")
	id := string(shops[0].ID)
	g.run(nil, "", "sync", id)
	for key, value := range map[string]string{
		"writer.kind": "openai", "writer.base_url": model.URL(), "writer.model": llmtest.Model,
		"writer.concurrency": "2", "writer.rpm": "0",
	} {
		g.run(nil, "", "settings", "set", key, value)
	}

	var job domain.Job
	g.run(&job, "", "job", "create", id, "--field", "description", "--all")
	g.stretch("writing", "work", "--until-idle")
	job = g.job(job.ID)
	require.Equal(t, domain.JobCompleted, job.State)
	require.Equal(t, products, job.Counts.Successful)
	require.Equal(t, "1 1 150", g.file("SELECT min(n) || ' ' || max(n) || ' ' || count(*) FROM (SELECT count(*) AS n FROM revisions GROUP BY item_row)"))
	require.Equal(t, before, shop.descriptions(), "writing touches no shop")
	g.sound()

	g.run(nil, "", "publish", string(job.ID))
	g.stretch("publishing", "work", "--until-idle")
	require.Equal(t, products, g.job(job.ID).Counts.Published)
	once(t, shop.takeWrites())
	drafts := map[string]string{}
	for _, p := range g.items(job.ID) {
		drafts[p.Product.ID] = p.Content
	}
	require.Equal(t, drafts, shop.descriptions())
	g.sound()

	g.run(nil, "", "undo", string(job.ID))
	g.stretch("undo", "work", "--until-idle")
	require.Zero(t, g.job(job.ID).Counts.Published)
	once(t, shop.takeWrites())
	require.Equal(t, before, shop.descriptions(), "byte for byte")
	g.sound()
}

func (g galley) items(id domain.JobID) []domain.Item {
	g.t.Helper()
	var doc struct {
		Items []domain.Item `json:"items"`
	}
	g.run(&doc, "", "job", "show", string(id), "--items")
	return doc.Items
}

func once(t *testing.T, writes map[string]int) {
	t.Helper()
	require.Len(t, writes, products)
	for what, n := range writes {
		require.Equal(t, 1, n, what)
	}
}

func TestAKilledSyncGoesOn(t *testing.T) {
	shop := openShop(t, 3000, 40*time.Millisecond)
	g := galley{t: t, home: t.TempDir()}
	g.run(nil, shop.demo.Token()+"\n", "shop", "add", "shopify", "crash", "--endpoint", shop.server.URL, "--token-stdin")
	var shops []domain.Shop
	g.run(&shops, "", "shop", "list")
	g.stretch("sync", "sync", string(shops[0].ID))
	g.run(&shops, "", "shop", "list")
	require.Equal(t, 3000, shops[0].ProductCount)
	g.sound()
}
