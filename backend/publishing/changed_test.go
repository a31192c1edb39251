package publishing_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

func TestSyncMarksPublishedTextsThatWereChangedSince(t *testing.T) {
	for _, f := range galley.Fields() {
		t.Run(string(f), func(t *testing.T) {
			d := newDesk(t, 3, f)
			d.publish()
			d.sync()
			total := d.counts().Published
			require.Zero(t, d.counts().Changed)

			it := d.item(2)
			d.shop.Put(f, it.Target(), galley.Text("Text of the client"))
			seen := d.clock.Now()
			d.sync()
			it = d.item(2)
			require.Equal(t, galley.SinceChanged, it.Since)
			require.Equal(t, galley.Text("Text of the client"), it.Changed.OnShop)
			require.Equal(t, galley.Text(it.Content), it.Changed.Published)
			require.Equal(t, seen, it.Changed.SeenAt)
			require.Equal(t, "Ada", it.Changed.Person)
			require.Equal(t, 1, d.counts().Changed)
			require.Equal(t, total-1, d.counts().Published)
			require.Equal(t, total, d.counts().Successful)
			require.Equal(t, []galley.ItemID{it.ID}, d.filtered(galley.FilterChanged))
			require.NotContains(t, d.filtered(galley.FilterPublished), it.ID)

			d.shop.Put(f, it.Target(), galley.Text(it.Content))
			d.sync()
			require.Nil(t, d.item(2).Changed)
			require.Zero(t, d.counts().Changed)
			require.Equal(t, total, d.counts().Published)
		})
	}
}

func (d *desk) filtered(f galley.ItemFilter) (ids []galley.ItemID) {
	d.t.Helper()
	page, err := d.store.Items(bg, galley.ItemQuery{JobID: d.job, Filter: f, Limit: 1000})
	require.NoError(d.t, err)
	for _, it := range page.Items {
		ids = append(ids, it.ID)
	}
	return ids
}

func TestChangedTextKeepsTimeFirstSeen(t *testing.T) {
	clock := galleytest.NewClock()
	d := newDeskAt(t, clock, 2, galley.FieldTitle)
	d.publish()
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Theirs"))
	d.sync()
	first := d.item(1).Changed.SeenAt
	clock.Advance(time.Hour)
	d.shop.Put(galley.FieldSEOTitle, d.item(1).Target(), galley.Text("Another field, so that the product is read again"))
	d.sync()
	require.Equal(t, first, d.item(1).Changed.SeenAt)
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Theirs, again"))
	d.sync()
	require.Equal(t, clock.Now(), d.item(1).Changed.SeenAt)
}

func TestMarkupThatShopifyTidiedIsNoChange(t *testing.T) {
	d := newDesk(t, 1, galley.FieldDescription)
	d.publish()
	target := d.item(1).Target()
	d.shop.Put(galley.FieldDescription, target, galley.Text("\n"+d.item(1).Content+"\n"))
	d.sync()
	require.Nil(t, d.item(1).Changed)
	d.shop.Put(galley.FieldDescription, target, galley.Text(d.item(1).Content+" More."))
	d.sync()
	require.NotNil(t, d.item(1).Changed)
}

func TestEmptiedFieldCountsAsChanged(t *testing.T) {
	d := newDesk(t, 1, galley.FieldSEOTitle)
	d.publish()
	d.shop.Put(galley.FieldSEOTitle, d.item(1).Target(), galley.Null())
	d.sync()
	require.Equal(t, galley.Null(), d.item(1).Changed.OnShop)
}

func TestUndoConflictMarksDraftAsChanged(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	d.publish()
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Theirs"))
	d.undo(d.item(1).ID)
	it := d.item(1)
	require.Equal(t, galley.Published, it.PublishState)
	require.Equal(t, galley.Text("Theirs"), it.Changed.OnShop)
	require.Equal(t, 1, d.counts().Changed)
}

// A page that the shop answered before a write must not undo what is known of it.
func TestPageReadBeforePublicationMarksNoChange(t *testing.T) {
	clock := galleytest.NewClock()
	d := newDeskAt(t, clock, 2, galley.FieldTitle)
	run, _, err := d.store.BeginSync(bg, d.id, storetest.SyncLease(t, d.store, d.id))
	require.NoError(t, err)
	page, err := d.shop.Products(bg, "")
	require.NoError(t, err)
	page.ReadAt = clock.Now()
	clock.Advance(time.Second)
	d.publish()
	require.NoError(t, d.store.SavePage(bg, d.id, run, page))
	_, err = d.store.FinishSync(bg, d.id, run)
	require.NoError(t, err)
	it := d.item(1)
	require.Nil(t, it.Changed)
	local, err := d.store.Product(bg, d.id, it.Product.ID)
	require.NoError(t, err)
	require.Equal(t, it.Content, local.Title)
	d.shop.Put(galley.FieldTitle, it.Target(), galley.Text("Theirs"))
	d.sync()
	require.NotNil(t, d.item(1).Changed)
}

