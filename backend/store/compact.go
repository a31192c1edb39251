package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"slices"
	"strings"
	"time"

	sqlite "github.com/mattn/go-sqlite3"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// workLeases are the names of leases of work that writes without a pause, or that has to write soon, as they begin.
var workLeases = []string{"job:", "rewrite:", "outbox:", "sync:", "alike:", "request:", "copy"}

// compactTerm is how long another process believes in a compaction that it sees nothing more of.
const compactTerm = 10 * time.Minute

// DataFile returns the size of the data file, and how much of it is empty.
func (s *Store) DataFile(ctx context.Context) (file galley.DataFile, err error) {
	file.Path = s.path
	for _, path := range []string{s.path, s.path + "-wal"} {
		if info, err := os.Stat(path); err == nil {
			file.Size += info.Size()
		}
	}
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		var pages, size int64
		if err := tx.QueryRowContext(ctx, "SELECT freelist_count, page_size FROM pragma_freelist_count, pragma_page_size").Scan(&pages, &size); err != nil {
			return err
		}
		file.Spare = pages * size
		return nil
	})
	return file, err
}

// compactLease is held while the data file is compacted.
const compactLease = "compact"

// Compact gives the empty parts of the data file back to the disk. It is one transaction of SQLite: who reads goes on
// reading, who writes in another process gets CodeBusy, and a crash or a full disk leaves the file as it was. While a job, a publish, a sync or a
// copy of any process runs it is CodeBusy, and none of them begins before it is done.
func (s *Store) Compact(ctx context.Context) error {
	if err := s.beginCompacting(ctx); err != nil {
		return err
	}
	defer func() { _ = s.DropLease(context.WithoutCancel(ctx), compactLease, s.holder) }()
	if err := s.exec(ctx, "VACUUM"); err != nil {
		return faultOf(ctx, err)
	}
	// What still reads the log keeps it from being emptied. It is emptied later then, and the file is compact either way.
	if err := untilFree(ctx, s.emptyLog(ctx)); !isBusy(err) {
		return faultOf(ctx, err)
	}
	return nil
}

// emptyLog merges the log into the data file and empties it. It is busy while somebody reads or writes it.
func (s *Store) emptyLog(ctx context.Context) func() error {
	return func() error {
		var busy, pages, merged int
		err := s.write.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &pages, &merged)
		if err == nil && busy != 0 {
			return sqlite.Error{Code: sqlite.ErrBusy}
		}
		return err
	}
}

// beginCompacting takes the lease where no living process holds one of work, or compacts: in one transaction, so that no
// work begins in between.
func (s *Store) beginCompacting(ctx context.Context) error {
	return s.tx(ctx, func(q *db.Queries, tx *sql.Tx) error {
		names, err := leaseNames(ctx, tx)
		if err != nil {
			return err
		}
		for _, name := range append(names, compactLease) {
			free, err := s.mayTake(ctx, q, name, s.holder+"/compact")
			if err != nil {
				return err
			}
			if !free {
				return galley.NewError(galley.CodeBusy, messages.CompactBusy)
			}
		}
		return q.PutLease(ctx, db.PutLeaseParams{
			Name: compactLease, Holder: s.holder, Term: int(compactTerm.Milliseconds()), ExpiresAt: column.At(s.clock.Now().Add(compactTerm)),
		})
	})
}

// refuseWhileCompacting is CodeBusy for leases of work while a living process compacts the data file.
func (s *Store) refuseWhileCompacting(ctx context.Context, q *db.Queries, name string) error {
	if !isWork(name) {
		return nil
	}
	held, err := q.LeaseRow(ctx, compactLease)
	if errors.Is(err, sql.ErrNoRows) || err == nil && s.hasDied(held.Holder) {
		return nil
	}
	if err != nil {
		return err
	}
	term := time.Duration(held.Term) * time.Millisecond
	if s.watch.unrenewed(held, term, galley.Elapsed(s.clock)) >= term {
		return nil
	}
	return galley.NewError(galley.CodeBusy, messages.CompactUnderWay)
}

func isWork(lease string) bool {
	return slices.ContainsFunc(workLeases, func(work string) bool { return strings.HasPrefix(lease, work) })
}

func leaseNames(ctx context.Context, tx *sql.Tx) (names []string, err error) {
	err = eachRow(ctx, tx, "SELECT name FROM leases", nil, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		if isWork(name) {
			names = append(names, name)
		}
		return err
	})
	return names, err
}
