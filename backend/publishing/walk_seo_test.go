package publishing_test

import (
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// seoWalk is a random walk over both SEO fields of two products, with a model
// of what the shop must have: a write of one field never changes the other.
type seoWalk struct {
	*pair
	rt *rapid.T

	mu    sync.Mutex
	live  map[string]galley.Value // by place and field
	first map[string]galley.Value // what it had at the beginning, or what somebody else put there since
	seen  int                     // of the shop's writes
	fault galley.Code             // of the next write
	waits bool                    // the next write is turned away, and somebody edits meanwhile
	edits int
}

var seoFields = []galley.Field{galley.FieldSEOTitle, galley.FieldMetaDescription}

func spotOf(f galley.Field, at galley.Target) string { return string(f) + " " + at.ID }

func newSEOWalk(t *testing.T, rt *rapid.T) *seoWalk {
	w := &seoWalk{pair: newPair(t, 2), rt: rt, live: map[string]galley.Value{}, first: map[string]galley.Value{}}
	w.shop.Together = rapid.IntRange(1, 2).Draw(rt, "written together")
	for pos := 1; pos <= 2; pos++ {
		at := w.of(w.titles, pos).Target()
		for _, f := range seoFields {
			w.live[spotOf(f, at)] = w.shop.Value(f, at)
			w.first[spotOf(f, at)] = w.live[spotOf(f, at)]
		}
	}
	w.shop.Fault = w.meddle
	return w
}

func (w *seoWalk) theirs(at galley.Target, f galley.Field) {
	w.edits++
	text := galley.Text(fmt.Sprintf("Theirs %d", w.edits))
	w.shop.Put(f, at, text)
	w.live[spotOf(f, at)], w.first[spotOf(f, at)] = text, text
}

func (w *seoWalk) meddle(call string, at galley.Target) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch call {
	case "write":
		if w.waits {
			w.waits = false
			w.theirs(at, seoFields[w.edits%2])
			return galley.NewError(galley.CodeRateLimited, messages.AsRecorded("Later."))
		}
		if code := w.fault; code != "" {
			w.fault = ""
			return galley.NewError(code, messages.AsRecorded("Fault."))
		}
	case "written":
		for _, write := range w.shop.Writes()[w.seen:] {
			w.live[spotOf(write.Field, write.Target)] = write.Value
			w.seen++
		}
		w.holds()
	}
	return nil
}

// holds compares the shop with the model.
func (w *seoWalk) holds() {
	for pos := 1; pos <= 2; pos++ {
		for _, f := range seoFields {
			at := galley.ProductTarget(fmt.Sprintf("gid://shopify/Product/%d", 999+pos))
			require.Equal(w.t, w.live[spotOf(f, at)], w.shop.Value(f, at), "%s of %s", f, at.ID)
		}
	}
}

func (w *seoWalk) jobOf() galley.JobID {
	return rapid.SampledFrom([]galley.JobID{w.titles, w.metas}).Draw(w.rt, "job")
}

func (w *seoWalk) may(err error) {
	if err != nil && !galley.HasCode(err, galley.CodeIllegalState) && !galley.HasCode(err, galley.CodeBusy) {
		w.rt.Fatal(err)
	}
}

func TestRandomWalkOverSEOPairs(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newSEOWalk(t, rt)
		rt.Repeat(map[string]func(*rapid.T){
			"publish": func(*rapid.T) {
				_, _, err := w.PublishNow(bg, galley.PublishRequest{JobID: w.jobOf()})
				w.may(err)
			},
			"undo": func(*rapid.T) {
				_, _, err := w.UndoNow(bg, galley.UndoRequest{JobID: w.jobOf()})
				w.may(err)
			},
			"send": func(*rapid.T) { _ = w.send() },
			"somebody else": func(*rapid.T) {
				at := w.of(w.titles, rapid.IntRange(1, 2).Draw(rt, "item")).Target()
				w.theirs(at, rapid.SampledFrom(seoFields).Draw(rt, "field"))
			},
			"somebody else while a write waits": func(*rapid.T) { w.waits = true },
			"fault": func(*rapid.T) {
				w.fault = rapid.SampledFrom([]galley.Code{galley.CodeOffline, galley.CodeOutcomeUnknown, galley.CodeShopRefused}).Draw(rt, "fault")
			},
			"": func(*rapid.T) { w.holds() },
		})
		w.fault, w.waits = "", false
		require.NoError(t, w.send())
		for _, e := range w.activity(galley.ActivityAll) {
			if e.CanUndo && e.Kind == galley.KindPublish {
				_, err := w.undoEntries([]int64{e.Number})
				require.NoError(t, err)
				require.NoError(t, w.send())
			}
		}
		require.Equal(t, w.first, w.live)
	})
}
