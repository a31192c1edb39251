package publishing

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// mostTypedListed is how many editors with unsaved texts are listed.
const mostTypedListed = 100

// KeepTyped keeps what a person typed in the editor of a product or collection in a
// window, so that it outlives the window. Nothing is sent, no saved draft changes,
// and no limit of a field holds yet. No texts forget it. Of two calls of one window
// the one of the later turn counts.
func (s *Service) KeepTyped(ctx context.Context, shop galley.ShopID, id, seat string, turn int, texts []galley.OwnText) error {
	if seat == "" || len(seat) > galley.MaxSeat {
		return galley.NewError(galley.CodeInvalidInput, messages.SeatTooLong(galley.MaxSeat))
	}
	edits := make([]galley.TextEdit, len(texts))
	for i, t := range texts {
		if len(t.Content) > galley.MaxUnsaved {
			return galley.NewError(galley.CodeInvalidInput, messages.UnsavedTooLong(galley.MaxUnsaved))
		}
		edits[i] = galley.TextEdit{Field: t.Field, ImageID: t.ImageID}
	}
	person, owner := "", id
	if len(texts) > 0 {
		of, err := s.store.Subject(ctx, shop, galley.Listed{Target: editorOf(id, edits)})
		if err != nil {
			return err
		}
		set, err := s.settings.For(ctx, shop)
		if err != nil {
			return err
		}
		person, owner = set.Person, of.Target.ID
	}
	return s.store.SaveTyped(ctx, shop, owner, galley.TypedTexts{Seat: seat, Turn: turn, Texts: texts, Person: person})
}

// Typed lists what was typed in the editor of a product or collection, in any
// window, and not saved.
func (s *Service) Typed(ctx context.Context, shop galley.ShopID, id string) ([]galley.TypedTexts, error) {
	return s.store.Typed(ctx, shop, id)
}

// AllTyped lists the editors with something typed and not saved, the last typed first.
func (s *Service) AllTyped(ctx context.Context) ([]galley.TypedAt, error) {
	return s.store.AllTyped(ctx, mostTypedListed)
}
