// Package lease lets one process at a time work on something, and another take
// over when it dies. A holder renews three times within the term. One that
// hangs loses the lease to a process that has watched it go unrenewed for the
// whole term; wall clocks are not compared, so a clock step takes no lease
// away.
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

// term is Term except in tests.
var term = Term

// SetTerm changes the term of leases taken from then on. It is for tests that
// stop processes for longer than a term, before the program starts; the linter
// forbids it elsewhere.
func SetTerm(d time.Duration) { term = d }

// Store stores leases.
type Store interface {
	TakeLease(ctx context.Context, name, holder string, term time.Duration) (bool, error)
	RenewLease(ctx context.Context, name, holder string, term time.Duration) (bool, error)
	DropLease(ctx context.Context, name, holder string) error
	// LeaseLapsed reports whether a lease was not renewed in time.
	LeaseLapsed(ctx context.Context, name string) (bool, error)
}

// Held is a lease that is renewed until it is released or lost.
type Held struct {
	galley.Lease
	store  Store
	ctx    context.Context //nolint:containedctx // the context is the lifetime of the lease
	cancel context.CancelCauseFunc
	done   sync.WaitGroup
}

// taken numbers the leases of this process, so that two parts of it never share
// one.
var taken atomic.Int64

// Take tries to take the lease for this process. It returns nil if the lease is
// held, by this process too.
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

// watchPause is how often a lapsed lease is checked.
const watchPause = 300 * time.Millisecond

// TakeLapsed is Take for callers that do not retry: if the lease seems to have
// lapsed, it watches for as long as a takeover needs.
func TakeLapsed(ctx context.Context, store Store, clock galley.Clock, name, process string) (*Held, error) {
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

// Release releases the lease, even if the context it was taken under has ended.
func (h *Held) Release() {
	h.cancel(nil)
	h.done.Wait()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(h.ctx), Term/3)
	defer cancel()
	// A lease that cannot be released lapses.
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
		// A failed renewal is retried at the next tick; saved results check the
		// lease in any case.
	}
}
