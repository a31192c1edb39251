package galleytest

import (
	"context"

	"galley/backend/galley"
)

// GroupMost implements galley.GroupWriter.
func (s *Shop) GroupMost(galley.PlaceKind) int { return max(s.Together, 1) }

// Slots implements galley.GroupWriter: one call "content", for the first of them.
func (s *Shop) Slots(_ context.Context, slots []galley.Slot) ([]galley.SlotContent, error) {
	if err := s.fault("content", slots[0].Target); err != nil {
		return nil, err
	}
	found := make([]galley.SlotContent, len(slots))
	for i, slot := range slots {
		found[i] = s.content(slot)
	}
	return found, nil
}

// WriteGroup implements galley.GroupWriter. Each slot waits, is read and is written with the faults of a
// write of its own; a slot that is turned away or refused may go again.
func (s *Shop) WriteGroup(ctx context.Context, slots []galley.Slot, decide galley.DecideGroup) ([]galley.GroupEnd, error) {
	s.mu.Lock()
	s.groups = append(s.groups, slots)
	s.mu.Unlock()
	for _, slot := range slots {
		if err := s.fault("wait", slot.Target); err != nil {
			return nil, err
		}
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	now, err := s.Slots(ctx, slots)
	if err != nil {
		return nil, err
	}
	sendings, err := decide(ctx, now)
	if err != nil {
		return nil, err
	}
	ends := make([]galley.GroupEnd, len(slots))
	for i, slot := range slots {
		if sendings[i] == nil {
			continue
		}
		ends[i].Receipt, ends[i].Err = s.send(slot, now[i], sendings[i])
		ends[i].Again = mayGoAgain(ends[i].Err)
	}
	return ends, nil
}

func mayGoAgain(err error) bool {
	switch galley.CodeOf(err) {
	case galley.CodeRateLimited, galley.CodeShopRefused:
		return true
	}
	return false
}
