package store

import (
	"context"
	"database/sql"
	sqldriver "database/sql/driver"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/gofrs/flock"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/db"
)

// FileName is the data file's name within a home.
const FileName = "galley.db"

// Store is the open data file: one connection that writes, several that read.
type Store struct {
	write *sql.DB
	read  *sql.DB
	clock galley.Clock
	path  string

	version int64 // of the schema that this Galley knows

	writers atomic.Int32 // transactions of this process that write, or wait for it
	holder  string       // names this store in leases
	alive   *flock.Flock // held as long as it is open
	watch   leaseWatch
}

// Open opens the data file at path, creating it if there is none, and brings
// its schema up to date after making a copy. It returns CodeSchemaNewer for a
// file of a newer Galley, CodeBusy for an earlier one that another process has
// open, and CodeStorage for one that cannot be read or written.
func Open(ctx context.Context, path string, clock galley.Clock) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, galley.WrapError(err, galley.CodeStorage, messages.DataFolderNotMade(filepath.Dir(path)))
	}
	if err := refuseToReplace(ctx, path); err != nil {
		return nil, err
	}
	s := &Store{clock: clock, path: path}
	var err error
	if s.write, err = sql.Open(driver, dsn(path, false, busyWriter)); err != nil {
		return nil, fault(err)
	}
	s.write.SetMaxOpenConns(1)
	if err := s.enter(ctx); err != nil {
		return nil, errors.Join(offer(ctx, path, err), s.write.Close())
	}
	if s.read, err = sql.Open(driver, dsn(path, true, busyReader)); err != nil {
		return nil, fault(err)
	}
	readers := max(4, runtime.NumCPU())
	s.read.SetMaxOpenConns(readers)
	s.read.SetMaxIdleConns(readers) // a new connection reads the whole schema again
	s.read.SetConnMaxIdleTime(time.Minute)
	if err := s.settleIn(ctx); err != nil {
		return nil, errors.Join(offer(ctx, path, err), s.Close())
	}
	return s, nil
}

// settleIn ends the leases of dead processes, books their requests, and holds everything in a copy
// that was put in place.
func (s *Store) settleIn(ctx context.Context) error {
	if err := s.buryAll(ctx); err != nil {
		return err
	}
	if err := s.BookDead(ctx); err != nil {
		return err
	}
	return s.holdIfRestored(ctx)
}

// Close books unsettled requests and closes all connections, the writing one last: it merges the log into the data
// file, which readers may not.
func (s *Store) Close() error {
	return errors.Join(s.bookOwn(), s.read.Close(), s.write.Close(), s.stepDown())
}

// dsn carries the pragmas, since one set with Exec would reach a single
// connection of the pool only. Commits are synced in full: a review that was
// saved survives a power cut.
func dsn(path string, readOnly bool, busy time.Duration) string {
	q := url.Values{
		"_journal_mode": {"WAL"},
		"_synchronous":  {"FULL"},
		"_foreign_keys": {"on"},
		"_busy_timeout": {strconv.FormatInt(busy.Milliseconds(), 10)},
		"_txlock":       {"immediate"},
		// Statements stay prepared: most come again.
		"_stmt_cache_size": {"200"},
	}
	if readOnly {
		q.Set("_query_only", "true")
		q.Set("_txlock", "deferred")
	}
	return (&url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: q.Encode()}).String()
}

// dsnOfCopy opens a copy for a single change, with no log beside it.
func dsnOfCopy(path string) string {
	return (&url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: "mode=rw&_journal_mode=DELETE"}).String()
}

// tx runs f in one writing transaction.
func (s *Store) tx(ctx context.Context, f func(q *db.Queries, tx *sql.Tx) error) error {
	s.writers.Add(1)
	defer s.writers.Add(-1)
	if galley.SyncsLater(ctx) {
		return s.unsynced(ctx, f)
	}
	return s.transact(ctx, s.write, f)
}

// begins is a database, or one of its connections.
type begins interface {
	BeginTx(ctx context.Context, o *sql.TxOptions) (*sql.Tx, error)
}

func (s *Store) transact(ctx context.Context, on begins, f func(q *db.Queries, tx *sql.Tx) error) error {
	tx, err := beginFree(ctx, on)
	if err != nil {
		return faultOf(ctx, err)
	}
	defer func() { _ = tx.Rollback() }()
	if err := s.refuseNewer(ctx, tx); err != nil {
		return faultOf(ctx, err)
	}
	if err := f(db.New(tx), tx); err != nil {
		return faultOf(ctx, err)
	}
	return faultOf(ctx, tx.Commit())
}

// unsynced runs f in a transaction that is in the log when it returns, as after
// any other, but not yet on the disk. The next one that is synced takes all
// before it along.
func (s *Store) unsynced(ctx context.Context, f func(q *db.Queries, tx *sql.Tx) error) (err error) {
	var conn *sql.Conn
	err = untilFree(ctx, func() error {
		conn, err = s.write.Conn(ctx)
		return err
	})
	if err != nil {
		return faultOf(ctx, err)
	}
	defer func() {
		if _, failed := conn.ExecContext(context.WithoutCancel(ctx), "PRAGMA synchronous = FULL"); failed != nil {
			_ = conn.Raw(func(any) error { return sqldriver.ErrBadConn }) // the next one syncs again
		}
		_ = conn.Close()
	}()
	if _, err := conn.ExecContext(ctx, "PRAGMA synchronous = NORMAL"); err != nil {
		return faultOf(ctx, err)
	}
	return s.transact(ctx, conn, f)
}

// Sync has the disk keep everything that was saved until now.
func (s *Store) Sync(ctx context.Context) error {
	s.writers.Add(1)
	defer s.writers.Add(-1)
	return s.transact(ctx, s.write, func(q *db.Queries, _ *sql.Tx) error { return q.TouchTopic(ctx, galley.TopicShops) })
}

// view runs f against one consistent state of the file.
func (s *Store) view(ctx context.Context, f func(q *db.Queries, tx *sql.Tx) error) error {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return faultOf(ctx, err)
	}
	defer func() { _ = tx.Rollback() }()
	return faultOf(ctx, f(db.New(tx), tx))
}
