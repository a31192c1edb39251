package publishing_test

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/store/storetest"
)

// activity is the shop's part of the ledger, newest first.
func (d *desk) activity(filter galley.ActivityFilter) []galley.Activity {
	d.t.Helper()
	page, err := d.store.Activity(bg, galley.ActivityQuery{ShopID: d.id, Filter: filter, Limit: galley.MaxPage})
	require.NoError(d.t, err)
	require.Len(d.t, page.Entries, page.Total)
	for _, entry := range page.Entries {
		if filter != galley.ActivityAll {
			require.Equal(d.t, string(filter), string(entry.Mark), "the filter shows the entries that have its mark")
		}
	}
	return page.Entries
}

func sha(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func TestLedgerEntryIsComplete(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	d.publish()
	it, now := d.item(1), d.clock.Now()
	entries := d.activity(galley.ActivityAll)
	require.Len(t, entries, 1)
	before, live, cost := galley.Text("Lamp 0000"), galley.Text(it.Content), 0.0125
	require.NotEmpty(t, entries[0].PublicationID)
	entries[0].PublicationID = ""
	require.Equal(t, galley.Activity{Mark: galley.MarkPublished, CanUndo: true, Entry: galley.Entry{
		Number: 1, At: now, DecidedAt: now, Kind: galley.KindPublish, Result: galley.ResultWritten,
		Shop:   galley.ShopRef{ID: d.id, Name: "Test shop", Domain: "test.myshopify.com"},
		ItemID: it.ID, Place: it.Place, Product: it.Product, Field: galley.FieldTitle,
		Before: &before, After: live, Live: &live, BeforeSHA256: sha("Lamp 0000"), AfterSHA256: sha(it.Content),
		Person: "Ada", WrittenBy: "test model", Model: "test model", PromptVersion: "test prompt", CostUSD: &cost,
		RequestID: galleytest.RequestID(1), Attempts: 1,
	}}, entries[0])
}

func TestEachEndOfAPublicationIsInTheLedger(t *testing.T) {
	d := newDesk(t, 4, galley.FieldSEOTitle)
	d.shop.Put(galley.FieldSEOTitle, d.item(1).Target(), galley.Text("Theirs"))
	d.shop.Put(galley.FieldSEOTitle, d.item(2).Target(), galley.Text(d.item(2).Content))
	d.shop.Remove(d.item(3).Product.ID)
	d.publish()
	d.undo(d.item(4).ID)

	byItem := map[galley.ItemID]galley.Activity{}
	for _, e := range d.activity(galley.ActivityAll) {
		byItem[e.ItemID] = e // the oldest last
	}
	conflict := byItem[d.item(1).ID]
	require.Equal(t, galley.ResultConflict, conflict.Result)
	require.Equal(t, &galley.Value{Text: "Theirs"}, conflict.Live)
	require.Equal(t, galley.CodeShopChanged, conflict.Error.Code)
	require.False(t, conflict.CanUndo)
	there := byItem[d.item(2).ID]
	require.Equal(t, galley.ResultAlreadyThere, there.Result)
	require.Empty(t, there.RequestID, "nothing was sent")
	gone := byItem[d.item(3).ID]
	require.Equal(t, galley.ResultFailed, gone.Result)
	require.Equal(t, galley.CodeShopMissing, gone.Error.Code)
	require.Equal(t, d.item(3).Product, gone.Product, "named by what it was called")
	written := byItem[d.item(4).ID]
	require.Equal(t, galley.ResultWritten, written.Result)
	require.Empty(t, written.BeforeSHA256, "the field was never set")
	require.True(t, written.Undone)
	require.False(t, written.CanUndo)

	require.Len(t, d.activity(galley.ActivityConflict), 1)
	require.Len(t, d.activity(galley.ActivityFailed), 1)
	require.Len(t, d.activity(galley.ActivityPublished), 2)
	undone := d.activity(galley.ActivityUndone)
	require.Len(t, undone, 1)
	require.Equal(t, written.Number, undone[0].Undoes)
	require.Zero(t, *undone[0].CostUSD, "the model writes nothing again")
	require.Equal(t, &galley.Value{Null: true}, undone[0].Live)
}

func TestLostAnswerIsRecordedAsWritten(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	d.shop.Fault = func(call string, _ galley.Target) error {
		if call == "written" {
			return galley.NewError(galley.CodeOutcomeUnknown, messages.AsRecorded("The answer was lost."))
		}
		return nil
	}
	d.publish()
	require.Equal(t, galley.ResultWritten, d.activity(galley.ActivityAll)[0].Result)
}

func TestLedgerIsKeptAfterShopIsRemoved(t *testing.T) {
	d := newDesk(t, 3, galley.FieldTitle)
	d.publish()
	before := d.activity(galley.ActivityAll)
	require.Equal(t, galley.CodeBusy, galley.CodeOf(d.store.RemoveShop(bg, d.id)), "its job is being worked")
	require.NoError(t, d.store.DropLease(bg, "job:1", "w"))
	require.NoError(t, d.store.RemoveShop(bg, d.id))
	after := d.activity(galley.ActivityAll)
	for i := range before {
		require.Equal(t, before[i].Entry, after[i].Entry)
		require.False(t, after[i].CanUndo, "there is no shop to put it back to")
	}
	id, err := d.store.ShopInLedger(bg, "TEST SHOP")
	require.NoError(t, err)
	require.Equal(t, d.id, id)
	done, err := d.undoEntries([]int64{after[0].Number, after[1].Number})
	require.NoError(t, err)
	require.Empty(t, done.Queued)
	require.Equal(t, galley.CodeNotFound, done.Left[0].Reason.Code)
}

func TestWithdrawnPublicationsAreNotInTheLedger(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	_, err = d.Withdraw(bg, galley.WithdrawRequest{JobID: d.job})
	require.NoError(t, err)
	require.NoError(t, d.send())
	require.Empty(t, d.activity(galley.ActivityAll))
}

func TestEditedDraftKeepsItsModel(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	it := d.item(1)
	require.NoError(t, d.store.ReplaceDraft(bg, it.ID, it.Revision, galley.Draft{
		Content: "By hand", Original: galley.Text(it.Original), Author: galley.AuthorPerson, By: "Bo",
	}))
	d.publish()
	e := d.activity(galley.ActivityAll)[0]
	require.Equal(t, []string{"Ada", "Bo", "test model", "test prompt"}, []string{e.Person, e.WrittenBy, e.Model, e.PromptVersion})

	it = d.item(1)
	d.undo()
	require.NoError(t, d.store.ReplaceDraft(bg, it.ID, it.Revision, galley.Draft{
		Content: "Once more", Original: galley.Text(it.Original), Author: galley.AuthorModel, By: "dear model", PromptVersion: "newer",
	}))
	storetest.Book(t, d.store, it.ID, nil)
	d.publish()
	e = d.activity(galley.ActivityAll)[0]
	require.Equal(t, []string{"Ada", "dear model", "dear model", "newer"}, []string{e.Person, e.WrittenBy, e.Model, e.PromptVersion})
	require.Nil(t, e.CostUSD, "a part of it has no price")
}

func TestUndoAfterMonthsRestoresSameBytes(t *testing.T) {
	clock := galleytest.NewClock()
	d := newDeskAt(t, clock, 6, galley.FieldDescription)
	before := d.snapshot()
	d.publish()
	published := d.activity(galley.ActivityAll)

	clock.Advance(200 * 24 * time.Hour)
	d.sync()
	d.shop.Put(galley.FieldDescription, d.item(1).Target(), galley.Text("<p>Edited by the client.</p>"))
	gone := d.item(2).Product
	d.shop.Remove(gone.ID)
	d.sync() // the second product is not in the local copy either

	numbers := make([]int64, len(published))
	for i, e := range published {
		numbers[i] = e.Number
	}
	done, err := d.undoEntries(numbers)
	require.NoError(t, err)
	require.Len(t, done.Queued, 6)
	require.NoError(t, d.send())

	after := map[string]galley.Product{}
	for _, p := range d.snapshot() {
		after[p.ID] = p
	}
	require.NotContains(t, after, gone.ID)
	require.Equal(t, "<p>Edited by the client.</p>", after[d.item(1).Product.ID].DescriptionHTML)
	for _, p := range before {
		if p.ID != gone.ID && p.ID != d.item(1).Product.ID {
			require.Equal(t, p, after[p.ID])
		}
	}
	conflict := d.activity(galley.ActivityConflict)
	require.Len(t, conflict, 1)
	require.Equal(t, d.item(1).Product, conflict[0].Product)
	require.Equal(t, "Left alone: the text on the shop was changed since it was published.", conflict[0].Error.Message.String())
	failed := d.activity(galley.ActivityFailed)
	require.Len(t, failed, 1)
	require.Equal(t, gone, failed[0].Product)
	require.Equal(t, "Not put back: the product or picture is gone from the shop.", failed[0].Error.Message.String())
}

// sync brings the local copy up to date, as the catalogue does.
func (d *desk) sync() {
	d.t.Helper()
	run, _, err := d.store.BeginSync(bg, d.id, storetest.SyncLease(d.t, d.store, d.id))
	require.NoError(d.t, err)
	all := d.snapshot()
	require.NoError(d.t, d.store.SavePage(bg, d.id, run, galley.ProductBatch{Products: all, Total: len(all)}))
	_, err = d.store.FinishSync(bg, d.id, run)
	require.NoError(d.t, err)
	d.syncCollections()
}

func (d *desk) syncCollections() {
	d.t.Helper()
	run, cursor, err := d.store.BeginCollectionSync(bg, d.id, storetest.SyncLease(d.t, d.store, d.id))
	require.NoError(d.t, err)
	for more := true; more; more = cursor != "" {
		page, err := d.shop.Collections(bg, cursor)
		require.NoError(d.t, err)
		page.ReadAt, cursor = d.clock.Now(), page.Next
		require.NoError(d.t, d.store.SaveCollections(bg, d.id, run, page))
	}
	_, err = d.store.FinishCollectionSync(bg, d.id, run)
	require.NoError(d.t, err)
}

func TestUndoCanBeUndone(t *testing.T) {
	for _, f := range galley.Fields() {
		d := newDesk(t, 2, f)
		before := d.snapshot()
		d.publish()
		published := d.snapshot()
		d.undo()
		for range 2 { // back and forth, any number of times
			require.Equal(t, before, d.snapshot(), f)
			require.Equal(t, galley.PublishUndone, d.item(1).PublishState)
			d.undoNewest(d.counts().Total)
			require.Equal(t, published, d.snapshot(), f)
			require.Equal(t, galley.Published, d.item(1).PublishState)
			require.Equal(t, d.counts().Total, d.counts().Published)
			d.undoNewest(d.counts().Total)
		}
		require.Equal(t, before, d.snapshot(), f)
	}
}

// undoNewest undoes the last n entries of the ledger.
func (d *desk) undoNewest(n int) {
	d.t.Helper()
	var numbers []int64
	for _, e := range d.activity(galley.ActivityAll)[:n] {
		require.True(d.t, e.CanUndo)
		numbers = append(numbers, e.Number)
	}
	done, err := d.undoEntries(numbers)
	require.NoError(d.t, err)
	require.Len(d.t, done.Queued, n, done.Left)
	require.NoError(d.t, d.send())
}

func TestJobCanBeUndoneAfterUndoOfItsUndo(t *testing.T) {
	d := newDesk(t, 3, galley.FieldTitle)
	before := d.snapshot()
	d.publish()
	d.undo()
	d.undoNewest(3)
	require.Equal(t, 3, d.counts().Published)
	d.undo()
	require.Equal(t, before, d.snapshot())
	require.Zero(t, d.counts().Published)
}

func TestUndoOfAnUndoLeavesNewDraftAlone(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	d.publish()
	was := d.item(1).Content
	d.undo()
	it := d.item(1)
	require.NoError(t, d.store.ReplaceDraft(bg, it.ID, it.Revision, galley.Draft{
		Content: "Newer draft", Original: galley.Text(it.Original), Author: galley.AuthorPerson, By: "Bo",
	}))
	d.undoNewest(1)
	require.Equal(t, galley.Text(was), d.shop.Value(galley.FieldTitle, it.Target()))
	require.Equal(t, galley.Unpublished, d.item(1).PublishState)
	require.Equal(t, "Newer draft", d.item(1).Content)
	d.publish()
	require.Equal(t, galley.PublishConflict, d.item(1).PublishState, "the text that came back was not seen when the draft was written")
}

func TestUndoOfUndoLeavesLaterChanges(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	d.publish()
	d.undo()
	theirs := galley.Text("Edited by the client")
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), theirs)
	d.undoNewest(1)
	require.Equal(t, theirs, d.shop.Value(galley.FieldTitle, d.item(1).Target()))
	require.Equal(t, galley.PublishUndone, d.item(1).PublishState)
	e := d.activity(galley.ActivityConflict)[0]
	require.Equal(t, "Left alone: the text on the shop was changed since it was put back.", e.Error.Message.String())
}

