// Package lease lets one process at a time work a thing, and another take it
// over when that one died. A holder renews three times within the term. One
// that hangs loses the lease to a process that has watched it go unrenewed for
// the whole term; the wall clock is not compared, so that a step of it takes a
// lease from no one.
package lease

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Term is how long a lease lasts without being renewed.
const Term = 15 * time.Second

// term is Term but in tests.
var term = Term

// SetTerm changes the term of the leases that are taken from then on. It is for
// tests that stop processes for longer than a term, before the program starts;
// the linter keeps it out of everything else.
func SetTerm(d time.Duration) { term = d }

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

// taken numbers the leases of this process: one that it holds already is not
// taken a second time by another part of it.
var taken atomic.Int64

// Take tries to take the lease for the process. It returns nil where the lease
// is held, also by this process.
func Take(ctx context.Context, store Store, name, process string) (*Held, error) {
	holder := fmt.Sprintf("%s/%d", process, taken.Add(1))
	ok, err := store.TakeLease(ctx, name, holder, term)
	if err != nil || !ok {
		return nil, err
	}
	h := &Held{Lease: galley.Lease{Name: name, Holder: holder}, store: store}
	h.ctx, h.cancel = context.WithCancelCause(ctx)
	h.done.Add(1)
	go h.renew()
	return h, nil
}

// watchPause is how often a lapsed lease is looked at.
const watchPause = 300 * time.Millisecond

// Watched is a store that knows a lease that was not renewed in time.
type Watched interface {
	Store
	LeaseLapsed(ctx context.Context, name string) (bool, error)
}

// TakeLapsed is Take for callers that do not come back: where the lease seems
// to have lapsed, it watches for as long as a takeover needs.
func TakeLapsed(ctx context.Context, store Watched, clock galley.Clock, name, process string) (*Held, error) {
	for until := galley.Elapsed(clock) + term + 2*watchPause; ; {
		held, err := Take(ctx, store, name, process)
		if err != nil || held != nil || galley.Elapsed(clock) > until {
			return held, err
		}
		if lapsed, err := store.LeaseLapsed(ctx, name); err != nil || !lapsed {
			return nil, err
		}
		if err := clock.Sleep(ctx, watchPause); err != nil {
			return nil, err
		}
	}
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
	tick := time.NewTicker(term / 3)
	defer tick.Stop()
	for {
		select {
		case <-h.ctx.Done():
			return
		case <-tick.C:
		}
		held, err := h.store.RenewLease(h.ctx, h.Name, h.Holder, term)
		if err == nil && !held {
			h.cancel(galley.NewError(galley.CodeBusy, messages.LeaseLost))
			return
		}
		// A failed renewal is tried again at the next tick; results are fenced
		// by the lease in any case.
	}
}
