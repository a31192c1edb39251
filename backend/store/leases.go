package store

import (
	"context"
	"database/sql"
	"time"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// TakeLease takes or renews the lease for that long. It reports false where
// somebody else holds it.
func (s *Store) TakeLease(ctx context.Context, name, holder string, ttl time.Duration) (taken bool, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		now := s.clock.Now()
		if err := s.buryHolder(ctx, q, name); err != nil {
			return err
		}
		if err := q.ClearLease(ctx, db.ClearLeaseParams{Name: name, Holder: holder, Now: millis(now)}); err != nil {
			return err
		}
		n, err := q.TakeLease(ctx, db.TakeLeaseParams{Name: name, Holder: holder, ExpiresAt: millis(now.Add(ttl))})
		taken = n == 1
		return err
	})
	return taken, err
}

// RenewLease prolongs a lease that is still held; false means that it was lost.
func (s *Store) RenewLease(ctx context.Context, name, holder string, ttl time.Duration) (held bool, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		n, err := q.RenewLease(ctx, db.RenewLeaseParams{
			Name: name, Holder: holder, ExpiresAt: millis(s.clock.Now().Add(ttl)),
		})
		held = n == 1
		return err
	})
	return held, err
}

// DropLease gives a lease back.
func (s *Store) DropLease(ctx context.Context, name, holder string) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		return q.DropLease(ctx, db.DropLeaseParams{Name: name, Holder: holder})
	})
}

// fence stops a process that lost its lease from writing results.
func (s *Store) fence(ctx context.Context, q *db.Queries, l galley.Lease) error {
	n, err := q.HoldsLease(ctx, db.HoldsLeaseParams{Name: l.Name, Holder: l.Holder, Now: millis(s.clock.Now())})
	if err != nil {
		return err
	}
	if n == 0 {
		return galley.Errorf(galley.CodeBusy, "Another Galley process took this over.")
	}
	return nil
}
