package publishing

import (
	"context"
	"maps"
	"slices"

	"galley/backend/galley"
)

// Outbox tells what waits for a shop, job by job.
func (s *Service) Outbox(ctx context.Context, shop galley.ShopID) ([]galley.OutboxPart, error) {
	if _, err := s.store.Shop(ctx, string(shop)); err != nil {
		return nil, err
	}
	return s.store.Outbox(ctx, shop)
}

// Withdraw takes back what was decided and has not gone out yet, and returns
// how much that was.
func (s *Service) Withdraw(ctx context.Context, req galley.WithdrawRequest) (int, error) {
	if req.JobID == "" {
		shop, err := s.store.Shop(ctx, string(req.ShopID))
		if err != nil {
			return 0, err
		}
		return s.store.Withdraw(ctx, shop.ID, "", nil)
	}
	job, shop, named, err := s.subject(ctx, req.JobID, req.ItemIDs)
	if err != nil {
		return 0, err
	}
	return s.store.Withdraw(ctx, shop.ID, job.ID, slices.Collect(maps.Keys(named)))
}

// TryNow has a shop's outbox tried at once, where it is left alone for a while.
func (s *Service) TryNow(ctx context.Context, shop galley.ShopID) error {
	return s.store.TryShop(ctx, shop)
}
