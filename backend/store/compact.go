package store

import (
	"context"
	"database/sql"
	"os"
	"strings"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
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

// Compact gives the empty parts of the data file back to the disk. It is one transaction of SQLite: who reads goes on
// reading, who writes in another process gets CodeBusy, and a crash or a full disk leaves the file as it was. While a job, a publish, a sync or a
// copy of any process runs it is CodeBusy.
func (s *Store) Compact(ctx context.Context) error {
	const lease = "compact"
	if err := s.refuseAtWork(ctx); err != nil {
		return err
	}
	taken, err := s.TakeLease(ctx, lease, s.holder, compactTerm)
	if err != nil {
		return err
	}
	if !taken {
		return galley.NewError(galley.CodeBusy, messages.CompactBusy)
	}
	defer func() { _ = s.DropLease(context.WithoutCancel(ctx), lease, s.holder) }()
	for _, statement := range []string{"VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"} {
		if _, err := s.write.ExecContext(ctx, statement); err != nil {
			return faultOf(ctx, err)
		}
	}
	return nil
}

// refuseAtWork is CodeBusy where a living process holds a lease of work.
func (s *Store) refuseAtWork(ctx context.Context) error {
	return s.tx(ctx, func(q *db.Queries, tx *sql.Tx) error {
		names, err := leaseNames(ctx, tx)
		if err != nil {
			return err
		}
		for _, name := range names {
			free, err := s.mayTake(ctx, q, name, s.holder+"/compact")
			if err != nil {
				return err
			}
			if !free {
				return galley.NewError(galley.CodeBusy, messages.CompactBusy)
			}
		}
		return nil
	})
}

func leaseNames(ctx context.Context, tx *sql.Tx) (names []string, err error) {
	err = eachRow(ctx, tx, "SELECT name FROM leases", nil, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		for _, work := range workLeases {
			if strings.HasPrefix(name, work) {
				names = append(names, name)
			}
		}
		return err
	})
	return names, err
}
