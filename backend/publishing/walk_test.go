package publishing_test

import (
	"flag"
	"fmt"
	"os"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// TestMain keeps the walk short, since each of its steps is synced to disk;
// -rapid.checks on the command line makes it longer.
func TestMain(m *testing.M) {
	if err := flag.Set("rapid.checks", "25"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// walk is a random walk over publishing, with a model beside it: what the shop
// must have, and what Galley may believe of it.
type walk struct {
	*desk
	rt *rapid.T

	mu    sync.Mutex              // of what follows, while publications go out at once
	live  map[string]galley.Value // what the shop has, by product
	first map[string]galley.Value // what it had at the beginning, or what somebody else put there since
	fault galley.Code             // of the next calls
	left  int                     // calls that it still fails
	waits int                     // writes that the shop turns away once more, while somebody else edits
	edits int
}

func newWalk(t *testing.T, rt *rapid.T) *walk {
	w := &walk{desk: newDesk(t, 4, galley.FieldTitle), rt: rt, live: map[string]galley.Value{}, first: map[string]galley.Value{}}
	w.shop.Together = rapid.IntRange(1, 4).Draw(rt, "written together")
	for pos := 1; pos <= 4; pos++ {
		id := w.item(pos).Product.ID
		w.live[id] = w.shop.Value(galley.FieldTitle, galley.ProductTarget(id))
		w.first[id] = w.live[id]
	}
	w.shop.Fault = w.meddle
	return w
}

// meddle fails calls, and compares each write with the model: it replaces what
// Galley said it saw, and it is not there already.
func (w *walk) meddle(call string, target galley.Target) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if call == "write" && w.waits > 0 {
		w.waits--
		w.edits++
		theirs := galley.Text(fmt.Sprintf("Theirs inside %d", w.edits))
		w.shop.Put(galley.FieldTitle, target, theirs)
		w.live[target.ID], w.first[target.ID] = theirs, theirs
		return galley.NewError(galley.CodeRateLimited, messages.AsRecorded("Later."))
	}
	if call == "write" {
		require.Equal(w.t, w.live[target.ID], w.shop.Value(galley.FieldTitle, target))
	}
	if call == "written" {
		now := w.shop.Value(galley.FieldTitle, target)
		w.live[target.ID] = now
	}
	if w.left == 0 || w.fault == galley.CodeOutcomeUnknown && (call == "content" || call == "wait") {
		return nil
	}
	w.left--
	return galley.NewError(w.fault, messages.AsRecorded(fmt.Sprintf("Fault at %s.", call)))
}

func (w *walk) pick() int { return rapid.IntRange(1, 4).Draw(w.rt, "item") }

func (w *walk) ids() []galley.ItemID {
	if rapid.Bool().Draw(w.rt, "all") {
		return nil
	}
	return []galley.ItemID{w.item(w.pick()).ID}
}

// may accepts what the state tables forbid: the walk tries everything.
func (w *walk) may(err error) {
	if err != nil && !galley.HasCode(err, galley.CodeIllegalState) && !galley.HasCode(err, galley.CodeBusy) {
		w.rt.Fatal(err)
	}
}

func (w *walk) actions() map[string]func(*rapid.T) {
	return map[string]func(*rapid.T){
		"publish": func(*rapid.T) {
			ids := w.ids()
			_, _, err := w.PublishNow(bg, galley.PublishRequest{JobID: w.job, ItemIDs: ids, Overwrite: ids != nil && rapid.Bool().Draw(w.rt, "overwrite")})
			w.may(err)
		},
		"undo": func(*rapid.T) {
			_, _, err := w.UndoNow(bg, galley.UndoRequest{JobID: w.job, ItemIDs: w.ids()})
			w.may(err)
		},
		"undo the newest entry": func(*rapid.T) {
			if e, ok := w.newest(w.item(w.pick()).ID); ok {
				_, err := w.undoEntries([]int64{e.Number})
				w.may(err)
			}
		},
		"send": func(*rapid.T) { _ = w.send() },
		"withdraw": func(*rapid.T) {
			_, err := w.Withdraw(bg, galley.WithdrawRequest{JobID: w.job})
			w.may(err)
		},
		"retry": func(*rapid.T) {
			_, err := w.retryFailed(w.job)
			w.may(err)
		},
		"reject": func(*rapid.T) {
			_, err := w.store.Decide(bg, w.job, w.at(w.pick()), rapid.SampledFrom([]galley.Decision{galley.DecisionApproved, galley.DecisionRejected, galley.DecisionOpen}).Draw(w.rt, "decision"))
			w.may(err)
		},
		"edit": func(*rapid.T) {
			it := w.item(w.pick())
			w.edits++
			original, err := w.store.Original(bg, it.ID)
			require.NoError(w.t, err)
			if it.OnShop != nil {
				original = *it.OnShop
			}
			w.may(w.store.ReplaceDraft(bg, it.ID, it.Revision, galley.Draft{
				Content: fmt.Sprintf("Edit %d", w.edits), Original: original, Author: galley.AuthorPerson,
			}))
		},
		"somebody else": func(*rapid.T) {
			id := w.item(w.pick()).Product.ID
			w.edits++
			theirs := galley.Text(fmt.Sprintf("Theirs %d", w.edits))
			w.shop.Put(galley.FieldTitle, galley.ProductTarget(id), theirs)
			w.live[id], w.first[id] = theirs, theirs
		},
		"somebody else while a write waits": func(*rapid.T) { w.waits = rapid.IntRange(1, 3).Draw(w.rt, "writes") },
		"fault": func(*rapid.T) {
			w.fault = rapid.SampledFrom([]galley.Code{galley.CodeOffline, galley.CodeOutcomeUnknown, galley.CodeShopRefused, galley.CodeShopFailed}).Draw(w.rt, "fault")
			w.left = rapid.IntRange(1, 4).Draw(w.rt, "calls")
		},
		"": func(*rapid.T) { w.sound() },
	}
}

// sound compares the data file with the model after every step.
func (w *walk) sound() {
	c := w.counts()
	require.Equal(w.t, c.Total, c.Successful+c.Failed, "every draft is one or the other")
	require.LessOrEqual(w.t, c.Published+c.Conflict+c.Unpublished, c.Successful)
	waiting, err := w.store.WaitingOf(bg, w.job)
	require.NoError(w.t, err)
	require.LessOrEqual(w.t, c.Waiting, waiting, "what waits has an outbox row")
	for pos := 1; pos <= 4; pos++ {
		it := w.item(pos)
		pubs, err := w.store.PublicationsOf(bg, it.ID)
		require.NoError(w.t, err)
		open := 0
		for _, p := range pubs {
			if p.State == galley.PublicationQueued || p.State == galley.PublicationSending {
				open++
			}
		}
		require.LessOrEqual(w.t, open, 1, "one write of an item at a time")
		id := it.Product.ID
		require.Equal(w.t, w.live[id], w.shop.Value(galley.FieldTitle, it.Target()))
	}
	w.ledgerAgrees()
}

// newest is the newest entry of an item that can be undone.
func (w *walk) newest(id galley.ItemID) (galley.Activity, bool) {
	for _, e := range w.activity(galley.ActivityAll) {
		if e.ItemID == id && e.CanUndo {
			return e, true
		}
	}
	return galley.Activity{}, false
}

// ledgerAgrees compares the ledger with the publications, and with what the
// shop was sent: each write is in it or is not settled yet, and it has no
// others.
func (w *walk) ledgerAgrees() {
	ended, open := map[string]galley.Publication{}, map[string]int{}
	for pos := 1; pos <= 4; pos++ {
		pubs, err := w.store.PublicationsOf(bg, w.item(pos).ID)
		require.NoError(w.t, err)
		for _, p := range pubs {
			switch p.State {
			case galley.PublicationDone, galley.PublicationConflict, galley.PublicationFailed:
				ended[p.ID] = p
			case galley.PublicationQueued, galley.PublicationSending:
				open[p.Place.ID+p.After.Text]++
			}
		}
	}
	sent := map[string]int{}
	for _, write := range w.shop.Writes() {
		sent[write.Target.ID+write.Value.Text]++
	}
	entries := w.activity(galley.ActivityAll)
	require.Len(w.t, entries, len(ended), "as many entries as publications that ended")
	settled := map[string]int{}
	for i, e := range entries {
		p := ended[e.PublicationID]
		require.Equal(w.t, p.Before, e.Before)
		require.Equal(w.t, p.Live, e.Live)
		require.Equal(w.t, int64(len(entries)-i), e.Number, "no entry is missing")
		text := p.Place.ID + e.After.Text
		if e.Result == galley.ResultWritten {
			require.Positive(w.t, sent[text], "written, but the shop was never sent it")
		}
		settled[text]++
	}
	for text, n := range sent {
		require.LessOrEqual(w.t, n, settled[text]+open[text], "the shop was sent what the ledger does not know")
	}
}

func TestRandomWalkOverwritesNoUnseenText(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newWalk(t, rt)
		rt.Repeat(w.actions())

		// At the end the shop answers again: everything settles, and undo puts
		// back what was there before Galley came, or what somebody put there since.
		w.left, w.waits = 0, 0
		require.NoError(t, w.send())
		for _, e := range w.activity(galley.ActivityAll) {
			if e.CanUndo && (e.Kind == galley.KindPublish || e.Again) {
				_, err := w.undoEntries([]int64{e.Number})
				require.NoError(t, err)
				require.NoError(t, w.send())
			}
		}
		require.Zero(t, w.counts().Waiting)
		w.ledgerAgrees()
		require.Equal(t, w.first, w.live)
	})
}
