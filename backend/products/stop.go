package products

import (
	"context"
	"slices"
	"sync"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// underWay are the syncs of this process, so that a person can stop them.
type underWay struct {
	mu    sync.Mutex
	syncs map[galley.ShopID][]*stoppable
}

// stoppable is a sync that has not ended.
type stoppable struct {
	stop   context.CancelFunc
	ended  chan struct{}
	saving bool // it may save products
}

// begin returns the context of a sync, which ends when it is stopped. The sync calls saved when it saves no more products,
// and end when nothing of it is left to do.
func (u *underWay) begin(ctx context.Context, shop galley.ShopID) (stopping context.Context, saved, end func()) {
	stopping, stop := context.WithCancel(ctx)
	own := &stoppable{stop, make(chan struct{}), true}
	saved = func() {
		u.mu.Lock()
		defer u.mu.Unlock()
		own.saving = false
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.syncs == nil {
		u.syncs = map[galley.ShopID][]*stoppable{}
	}
	u.syncs[shop] = append(u.syncs[shop], own)
	return stopping, saved, func() {
		stop()
		u.mu.Lock()
		defer u.mu.Unlock()
		var others []*stoppable
		for _, s := range u.syncs[shop] {
			if s != own {
				others = append(others, s)
			}
		}
		u.syncs[shop] = others
		close(own.ended)
	}
}

// noneSaves reports whether no sync of this process saves products.
func (u *underWay) noneSaves() bool {
	u.mu.Lock()
	defer u.mu.Unlock()
	for _, syncs := range u.syncs {
		if slices.ContainsFunc(syncs, func(s *stoppable) bool { return s.saving }) {
			return false
		}
	}
	return true
}

func (u *underWay) of(shop galley.ShopID) []*stoppable {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.syncs[shop]
}

// Stop stops the sync of a shop as an interrupted command does, and returns when it has ended: a list that the shop is
// writing is cancelled there, and what was read stays for the next sync. One of another Galley process is CodeBusy. Where
// none is under way, there is nothing to do.
func (s *Service) Stop(ctx context.Context, shop galley.Shop) error {
	syncs := s.underWay.of(shop.ID)
	for _, sync := range syncs {
		sync.stop()
		select {
		case <-sync.ended:
		case <-ctx.Done():
			return galley.WrapError(ctx.Err(), galley.CodeCancelled, messages.ShopCallStopped)
		}
	}
	if len(syncs) > 0 {
		return nil
	}
	now, err := s.store.ShopOverview(ctx, shop.ID)
	if err == nil && now.Sync != nil {
		err = galley.NewError(galley.CodeBusy, messages.SyncElsewhere(shop.Name))
	}
	return err
}
