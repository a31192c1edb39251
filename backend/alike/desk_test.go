package alike_test

import (
	"context"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/alike"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/jobs"
	"galley/backend/publishing"
	"galley/backend/review"
	"galley/backend/store/storetest"
)

var bg = context.Background()

// desk is a job of drafts, one for each of some products, and more products of
// the shop that are not in it.
type desk struct {
	*alike.Service
	t     *testing.T
	world *storetest.World
	job   galley.JobID
	clock *galleytest.Clock
}

func newDesk(t *testing.T, f galley.Field, products int, content func(pos int) string) *desk {
	clock := galleytest.NewClock()
	d := &desk{t: t, clock: clock, world: storetest.NewWorld(t, clock, products)}
	d.Service = alike.New(d.world.Store)
	d.job = d.write(f, galley.WriterOpenAI, content)
	return d
}

func (d *desk) write(f galley.Field, by galley.WriterKind, content func(pos int) string) galley.JobID {
	return d.world.Job(f, galley.WriterSpec{Kind: by, Model: "m"}, func(pos int, c galley.Claimed) galley.Outcome {
		return galley.Outcome{ID: c.ID, State: galley.ItemGenerated, Draft: &galley.Draft{
			Content: content(pos), Original: galley.Null(), Author: galley.AuthorModel, By: "m",
		}}
	})
}

func (d *desk) reviewing() *review.Service {
	return review.New(d.world.Store, d.world.Settings, d.clock)
}

func (d *desk) queue() *jobs.Service {
	return jobs.New(d.world.Store, d.world.Settings, drafter{}, d.clock)
}

func (d *desk) plan(req galley.PublishRequest) galley.PublishPlan {
	d.t.Helper()
	req.JobID = d.job
	plan, err := publishing.New(d.world.Store, d.world.Settings).Plan(bg, req)
	require.NoError(d.t, err)
	return plan
}

func (d *desk) find() galley.Alike {
	d.t.Helper()
	found, err := d.Find(bg, d.job)
	require.NoError(d.t, err)
	return found
}

func (d *desk) edit(pos int, content string) {
	d.t.Helper()
	_, err := d.reviewing().Edit(bg, galley.NewItemID(d.job, pos), 0, content)
	require.NoError(d.t, err)
}

func (d *desk) keep(groups ...string) {
	d.t.Helper()
	require.NoError(d.t, d.Keep(bg, d.job, groups, "Ada", time.UnixMilli(1000)))
}

func (d *desk) counts() galley.Job {
	d.t.Helper()
	job, err := d.world.Store.Job(bg, d.job)
	require.NoError(d.t, err)
	return job
}

// drafter writes nothing: it says what a draft would cost.
type drafter struct{}

func (drafter) Draft(context.Context, galley.Writer, galley.WriteRequest) (galley.Draft, galley.Usage, error) {
	return galley.Draft{}, galley.Usage{}, nil
}

func (drafter) EstimateTokens(galley.WriteRequest) (in, out, outMax int) { return 1000, 100, 200 }

func (drafter) Prompt(galley.WriteRequest) galley.Prompt { return galley.Prompt{} }

// told is a meta description unlike any other.
func told(pos int) string {
	words := []string{"heron", "maple", "quartz", "ember", "violet", "canyon", "meadow", "cobalt", "saffron", "thistle", "walnut", "zephyr", "lagoon", "pepper", "anchor"}
	text := "Number" + strconv.Itoa(pos)
	for i := range 14 {
		text += " " + words[(i*7+pos*3)%len(words)] + strconv.Itoa(i*pos)
	}
	return text
}

func known(pos int) string { return "Get to know " + told(pos) }

// sync reads the shop's products again.
func (d *desk) sync() {
	d.t.Helper()
	run, _, err := d.world.Store.BeginSync(bg, d.world.Shop.ID, storetest.SyncLease(d.t, d.world.Store, d.world.Shop.ID))
	require.NoError(d.t, err)
	page, err := d.world.Remote.Products(bg, "")
	require.NoError(d.t, err)
	require.NoError(d.t, d.world.Store.SavePage(bg, d.world.Shop.ID, run, page))
	_, err = d.world.Store.FinishSync(bg, d.world.Shop.ID, run)
	require.NoError(d.t, err)
}
