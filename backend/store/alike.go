package store

import (
	"context"
	"database/sql"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// EachText visits the drafts of a job that are not rejected, in the job's order,
// and then the texts that the shop has at other places of the job's field. They
// are read one by one: a shop's descriptions are too many to be held together.
func (s *Store) EachText(ctx context.Context, job galley.Job, visit func(galley.SavedText) error) error {
	return s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		if err := eachRow(ctx, tx, draftTexts, []any{job.ID}, func(rows *sql.Rows) error {
			var t galley.SavedText
			var position int
			if err := rows.Scan(&position, &t.Revision, &t.PlaceID, &t.Handle, &t.Title, &t.Content); err != nil {
				return err
			}
			t.ItemID = galley.NewItemID(job.ID, position)
			return visit(t)
		}); err != nil {
			return err
		}
		return eachRow(ctx, tx, liveTexts(job.Field), []any{job.ShopID, job.ID}, func(rows *sql.Rows) error {
			var t galley.SavedText
			if err := rows.Scan(&t.PlaceID, &t.Handle, &t.Title, &t.Content); err != nil {
				return err
			}
			return visit(t)
		})
	})
}

const draftTexts = `SELECT position, revision, place_id, place_handle, place_title, content FROM items
	WHERE job_id = ? AND state = 'generated' AND decision <> 'rejected' ORDER BY position`

// liveTexts is the query of the texts that a shop has, but where the job has a
// draft in their place or is to write one.
func liveTexts(f galley.Field) string {
	source, column := sourceOf(f), fieldParts[f].text
	return "SELECT " + source.target + ", p.handle, p.title, " + column + " FROM " + source.from +
		" WHERE p.shop_id = ? AND " + column + " <> '' AND " + source.target +
		" NOT IN (SELECT place_id FROM items WHERE job_id = ? AND state IN ('pending', 'generating', 'generated') AND decision <> 'rejected')" +
		" GROUP BY " + source.target + " ORDER BY p.row_id"
}

func eachRow(ctx context.Context, tx *sql.Tx, query string, args []any, visit func(*sql.Rows) error) error {
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := visit(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
