package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// TakeLease takes or renews the lease. It reports false where another holder
// has it. A lease is taken over when its holder's process has died, or when
// this process has watched it go unrenewed for its whole term. The wall clock
// has no part in that. While the data file is compacted, a lease of work is
// CodeBusy at once.
func (s *Store) TakeLease(ctx context.Context, name, holder string, term time.Duration) (taken bool, err error) {
	// Compacting holds up writers, so it is seen by reading first.
	if err := s.view(ctx, func(q *db.Queries, _ *sql.Tx) error { return s.refuseWhileCompacting(ctx, q, name) }); err != nil {
		return false, err
	}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := s.refuseWhileCompacting(ctx, q, name); err != nil {
			return err
		}
		free, err := s.mayTake(ctx, q, name, holder)
		if err != nil || !free {
			return err
		}
		taken = true
		err = q.PutLease(ctx, db.PutLeaseParams{
			Name: name, Holder: holder, Term: int(term.Milliseconds()), ExpiresAt: column.At(s.clock.Now().Add(term)),
		})
		return touchLease(ctx, q, err, name)
	})
	if err != nil {
		return false, err
	}
	return taken, nil
}

func (s *Store) mayTake(ctx context.Context, q *db.Queries, name, holder string) (bool, error) {
	held, err := q.LeaseRow(ctx, name)
	if errors.Is(err, sql.ErrNoRows) || err == nil && held.Holder == holder {
		s.watch.forget(name)
		return true, nil
	}
	if err != nil {
		return false, err
	}
	died, err := s.bury(ctx, q, held.Holder)
	if err != nil || died {
		return died, err
	}
	term := time.Duration(held.Term) * time.Millisecond
	return s.watch.unrenewed(held, term, galley.Elapsed(s.clock)) >= term, nil
}

// RenewLease prolongs a lease that is still held; false means that it was lost.
func (s *Store) RenewLease(ctx context.Context, name, holder string, term time.Duration) (held bool, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		n, err := q.RenewLease(ctx, db.RenewLeaseParams{
			Name: name, Holder: holder, ExpiresAt: column.At(s.clock.Now().Add(term)),
		})
		held = n == 1
		return err
	})
	return held, err
}

// DropLease releases a lease. A lease of another holder is left alone.
func (s *Store) DropLease(ctx context.Context, name, holder string) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		return touchLease(ctx, q, q.DropLease(ctx, db.DropLeaseParams{Name: name, Holder: holder}), name)
	})
}

// touchLease announces that a sync began or ended: a shop shows whether it is synced, by any process.
func touchLease(ctx context.Context, q *db.Queries, err error, name string) error {
	if !strings.HasPrefix(name, "sync:") {
		return err
	}
	return touched(ctx, q, err, galley.TopicShops)
}

// AskToStop asks the holder of a lease to stop, and returns the lease. It has no holder if no process works under it.
func (s *Store) AskToStop(ctx context.Context, name string) (held galley.Lease, err error) {
	held.Name = name
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		free, err := s.mayTake(ctx, q, name, "")
		if err != nil || free {
			return err
		}
		row, err := q.LeaseRow(ctx, name)
		if err != nil {
			return err
		}
		held.Holder = row.Holder
		return q.AskToStop(ctx, db.AskToStopParams(held))
	})
	return held, err
}

// StopAsked reports whether the holder of a lease was asked to stop.
func (s *Store) StopAsked(ctx context.Context, l galley.Lease) (bool, error) {
	n, err := db.New(s.read).StopAsked(ctx, db.StopAskedParams(l))
	return n > 0, fault(err)
}

// LeaseEnded reports whether a lease was released or taken over, or may be taken over.
func (s *Store) LeaseEnded(ctx context.Context, l galley.Lease) (ended bool, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := q.LeaseRow(ctx, l.Name)
		if errors.Is(err, sql.ErrNoRows) || err == nil && row.Holder != l.Holder {
			ended = true
			return nil
		}
		if err != nil {
			return err
		}
		ended, err = s.mayTake(ctx, q, l.Name, "")
		return err
	})
	return ended, err
}

// LeaseLapsed reports whether the lease is held and was not renewed in time, by
// the wall clock. That is a reason to watch it, not to take it over.
func (s *Store) LeaseLapsed(ctx context.Context, name string) (bool, error) {
	n, err := db.New(s.read).LeaseLapsed(ctx, db.LeaseLapsedParams{Name: name, Now: column.At(s.clock.Now())})
	return n > 0, fault(err)
}

// fence stops a process that lost its lease from writing results. It runs in
// the transaction of the results.
func fence(ctx context.Context, q *db.Queries, l galley.Lease) error {
	n, err := q.HoldsLease(ctx, db.HoldsLeaseParams{Name: l.Name, Holder: l.Holder})
	if err != nil {
		return err
	}
	if n == 0 {
		return galley.NewError(galley.CodeBusy, messages.LeaseLost)
	}
	return nil
}

// prolong is fence, and renews the lease with it: no one takes the lease over
// within the term that it returns.
func (s *Store) prolong(ctx context.Context, q *db.Queries, l galley.Lease) (time.Duration, error) {
	if err := fence(ctx, q, l); err != nil {
		return 0, err
	}
	held, err := q.LeaseRow(ctx, l.Name)
	if err != nil {
		return 0, err
	}
	term := time.Duration(held.Term) * time.Millisecond
	return term, q.PutLease(ctx, db.PutLeaseParams{
		Name: l.Name, Holder: l.Holder, Term: held.Term, ExpiresAt: column.At(s.clock.Now().Add(term)),
	})
}
