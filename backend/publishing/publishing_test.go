package publishing_test

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/lease"
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
	return publishing.NewDispatcher(d.store, d.shop, d.clock, holder, slog.New(slog.DiscardHandler))
}

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

func TestPublishAllAndUndoAllLeaveTheShopAsItWas(t *testing.T) {
	for _, f := range galley.Fields() {
		d := newDesk(t, 12, f)
		before, was := d.snapshot(), map[galley.Target]galley.Value{}
		for pos := 1; pos <= d.counts().Total; pos++ {
			at := d.item(pos).Target()
			was[at] = d.shop.Value(f, at)
		}
		d.publish()
		c := d.counts()
		require.Equal(t, c.Total, c.Published, f)
		for pos := 1; pos <= c.Total; pos++ {
			it := d.item(pos)
			require.Equal(t, galley.Text(it.Content), d.shop.Value(f, it.Target()), f)
			local, err := d.store.Subject(bg, d.id, it.Listed())
			require.NoError(t, err)
			now, _ := local.Value(f)
			require.Equal(t, it.Content, now.Text, "the local copy follows")
		}
		require.Len(t, d.shop.Writes(), c.Total)

		d.undo()
		require.Equal(t, before, d.snapshot(), "byte for byte, null for null: %s", f)
		for at, value := range was {
			require.Equal(t, value, d.shop.Value(f, at), f)
		}
		c = d.counts()
		require.Zero(t, c.Published)
		require.Equal(t, c.Total, c.PendingReview)
		require.Equal(t, galley.PublishUndone, d.item(1).PublishState)

		d.publish() // and once more
		require.Equal(t, c.Total, d.counts().Published)
	}
}

func TestItemHistoryIsComplete(t *testing.T) {
	d := newDesk(t, 1, galley.FieldSEOTitle)
	d.publish()
	d.undo()
	pubs, err := d.store.PublicationsOf(bg, d.item(1).ID)
	require.NoError(t, err)
	require.Len(t, pubs, 2)
	null, text := galley.Null(), galley.Text(d.item(1).Content)
	require.Equal(t, &null, pubs[0].Before)
	require.Equal(t, &text, pubs[0].Live)
	require.Equal(t, "Ada", pubs[0].Person)
	require.Equal(t, "test model", pubs[0].Writer)
	require.Equal(t, galley.KindUndo, pubs[1].Kind)
	require.Equal(t, pubs[0].ID, pubs[1].Undoes)
	require.Equal(t, &text, pubs[1].Before)
	require.Equal(t, &null, pubs[1].Live)
}

func TestChangedShopTextIsNotOverwritten(t *testing.T) {
	d := newDesk(t, 3, galley.FieldDescription)
	theirs := galley.Text("<p>Changed by the client.</p>")
	d.shop.Put(galley.FieldDescription, d.item(2).Target(), theirs)
	d.publish()

	require.Equal(t, theirs, d.shop.Value(galley.FieldDescription, d.item(2).Target()))
	it := d.item(2)
	require.Equal(t, galley.PublishConflict, it.PublishState)
	require.Equal(t, &theirs, it.OnShop)
	require.Equal(t, galley.CodeShopChanged, it.Error.Code)
	require.Equal(t, 1, d.counts().Conflict)
	require.Equal(t, 2, d.counts().Published)

	d.publish() // all: a conflict stays out
	require.Equal(t, galley.PublishConflict, d.item(2).PublishState)
	d.publish(it.ID) // named: compared again, still not the same
	require.Equal(t, galley.PublishConflict, d.item(2).PublishState)

	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job, ItemIDs: []galley.ItemID{it.ID}, Overwrite: true})
	require.NoError(t, err)
	require.NoError(t, d.send())
	require.Equal(t, galley.Published, d.item(2).PublishState, "a person saw the text and chose")
	d.undo(it.ID)
	require.Equal(t, theirs, d.shop.Value(galley.FieldDescription, d.item(2).Target()))
}

func TestOverwriteReplacesOnlyTheTextThatWasSeen(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Theirs"))
	d.publish()
	newer := galley.Text("Theirs, newer")
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), newer)
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job, ItemIDs: []galley.ItemID{d.item(1).ID}, Overwrite: true})
	require.NoError(t, err)
	require.NoError(t, d.send())
	require.Equal(t, newer, d.shop.Value(galley.FieldTitle, d.item(1).Target()))
	require.Equal(t, &newer, d.item(1).OnShop)
}

