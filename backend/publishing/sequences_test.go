package publishing_test

import (
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/lease"
)

// first runs f at the first call of that name.
func first(name string, f func(galley.Target) error) func(string, galley.Target) error {
	var done atomic.Bool
	return func(call string, at galley.Target) error {
		if call == name && done.CompareAndSwap(false, true) {
			return f(at)
		}
		return nil
	}
}

func lostAnswer(galley.Target) error {
	return galley.NewError(galley.CodeOutcomeUnknown, messages.AsRecorded("The answer was lost."))
}

func TestEditDuringWaitForRateLimitIsAConflict(t *testing.T) {
	for _, f := range galley.Fields() {
		d := newDesk(t, 1, f)
		theirs := galley.Text("Edited while the write waited")
		d.shop.Fault = first("write", func(at galley.Target) error {
			d.shop.Put(f, at, theirs) // the shop asked for silence, and a person edits meanwhile
			return galley.NewError(galley.CodeRateLimited, messages.AsRecorded("Later."))
		})
		d.publish(d.item(1).ID)
		require.Equal(t, galley.PublishConflict, d.item(1).PublishState, f)
		require.Equal(t, &theirs, d.item(1).OnShop, f)
		require.Equal(t, theirs, d.shop.Value(f, d.item(1).Target()), f)
		require.Empty(t, d.shop.Writes(), f)
	}
}

// A process waits for the rate limit while another one takes its lease over,
// publishes and undoes, and a person edits the text.
func TestWriteStopsWhenAnotherProcessTookOver(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	theirs := galley.Text("Edited by the client")
	d.shop.Fault = first("write", func(at galley.Target) error {
		d.shop.Fault = nil
		other := d.dispatcher("p2")
		for worked := false; !worked; d.clock.(*galleytest.Clock).Advance(lease.Term / 3) {
			var err error
			worked, err = other.Dispatch(bg, d.id)
			require.NoError(t, err)
		}
		require.Equal(t, galley.Published, d.item(1).PublishState)
		_, _, err := d.UndoNow(bg, galley.UndoRequest{JobID: d.job})
		require.NoError(t, err)
		_, err = other.Dispatch(bg, d.id)
		require.NoError(t, err)
		d.shop.Put(galley.FieldTitle, at, theirs)
		return galley.NewError(galley.CodeRateLimited, messages.AsRecorded("Later."))
	})
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	_, err = d.dispatcher("suspended").Dispatch(bg, d.id)
	require.NoError(t, err)

	require.Equal(t, theirs, d.shop.Value(galley.FieldTitle, d.item(1).Target()))
	require.Len(t, d.shop.Writes(), 2, "the other process's publish and undo")
	require.Equal(t, galley.PublishUndone, d.item(1).PublishState)
	require.Len(t, d.activity(galley.ActivityAll), 2)
}

// A write whose answer is lost is carried out by the shop after it was sent
// again, published and undone.
func TestLateWriteAfterUndoIsFoundAndCanBeUndone(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	it := d.item(1)
	d.shop.Fault = first("write", lostAnswer)
	d.publish()
	require.Equal(t, galley.Published, d.item(1).PublishState, "sent again")
	d.undo()
	require.Equal(t, galley.PublishUndone, d.item(1).PublishState)
	before := d.shop.Value(galley.FieldTitle, it.Target())

	d.shop.Put(galley.FieldTitle, it.Target(), galley.Text(it.Content)) // now the first attempt takes effect
	d.clock.(*galleytest.Clock).Advance(time.Minute)
	require.NoError(t, d.dispatcher("another process").RunUntilIdle(bg))
	found := d.item(1)
	require.Equal(t, galley.Published, found.PublishState)
	require.Equal(t, galley.CodeShopLate, found.Error.Code)
	entry := d.activity(galley.ActivityAll)[0]
	require.Equal(t, galley.ResultLate, entry.Result)
	require.Equal(t, &before, entry.Before)
	require.Equal(t, it.Content, entry.Live.Text)
	require.True(t, entry.CanUndo)

	_, err := d.undoEntries([]int64{entry.Number})
	require.NoError(t, err)
	require.NoError(t, d.send())
	require.Equal(t, before, d.shop.Value(galley.FieldTitle, it.Target()))
	require.Equal(t, galley.PublishUndone, d.item(1).PublishState)
	require.Nil(t, d.item(1).Error)
}

