package publishing

import (
	"context"
	"slices"

	"galley/backend/galley"
)

// UndoOne decides to put back what stood before one publication. Of an undo
// that is the text that was published.
func (s *Service) UndoOne(ctx context.Context, id string) error {
	p, undone, err := s.store.Publication(ctx, id)
	if err != nil {
		return err
	}
	return s.undoOne(ctx, p, undone)
}

// UndoEntries decides to put back what stood before entries of the ledger,
// newest first. Those that cannot be are named with the reason, and the others
// go; a single one that cannot is an error.
func (s *Service) UndoEntries(ctx context.Context, numbers []int64) (galley.EntriesUndone, error) {
	done := galley.EntriesUndone{Queued: []int64{}, Left: []galley.EntryLeft{}}
	numbers = slices.Clone(numbers)
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	for _, n := range slices.Backward(numbers) {
		p, undone, err := s.store.PublicationAt(ctx, n)
		if err == nil {
			err = s.undoOne(ctx, p, undone)
		}
		switch {
		case err == nil:
			done.Queued = append(done.Queued, n)
			if !slices.Contains(done.Shops, p.ShopID) {
				done.Shops = append(done.Shops, p.ShopID)
			}
		case len(numbers) > 1 && leavesOthers(err):
			done.Left = append(done.Left, galley.EntryLeft{Number: n, Product: p.Product, Reason: *galley.ReasonOf(err)})
		default:
			return done, err
		}
	}
	return done, nil
}

// leavesOthers reports whether the reason why one entry cannot be undone
// concerns it alone.
func leavesOthers(err error) bool {
	switch galley.CodeOf(err) {
	case galley.CodeNotFound, galley.CodeIllegalState, galley.CodeBusy:
		return true
	}
	return false
}

func (s *Service) undoOne(ctx context.Context, p galley.Publication, undone bool) error {
	switch {
	case p.State != galley.PublicationDone || p.Before == nil || p.Live == nil:
		return galley.Errorf(galley.CodeIllegalState, "This was not written to the shop, so there is nothing to put back.")
	case undone:
		return galley.Errorf(galley.CodeIllegalState, "This was put back already, or is about to be.")
	}
	set, err := s.settings.Get(ctx)
	if err != nil {
		return err
	}
	queued, err := s.store.QueueUndos(ctx, []galley.Publication{p}, set.Person)
	if err == nil && queued == 0 {
		err = galley.Errorf(galley.CodeBusy, "Another text for the %s of %s is on its way to the shop. Nothing was changed. Wait until it is there, then undo.", p.Field.Label(), p.Product.Title)
	}
	return err
}