func TestUndoSelectionNamesEntriesThatCannotBeUndone(t *testing.T) {
	d := newDesk(t, 3, galley.FieldTitle)
	d.shop.Put(galley.FieldTitle, d.item(2).Target(), galley.Text("Theirs"))
	d.publish()
	d.undo(d.item(1).ID)
	_, _, err := d.UndoNow(bg, galley.UndoRequest{JobID: d.job, ItemIDs: []galley.ItemID{d.item(3).ID}})
	require.NoError(t, err) // waits

	done, err := d.undoEntries([]int64{1, 2, 3, 4, 99})
	require.NoError(t, err)
	require.Equal(t, []int64{4}, done.Queued, "the undo of the first item")
	codes := map[int64]galley.Code{}
	for _, left := range done.Left {
		codes[left.Number] = left.Reason.Code
	}
	require.Len(t, codes, 4)
	require.Equal(t, galley.CodeNotFound, codes[99])
	for n := int64(1); n <= 3; n++ {
		require.Equal(t, galley.CodeIllegalState, codes[n])
	}
	_, err = d.undoEntries([]int64{99})
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
	_, err = d.undoEntries([]int64{4})
	require.Equal(t, galley.CodeIllegalState, galley.CodeOf(err), "it is on its way")
}

func TestPlaceWithQueuedTextIsNotUndone(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	d.publish()
	plan, err := d.PlanUndo(bg, galley.UndoRequest{JobID: d.job})
	require.NoError(t, err)
	require.Equal(t, 2, plan.Count)
	first := d.item(1)
	_, err = d.SaveNow(bg, d.id, first.Product.Handle, []galley.TextEdit{
		{Field: galley.FieldTitle, Expected: galley.Text(first.Content), Value: galley.Text("A third title")},
	})
	require.NoError(t, err) // waits

	entries := d.activity(galley.ActivityAll) // several are sent at once: either may be the first
	blocked := slices.IndexFunc(entries, func(e galley.Activity) bool { return e.ItemID == first.ID })
	_, err = d.undoEntries([]int64{entries[blocked].Number})
	require.Equal(t, galley.CodeBusy, galley.CodeOf(err))
	done, err := d.undoEntries([]int64{1, 2})
	require.NoError(t, err)
	require.Equal(t, []int64{entries[1-blocked].Number}, done.Queued)
	require.Len(t, done.Left, 1)
	require.Equal(t, galley.CodeBusy, done.Left[0].Reason.Code)
	require.NoError(t, d.send())
	require.Equal(t, "A third title", d.product(first.Product.Handle).Title)
}

func TestDraftWhoseUndoIsBeingUndoneCannotBePublished(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	d.publish()
	d.undo()
	_, err := d.undoEntries([]int64{2})
	require.NoError(t, err)
	plan, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	require.Zero(t, plan.Count)
	require.NoError(t, d.send())
	require.Equal(t, galley.Published, d.item(1).PublishState)
	require.Len(t, d.shop.Writes(), 3)
}
