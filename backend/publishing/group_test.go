package publishing_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
)

// grouped is a desk whose shop writes up to n places together.
func grouped(t *testing.T, products, n int) *desk {
	d := newDesk(t, products, galley.FieldTitle)
	d.shop.Together = n
	return d
}

func TestAGroupHasALedgerLineForEachText(t *testing.T) {
	d := grouped(t, 6, 6)
	before := d.snapshot()
	d.publish()
	require.Equal(t, 6, d.counts().Published)
	entries := d.activity(galley.ActivityAll)
	require.Len(t, entries, 6)
	for _, e := range entries {
		require.Equal(t, galley.ResultWritten, e.Result)
		require.NotNil(t, e.Before)
		require.True(t, e.CanUndo)
	}
	_, err := d.undoEntries([]int64{entries[2].Number})
	require.NoError(t, err)
	require.NoError(t, d.send())
	require.Equal(t, 5, d.counts().Published, "one of them alone was put back")
	d.undo()
	require.Equal(t, before, d.snapshot())
}

// One place of a group was changed by somebody else, one is gone, and one already has its text.
func TestEachTextOfAGroupIsComparedByItself(t *testing.T) {
	d := grouped(t, 5, 5)
	theirs := galley.Text("Theirs")
	d.shop.Put(galley.FieldTitle, d.item(2).Target(), theirs)
	d.shop.Remove(d.item(3).Place.ID)
	d.shop.Put(galley.FieldTitle, d.item(4).Target(), galley.Text(d.item(4).Content))
	d.publish()
	require.Equal(t, []galley.PublishState{galley.Published, galley.PublishConflict, galley.PublishFailed, galley.Published, galley.Published}, d.states())
	require.Equal(t, theirs, d.shop.Value(galley.FieldTitle, d.item(2).Target()))
	require.Len(t, d.shop.Writes(), 2)
}

func (d *desk) states() (all []galley.PublishState) {
	for pos := 1; pos <= d.counts().Total; pos++ {
		all = append(all, d.item(pos).PublishState)
	}
	return all
}

// A text that the shop refuses, one whose answer is lost and one that is turned away once do not stop
// the others, and none is sent twice.
func TestFailuresInAGroupStayWithTheirTexts(t *testing.T) {
	d := grouped(t, 8, 8)
	refused, lost, later := d.item(2).Place.ID, d.item(5).Place.ID, d.item(7).Place.ID
	once := map[string]bool{}
	d.shop.Fault = func(call string, at galley.Target) error {
		first := !once[call+at.ID]
		switch {
		case call == "write" && at.ID == refused:
			return galley.NewError(galley.CodeShopRefused, messages.AsRecorded("No."))
		case call == "written" && at.ID == lost:
			return lostAnswer(at)
		case call == "write" && at.ID == later && first:
			once[call+at.ID] = true
			return galley.NewError(galley.CodeRateLimited, messages.AsRecorded("Later."))
		}
		return nil
	}
	d.publish()
	want := slices.Repeat([]galley.PublishState{galley.Published}, 8)
	want[1] = galley.PublishFailed
	require.Equal(t, want, d.states())
	require.Len(t, d.shop.Writes(), 7)
	require.Equal(t, galley.CodeShopRefused, d.item(2).Error.Code)
}

// A failure of the whole shop in the middle of a group: what was written is settled, the rest waits.
func TestAShopThatClosesDuringAGroup(t *testing.T) {
	d := grouped(t, 4, 4)
	closed := d.item(3).Place.ID
	d.shop.Fault = func(call string, at galley.Target) error {
		if call == "write" && at.ID == closed {
			return galley.NewError(galley.CodeShopClosed, messages.ShopFrozen)
		}
		return nil
	}
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	require.Equal(t, galley.CodeShopClosed, galley.CodeOf(d.send()))
	want := slices.Repeat([]galley.PublishState{galley.Published}, 4)
	want[2] = galley.PublishQueued
	require.Equal(t, want, d.states())
	d.shop.Fault = nil
	require.NoError(t, d.send())
	require.Equal(t, 4, d.counts().Published)
	require.Len(t, d.shop.Writes(), 4)
}

