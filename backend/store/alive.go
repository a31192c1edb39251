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
	"galley/backend/galley/messages"
	"galley/backend/store/db"
)

// Each open store keeps a lock on its own file beside the data file. The system
// releases it when the process ends in any way, so that another one sees at
// once that a lease's holder is dead, without waiting for the term.

const aliveSuffix = ".alive"

// Holder names this open store in leases.
func (s *Store) Holder() string { return s.holder }

// processOf is the process of a holder of leases or reservations.
func processOf(holder string) string {
	process, _, _ := strings.Cut(holder, "/")
	return process
}

func (s *Store) aliveFile(holder string) string { return s.path + "." + holder + aliveSuffix }

// stand takes the lock that shows that this process is alive.
func (s *Store) stand() error {
	s.holder = uuid.NewString()
	s.alive = flock.New(s.aliveFile(s.holder))
	if ok, err := s.alive.TryLock(); err != nil || !ok {
		return galley.WrapError(err, galley.CodeStorage, messages.DataFolderNotWritable(filepath.Dir(s.path)))
	}
	return nil
}

func (s *Store) stepDown() error {
	return errors.Join(os.Remove(s.alive.Path()), s.alive.Unlock())
}

// others are the processes that have the data file open besides this one, and those that died with it open since the last
// one opened it.
func (s *Store) others() (holders []string, err error) {
	files, err := os.ReadDir(filepath.Dir(s.path))
	for _, f := range files {
		rest, isOurs := strings.CutPrefix(f.Name(), filepath.Base(s.path)+".")
		holder, isAlive := strings.CutSuffix(rest, aliveSuffix)
		if isOurs && isAlive && holder != s.holder {
			holders = append(holders, holder)
		}
	}
	return holders, err
}

// othersWrite reports whether another transaction or process may want to write: one of this process waits, or another
// process has the data file open. SQLite does not say whether one waits there.
func (s *Store) othersWrite() bool {
	if s.writers.Load() > 1 {
		return true
	}
	holders, err := s.others()
	return err != nil || len(holders) > 0
}

// buryAll ends the leases of all processes that died on this home.
func (s *Store) buryAll(ctx context.Context) error {
	holders, err := s.others()
	if err != nil {
		return galley.WrapError(err, galley.CodeStorage, messages.DataFolderUnreadable(filepath.Dir(s.path)))
	}
	for _, holder := range holders {
		err := s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
			_, err := s.bury(ctx, q, holder)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// hasDied reports whether a holder's process is known to have ended.
func (s *Store) hasDied(holder string) bool {
	process := processOf(holder)
	path := s.aliveFile(process)
	if _, err := os.Stat(path); err != nil || process == s.holder {
		return false
	}
	lock := flock.New(path)
	free, err := lock.TryLock()
	if free {
		_ = lock.Unlock()
	}
	return free && err == nil
}

// bury drops all leases of a holder's process if it has died, books its reservations, and then deletes
// its lock file. If the file is missing, the process is assumed to be alive.
func (s *Store) bury(ctx context.Context, q *db.Queries, holder string) (died bool, err error) {
	process := processOf(holder)
	path := s.aliveFile(process)
	if process == s.holder {
		return false, nil
	}
	if _, err := os.Stat(path); err != nil {
		return false, nil // nothing is known of it
	}
	lock := flock.New(path)
	if dead, err := lock.TryLock(); err != nil || !dead {
		return false, nil // a living process holds it
	}
	defer func() { _ = lock.Unlock() }()
	if err := touched(ctx, q, q.DropHolder(ctx, process), galley.TopicShops); err != nil { // it may have synced one
		return false, err
	}
	if err := s.bookAll(ctx, q, process); err != nil {
		return false, err
	}
	_ = os.Remove(path) // left over, it does no harm
	return true, nil
}
