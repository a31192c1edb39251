package publishing

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"time"

	"galley/backend/galley"
	"galley/backend/lease"
)

const (
	poll    = 300 * time.Millisecond // how often the outbox is looked at
	backoff = 10 * time.Second       // how long a shop that does not answer is left alone
)

// Dispatcher sends publications to their shops: each shop under its lease, each
// place on a shop in the order in which they were queued.
type Dispatcher struct {
	store   Store
	clients galley.ShopClients
	clock   galley.Clock
	holder  string
	log     *slog.Logger
	busy    sync.Map // shops that this process is at: one lease holder works a shop once at a time
	shares  shares
}

// NewDispatcher makes the dispatcher. holder names this run of the program in leases.
func NewDispatcher(store Store, clients galley.ShopClients, clock galley.Clock, holder string, log *slog.Logger) *Dispatcher {
	return &Dispatcher{store: store, clients: clients, clock: clock, holder: holder, log: log}
}

// Run works every shop's outbox until ctx ends. A shop that cannot be reached
// is tried again after a while, or on request; its publications stay queued.
func (d *Dispatcher) Run(ctx context.Context) {
	var busy sync.Map
	var workers sync.WaitGroup
	defer workers.Wait()
	for ctx.Err() == nil {
		ids, err := d.store.ShopsToTry(ctx, longestPause)
		d.unread(ctx, err)
		ids = append(ids, d.toWatch(ctx)...)
		for _, id := range ids {
			if _, taken := busy.LoadOrStore(id, true); taken {
				continue
			}
			workers.Go(func() {
				defer busy.Delete(id)
				if _, err := d.Dispatch(ctx, id); err != nil && ctx.Err() == nil {
					d.log.Warn("publishing waits", "shop", id, "code", galley.CodeOf(err), "error", err)
				}
			})
		}
		_ = d.clock.Sleep(ctx, poll)
	}
}

// toWatch lists the shops with a write of unknown outcome.
func (d *Dispatcher) toWatch(ctx context.Context) []galley.ShopID {
	ids, err := d.store.ShopsToWatch(ctx, longestLook)
	d.unread(ctx, err)
	return ids
}

// unread logs that the outbox cannot be read: the next try may succeed.
func (d *Dispatcher) unread(ctx context.Context, err error) {
	if err != nil && ctx.Err() == nil {
		d.log.Error("the outbox cannot be read", "error", err)
	}
}

// RunUntilIdle works every shop's outbox until it is empty, except for shops
// that cannot be reached: the error of the first of them is returned.
func (d *Dispatcher) RunUntilIdle(ctx context.Context) error {
	var first error
	away := map[galley.ShopID]bool{}
	for {
		ids, err := d.store.ShopsWithOutbox(ctx)
		if err != nil {
			return err
		}
		ids = append(ids, d.toWatch(ctx)...)
		ids = slices.DeleteFunc(ids, func(id galley.ShopID) bool { return away[id] })
		if len(ids) == 0 {
			return first
		}
		worked, failed := d.dispatchAll(ctx, ids)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		for _, id := range ids {
			if err := failed[id]; err != nil {
				away[id] = true
				first = cmp.Or(first, err)
			}
		}
		if !worked && len(failed) == 0 {
			if err := d.clock.Sleep(ctx, poll); err != nil {
				return err
			}
		}
	}
}

// dispatchAll works the outboxes of shops side by side. worked is false if other processes have all of
// them.
func (d *Dispatcher) dispatchAll(ctx context.Context, ids []galley.ShopID) (worked bool, failed map[galley.ShopID]error) {
	var mu sync.Mutex
	var workers sync.WaitGroup
	failed = map[galley.ShopID]error{}
	for _, id := range ids {
		workers.Go(func() {
			did, err := d.Dispatch(ctx, id)
			mu.Lock()
			defer mu.Unlock()
			worked = worked || did
			if err != nil {
				failed[id] = err
			}
		})
	}
	workers.Wait()
	return worked, failed
}

// Dispatch takes a shop's lease and works its outbox until it is empty. It
// reports false if another process has it. An error that concerns the whole
// shop ends it; what was not sent stays queued.
func (d *Dispatcher) Dispatch(ctx context.Context, id galley.ShopID) (worked bool, err error) {
	if _, taken := d.busy.LoadOrStore(id, true); taken {
		return false, nil
	}
	defer d.busy.Delete(id)
	held, err := lease.Take(ctx, d.store, "outbox:"+string(id), d.holder)
	if err != nil || held == nil {
		return false, err
	}
	defer held.Release()
	err = d.empty(held.Context(), id, held.Lease)
	switch {
	case ctx.Err() != nil:
		return true, ctx.Err()
	case galley.HasCode(err, galley.CodeBusy), held.Context().Err() != nil: // the lease was lost: its holder continues
		return false, nil
	}
	if err == nil {
		return true, d.store.ResumeShop(ctx, id)
	}
	return true, errors.Join(err, d.halt(ctx, id, err))
}

// halt records why a shop's outbox waits, and pauses its watches for a while.
func (d *Dispatcher) halt(ctx context.Context, id galley.ShopID, why error) error {
	due, err := d.store.DueWatches(ctx, id, longestLook)
	for _, w := range due {
		err = errors.Join(err, d.store.LookAgain(ctx, w.ID, false, d.clock.Now().Add(lookRetry)))
	}
	parts, outboxErr := d.store.Outbox(ctx, id)
	if err = errors.Join(err, outboxErr); err != nil || len(parts) == 0 {
		return err
	}
	return d.store.HaltShop(ctx, id, *galley.ReasonOf(why), d.clock.Now().Add(pauseAfter(galley.CodeOf(why))))
}

// empty works a shop's outbox until it is empty.
func (d *Dispatcher) empty(ctx context.Context, id galley.ShopID, held galley.Lease) error {
	shop, err := d.store.Shop(ctx, string(id))
	if err != nil {
		return err
	}
	client, err := d.clients.Client(ctx, shop)
	if err != nil {
		return err
	}
	sender := &sender{store: d.store, client: client, held: held, clock: d.clock, resume: func() error { return nil }, synced: func() error { return nil }}
	sender.groups, _ = client.(galley.GroupWriter)
	sender.share = d.shares.each
	defer d.shares.join()()
	if shop.Kind.Traits().InDataFile { // the disk keeps a window of texts at once
		sender.synced = func() error { return d.store.Sync(context.WithoutCancel(ctx)) }
		ctx = galley.SyncLater(ctx)
	}
	if shop.Halted != nil { // what is sent now is not waiting for anything
		sender.resume = sync.OnceValue(func() error { return d.store.ResumeShop(context.WithoutCancel(ctx), id) })
	}
	unsettled, err := d.store.Unsettled(ctx, id)
	if err != nil {
		return err
	}
	if err := sender.settleAll(ctx, unsettled); err != nil {
		return err
	}
	return sender.sendAll(ctx, id)
}
