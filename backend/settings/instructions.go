package settings

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// MaxName is the longest name of saved instructions, in characters.
const MaxName = 80

// Instructions lists what is saved for the field and the shop: entries for all
// shops, and for this one, and after them those that come with Galley. An empty
// field or shop matches all.
func (s *Service) Instructions(ctx context.Context, f galley.Field, shop galley.ShopID) ([]galley.Instructions, error) {
	all, err := s.store.SavedInstructions(ctx)
	if err != nil {
		return nil, err
	}
	fitting := []galley.Instructions{}
	for _, i := range all {
		if (f == "" || i.Field == f) && (shop == "" || i.ShopID == "" || i.ShopID == shop) {
			fitting = append(fitting, i)
		}
	}
	return append(fitting, houseInstructions(f)...), nil
}

// SaveInstructions saves a text under a name, as a new entry if the id is
// empty. Jobs that were started with it keep their copy.
func (s *Service) SaveInstructions(ctx context.Context, i galley.Instructions) (galley.Instructions, error) {
	i.Name, i.Text = strings.TrimSpace(i.Name), strings.TrimSpace(i.Text)
	if _, err := galley.ParseField(string(i.Field)); err != nil {
		return i, err
	}
	switch {
	case isHouse(i.ID):
		return i, galley.NewError(galley.CodeInvalidInput, messages.HouseInstructionsFixed)
	case i.Name == "" || utf8.RuneCountInString(i.Name) > MaxName:
		return i, galley.NewError(galley.CodeInvalidInput, messages.InstructionsNameInvalid(MaxName))
	case i.Text == "":
		return i, galley.NewError(galley.CodeInvalidInput, messages.InstructionsEmpty)
	case utf8.RuneCountInString(i.Text) > galley.MaxInstructions:
		return i, galley.NewError(galley.CodeInvalidInput, messages.SavedInstructionsTooLong(galley.MaxInstructions))
	}
	if i.ID == "" {
		i.ID = uuid.NewString()
	}
	i.UpdatedAt, i.House = s.clock.Now(), false
	return i, s.store.PutInstructions(ctx, i)
}

// DeleteInstructions deletes saved instructions.
func (s *Service) DeleteInstructions(ctx context.Context, id string) error {
	if isHouse(id) {
		return galley.NewError(galley.CodeInvalidInput, messages.HouseInstructionsFixed)
	}
	return s.store.DeleteInstructions(ctx, id)
}
