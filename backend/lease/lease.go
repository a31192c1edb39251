// Package lease lets one process at a time work a thing, and another take it
// over when that one died. A holder renews three times within the term; one
// that hangs loses the lease when the term is over.
package lease

import (
	"context"
	"sync"
	"time"

	"galley/backend/galley"
)

// Term is how long a lease lasts without being renewed.
const Term = 15 * time.Second

// Store keeps leases.
type Store interface {
	TakeLease(ctx context.Context, name, holder string, term time.Duration) (bool, error)
	RenewLease(ctx context.Context, name, holder string, term time.Duration) (bool, error)
	DropLease(ctx context.Context, name, holder string) error
}

// Held is a lease that renews itself until it is released or lost.
type Held struct {
	galley.Lease
	store  Store
	ctx    context.Context //nolint:containedctx // a lease is a stretch of time: its context is what it is for
	cancel context.CancelCauseFunc
	done   sync.WaitGroup
}

// Take tries to take the lease. It returns nil where somebody else holds it.
func Take(ctx context.Context, store Store, name, holder string) (*Held, error) {
	taken, err := store.TakeLease(ctx, name, holder, Term)
	if err != nil || !taken {
		return nil, err
	}
	h := &Held{Lease: galley.Lease{Name: name, Holder: holder}, store: store}
	h.ctx, h.cancel = context.WithCancelCause(ctx)
	h.done.Add(1)
	go h.renew()
	return h, nil
}

// Context ends when the lease is lost or released, or its parent ends.
func (h *Held) Context() context.Context { return h.ctx }

// Release gives the lease back, even when the context it was taken under has
// ended.
func (h *Held) Release() {
	h.cancel(nil)
	h.done.Wait()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(h.ctx), Term/3)
	defer cancel()
	// A lease that cannot be given back runs out by itself.
	_ = h.store.DropLease(ctx, h.Name, h.Holder)
}

func (h *Held) renew() {
	defer h.done.Done()
	tick := time.NewTicker(Term / 3)
	defer tick.Stop()
	for {
		select {
		case <-h.ctx.Done():
			return
		case <-tick.C:
		}
		held, err := h.store.RenewLease(h.ctx, h.Name, h.Holder, Term)
		if err == nil && !held {
			h.cancel(galley.Errorf(galley.CodeBusy, "Another Galley process took this over."))
			return
		}
		// A failed renewal is tried again at the next tick; results are fenced
		// by the lease in any case.
	}
}
