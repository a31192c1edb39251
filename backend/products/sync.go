package products

import (
	"context"
	"sync"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/lease"
)

// Sync brings the local copy of a shop up to date, continuing where a killed sync stopped, and finally removing what
// the shop no longer has. It reads what changed since the last sync, or all products; these come page by page, or from a
// list that a large shop writes. Collections come after the products, or beside a list of them. If much is gone, the
// products are kept until a person confirms, and the result counts them as missing. progress is called as often as there
// is some. A second sync of the same shop at the same time is CodeBusy.
func (s *Service) Sync(ctx context.Context, shop galley.Shop, progress func(galley.SyncProgress)) (SyncResult, error) {
	return s.sync(ctx, shop, how{finish: s.finish}, progress)
}

// SyncWhole is a sync that reads all products, however few changed.
func (s *Service) SyncWhole(ctx context.Context, shop galley.Shop, progress func(galley.SyncProgress)) (SyncResult, error) {
	return s.sync(ctx, shop, how{whole: true, finish: s.finish}, progress)
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
func (s *Service) SyncAndRemove(ctx context.Context, shop galley.Shop, plan galley.PlanID, progress func(galley.SyncProgress)) (SyncResult, error) {
	now, err := s.store.Removals(ctx, shop.ID)
	if err != nil {
		return SyncResult{}, err
	}
	if plan == "" || plan != now.Plan {
		return SyncResult{}, galley.NewError(galley.CodeChanged, messages.MissingProductsChanged(shop.Name))
	}
	return s.sync(ctx, shop, how{whole: true, finish: func(ctx context.Context, r *reading) (int, error) {
		return s.store.FinishSyncRemoving(ctx, shop.ID, r.run, plan)
	}}, progress)
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

// sync syncs a shop until it is done or stopped.
func (s *Service) sync(ctx context.Context, shop galley.Shop, how how, progress func(galley.SyncProgress)) (SyncResult, error) {
	asked, stop := context.WithCancel(ctx)
	defer stop()
	stopping, saved, end := s.underWay.begin(asked, shop.ID)
	defer end()
	how.saved, how.stop = saved, stop
	result, err := s.syncUntil(stopping, shop, how, progress)
	if err != nil && stopping.Err() != nil && ctx.Err() == nil {
		err = galley.WrapError(err, galley.CodeCancelled, messages.SyncStopped(shop.Name))
	}
	return result, err
}

func (s *Service) syncUntil(ctx context.Context, shop galley.Shop, how how, progress func(galley.SyncProgress)) (SyncResult, error) {
	held, err := lease.TakeLapsed(ctx, s.store, s.clock, leaseName(shop.ID), s.holder)
	if err != nil {
		return SyncResult{}, err
	}
	if held == nil {
		return SyncResult{}, galley.NewError(galley.CodeBusy, messages.SyncRunning(shop.Name))
	}
	var heeding sync.WaitGroup
	defer heeding.Wait()
	defer held.Release()
	heeding.Go(func() { s.heed(held, how.stop) })

	client, err := s.clients.Client(ctx, shop)
	if err != nil {
		return SyncResult{}, err
	}
	start := s.clock.Now()
	r := &reading{service: s, client: client, shop: shop, how: how, progress: progress, held: held.Lease, unread: map[string]bool{}}
	r.run.Lease = held.Lease
	if l, is := client.(galley.ShopLister); is {
		r.lister = lister{l}
	}
	defer func() { r.collecting.end() }()
	removed, err := r.products(held.Context())
	if err != nil {
		r.cancelled(ctx)
		return SyncResult{}, overtaken(held, err)
	}
	how.saved()
	collections, err := r.collections(held.Context())
	if err != nil {
		return SyncResult{}, overtaken(held, err)
	}
	now, err := s.store.ShopOverview(ctx, shop.ID)
	return SyncResult{
		Products: now.ProductCount, Images: now.ImageCount, Removed: removed, Missing: now.Missing, Incomplete: len(r.unread),
		Kind: r.kind, ListError: r.listError,
		CollectionsResult: collections,
		Millis:            s.clock.Now().Sub(start).Milliseconds(),
	}, err
}

// overtaken says so of a sync that ended since another process has taken its lease over.
func overtaken(held *lease.Held, err error) error {
	if lost := context.Cause(held.Context()); galley.HasCode(lost, galley.CodeBusy) {
		return galley.WrapError(err, galley.CodeBusy, messages.SyncOvertaken)
	}
	return err
}

// how is what a person asked of a sync, and what it does at its turns.
type how struct {
	whole  bool // all products are read
	finish func(context.Context, *reading) (removed int, err error)
	saved  func() // once it saves no more products
	stop   func() // stops it
}
