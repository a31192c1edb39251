package products

import (
	"context"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/lease"
)

// Sync brings the local copy of a shop up to date: page by page, continuing where a killed sync stopped, and finally
// removing what the shop no longer has. Products come first, then collections. If that is much, the products are
// kept until a person confirms, and the result counts them as missing. progress is called after each page. A second
// sync of the same shop at the same time is CodeBusy.
func (s *Service) Sync(ctx context.Context, shop galley.Shop, progress func(galley.Progress)) (SyncResult, error) {
	return s.sync(ctx, shop, progress, s.finish)
}

// Removals lists the products that the last sync did not find on the shop, and
// that are kept until a person confirms.
func (s *Service) Removals(ctx context.Context, shop galley.Shop) (galley.Removals, error) {
	return s.store.Removals(ctx, shop.ID)
}

// SyncAndRemove is a sync that removes the products of a plan of Removals that
// the shop still does not list, and no others: those are kept, and asked about
// again. A plan that is not the current one is CodeChanged, and nothing is read
// or removed.
func (s *Service) SyncAndRemove(ctx context.Context, shop galley.Shop, plan galley.PlanID, progress func(galley.Progress)) (SyncResult, error) {
	now, err := s.store.Removals(ctx, shop.ID)
	if err != nil {
		return SyncResult{}, err
	}
	if plan == "" || plan != now.Plan {
		return SyncResult{}, galley.NewError(galley.CodeChanged, messages.MissingProductsChanged(shop.Name))
	}
	return s.sync(ctx, shop, progress, func(ctx context.Context, r *reading) (int, error) {
		return s.store.FinishSyncRemoving(ctx, shop.ID, r.run, plan)
	})
}

// finish ends a sync for which nothing was confirmed, and returns how many
// products it removed.
func (s *Service) finish(ctx context.Context, r *reading) (removed int, err error) {
	ask, err := r.mustAsk(ctx)
	if err != nil {
		return 0, err
	}
	if ask {
		return 0, s.store.FinishSyncKeeping(ctx, r.shop.ID, r.run)
	}
	return s.store.FinishSync(ctx, r.shop.ID, r.run)
}

func (s *Service) sync(ctx context.Context, shop galley.Shop, progress func(galley.Progress), finish func(context.Context, *reading) (int, error)) (SyncResult, error) {
	held, err := lease.TakeLapsed(ctx, s.store, s.clock, "sync:"+string(shop.ID), s.holder)
	if err != nil {
		return SyncResult{}, err
	}
	if held == nil {
		return SyncResult{}, galley.NewError(galley.CodeBusy, messages.SyncRunning(shop.Name))
	}
	defer held.Release()

	client, err := s.clients.Client(ctx, shop)
	if err != nil {
		return SyncResult{}, err
	}
	start := s.clock.Now()
	run, cursor, err := s.store.BeginSync(ctx, shop.ID)
	if err != nil {
		return SyncResult{}, err
	}
	r := &reading{service: s, client: client, shop: shop, run: run, progress: progress, unread: map[string]bool{}}
	if err := r.pages(held.Context(), cursor); err != nil {
		return SyncResult{}, err
	}
	failpoint.Reach(failpoint.SyncAllRead)
	removed, err := finish(held.Context(), r)
	if err != nil {
		return SyncResult{}, err
	}
	collections, err := r.collections(held.Context())
	if err != nil {
		return SyncResult{}, err
	}
	now, err := s.store.ShopOverview(ctx, shop.ID)
	return SyncResult{
		Products: now.ProductCount, Images: now.ImageCount, Removed: removed, Missing: now.Missing, Incomplete: len(r.unread),
		CollectionsResult: collections,
		Millis:            s.clock.Now().Sub(start).Milliseconds(),
	}, err
}