// An undo whose answer is lost is given up, and takes effect later.
func TestLateUndoIsFound(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	it := d.item(1)
	before := d.shop.Value(galley.FieldTitle, it.Target())
	d.publish()
	d.shop.Fault = func(call string, at galley.Target) error {
		if call == "write" {
			return lostAnswer(at)
		}
		return nil
	}
	d.undo()
	require.Equal(t, galley.Published, d.item(1).PublishState)
	require.Equal(t, galley.CodeOutcomeUnknown, d.item(1).Error.Code)
	d.shop.Fault = nil
	d.shop.Put(galley.FieldTitle, it.Target(), before)
	d.clock.(*galleytest.Clock).Advance(time.Minute)
	require.NoError(t, d.dispatcher("another process").RunUntilIdle(bg))
	require.Equal(t, galley.PublishUndone, d.item(1).PublishState)
	require.Equal(t, galley.CodeShopLate, d.item(1).Error.Code)
	require.Equal(t, galley.ResultLate, d.activity(galley.ActivityAll)[0].Result)
}

// A write that was given up is looked for at each of its times, even while
// shops are unreachable, and the watch ends.
func TestWatchOnLostWrites(t *testing.T) {
	for name, c := range map[string]struct {
		late  time.Duration
		found bool
	}{
		"after 4 s": {4 * time.Second, true}, "after 12 s": {12 * time.Second, true}, "after 2 min": {2 * time.Minute, true},
		"after 50 min": {50 * time.Minute, true}, "after 2 h": {2 * time.Hour, false},
	} {
		d := newDesk(t, 1, galley.FieldTitle)
		it, clock := d.item(1), d.clock.(*galleytest.Clock)
		sent := clock.Now()
		d.shop.Fault = func(call string, at galley.Target) error {
			if call == "write" {
				return lostAnswer(at)
			}
			return nil
		}
		d.publish()
		require.Equal(t, galley.PublishFailed, d.item(1).PublishState, name)
		away := false
		d.shop.Fault = func(string, galley.Target) error {
			if away = !away; away {
				return galley.NewError(galley.CodeOffline, messages.AsRecorded("The shop cannot be reached."))
			}
			return nil
		}
		arrived := false
		for clock.Now().Before(sent.Add(3 * time.Hour)) {
			if !arrived && !clock.Now().Before(sent.Add(c.late)) {
				arrived = true
				d.shop.Put(galley.FieldTitle, it.Target(), galley.Text(it.Content))
			}
			require.NoError(t, d.dispatcher("p").RunUntilIdle(bg), name)
			clock.Advance(20 * time.Second)
		}
		if c.found {
			require.Equal(t, galley.Published, d.item(1).PublishState, name)
			require.Equal(t, galley.CodeShopLate, d.item(1).Error.Code, name)
			require.Equal(t, galley.ResultLate, d.activity(galley.ActivityAll)[0].Result, name)
		} else {
			require.Equal(t, galley.PublishFailed, d.item(1).PublishState, name)
		}
		due, err := d.store.ShopsToWatch(bg, time.Hour)
		require.NoError(t, err)
		require.Empty(t, due, "%s: the watch ended", name)
	}
}

