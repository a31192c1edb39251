package products

import (
	"context"

	"galley/backend/galley"
)

// SetFacts replaces what is true of all products of a shop, a line each.
func (s *Service) SetFacts(ctx context.Context, shop galley.ShopID, facts string) error {
	if err := galley.CheckFacts(facts); err != nil {
		return err
	}
	return s.store.SetFacts(ctx, shop, facts)
}