func TestUndoLeavesLaterChanges(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	d.publish()
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Edited by the client"))
	d.undo()
	require.Equal(t, galley.Text("Edited by the client"), d.shop.Value(galley.FieldTitle, d.item(1).Target()))
	require.Equal(t, galley.Published, d.item(1).PublishState)
	require.Equal(t, galley.CodeShopChanged, d.item(1).Error.Code)
	require.Equal(t, galley.PublishUndone, d.item(2).PublishState)
}

func TestEditRightAfterPublishIsKept(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	theirs := galley.Text("Edited by the client")
	wrote := false
	d.shop.Fault = func(call string, at galley.Target) error {
		if call == "content" && wrote {
			d.shop.Put(galley.FieldTitle, at, theirs) // between the write and the reading back
		}
		wrote = wrote || call == "written"
		return nil
	}
	d.publish()
	require.Equal(t, galley.Published, d.item(1).PublishState)
	d.undo()
	require.Equal(t, theirs, d.shop.Value(galley.FieldTitle, d.item(1).Target()))
	require.Equal(t, galley.CodeShopChanged, d.item(1).Error.Code)
}

func TestTextAlreadyOnShopIsNotWritten(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text(d.item(1).Content))
	d.publish()
	require.Equal(t, galley.Published, d.item(1).PublishState)
	require.Empty(t, d.shop.Writes())
}

func TestSettlesLostAnswerByReading(t *testing.T) {
	for name, when := range map[string]string{"before it took effect": "write", "after it took effect": "written"} {
		d := newDesk(t, 1, galley.FieldTitle)
		var once sync.Once
		d.shop.Fault = func(call string, _ galley.Target) (err error) {
			if call == when {
				once.Do(func() { err = galley.NewError(galley.CodeOutcomeUnknown, messages.AsRecorded("The answer was lost.")) })
			}
			return err
		}
		d.publish()
		require.Equal(t, galley.Published, d.item(1).PublishState, name)
		require.Len(t, d.shop.Writes(), 1, name)
		d.undo()
		require.Equal(t, galley.Text("Lamp 0000"), d.shop.Value(galley.FieldTitle, d.item(1).Target()))
	}
}

func TestLateWriteCanBeUndone(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	looks := 0
	d.shop.Fault = func(call string, at galley.Target) error {
		switch call {
		case "write":
			return galley.NewError(galley.CodeOutcomeUnknown, messages.AsRecorded("The answer was lost."))
		case "content":
			if looks++; looks == 3 { // before, after, and before the next attempt
				d.shop.Put(galley.FieldTitle, at, galley.Text(d.item(1).Content))
			}
		}
		return nil
	}
	d.publish()
	require.Equal(t, galley.Published, d.item(1).PublishState)
	require.Equal(t, galley.ResultWritten, d.activity(galley.ActivityAll)[0].Result)
	d.shop.Fault = nil
	d.undo()
	require.Equal(t, galley.Text("Lamp 0000"), d.shop.Value(galley.FieldTitle, d.item(1).Target()))
}

func TestAlwaysLostAnswerFailsWithoutAnotherWrite(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	d.shop.Fault = func(call string, _ galley.Target) error {
		if call == "write" {
			return galley.NewError(galley.CodeOutcomeUnknown, messages.AsRecorded("The answer was lost."))
		}
		return nil
	}
	d.publish()
	require.Equal(t, galley.PublishFailed, d.item(1).PublishState)
	require.Equal(t, galley.CodeOutcomeUnknown, d.item(1).Error.Code)
	require.Equal(t, 1, d.counts().Failed)
}