func TestOnlyTheLastPublicationAtAPlaceCanBeChangedSince(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	d.publish()
	first := d.job
	d.job = d.written(galley.FieldTitle)
	d.publish()
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Theirs"))
	d.sync()
	require.NotNil(t, d.item(1).Changed)
	second := d.job
	d.job = first
	require.Nil(t, d.item(1).Changed)
	require.Equal(t, galley.SinceReplaced, d.item(1).Since)

	d.job = second
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text(d.item(1).Content))
	d.sync()
	d.undo(d.item(1).ID)
	d.job = first
	require.Equal(t, galley.SinceNothing, d.item(1).Since)
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Theirs"))
	d.sync()
	require.NotNil(t, d.item(1).Changed, "the text of the first job was published again by the undo")
}

func TestTakeOverAcceptsShopTextWithoutWriting(t *testing.T) {
	clock := galleytest.NewClock()
	d := newDeskAt(t, clock, 2, galley.FieldTitle)
	d.publish()
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Theirs"))
	d.sync()
	seen, writes := d.item(1).Changed.Seen(), len(d.shop.Writes())

	clock.Advance(time.Minute)
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Theirs, again"))
	d.sync()
	err := d.store.TakeOver(bg, seen, galley.Report{}, "Ada")
	require.Equal(t, galley.CodeShopChanged, galley.CodeOf(err), "the text that was seen is not on the shop any more")

	require.NoError(t, d.store.TakeOver(bg, d.item(1).Changed.Seen(), galley.Report{}, "Ada"))
	it := d.item(1)
	require.Equal(t, galley.SinceTakenOver, it.Since)
	require.Equal(t, "Theirs, again", it.Content)
	require.Len(t, d.shop.Writes(), writes)
	require.Zero(t, d.counts().Changed)
	d.sync()
	require.Nil(t, d.item(1).Changed)
	d.shop.Put(galley.FieldTitle, it.Target(), galley.Text("A third text"))
	d.sync()
	require.Equal(t, galley.Text("Theirs, again"), d.item(1).Changed.Published)
}

func TestPutBackWritesPublishedTextAndCanBeUndone(t *testing.T) {
	for _, f := range galley.Fields() {
		d := newDesk(t, 2, f)
		d.publish()
		target := d.item(1).Target()
		d.shop.Put(f, target, galley.Text("Theirs"))
		d.sync()
		content := d.item(1).Content
		require.NoError(t, d.putBack(d.item(1).Changed.Seen()))
		require.Equal(t, galley.PublishQueued, d.item(1).PublishState)
		require.Equal(t, galley.CodeBusy, galley.CodeOf(d.putBack(d.change(1))), "queued once")
		require.NoError(t, d.send())
		require.Equal(t, galley.Text(content), d.shop.Value(f, target))
		require.Equal(t, galley.Published, d.item(1).PublishState)
		require.Nil(t, d.item(1).Changed)
		d.undo(d.item(1).ID)
		require.Equal(t, galley.Text("Theirs"), d.shop.Value(f, target), "Undo brings back what it replaced")
	}
}

func (d *desk) putBack(seen galley.SeenChange) error {
	_, err := d.PutBackNow(bg, seen)
	return err
}

// change names the change of an item's text, also while it is being put back.
func (d *desk) change(pos int) galley.SeenChange {
	d.t.Helper()
	of, err := d.store.Subject(bg, d.id, d.item(pos).Listed())
	require.NoError(d.t, err)
	all, err := d.store.ChangedTexts(bg, d.id, of)
	require.NoError(d.t, err)
	require.Len(d.t, all, 1)
	return all[0].Seen()
}

func TestPutBackOverUnseenTextIsAConflict(t *testing.T) {
	clock := galleytest.NewClock()
	d := newDeskAt(t, clock, 2, galley.FieldTitle)
	d.publish()
	target := d.item(1).Target()
	d.shop.Put(galley.FieldTitle, target, galley.Text("Theirs"))
	d.sync()
	seen := d.item(1).Changed.Seen()
	require.NoError(t, d.putBack(seen))
	d.shop.Put(galley.FieldTitle, target, galley.Text("Theirs, later"))
	require.NoError(t, d.send())
	require.Equal(t, galley.Text("Theirs, later"), d.shop.Value(galley.FieldTitle, target))
	require.Equal(t, galley.PublishConflict, d.item(1).PublishState)

	d.shop.Put(galley.FieldTitle, d.item(2).Target(), galley.Text("Theirs"))
	d.sync()
	stale := d.item(2).Changed.Seen()
	clock.Advance(time.Minute)
	d.shop.Put(galley.FieldTitle, d.item(2).Target(), galley.Text("Theirs, later"))
	d.sync()
	require.Equal(t, galley.CodeShopChanged, galley.CodeOf(d.putBack(stale)))
}

