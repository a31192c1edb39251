package store

import (
	"context"
	"database/sql"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// offLength is NULL for a report that measured nothing.
func offLength(r galley.Report) column.NullText { return column.NullText(r.OffLength) }

// measureDrafts measures drafts from before their length was noted.
func (s *Store) measureDrafts(ctx context.Context) error {
	for {
		measured := 0
		err := s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
			items, err := q.UnmeasuredItems(ctx)
			measured = len(items)
			for _, i := range items {
				length := checks.OfLength(readProfile(i.Profile), i.Field, i.Content)
				if err := q.SetItemLength(ctx, db.SetItemLengthParams{RowID: i.RowID, OffLength: column.NullText(length)}); err != nil {
					return err
				}
			}
			return err
		})
		if err != nil || measured == 0 {
			return err
		}
	}
}

// OffLength counts the drafts of a job that are shorter or longer than their
// field takes.
func (s *Store) OffLength(ctx context.Context, job galley.JobID) (short, long int, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.CountOffLength(ctx, job)
		for _, r := range rows {
			if galley.OffLength(r.OffLength) == galley.LengthShort {
				short = r.N
			} else {
				long = r.N
			}
		}
		return err
	})
	return short, long, err
}
