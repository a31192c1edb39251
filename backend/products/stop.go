package products

import (
	"context"
	"slices"
	"sync"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/lease"
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

func leaseName(shop galley.ShopID) string { return "sync:" + string(shop) }

// Stop stops the sync of a shop as an interrupted command does, whichever process runs it, and returns when it has ended: a
// list that the shop is writing is cancelled there, and what was read stays for the next sync. It reports whether one was
// under way. One that another process was asked to stop and has not in time is CodeBusy.
func (s *Service) Stop(ctx context.Context, shop galley.Shop) (stopped bool, err error) {
	syncs := s.underWay.of(shop.ID)
	for _, sync := range syncs {
		sync.stop()
		select {
		case <-sync.ended:
		case <-ctx.Done():
			return false, galley.WrapError(ctx.Err(), galley.CodeCancelled, messages.ShopCallStopped)
		}
	}
	elsewhere, err := s.stopElsewhere(ctx, shop)
	return len(syncs) > 0 || elsewhere, err
}

// How a process is asked to stop its sync.
const (
	// heedEvery is how often a sync looks whether it is to stop.
	heedEvery = 500 * time.Millisecond
	// endsWithin is how long it has for that: until it may be taken over, if it stands still, and to cancel its list.
	endsWithin = lease.Term + heedEvery + 2*cancelWithin
	endLook    = 100 * time.Millisecond
)

// stopElsewhere asks the process that syncs a shop to stop, and waits until it has.
func (s *Service) stopElsewhere(ctx context.Context, shop galley.Shop) (stopped bool, err error) {
	held, err := s.store.AskToStop(ctx, leaseName(shop.ID))
	if err != nil || held.Holder == "" {
		return false, err
	}
	for until := galley.Elapsed(s.clock) + endsWithin; galley.Elapsed(s.clock) < until; {
		if ended, err := s.store.LeaseEnded(ctx, held); err != nil || ended {
			return ended, err
		}
		if err := s.clock.Sleep(ctx, endLook); err != nil {
			return false, galley.WrapError(err, galley.CodeCancelled, messages.ShopCallStopped)
		}
	}
	return false, galley.NewError(galley.CodeBusy, messages.SyncElsewhere(shop.Name))
}

// heed stops a sync once another process has asked for that, until its lease ends.
func (s *Service) heed(held *lease.Held, stop func()) {
	look := time.NewTicker(heedEvery)
	defer look.Stop()
	for {
		select {
		case <-held.Context().Done():
			return
		case <-look.C:
		}
		if asked, err := s.store.StopAsked(held.Context(), held.Lease); err == nil && asked {
			stop()
			return
		}
	}
}
