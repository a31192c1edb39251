package review

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// mostListed is how many unsaved edits are listed over all jobs.
const mostListed = 100

// KeepUnsaved keeps what a person typed into a draft in a window, so that it
// outlives the window. The draft does not change, and no limit of the field
// holds yet. Of two calls of one window the one of the later turn counts. A text that could be no field's is CodeInvalidInput.
func (s *Service) KeepUnsaved(ctx context.Context, id galley.ItemID, seat string, turn, revision int, content string) error {
	if seat == "" || len(seat) > galley.MaxSeat {
		return galley.NewError(galley.CodeInvalidInput, messages.SeatTooLong(galley.MaxSeat))
	}
	if len(content) > galley.MaxUnsaved {
		return galley.NewError(galley.CodeInvalidInput, messages.UnsavedTooLong(galley.MaxUnsaved))
	}
	item, err := s.store.Item(ctx, id)
	if err != nil {
		return err
	}
	person, err := s.person(ctx, item.ShopID)
	if err != nil {
		return err
	}
	return s.store.SaveUnsaved(ctx, id, galley.UnsavedEdit{Seat: seat, Turn: turn, Revision: revision, Content: content, Person: person, TypedAt: s.clock.Now()})
}

// DropUnsaved forgets what was kept of a window up to a turn of it: it is saved, given
// up, or taken over by another window. What is typed there afterwards is kept.
func (s *Service) DropUnsaved(ctx context.Context, id galley.ItemID, seat string, turn int) error {
	return s.store.DropUnsaved(ctx, id, seat, turn)
}

// Unsaved lists what was typed into a draft, in any window, and is not its text.
func (s *Service) Unsaved(ctx context.Context, id galley.ItemID) ([]galley.UnsavedEdit, error) {
	return s.store.Unsaved(ctx, id)
}

// AllUnsaved lists the drafts with something typed and not saved, the last typed first.
func (s *Service) AllUnsaved(ctx context.Context) ([]galley.UnsavedAt, error) {
	return s.store.AllUnsaved(ctx, mostListed)
}
