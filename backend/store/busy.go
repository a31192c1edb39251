package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	sqlite "github.com/mattn/go-sqlite3"
)

// waitForOthers is how long a writer waits for another process's transaction. Most are short; the longest, approving
// everything of a job of 100,000, takes seconds on a busy machine (BenchmarkLargeDecide).
const waitForOthers = 30 * time.Second

// SQLite itself waits for a part of that, since a wait within it cannot be cancelled, and holds the only connection that
// writes. Readers wait for no writer, but for another process that mends the log after a crash.
const (
	busyWriter = 250 * time.Millisecond
	busyReader = waitForOthers
)

// betweenTries is how long the file is left alone before the next try, where SQLite did not wait at all.
const betweenTries = 10 * time.Millisecond

// untilFree repeats f, which did nothing where it fails, as long as another process writes, at most for waitForOthers and
// until the context ends.
func untilFree(ctx context.Context, f func() error) error {
	begun := time.Now()
	for {
		err := f()
		if !isBusy(err) {
			return err
		}
		if ctx.Err() == nil && time.Since(begun) >= waitForOthers {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(betweenTries):
		}
	}
}

func isBusy(err error) bool {
	var e sqlite.Error
	return errors.As(err, &e) && e.Code == sqlite.ErrBusy
}

// beginFree begins a transaction once no other process writes.
func beginFree(ctx context.Context, on begins) (tx *sql.Tx, err error) {
	err = untilFree(ctx, func() error {
		tx, err = on.BeginTx(ctx, nil)
		return err
	})
	return tx, err
}

// exec runs a statement that is a transaction of its own.
func (s *Store) exec(ctx context.Context, statement string) error {
	return untilFree(ctx, func() error {
		_, err := s.write.ExecContext(ctx, statement)
		return err
	})
}
