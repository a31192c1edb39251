package catalogue

import (
	"context"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/lease"
)

// SyncStore keeps a sync's pages and where it stands.
type SyncStore interface {
	lease.Watched
	BeginSync(ctx context.Context, shop galley.ShopID) (run int64, cursor string, err error)
	RestartSync(ctx context.Context, shop galley.ShopID) error
	SavePage(ctx context.Context, shop galley.ShopID, run int64, page galley.ProductBatch) error
	Unseen(ctx context.Context, shop galley.ShopID, run int64) (unseen, known int, err error)
	FinishSyncKeeping(ctx context.Context, shop galley.ShopID, run int64, missing int) error
	FinishSync(ctx context.Context, shop galley.ShopID, run int64) (removed int, err error)
}

// Sync brings the local copy of a shop up to date: page by page, going on
// where a killed sync stopped, and dropping at the end what the shop no longer
// has. Where that is much, the products are kept until a person confirms, and
// the result counts them as missing. progress is called after each page. A
// second sync of the same shop at the same time is CodeBusy.
func (s *Service) Sync(ctx context.Context, shop galley.Shop, progress func(galley.Progress)) (SyncResult, error) {
	return s.sync(ctx, shop, progress, false)
}

// SyncAndRemove is a sync for which a person has confirmed that every product
// that the shop does not list is removed from the local copy.
func (s *Service) SyncAndRemove(ctx context.Context, shop galley.Shop, progress func(galley.Progress)) (SyncResult, error) {
	return s.sync(ctx, shop, progress, true)
}

func (s *Service) sync(ctx context.Context, shop galley.Shop, progress func(galley.Progress), confirmed bool) (SyncResult, error) {
	held, err := lease.TakeLapsed(ctx, s.store, s.clock, "sync:"+string(shop.ID), s.holder)
	if err != nil {
		return SyncResult{}, err
	}
	if held == nil {
		return SyncResult{}, galley.Errorf(galley.CodeBusy, "%s is being synced already. Nothing was changed.", shop.Name)
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
	missing := 0
	if !confirmed {
		if missing, err = r.missing(held.Context()); err != nil {
			return SyncResult{}, err
		}
	}
	removed := 0
	if missing > 0 {
		err = s.store.FinishSyncKeeping(ctx, shop.ID, run, missing)
	} else {
		removed, err = s.store.FinishSync(ctx, shop.ID, run)
	}
	if err != nil {
		return SyncResult{}, err
	}
	now, err := s.store.Shop(ctx, string(shop.ID))
	return SyncResult{
		Products: now.ProductCount, Images: now.ImageCount, Removed: removed, Missing: missing, Incomplete: len(r.unread),
		Millis: s.clock.Now().Sub(start).Milliseconds(),
	}, err
}
