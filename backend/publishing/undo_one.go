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
	if err == nil {
		err = undoable(p, undone)
	}
	if err != nil {
		return err
	}
	queued, err := s.queueUndos(ctx, []galley.Publication{p})
	if err == nil && len(queued) == 0 {
		err = onItsWay(p)
	}
	return err
}

// UndoEntries decides to put back what stood before entries of the ledger. Of
// several for one place the newest goes. Those that cannot go are named with
// the reason; a single one that cannot is an error.
func (s *Service) UndoEntries(ctx context.Context, numbers []int64) (galley.EntriesUndone, error) {
	done := galley.EntriesUndone{Queued: []int64{}, Left: []galley.EntryLeft{}}
	newestFirst := slices.Compact(slices.Sorted(slices.Values(numbers)))
	slices.Reverse(newestFirst)
	pubs, at := []galley.Publication{}, map[string]int64{}
	for _, n := range newestFirst {
		p, undone, err := s.store.PublicationAt(ctx, n)
		if err == nil {
			err = undoable(p, undone)
		}
		switch {
		case err == nil:
			pubs, at[p.ID] = append(pubs, p), n
		case len(newestFirst) > 1 && ofEntry(err):
			done.Left = append(done.Left, galley.EntryLeft{Number: n, Product: p.Product, Reason: *galley.ReasonOf(err)})
		default:
			return done, err
		}
	}
	queued, err := s.queueUndos(ctx, pubs)
	if err != nil {
		return done, err
	}
	went := map[string]bool{}
	for _, id := range queued {
		went[id] = true
	}
	for _, p := range pubs {
		switch {
		case went[p.ID]:
			done.Queued = append(done.Queued, at[p.ID])
			if !slices.Contains(done.Shops, p.ShopID) {
				done.Shops = append(done.Shops, p.ShopID)
			}
		case len(newestFirst) > 1:
			done.Left = append(done.Left, galley.EntryLeft{Number: at[p.ID], Product: p.Product, Reason: *galley.ReasonOf(onItsWay(p))})
		default:
			return done, onItsWay(p)
		}
	}
	return done, nil
}

func (s *Service) queueUndos(ctx context.Context, pubs []galley.Publication) ([]string, error) {
	set, err := s.settings.Get(ctx)
	if err != nil {
		return nil, err
	}
	return s.store.QueueUndos(ctx, pubs, set.Person)
}

// ofEntry reports whether the reason why an entry cannot be undone concerns it
// alone.
func ofEntry(err error) bool {
	return galley.HasCode(err, galley.CodeNotFound) || galley.HasCode(err, galley.CodeIllegalState)
}

// undoable says why a publication cannot be undone, nil where it can.
func undoable(p galley.Publication, undone bool) error {
	switch {
	case !onTheShop(p) || p.Before == nil || p.Live == nil:
		return galley.Errorf(galley.CodeIllegalState, "This was not written to the shop, so there is nothing to put back.")
	case undone:
		return galley.Errorf(galley.CodeIllegalState, "This was put back already, or is about to be.")
	}
	return nil
}

// onTheShop reports whether the publication was written, also where the shop
// made another text of it.
func onTheShop(p galley.Publication) bool {
	return p.State == galley.PublicationDone ||
		p.State == galley.PublicationClash && p.Error != nil && p.Error.Code == galley.CodeShopReadback
}

func onItsWay(p galley.Publication) error {
	return galley.Errorf(galley.CodeBusy, "Another text for the %s of %s is on its way to the shop. Nothing was changed. Wait until it is there, then undo.", p.Field.Label(), p.Product.Title)
}
