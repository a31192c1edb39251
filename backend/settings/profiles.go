package settings

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// Profile returns how a shop speaks.
func (s *Service) Profile(ctx context.Context, shop galley.ShopID) (galley.Profile, error) {
	return s.store.Profile(ctx, shop)
}

// SaveProfile saves how a shop speaks, for jobs that are made from now on, and
// returns it as it is kept. Jobs that were started keep theirs.
func (s *Service) SaveProfile(ctx context.Context, shop galley.ShopID, profile galley.Profile) (galley.Profile, error) {
	clean, err := profile.Clean()
	if err != nil {
		return profile, err
	}
	return clean, s.store.SetProfile(ctx, shop, clean)
}

// MarkGood adds a text to those that a shop's profile has as good.
func (s *Service) MarkGood(ctx context.Context, shop galley.ShopID, text galley.GoodText) (galley.Profile, error) {
	if text.MarkedBy == "" {
		set, err := s.For(ctx, shop)
		if err != nil {
			return galley.Profile{}, err
		}
		text.MarkedBy = set.Person
	}
	return s.store.ChangeProfile(ctx, shop, func(p galley.Profile) (galley.Profile, error) { return p.WithGood(text), nil })
}

// MarkOnShop marks the text that the shop has at a field as good.
func (s *Service) MarkOnShop(ctx context.Context, shop galley.ShopID, f galley.Field, of galley.Subject) (galley.Profile, error) {
	now, _ := of.Value(f)
	if f.Place() == galley.PlaceImage || markup.Empty(f, now) {
		return galley.Profile{}, galley.NewError(galley.CodeInvalidInput, messages.NothingToMark(string(f)))
	}
	return s.MarkGood(ctx, shop, galley.GoodText{Field: f, PlaceID: of.Target.ID, Title: of.Title(), Type: of.Product.ProductType, Text: now.Text})
}

// UnmarkOnShop takes back the marks of the field's texts, also of one that the shop has replaced since. Where there are
// none it is CodeNotFound.
func (s *Service) UnmarkOnShop(ctx context.Context, shop galley.ShopID, f galley.Field, of galley.Subject) (galley.Profile, error) {
	return s.store.ChangeProfile(ctx, shop, func(p galley.Profile) (galley.Profile, error) {
		without := p.WithoutGoodOf(f, of)
		if len(without.Examples) == len(p.Examples) {
			return p, galley.NewError(galley.CodeNotFound, messages.NoSuchMark)
		}
		return without, nil
	})
}