func TestUndoIsSentWhileTheShopAnswersWithTheOldText(t *testing.T) {
	for _, f := range galley.Fields() {
		d := newDesk(t, 1, f)
		it := d.item(1)
		before := d.shop.Value(f, it.Target())
		d.publish(it.ID)
		now := d.shop.Value(f, it.Target())
		d.shop.Put(f, it.Target(), before) // the undo reads what the shop had before
		d.shop.Fault = first("write", func(at galley.Target) error { d.shop.Put(f, at, now); return nil })
		writes := len(d.shop.Writes())
		d.undo(it.ID)
		require.Len(t, d.shop.Writes(), writes+1, "%s: sent, not taken for done", f)
		require.Equal(t, before, d.shop.Value(f, it.Target()), f)
		require.Equal(t, galley.PublishUndone, d.item(1).PublishState, f)
		require.Equal(t, galley.ResultWritten, d.activity(galley.ActivityAll)[0].Result, f)
	}
}

// A second job's text is not written over the first one's because a reading was
// older than that.
func TestStaleReadingIsReadAgainBeforeAWrite(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	second := d.written(galley.FieldTitle)
	it := d.item(1)
	before := d.shop.Value(galley.FieldTitle, it.Target())
	d.publish()
	now := d.shop.Value(galley.FieldTitle, it.Target())
	looks := 0
	d.shop.Put(galley.FieldTitle, it.Target(), before)
	d.shop.Fault = func(call string, at galley.Target) error {
		if call == "content" {
			if looks++; looks == 3 {
				d.shop.Put(galley.FieldTitle, at, now)
			}
		}
		return nil
	}
	d.job = second
	d.publish()
	require.Equal(t, galley.PublishConflict, d.item(1).PublishState)
	require.Equal(t, now, d.shop.Value(galley.FieldTitle, it.Target()))
	require.Len(t, d.shop.Writes(), 1)
}

// The meta description that was just written is not taken back by an SEO title
// whose reading is older.
func TestStaleSiblingIsReadAgain(t *testing.T) {
	d := newDesk(t, 1, galley.FieldMetaDescription)
	titles := d.written(galley.FieldSEOTitle)
	at := d.item(1).Target()
	before := d.shop.Value(galley.FieldMetaDescription, at)
	d.publish()
	now := d.shop.Value(galley.FieldMetaDescription, at)
	looks := 0
	d.shop.Put(galley.FieldMetaDescription, at, before)
	d.shop.Fault = func(call string, at galley.Target) error {
		if call == "content" {
			if looks++; looks == 3 {
				d.shop.Put(galley.FieldMetaDescription, at, now)
			}
		}
		return nil
	}
	d.job = titles
	d.publish()
	require.Equal(t, now, d.shop.Value(galley.FieldMetaDescription, at))
	require.Equal(t, d.item(1).Content, d.shop.Value(galley.FieldSEOTitle, at).Text)
}

func TestAnswerWithAnotherTextIsNotPublished(t *testing.T) {
	for _, f := range galley.Fields() {
		d := newDesk(t, 1, f)
		it := d.item(1)
		before := d.shop.Value(f, it.Target())
		put := galley.Text("Put back by an app")
		d.shop.Answer = func(of galley.Field, v galley.Value) galley.Value {
			if of == f {
				return put
			}
			return v
		}
		d.publish(it.ID)
		found := d.item(1)
		require.Equal(t, galley.PublishConflict, found.PublishState, f)
		require.Equal(t, galley.CodeShopReadback, found.Error.Code, f)
		require.Equal(t, &put, found.OnShop, f)
		entry := d.activity(galley.ActivityAll)[0]
		require.Equal(t, galley.ResultConflict, entry.Result, f)
		require.Equal(t, it.Content, entry.After.Text, f)
		require.Equal(t, &put, entry.Live, f)
		require.True(t, entry.CanUndo, "the text from before can still be put back: %s", f)

		d.shop.Answer = nil
		d.shop.Put(f, it.Target(), put)
		_, err := d.undoEntries([]int64{entry.Number})
		require.NoError(t, err)
		require.NoError(t, d.send())
		require.Equal(t, before, d.shop.Value(f, it.Target()), f)
	}
}