func TestNextProcessSettlesKilledPublish(t *testing.T) {
	for name, c := range map[string]struct {
		wrote  bool
		theirs string
		want   galley.PublishState
		writes int
	}{
		"begun, not written":            {want: galley.Published, writes: 1},
		"written, not noted":            {wrote: true, want: galley.Published, writes: 0},
		"begun, and someone else wrote": {theirs: "Theirs", want: galley.PublishConflict, writes: 0},
	} {
		d := newDesk(t, 1, galley.FieldTitle)
		_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
		require.NoError(t, err)
		dead := galley.Lease{Name: "outbox:" + string(d.id), Holder: "dead"}
		_, err = d.store.TakeLease(bg, dead.Name, dead.Holder, lease.Term)
		require.NoError(t, err)
		waiting, err := d.store.Waiting(bg, d.id, 1)
		require.NoError(t, err)
		_, _, err = d.store.StartPublications(bg, []galley.PublicationStart{{Publication: waiting[0], Before: &galley.Value{Text: "Lamp 0000"}}}, dead)
		require.NoError(t, err)
		if c.wrote {
			d.shop.Put(galley.FieldTitle, waiting[0].Target(), waiting[0].After)
		}
		if c.theirs != "" {
			d.shop.Put(galley.FieldTitle, waiting[0].Target(), galley.Text(c.theirs))
		}
		require.NoError(t, d.store.DropLease(bg, dead.Name, dead.Holder)) // killed, and found dead

		require.NoError(t, d.send(), name)
		require.Equal(t, c.want, d.item(1).PublishState, name)
		require.Len(t, d.shop.Writes(), c.writes, name)
		if c.want == galley.Published {
			d.undo()
			require.Equal(t, galley.Text("Lamp 0000"), d.shop.Value(galley.FieldTitle, waiting[0].Target()), name)
		}
	}
}

func TestPublicationsStayQueuedWhileShopIsUnreachable(t *testing.T) {
	d := newDesk(t, 5, galley.FieldTitle)
	away := true
	d.shop.Fault = func(string, galley.Target) error {
		if away {
			return galley.NewError(galley.CodeOffline, messages.AsRecorded("The shop cannot be reached."))
		}
		return nil
	}
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	require.Equal(t, galley.CodeOffline, galley.CodeOf(d.send()))
	require.Equal(t, 5, d.counts().Waiting)
	shop, err := d.store.ShopOverview(bg, d.id)
	require.NoError(t, err)
	require.Equal(t, 5, shop.Waiting)
	require.Equal(t, galley.CodeOffline, shop.Halted.Code)

	n, err := d.Withdraw(bg, galley.WithdrawRequest{JobID: d.job})
	require.NoError(t, err)
	require.Equal(t, 5, n)
	require.Equal(t, galley.Unpublished, d.item(1).PublishState)

	_, _, err = d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	away = false
	require.NoError(t, d.send())
	require.Equal(t, 5, d.counts().Published)
	shop, err = d.store.ShopOverview(bg, d.id)
	require.NoError(t, err)
	require.Nil(t, shop.Halted)
}

func TestShopClosedMidwayKeepsPublicationsQueued(t *testing.T) {
	d := newDesk(t, 5, galley.FieldTitle)
	var writes int
	var counting sync.Mutex
	d.shop.Fault = func(call string, _ galley.Target) error {
		counting.Lock()
		defer counting.Unlock()
		if call != "write" {
			return nil
		}
		if writes++; writes > 2 {
			return galley.NewError(galley.CodeShopToken, messages.AsRecorded("The shop refused the token. Nothing was changed."))
		}
		return nil
	}
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	for range 4 { // however often it is tried
		require.Equal(t, galley.CodeShopToken, galley.CodeOf(d.send()))
	}
	require.Equal(t, 2, d.counts().Published)
	require.Equal(t, 3, d.counts().Waiting)
	n, err := d.Withdraw(bg, galley.WithdrawRequest{JobID: d.job})
	require.NoError(t, err)
	require.Equal(t, 3, n, "what was certainly not written can be withdrawn")
	require.Len(t, d.shop.Writes(), 2)
}

func TestRefusedTextFailsAloneAndCanBeRetried(t *testing.T) {
	d := newDesk(t, 3, galley.FieldTitle)
	bad := d.item(2).Target()
	refuse := true
	d.shop.Fault = func(call string, t galley.Target) error {
		if refuse && call == "write" && t == bad {
			return galley.NewError(galley.CodeShopRefused, messages.AsRecorded("Not published: title is too long."))
		}
		return nil
	}
	d.publish()
	require.Equal(t, 2, d.counts().Published)
	require.Equal(t, 1, d.counts().Failed)
	require.Equal(t, "Not published: title is too long.", d.item(2).Error.Message.String())

	refuse = false
	n, err := d.retryFailed(d.job, d.item(1).ID)
	require.NoError(t, err)
	require.Zero(t, n, "one that did not fail")
	n, err = d.retryFailed(d.job, d.item(2).ID)
	require.NoError(t, err)
	require.Equal(t, 1, n)
	require.NoError(t, d.send())
	require.Equal(t, 3, d.counts().Published)
	n, err = d.retryFailed(d.job)
	require.NoError(t, err)
	require.Zero(t, n)
}