// An edit while the group waits for the rate limit is a conflict of its own text.
func TestAnEditWhileAGroupWaits(t *testing.T) {
	d := grouped(t, 3, 3)
	theirs := galley.Text("Edited meanwhile")
	edited := d.item(2).Target()
	d.shop.Fault = first("wait", func(galley.Target) error {
		d.shop.Put(galley.FieldTitle, edited, theirs)
		return nil
	})
	d.publish()
	require.Equal(t, []galley.PublishState{galley.Published, galley.PublishConflict, galley.Published}, d.states())
	require.Equal(t, theirs, d.shop.Value(galley.FieldTitle, edited))
}

// Texts of one product that wait together are one group, though other products were queued between.
func TestAllTextsOfAProductGoTogether(t *testing.T) {
	d := grouped(t, 30, 2)
	meta := d.written(galley.FieldMetaDescription)
	for _, job := range []galley.JobID{d.job, meta} {
		_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: job})
		require.NoError(t, err)
	}
	require.NoError(t, d.send())
	require.Len(t, d.shop.Writes(), 60)
	places := map[string]bool{}
	for _, slots := range d.shop.Groups() {
		of := map[string]int{}
		for _, slot := range slots {
			of[slot.Target.ID]++
		}
		for place, texts := range of {
			require.Equal(t, 2, texts, "title and meta description of %s", place)
			require.False(t, places[place], "%s was in two groups", place)
			places[place] = true
		}
	}
	require.Len(t, places, 30)
}

// The shop fails whenever it is asked for one of them: the others go out.
func TestAPlaceThatTheShopFailsAtDoesNotHoldUpItsGroup(t *testing.T) {
	d := grouped(t, 5, 5)
	bad := d.item(3).Place.ID
	d.shop.Fault = func(call string, at galley.Target) error {
		if call == "wait" && at.ID == bad {
			return galley.NewError(galley.CodeShopFailed, messages.ShopFailed)
		}
		return nil
	}
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	require.Error(t, d.send())
	require.Equal(t, 4, d.counts().Published)
	require.Equal(t, galley.PublishQueued, d.item(3).PublishState)
}

// A shop that fails altogether is asked for two texts of a group at most, not for each.
func TestAShopThatFailsIsNotAskedForEachTextOfAGroup(t *testing.T) {
	d := grouped(t, 12, 12)
	asked := 0
	d.shop.Fault = func(call string, _ galley.Target) error {
		if call != "wait" {
			return nil
		}
		asked++
		return galley.NewError(galley.CodeShopFailed, messages.ShopFailed)
	}
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	require.Error(t, d.send())
	require.LessOrEqual(t, asked, 3, "once together, and two of them alone")
	for pos := 1; pos <= 12; pos++ {
		require.Equal(t, galley.PublishQueued, d.item(pos).PublishState)
	}
	d.shop.Fault = nil
	require.NoError(t, d.send())
	require.Equal(t, 12, d.counts().Published)
}

// Nor is it asked for each text whose answer was lost: those are looked for again later.
func TestAShopThatFailsIsNotAskedForEachWatch(t *testing.T) {
	d := grouped(t, 12, 12)
	d.shop.Fault = func(call string, at galley.Target) error {
		if call == "write" {
			return lostAnswer(at)
		}
		return nil
	}
	d.publish()
	clock := d.clock.(*galleytest.Clock)
	clock.Advance(5 * time.Hour)
	before, err := d.store.DueWatches(bg, d.id, time.Hour)
	require.NoError(t, err)
	watches, looks := len(before), 0
	d.shop.Fault = func(call string, _ galley.Target) error {
		if call != "content" {
			return nil
		}
		looks++
		return galley.NewError(galley.CodeShopFailed, messages.ShopFailed)
	}
	require.NoError(t, d.send())
	require.NotZero(t, looks)
	require.LessOrEqual(t, looks, 3, "once together, and two of them alone")
	clock.Advance(time.Minute)
	due, err := d.store.DueWatches(bg, d.id, time.Hour)
	require.NoError(t, err)
	require.Len(t, due, watches, "none is ended")
}
