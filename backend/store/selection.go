package store

import (
	"context"
	"database/sql"
	"slices"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// restrictTo restricts a query to a selection. Collections that the last sync did
// not find are part of it only where they are named.
func (f *filter) restrictTo(sel galley.Selection, owner galley.PlaceKind) {
	named := len(sel.IDs()) > 0 || len(sel.Handles) > 0
	if owner == galley.PlaceCollection && !named {
		f.and("p.missing = 0")
	}
	switch {
	case named:
		f.and("(p.id IN (SELECT value FROM json_each(?)) OR p.handle IN (SELECT value FROM json_each(?)))",
			jsonArray(sel.IDs()), jsonArray(sel.Handles))
	case sel.Search != "" && owner == galley.PlaceCollection:
		f.named(sel.Search)
	case sel.Search != "":
		f.matching(sel.Search)
	case !sel.All:
		f.and("0")
	}
	if sel.Filter != nil {
		f.having(*sel.Filter)
	}
	if len(sel.Except) > 0 {
		f.and("p.id NOT IN (SELECT value FROM json_each(?))", jsonArray(sel.Except))
	}
}

// items is a WITH clause that numbers the items of a job from 0, as all_items.
// A target that is selected twice is one item, under the first of its products.
func items(spec galley.JobSpec, columns, where string) string {
	at := sourceOf(spec.Field)
	return `WITH selected AS (
			SELECT ` + columns + `, row_number() OVER (` + at.order + `) AS rank,
				row_number() OVER (PARTITION BY ` + at.target + ` ` + at.order + `) AS copy
			FROM ` + at.from + ` WHERE ` + where + `),
		all_items AS (
			SELECT *, row_number() OVER (ORDER BY rank) - 1 AS n, count(*) OVER () AS total FROM selected WHERE copy = 1)
		`
}

// Extent measures what a job would cover.
func (s *Store) Extent(ctx context.Context, spec galley.JobSpec) (e galley.Extent, err error) {
	f := ofShop(spec.ShopID)
	f.restrictTo(spec.Selection, spec.Field.Owner())
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM "+sourceOf(spec.Field).holders+" WHERE "+f.where, f.args...).Scan(&e.Named); err != nil {
			return err
		}
		var all, empty int
		at := sourceOf(spec.Field)
		key := at.target
		err := tx.QueryRowContext(ctx, "SELECT count(DISTINCT "+key+"), count(DISTINCT CASE WHEN "+fieldParts[spec.Field].empty+" THEN "+key+" END) FROM "+
			at.from+" WHERE "+f.where, f.args...).Scan(&all, &empty)
		e.Items = all
		if spec.OnlyEmpty {
			e.Items, e.NotEmpty = empty, all-empty
		}
		return err
	})
	return e, err
}

// Candidates returns up to n items that a job would have, spread evenly over
// the selection.
func (s *Store) Candidates(ctx context.Context, spec galley.JobSpec, n int) ([]galley.Listed, error) {
	return s.candidates(ctx, spec, n, "TRUE")
}

// candidates takes those of which the condition is true, with its arguments.
func (s *Store) candidates(ctx context.Context, spec galley.JobSpec, n int, condition string, args ...any) (found []galley.Listed, err error) {
	f, at := jobFilter(spec), sourceOf(spec.Field)
	args = slices.Concat(f.args, []any{n}, args, []any{n})
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		rows, err := tx.QueryContext(ctx, items(spec, at.target+" AS place, "+at.imageOf+" AS image_of", f.where)+`
			SELECT place, image_of FROM all_items WHERE n % max(total / ?, 1) = 0 AND `+condition+` ORDER BY n LIMIT ?`, args...)
		if err != nil {
			return err
		}
		defer func() { _ = rows.Close() }()
		for rows.Next() {
			c := galley.Listed{Target: galley.Target{Kind: spec.Field.Place()}}
			if err := rows.Scan(&c.ID, &c.ImageOf); err != nil {
				return err
			}
			found = append(found, c)
		}
		return rows.Err()
	})
	return found, err
}

func jobFilter(spec galley.JobSpec) filter {
	f := ofShop(spec.ShopID)
	f.restrictTo(spec.Selection, spec.Field.Owner())
	if spec.OnlyEmpty {
		f.and(fieldParts[spec.Field].empty)
	}
	return f
}

// insertItems fills a new job.
func insertItems(ctx context.Context, tx *sql.Tx, job galley.JobID, spec galley.JobSpec) (int64, error) {
	f := jobFilter(spec)
	at := sourceOf(spec.Field)
	columns := "p.shop_id, " + at.target + " AS place, p.handle, p.title, " + at.imageOf + " AS image_of, " + at.url + " AS url"
	res, err := tx.ExecContext(ctx, items(spec, columns, f.where)+`
		INSERT INTO items (job_id, position, shop_id, field, place_kind, place_id, place_handle, place_title, image_of, image_url, products)
		SELECT ?, row_number() OVER (ORDER BY n), shop_id, ?, ?, place, handle, title, image_of, url, `+at.shownBy+` FROM all_items
		WHERE ? = 0 OR n % max(total / max(?, 1), 1) = 0
		ORDER BY n LIMIT CASE ? WHEN 0 THEN -1 ELSE ? END`,
		append(f.args, job, spec.Field, spec.Field.Place(), spec.Sample, spec.Sample, spec.Sample, spec.Sample)...)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}
