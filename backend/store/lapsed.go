package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"slices"
	"time"

	"galley/backend/store/db"
)

// staleReservation is the age from which a reservation of a process that left
// no sign of life is booked. No request takes as long.
const staleReservation = time.Hour

// BookDead books in full what processes that have died had set aside, and ends
// the leases of reservations that went unrenewed for their term while this
// process watched: their requests are no longer awaited.
func (s *Store) BookDead(ctx context.Context) error {
	holders, err := db.New(s.read).ReservationHolders(ctx)
	if err != nil {
		return fault(err)
	}
	for _, holder := range holders {
		process := processOf(holder)
		if process == s.holder || process == batchProcess {
			continue
		}
		err := s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
			if _, err := os.Stat(s.aliveFile(process)); err == nil {
				_, err := s.bury(ctx, q, process)
				return err
			}
			return s.bookStale(ctx, q, process)
		})
		if err != nil {
			return err
		}
	}
	if err := s.bookOrphans(ctx); err != nil {
		return err
	}
	return s.endLapsed(ctx)
}

// endLapsed ends leases of other processes' reservations like a takeover does.
// Where there are none it writes nothing: a home is also read while another
// program holds its data file.
func (s *Store) endLapsed(ctx context.Context) error {
	leases, err := db.New(s.read).LeasesOfReservations(ctx)
	if err != nil {
		return fault(err)
	}
	leases = slices.DeleteFunc(leases, func(l db.LeasesOfReservationsRow) bool { return processOf(l.Holder) == s.holder })
	if len(leases) == 0 {
		return nil
	}
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		for _, l := range leases {
			free, err := s.mayTake(ctx, q, l.Name, s.holder)
			if err == nil && free {
				err = q.DropLease(ctx, db.DropLeaseParams(l))
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// bookStale books the reservations of a process that left no sign of life, once
// none of them can still be under way.
func (s *Store) bookStale(ctx context.Context, q *db.Queries, process string) error {
	newest, err := q.NewestReservation(ctx, process)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil || s.clock.Now().Sub(newest.Time) < staleReservation {
		return err
	}
	return s.bookAll(ctx, q, process)
}

// bookAll books a process's reservations in full.
func (s *Store) bookAll(ctx context.Context, q *db.Queries, process string) error {
	rows, err := q.TakeReservationsOf(ctx, process)
	if err != nil {
		return err
	}
	for _, row := range rows {
		if err := s.book(ctx, q, row, inFull(row)); err != nil {
			return err
		}
	}
	return nil
}

// bookOwn books what this process leaves unsettled when it ends.
func (s *Store) bookOwn() error {
	holders, err := db.New(s.read).ReservationHolders(context.Background())
	own := func(holder string) bool { return processOf(holder) == s.holder }
	if err != nil || !slices.ContainsFunc(holders, own) {
		return fault(err)
	}
	return s.tx(context.Background(), func(q *db.Queries, _ *sql.Tx) error {
		return s.bookAll(context.Background(), q, s.holder)
	})
}