func TestDeletedProductFailsAlone(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	d.shop.Remove(d.item(1).Product.ID)
	d.publish()
	require.Equal(t, galley.CodeShopMissing, d.item(1).Error.Code)
	require.Equal(t, galley.Published, d.item(2).PublishState)
}

func TestPublishRequestSelectsDrafts(t *testing.T) {
	d := newDesk(t, 6, galley.FieldTitle)
	_, err := d.store.Decide(bg, d.job, d.at(1), galley.DecisionRejected)
	require.NoError(t, err)
	_, err = d.store.Decide(bg, d.job, d.at(2, 3), galley.DecisionApproved)
	require.NoError(t, err)
	d.publish(d.item(4).ID)

	plan, err := d.Plan(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	require.NotEmpty(t, plan.Plan)
	require.Equal(t, galley.PublishPlan{
		Plan: plan.Plan, Shop: "Test shop", ShopKind: plan.ShopKind, Field: galley.FieldTitle, Count: 4, Replaces: 4, Left: galley.Left{Published: 1, Rejected: 1}, Changed: []galley.LeftOut{},
	}, plan)
	plan, err = d.Plan(bg, galley.PublishRequest{JobID: d.job, OnlyApproved: true})
	require.NoError(t, err)
	require.Equal(t, 2, plan.Count)
	require.Equal(t, galley.Left{Published: 1, Rejected: 1, Open: 2}, plan.Left)

	for _, bad := range []galley.PublishRequest{
		{JobID: d.job, ItemIDs: []galley.ItemID{"99/1"}},
		{JobID: d.job, ItemIDs: []galley.ItemID{galley.NewItemID(d.job, 77)}},
		{JobID: d.job, ItemIDs: []galley.ItemID{"nonsense"}},
		{JobID: d.job, ItemIDs: []galley.ItemID{d.item(4).ID}}, // on the shop already
		{JobID: "99"},
	} {
		_, _, err := d.PublishNow(bg, bad)
		require.Error(t, err, "%v", bad)
	}
	require.Zero(t, d.counts().Waiting)
}

func TestSecondJobForOnePlaceIsAConflict(t *testing.T) {
	d := newDesk(t, 4, galley.FieldTitle)
	second := d.written(galley.FieldTitle)
	for _, job := range []galley.JobID{d.job, second} {
		_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: job})
		require.NoError(t, err)
	}
	require.NoError(t, d.send())
	require.Equal(t, 4, d.counts().Published)
	d.job = second
	require.Equal(t, 4, d.counts().Conflict, "the first job's text is not overwritten unseen")
}

func TestTwoProcessesPublishNothingTwice(t *testing.T) {
	d := newDeskAt(t, galley.SystemClock{}, 40, galley.FieldTitle)
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	var both sync.WaitGroup
	for _, holder := range []string{"p1", "p2"} {
		both.Go(func() { require.NoError(t, d.dispatcher(holder).Wait(bg, d.job, nil)) })
	}
	both.Wait()
	require.Equal(t, 40, d.counts().Published)
	require.Len(t, d.shop.Writes(), 40)
}

func TestDetailsOfAFailureAreKeptWithoutSecrets(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	d.shop.Fault = func(call string, _ galley.Target) error {
		if call != "write" {
			return nil
		}
		return galley.WrapError(errors.New("HTTP 422: app shpat_0123456789 said title is too long"), galley.CodeShopRefused,
			messages.ShopRefusedField("title", "too long"))
	}
	d.publish()
	const said = "HTTP 422: app [secret] said title is too long"
	item := d.item(1)
	require.Equal(t, said, item.Error.Detail)
	publications, err := d.store.PublicationsOf(bg, item.ID)
	require.NoError(t, err)
	require.Equal(t, said, publications[0].Error.Detail)
	page, err := d.store.Activity(bg, galley.ActivityQuery{Filter: galley.ActivityFailed, Limit: 10})
	require.NoError(t, err)
	require.Equal(t, said, page.Entries[0].Error.Detail)
}
