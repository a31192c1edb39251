package store

import (
	"context"
	"slices"

	"galley/backend/galley"
)

// Health is what an examination of the data file found.
type Health struct {
	Path    string
	Version int64    // of the schema
	Faults  []string // what is damaged; none in a sound file
}

// Examine reads the whole data file and checks that it is sound: SQLite's own
// structures, and that every row's relations exist. It takes about a second for
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
	damage, err := s.lines(ctx, "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'")
	if err != nil {
		return h, err
	}
	orphans, err := s.lines(ctx, "SELECT DISTINCT 'a row of ' || \"table\" || ' belongs to none of ' || parent FROM pragma_foreign_key_check")
	h.Faults = slices.Concat(damage, orphans)
	return h, err
}

// lines runs a query of one text column.
func (s *Store) lines(ctx context.Context, query string) (found []string, err error) {
	rows, err := s.read.QueryContext(ctx, query)
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

// Err says in one sentence that the file is damaged; nil where it is sound.
func (h Health) Err() error {
	if len(h.Faults) == 0 {
		return nil
	}
	return galley.Errorf(galley.CodeStorage, "The data file %s is damaged: %s. Close every Galley, keep a copy of the file, and put one from a backup in its place; copies from before updates may lie beside it.", h.Path, h.Faults[0])
}
