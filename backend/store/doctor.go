package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
)

// Health is what an examination of the data file found.
type Health struct {
	Path    string
	Version int64    // of the schema
	Faults  []string // the damage; empty for a sound file
	err     error
}

// Examine reads the whole data file and checks that it is sound: SQLite's own
// structures, that every row's relations exist, and that every text of a draft,
// a revision and the ledger fits its checksum. It takes about a second for
// 200 MB.
func (s *Store) Examine(ctx context.Context) (Health, error) {
	h := Health{Path: s.path}
	p, err := s.migrator()
	if err != nil {
		return h, err
	}
	if h.Version, err = p.GetDBVersion(ctx); err != nil {
		return h, fault(err)
	}
	if h.Faults, err = examine(ctx, s.read); err != nil {
		return h, offer(ctx, s.path, err)
	}
	if len(h.Faults) > 0 {
		h.err = offer(ctx, s.path, fmt.Errorf("%w: %s", errUnsound, h.Faults[0]))
	}
	return h, nil
}

// examine lists what is wrong with a file.
func examine(ctx context.Context, file *sql.DB) ([]string, error) {
	damage, err := lines(ctx, file, "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'")
	if err != nil {
		return nil, err
	}
	orphans, err := lines(ctx, file, "SELECT DISTINCT 'a row of ' || \"table\" || ' belongs to none of ' || parent FROM pragma_foreign_key_check")
	if err != nil || len(damage) > 0 {
		return slices.Concat(damage, orphans), err
	}
	changed, err := changedTexts(ctx, file)
	return slices.Concat(orphans, changed), err
}

// lines runs a query of one text column.
func lines(ctx context.Context, file *sql.DB, query string) (found []string, err error) {
	rows, err := file.QueryContext(ctx, query)
	if err != nil {
		return nil, fault(err)
	}
	defer rows.Close()
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, fault(err)
		}
		found = append(found, line)
	}
	return found, fault(rows.Err())
}

// Err says that the file is damaged, and names a copy; nil if it is sound.
func (h Health) Err() error { return h.err }
