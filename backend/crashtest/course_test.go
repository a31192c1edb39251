package crashtest

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/failpoint"
	domain "galley/backend/galley"
	"galley/backend/llm/llmtest"
)

const (
	products = 60 // of a course's shop
	items    = 32 // of its job
)

// torture is the least number of kills, from the environment of
// make torture.
const torture = "GALLEY_TORTURE_KILLS"

// atOnce is how many courses make torture runs at once: most of a course is
// waiting for writes of killed processes that may still be under way.
const atOnce = 4

// TestKillsLoseNothingAndDoNothingTwice kills the program again and again, at
// every point that has a name and at random times, through the whole of the
// main job. After each kill the data file is held against the shop; at the end
// of each stretch all that was to be done is done, once.
func TestKillsLoseNothingAndDoNothingTwice(t *testing.T) {
	t.Parallel()
	least, runs := 1, 1 // a course
	if text := os.Getenv(torture); text != "" {
		var err error
		least, err = strconv.Atoi(text)
		require.NoError(t, err, "%s is a number of kills", torture)
		runs = atOnce
	}
	deaths := &tally{points: map[failpoint.Point]int{}}
	begun := time.Now()
	t.Run("courses", func(t *testing.T) {
		for n := range runs {
			t.Run(strconv.Itoa(n), func(t *testing.T) {
				t.Parallel()
				for seed := n; ; seed += runs {
					t.Run(fmt.Sprint("seed=", seed), func(t *testing.T) { runCourse(t, uint64(seed), deaths) })
					if t.Failed() || deaths.enough(least) {
						return
					}
				}
			})
		}
	})
	deaths.report(t, time.Since(begun))
	for _, p := range failpoint.Points() {
		require.Positive(t, deaths.points[p], "nothing was killed at %s", p)
	}
}

// tally counts kills.
type tally struct {
	mu      sync.Mutex
	points  map[failpoint.Point]int // "" for random times
	kills   int
	courses int
}

func (y *tally) add(d death) {
	y.mu.Lock()
	defer y.mu.Unlock()
	y.points[d.at]++
	y.kills++
}

// enough: at least this many kills, and at least one at each point, if more
// courses can be expected to reach it.
func (y *tally) enough(least int) bool {
	y.mu.Lock()
	defer y.mu.Unlock()
	missed := slices.ContainsFunc(failpoint.Points(), func(p failpoint.Point) bool { return y.points[p] == 0 })
	return y.kills >= least && (!missed || y.kills >= least+200)
}

func (y *tally) report(t *testing.T, took time.Duration) {
	t.Helper()
	lines := []string{fmt.Sprintf("%d kills in %d courses, %.0f s; %d of them at random times", y.kills, y.courses, took.Seconds(), y.points[""])}
	for _, p := range failpoint.Points() {
		lines = append(lines, fmt.Sprintf("%6d at %s", y.points[p], p))
	}
	t.Log(strings.Join(lines, "\n"))
}

// course is one home and one shop, from the first sync to the last undo.
type course struct {
	galley
	shop   *shop
	before map[string]string // the shop's descriptions
	id     string
	job    domain.JobID
	model  *llmtest.Server // bills what it answers
	dice   *rand.Rand
	deaths *tally
	seen   progress
}

// progress never decreases across a kill.
type progress struct{ products, drafts, done int }

func runCourse(t *testing.T, seed uint64, deaths *tally) {
	c := &course{galley: galley{t: t, home: t.TempDir()}, shop: openShop(t, products, 2*time.Millisecond), dice: rand.New(rand.NewPCG(seed, 0)), deaths: deaths}
	c.before = c.shop.descriptions()
	c.id = c.connect(c.shop)
	c.chooseModel()
	c.sync()
	c.write()
	c.publish()
	c.undo()
	c.restore()
	c.remove()
	c.update()
	c.fileShop()
	c.batches()
	deaths.mu.Lock()
	deaths.courses++
	deaths.mu.Unlock()
}

func (c *course) chooseModel() {
	c.model = llmtest.Start(c.t, llmtest.Options{Latency: 30 * time.Millisecond})
	for key, value := range map[string]string{
		"writer.base_url": c.model.URL(), "writer.model": llmtest.Model, "writer.kind": "openai",
		"writer.concurrency": "2", "writer.rpm": "0",
		"prices": `[{"model":"` + llmtest.Model + `","input":1,"output":10}]`,
	} {
		c.run(nil, "", "settings", "set", key, value)
	}
}

func (c *course) sync() {
	c.stretch([]string{"sync", c.id}, c.some(2, failpoint.SyncRead, failpoint.SyncCursor, failpoint.WordsIndexed, failpoint.SyncSaved), []death{{at: failpoint.SyncAllRead, nth: 1}})
	l := c.look()
	defer l.close()
	require.Equal(c.t, c.before, l.texts("SELECT id, description_html FROM products"), "the local copy is the shop's")
}

func (c *course) write() {
	var job domain.Job
	c.run(&job, "", "job", "create", c.id, "--field", "description", "--all", "--sample", strconv.Itoa(items))
	c.job = job.ID
	c.stretch(work, c.some(2, failpoint.JobClaim, failpoint.JobClaimed, failpoint.Reserved, failpoint.Booking, failpoint.JobAnswered, failpoint.JobSaving, failpoint.JobSaved),
		[]death{{at: failpoint.JobWritten, nth: 1}, {at: failpoint.CopyWritten, nth: 1}, {at: failpoint.CopyKept, nth: 1}})
	c.rotate()
	got := c.show()
	require.Equal(c.t, domain.JobCompleted, got.State)
	require.Equal(c.t, items, got.Counts.Successful)
	require.Equal(c.t, c.before, c.shop.descriptions(), "writing touches no shop")
	require.Empty(c.t, c.shop.takeWrites())
	c.keepAlike()
}

