package publishing

import (
	"context"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// looks are the times, after it was sent, at which a write whose answer was
// lost is looked for. After the last one the watch ends.
var looks = []time.Duration{
	5 * time.Second, 10 * time.Second, 20 * time.Second, 40 * time.Second,
	90 * time.Second, 3 * time.Minute, 5 * time.Minute, 10 * time.Minute, 15 * time.Minute, 30 * time.Minute, time.Hour,
}

const (
	longestLook = time.Hour        // between two looks
	lookRetry   = 30 * time.Second // after a look that the shop did not answer
)

// watch looks for the writes of a shop that it may still carry out.
func (s *sender) watch(ctx context.Context, shop galley.ShopID) error {
	due, err := s.store.DueWatches(ctx, shop, longestLook)
	if err != nil {
		return err
	}
	for _, w := range due {
		if err := s.look(ctx, w); err != nil {
			return err
		}
	}
	return nil
}

// look reads the place of one watch. A shop that does not answer is looked at
// again; only looks that it answered count.
func (s *sender) look(ctx context.Context, w galley.Watch) error {
	now, err := s.client.Slot(ctx, w.Publication.Slot())
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil && !ofOne(err):
		return s.store.LookAgain(ctx, w.ID, false, s.clock.Now().Add(lookRetry))
	case err == nil && now.Exists && foundLate(w, now.Values[w.Publication.Field]):
		return s.store.SettleLate(ctx, w, now.Values[w.Publication.Field], lateReason(w), s.held)
	}
	for w.Looks < len(looks) {
		next := w.SentAt.Add(looks[w.Looks])
		if next.After(s.clock.Now()) {
			return s.store.LookAgain(ctx, w.ID, true, next)
		}
		w.Looks++
	}
	return s.store.EndWatch(ctx, w.ID)
}

// foundLate reports whether the shop has the text that was sent although the
// data file has another one.
func foundLate(w galley.Watch, now galley.Value) bool {
	p := w.Publication
	sent := now.Same(p.After) || p.Field.IsHTML() && markup.SameHTML(now.Text, p.After.Text)
	return sent && !now.Same(w.Expected)
}

func lateReason(w galley.Watch) galley.Reason {
	if w.Publication.Kind.Removes(w.Publication.Again) {
		return galley.Reason{Code: galley.CodeShopLate, Message: messages.PutBackLate}
	}
	return galley.Reason{Code: galley.CodeShopLate, Message: messages.PublishedLate}
}
