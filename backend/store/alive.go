package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"
	"github.com/google/uuid"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// Each open store keeps a lock on a file of its own beside the data file. The
// system lets go of it when the process ends, however it ends: so another one
// sees at once that a lease's holder is dead, and need not wait for the term.

const aliveSuffix = ".alive"

// Holder names this open store in leases.
func (s *Store) Holder() string { return s.holder }

func (s *Store) aliveFile(holder string) string { return s.path + "." + holder + aliveSuffix }

// stand takes the lock that shows that this process lives.
func (s *Store) stand() error {
	s.holder = uuid.NewString()
	s.alive = flock.New(s.aliveFile(s.holder))
	if ok, err := s.alive.TryLock(); err != nil || !ok {
		return galley.Wrap(err, galley.CodeStorage, "The data folder %s cannot be written. Nothing was changed. Check its permissions, or choose another one with --home.", filepath.Dir(s.path))
	}
	return nil
}

func (s *Store) stepDown() error {
	return errors.Join(os.Remove(s.alive.Path()), s.alive.Unlock())
}

// buryAll ends the leases of all processes that died on this home.
func (s *Store) buryAll(ctx context.Context) error {
	files, err := os.ReadDir(filepath.Dir(s.path))
	if err != nil {
		return galley.Wrap(err, galley.CodeStorage, "The data folder %s cannot be read.", filepath.Dir(s.path))
	}
	for _, f := range files {
		rest, isOurs := strings.CutPrefix(f.Name(), filepath.Base(s.path)+".")
		holder, isAlive := strings.CutSuffix(rest, aliveSuffix)
		if !isOurs || !isAlive || holder == s.holder {
			continue
		}
		err := s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error { return s.bury(ctx, q, holder) })
		if err != nil {
			return err
		}
	}
	return nil
}

// buryHolder ends the lease's holder, if it has died.
func (s *Store) buryHolder(ctx context.Context, q *db.Queries, lease string) error {
	holder, err := q.LeaseHolder(ctx, db.LeaseHolderParams{Name: lease, Now: millis(s.clock.Now())})
	if errors.Is(err, sql.ErrNoRows) || err == nil && holder == s.holder {
		return nil
	}
	if err != nil {
		return err
	}
	return s.bury(ctx, q, holder)
}

// bury drops all leases of a process that has died, and then its file. A
// process whose file is not there is taken to live until its leases run out.
func (s *Store) bury(ctx context.Context, q *db.Queries, holder string) error {
	path := s.aliveFile(holder)
	if _, err := os.Stat(path); err != nil {
		return nil // nothing is known of it
	}
	lock := flock.New(path)
	if dead, err := lock.TryLock(); err != nil || !dead {
		return nil // what cannot be locked is held by the living
	}
	defer func() { _ = lock.Unlock() }()
	if err := q.DropHolder(ctx, holder); err != nil {
		return err
	}
	_ = os.Remove(path) // left over, it does no harm
	return nil
}
