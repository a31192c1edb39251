package publishing_test

import (
	"context"
	"log/slog"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/publishing"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// desk is a home with a shop and a job of drafts, ready to be published.
type desk struct {
	*publishing.Service
	t     *testing.T
	world *storetest.World
	store *store.Store
	shop  *galleytest.Shop
	id    galley.ShopID
	job   galley.JobID
	clock galley.Clock
}

var bg = context.Background()

func newDesk(t *testing.T, products int, f galley.Field) *desk {
	return newDeskAt(t, galleytest.NewClock(), products, f)
}

func newDeskAt(t *testing.T, clock galley.Clock, products int, f galley.Field) *desk {
	w := storetest.NewWorld(t, clock, products)
	d := &desk{t: t, clock: clock, world: w, store: w.Store, shop: w.Remote, id: w.Shop.ID, Service: publishing.New(w.Store, w.Settings)}
	d.job = d.written(f)
	return d
}

// written makes a job and writes a draft for each item: "New FIELD of ITEM".
func (d *desk) written(f galley.Field) galley.JobID {
	d.t.Helper()
	cost := 0.0125
	return d.world.Drafted(f, func(id galley.ItemID) string {
		storetest.Book(d.t, d.store, id, &cost)
		return draft(f, id)
	})
}

func draft(f galley.Field, id galley.ItemID) string { return "New " + f.Label() + " of " + string(id) }

func (d *desk) dispatcher(holder string) *publishing.Dispatcher {
	return publishing.NewDispatcher(d.store, d.shop, d.clock, holder, quiet())
}

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

func (d *desk) send() error {
	_, err := d.dispatcher("p1").Dispatch(bg, d.id)
	return err
}

func (d *desk) publish(ids ...galley.ItemID) {
	d.t.Helper()
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job, ItemIDs: ids})
	require.NoError(d.t, err)
	require.NoError(d.t, d.send())
}

func (d *desk) undo(ids ...galley.ItemID) {
	d.t.Helper()
	_, _, err := d.UndoNow(bg, galley.UndoRequest{JobID: d.job, ItemIDs: ids})
	require.NoError(d.t, err)
	require.NoError(d.t, d.send())
}

func (d *desk) undoOne(id string) error {
	_, _, err := d.UndoNow(bg, galley.UndoRequest{PublicationID: id})
	return err
}

func (d *desk) undoEntries(numbers []int64) (galley.EntriesUndone, error) {
	plan, done, err := d.UndoNow(bg, galley.UndoRequest{Entries: numbers})
	ends := galley.EntriesUndone{Plan: plan.Plan, Queued: done.Entries}
	for _, l := range append(plan.Left, done.Left...) {
		ends.Left = append(ends.Left, galley.EntryLeft{Number: l.Entry, Product: l.Product, Reason: l.Reason})
	}
	return ends, err
}

// retryFailed retries the failed items named, or all, and returns their number.
func (d *desk) retryFailed(job galley.JobID, ids ...galley.ItemID) (int, error) {
	plan, err := d.PlanRetry(bg, galley.RetryRequest{JobID: job, ItemIDs: ids})
	if err != nil {
		return 0, err
	}
	done, err := d.Retry(bg, plan.Plan)
	return done.Count, err
}

// at names drafts at their current revisions.
func (d *desk) at(positions ...int) []galley.ItemAt {
	d.t.Helper()
	return d.world.At(d.job, positions...)
}

func (d *desk) item(pos int) galley.Item {
	d.t.Helper()
	return d.world.Item(d.job, pos)
}

func (d *desk) counts() galley.Counts {
	d.t.Helper()
	job, err := d.store.Job(bg, d.job)
	require.NoError(d.t, err)
	return job.Counts
}

// snapshot is everything on the shop.
func (d *desk) snapshot() []galley.Product {
	d.t.Helper()
	d.shop.PageSize = 1000
	page, err := d.shop.Products(bg, "")
	require.NoError(d.t, err)
	return page.Products
}
