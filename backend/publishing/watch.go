package publishing

import (
	"context"
	"slices"
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

// looksAtOnce is how many places of watches are read with one request at most.
const looksAtOnce = 100

// watch looks for the writes of a shop that it may still carry out. Those of places that are under way
// are left for later: what is found there may be the write under way. So are further ones of one place:
// what the first finds is no news to them.
func (s *sender) watch(ctx context.Context, shop galley.ShopID, busy map[string]bool) error {
	due, err := s.store.DueWatches(ctx, shop, longestLook)
	if err != nil {
		return err
	}
	of, seen := map[galley.PlaceKind][]galley.Watch{}, map[string]bool{}
	for _, w := range due {
		kind, key := w.Publication.Place.Kind, w.Publication.Slot().Key()
		if !busy[key] && !seen[key] {
			seen[key] = true
			of[kind] = append(of[kind], w)
		}
	}
	for _, all := range of {
		for some := range slices.Chunk(all, looksAtOnce) {
			if err := s.lookAtAll(ctx, some); err != nil {
				return err
			}
		}
	}
	return nil
}

// lookAtAll reads the places of watches, together where the shop can and none of them is at fault.
func (s *sender) lookAtAll(ctx context.Context, watches []galley.Watch) error {
	if s.groups != nil && len(watches) > 1 {
		if now, err := s.groups.Slots(ctx, slotsOfWatches(watches)); !mayBeOfOne(err) {
			return s.allLooked(ctx, watches, now, err)
		}
	}
	return s.lookAtEach(ctx, watches)
}

// lookAtEach reads the places of watches one after the other, until the shop has failed at two: then it is not the
// fault of one, and the rest is looked at later.
func (s *sender) lookAtEach(ctx context.Context, watches []galley.Watch) error {
	failures := 0
	for i, w := range watches {
		now, err := s.client.Slot(ctx, w.Publication.Slot())
		if failure := s.looked(ctx, w, now, err); failure != nil {
			return failure
		}
		if galley.HasCode(err, galley.CodeShopFailed) {
			failures++
		}
		if failures > 1 {
			return s.allLooked(ctx, watches[i+1:], nil, err)
		}
	}
	return nil
}

func slotsOfWatches(watches []galley.Watch) []galley.Slot {
	slots := make([]galley.Slot, len(watches))
	for i, w := range watches {
		slots[i] = w.Publication.Slot()
	}
	return slots
}

func (s *sender) allLooked(ctx context.Context, watches []galley.Watch, now []galley.SlotContent, err error) error {
	if err != nil {
		now = make([]galley.SlotContent, len(watches))
	}
	for i, w := range watches {
		if failure := s.looked(ctx, w, now[i], err); failure != nil {
			return failure
		}
	}
	return nil
}

// looked judges one watch by what its place has. A shop that does not answer is looked at again; only
// looks that it answered count.
func (s *sender) looked(ctx context.Context, w galley.Watch, now galley.SlotContent, err error) error {
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