// keepAlike keeps drafts that are too much alike, so that all are published.
func (c *course) keepAlike() {
	var found domain.Alike
	c.run(&found, "", "job", "alike", string(c.job))
	for _, g := range found.Groups {
		c.run(nil, "", "job", "alike", string(c.job), "--keep", g.ID)
	}
}

func (c *course) publish() {
	c.seen.done = 0
	c.stretch([]string{"publish", string(c.job)}, c.some(0, failpoint.DraftQueued), []death{{at: failpoint.PlanQueued, nth: 1}})
	c.deliver()
	require.Equal(c.t, items, c.show().Counts.Published)
	once(c.t, c.shop.takeWrites(), items)
	l := c.look()
	defer l.close()
	want := maps.Clone(c.before)
	maps.Copy(want, l.texts("SELECT place_id, content FROM items"))
	require.Equal(c.t, want, c.shop.descriptions(), "the drafts, and nothing else")
}

func (c *course) undo() {
	c.stretch([]string{"undo", string(c.job)}, c.some(0, failpoint.DraftQueued), []death{{at: failpoint.PlanQueued, nth: 1}})
	c.deliver()
	require.Zero(c.t, c.show().Counts.Published)
	once(c.t, c.shop.takeWrites(), items)
	require.Equal(c.t, c.before, c.shop.descriptions(), "byte for byte")
}

// deliver works the outbox under kills, until nothing is left in it. What was
// given up after three crashes is queued again.
func (c *course) deliver() {
	deaths := slices.Concat(
		[]death{{at: failpoint.SendStarted, nth: 1 + c.dice.IntN(3)}, {at: failpoint.LostRead, nth: 1}, {at: failpoint.WatchKept, nth: 1}},
		c.some(3, failpoint.ShopRead, failpoint.SendStarted, failpoint.SendWritten, failpoint.SendReadBack, failpoint.SendSettling, failpoint.SendSettled))
	c.stretch(work, deaths, nil)
	for c.givenUp() > 0 {
		if c.show().Counts.Failed > 0 {
			c.run(nil, "", "job", "retry", string(c.job))
		} else {
			c.run(nil, "", "undo", string(c.job))
		}
		c.end(work)
		c.compare()
	}
}

// givenUp counts the items whose last publication failed.
func (c *course) givenUp() int {
	l := c.look()
	defer l.close()
	return l.number(`SELECT count(*) FROM publications p WHERE state = 'failed' AND error_code = 'outcome_unknown'
		AND seq = (SELECT max(seq) FROM publications WHERE item_row = p.item_row)`)
}

var work = []string{"work", "--until-idle"}

// some are deaths at each of these points, in any order, and then as many at
// random times.
func (c *course) some(random int, points ...failpoint.Point) []death {
	var deaths []death
	for _, p := range points {
		deaths = append(deaths, death{at: p, nth: 1 + c.dice.IntN(2)})
	}
	c.dice.Shuffle(len(deaths), func(i, j int) { deaths[i], deaths[j] = deaths[j], deaths[i] })
	for range random {
		deaths = append(deaths, death{after: time.Duration(10+c.dice.IntN(200)) * time.Millisecond})
	}
	return deaths
}

// stretch runs a command that dies at these points one after the other, and
// then to its end. Those at the end of the work come last.
func (c *course) stretch(args []string, deaths, last []death) {
	c.t.Helper()
	for _, d := range slices.Concat(deaths, last) {
		if !c.dies(d, args...) {
			continue // it came to its end: the next one has less to do
		}
		c.deaths.add(d)
		c.compare()
	}
	c.end(args)
	c.compare()
}

// end runs a command to its end.
func (c *course) end(args []string) {
	c.t.Helper()
	e := c.try("", args...)
	require.Contains(c.t, []int{0, 4}, e.code, "%v: %s", args, e.err)
}

// compare compares the data file with the shop.
func (c *course) compare() {
	c.t.Helper()
	billed := c.model.Bill().Cost(1, 1, 10)
	l := c.look()
	defer l.close()
	l.sound()
	l.legal()
	l.paid(billed)
	on, way := l.texts(onShop), l.texts(underWay)
	for id, text := range c.shop.descriptions() {
		expected, known := on[id]
		if !known {
			expected = c.before[id]
		}
		if text != expected {
			require.Equal(c.t, way[id], text, "product %s has a text that no process sent", id)
		}
	}
	for what, n := range c.shop.seenWrites() {
		require.Equal(c.t, 1, n, "written twice: %s", what)
	}
	now := progress{
		products: l.number("SELECT count(*) FROM products"),
		drafts:   l.number("SELECT count(*) FROM items WHERE state = 'generated'"),
		done:     l.number("SELECT count(*) FROM publications WHERE state = 'published'"),
	}
	require.GreaterOrEqual(c.t, now.products, c.seen.products, "products were lost")
	require.GreaterOrEqual(c.t, now.drafts, c.seen.drafts, "drafts were lost")
	require.GreaterOrEqual(c.t, now.done, c.seen.done, "publications were lost")
	c.seen = now
}

func (c *course) show() domain.Job {
	c.t.Helper()
	var job domain.Job
	c.run(&job, "", "job", "show", string(c.job))
	return job
}

// once: each of n texts was written, and none a second time.
func once(t *testing.T, writes map[string]int, n int) {
	t.Helper()
	require.Len(t, writes, n)
	for what, n := range writes {
		require.Equal(t, 1, n, what)
	}
}