func TestAnswerThatNormalisesIsPublished(t *testing.T) {
	for f, answer := range map[galley.Field]func(galley.Value) galley.Value{
		galley.FieldDescription: func(v galley.Value) galley.Value { return galley.Text(v.Text + "\n") },
		galley.FieldSEOTitle:    func(v galley.Value) galley.Value { return galley.Text(" " + v.Text) },
	} {
		d := newDesk(t, 1, f)
		d.shop.Answer = func(of galley.Field, v galley.Value) galley.Value {
			if of == f {
				return answer(v)
			}
			return v
		}
		d.publish()
		require.Equal(t, galley.Published, d.item(1).PublishState, f)
	}
}

// A killed process has sent one write that carries both SEO fields.
func TestKillBetweenSEOPairAndItsSettling(t *testing.T) {
	for name, wrote := range map[string]bool{"not written": false, "written": true} {
		p := newPair(t, 1)
		p.decide()
		dead := galley.Lease{Name: "outbox:" + string(p.id), Holder: "dead"}
		_, err := p.store.TakeLease(bg, dead.Name, dead.Holder, lease.Term)
		require.NoError(t, err)
		waiting, err := p.store.Waiting(bg, p.id, 1)
		require.NoError(t, err)
		require.Len(t, waiting, 2, "with the other field of the place")
		var starts []galley.PublicationStart
		for _, w := range waiting {
			before := p.shop.Value(w.Field, w.Target())
			starts = append(starts, galley.PublicationStart{Publication: w, Before: &before})
			if wrote {
				p.shop.Put(w.Field, w.Target(), w.After)
			}
		}
		_, _, err = p.store.StartPublications(bg, starts, dead)
		require.NoError(t, err)
		require.NoError(t, p.store.DropLease(bg, dead.Name, dead.Holder))
		require.NoError(t, p.send())
		p.requireBothPublished()
		require.Len(t, p.shop.Writes(), map[bool]int{true: 0, false: 2}[wrote], name)
	}
}

// TestExpiredWatchIsCheckedOnceAtStart: the shop carried the
// write out, or not, in the hours in which no process was open.
func TestExpiredWatchIsCheckedOnceAtStart(t *testing.T) {
	for name, carriedOut := range map[string]bool{"carried out": true, "not carried out": false} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, 1, galley.FieldTitle)
			it, clock := d.item(1), d.clock.(*galleytest.Clock)
			d.shop.Fault = func(call string, at galley.Target) error {
				if call == "write" {
					return lostAnswer(at)
				}
				return nil
			}
			d.publish()
			require.Equal(t, galley.PublishFailed, d.item(1).PublishState)
			clock.Advance(5 * time.Hour)
			if carriedOut {
				d.shop.Put(galley.FieldTitle, it.Target(), galley.Text(it.Content))
			}
			away, looks := true, 0
			d.shop.Fault = func(string, galley.Target) error {
				if away {
					return galley.NewError(galley.CodeOffline, messages.AsRecorded("The shop cannot be reached."))
				}
				looks++
				return nil
			}
			next := d.dispatcher("the next start")
			require.NoError(t, next.RunUntilIdle(bg))
			clock.Advance(time.Minute)
			due, err := d.store.DueWatches(bg, d.id, time.Hour)
			require.NoError(t, err)
			require.NotEmpty(t, due, "a look that the shop did not answer ends no watch")
			away = false
			require.NoError(t, next.RunUntilIdle(bg))
			require.Equal(t, len(due), looks)

			want := galley.PublishFailed
			if carriedOut {
				want = galley.Published
				require.Equal(t, galley.ResultLate, d.activity(galley.ActivityAll)[0].Result)
			}
			require.Equal(t, want, d.item(1).PublishState)
			clock.Advance(time.Hour)
			require.NoError(t, next.RunUntilIdle(bg))
			require.Equal(t, len(due), looks, "no watch is left")
		})
	}
}