func TestWithdrawnPutBackLeavesTextChanged(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	d.publish()
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Theirs"))
	d.sync()
	require.NoError(t, d.putBack(d.item(1).Changed.Seen()))
	_, err := d.Withdraw(bg, galley.WithdrawRequest{ShopID: d.id, JobID: d.job})
	require.NoError(t, err)
	require.Equal(t, galley.Published, d.item(1).PublishState)
	require.NotNil(t, d.item(1).Changed)
}

// TestEditChangedStartsAnotherDraftFromTheTextThatWasSeen: the person's text is
// a new draft that replaces the client's, and nothing is written until it is
// published like any draft.
func TestEditChangedStartsAnotherDraftFromTheTextThatWasSeen(t *testing.T) {
	for _, f := range galley.Fields() {
		t.Run(string(f), func(t *testing.T) {
			d := newDesk(t, 1, f)
			d.publish()
			target, theirs := d.item(1).Target(), galley.Text("Theirs")
			d.shop.Put(f, target, theirs)
			d.sync()
			before, writes := d.item(1), len(d.shop.Writes())

			edited, err := d.reviewing().EditChanged(bg, before.ID, before.Changed.Seen(), "Theirs and mine")
			require.NoError(t, err)
			require.Equal(t, "Theirs and mine", edited.Content)
			require.Equal(t, before.Revision+1, edited.Revision)
			require.Equal(t, galley.Unpublished, edited.PublishState)
			require.Equal(t, galley.DecisionOpen, edited.Decision)
			require.Nil(t, edited.Changed, "what the shop has is what the draft replaces now")
			original, err := d.store.Original(bg, before.ID)
			require.NoError(t, err)
			require.Equal(t, theirs, original)
			require.Len(t, d.shop.Writes(), writes)

			d.publish(before.ID)
			require.Equal(t, galley.Text("Theirs and mine"), d.shop.Value(f, target))
			d.undo(before.ID)
			require.Equal(t, theirs, d.shop.Value(f, target), "Undo brings back the client's text")
		})
	}
}

func TestEditChangedIsRefusedForAnotherTextThanTheOneSeen(t *testing.T) {
	for name, since := range map[string]func(d *desk, clock *galleytest.Clock){
		"changed again": func(d *desk, clock *galleytest.Clock) {
			clock.Advance(time.Minute)
			d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Theirs, later"))
			d.sync()
		},
		"published text again": func(d *desk, _ *galleytest.Clock) {
			d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text(d.item(1).Content))
			d.sync()
		},
		"queued to be put back": func(d *desk, _ *galleytest.Clock) { require.NoError(d.t, d.putBack(d.item(1).Changed.Seen())) },
		"taken over": func(d *desk, _ *galleytest.Clock) {
			require.NoError(d.t, d.reviewing().TakeOver(bg, d.item(1).Changed.Seen()))
		},
	} {
		t.Run(name, func(t *testing.T) {
			clock := galleytest.NewClock()
			d := newDeskAt(t, clock, 1, galley.FieldTitle)
			d.publish()
			d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Theirs"))
			d.sync()
			seen := d.item(1).Changed.Seen()
			since(d, clock)
			before := d.item(1)
			_, err := d.reviewing().EditChanged(bg, before.ID, seen, "Theirs and mine")
			require.Equal(t, galley.CodeShopChanged, galley.CodeOf(err))
			require.Equal(t, before, d.item(1), "nothing was saved")
		})
	}
}

// TestUseMineReplacesTheTextThatTheConflictShowed: the proof of a published
// draft shows what it replaced, not what the shop had when it was written.
func TestUseMineReplacesTheTextThatTheConflictShowed(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	theirs := galley.Text("Theirs")
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), theirs)
	d.publish()
	at := d.at(1)
	at[0].OnShop = d.item(1).OnShop
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job, Items: at, Overwrite: true})
	require.NoError(t, err)
	require.NoError(t, d.send())
	require.Equal(t, galley.Published, d.item(1).PublishState)
	proof, err := d.reviewing().Proof(bg, at[0].ID)
	require.NoError(t, err)
	require.Equal(t, &theirs, proof.Replaced)
	require.NotEqual(t, theirs.Text, proof.Item.Original)
}
