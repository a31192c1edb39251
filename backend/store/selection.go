package store

import (
	"context"
	"database/sql"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// chosen narrows to what a selection names.
func (f *filter) chosen(sel galley.Selection) {
	switch {
	case len(sel.ProductIDs) > 0 || len(sel.Handles) > 0:
		f.and("(p.id IN (SELECT value FROM json_each(?)) OR p.handle IN (SELECT value FROM json_each(?)))",
			list(sel.ProductIDs), list(sel.Handles))
	case sel.Search != "":
		f.matching(sel.Search)
	case !sel.All:
		f.and("0")
	}
	if sel.Filter != nil {
		f.having(*sel.Filter)
	}
	if len(sel.Except) > 0 {
		f.and("p.id NOT IN (SELECT value FROM json_each(?))", list(sel.Except))
	}
}

// source is the FROM clause of a job's items: products, or their images.
func source(f galley.Field) string {
	if f.IsImage() {
		return "products p JOIN images i ON i.product_row = p.row_id"
	}
	return "products p"
}

// emptyField is the column that says whether checks.Empty holds for the field:
// it is set wherever the text is.
func emptyField(f galley.Field) string {
	if f.IsImage() {
		return "i.alt_empty"
	}
	return "p." + string(f) + "_empty"
}

// Extent measures what a job would cover.
func (s *Store) Extent(ctx context.Context, spec galley.JobSpec) (e galley.Extent, err error) {
	f := ofShop(spec.ShopID)
	f.chosen(spec.Selection)
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM products p WHERE "+f.where, f.args...).Scan(&e.Products); err != nil {
			return err
		}
		var all, empty int
		err := tx.QueryRowContext(ctx, "SELECT count(*), coalesce(sum("+emptyField(spec.Field)+"), 0) FROM "+
			source(spec.Field)+" WHERE "+f.where, f.args...).Scan(&all, &empty)
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
func (s *Store) Candidates(ctx context.Context, spec galley.JobSpec, n int) (found []galley.Target, err error) {
	f := jobFilter(spec)
	image := "''"
	if spec.Field.IsImage() {
		image = "i.id"
	}
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		rows, err := tx.QueryContext(ctx, `WITH all_items AS (
			SELECT p.id AS product, `+image+` AS image, row_number() OVER (`+order(spec.Field)+`) - 1 AS n, count(*) OVER () AS total
			FROM `+source(spec.Field)+` WHERE `+f.where+`)
			SELECT product, image FROM all_items WHERE n % max(total / ?, 1) = 0 ORDER BY n LIMIT ?`, append(f.args, n, n)...)
		if err != nil {
			return err
		}
		defer func() { _ = rows.Close() }()
		for rows.Next() {
			var c galley.Target
			if err := rows.Scan(&c.ProductID, &c.ImageID); err != nil {
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
	f.chosen(spec.Selection)
	if spec.OnlyEmpty {
		f.and(emptyField(spec.Field))
	}
	return f
}

// order is the order of a job's items: by title, images in their place.
func order(f galley.Field) string {
	if f.IsImage() {
		return "ORDER BY p.title COLLATE NOCASE, p.row_id, i.position, i.id"
	}
	return "ORDER BY p.title COLLATE NOCASE, p.row_id"
}

// insertItems fills a new job.
func insertItems(ctx context.Context, tx *sql.Tx, job int64, spec galley.JobSpec) (int64, error) {
	f := jobFilter(spec)
	image, url := "''", "p.image_url"
	if spec.Field.IsImage() {
		image, url = "i.id", "i.url"
	}
	res, err := tx.ExecContext(ctx, `WITH all_items AS (
		SELECT p.shop_id, p.id AS product, p.handle, p.title, `+image+` AS image, `+url+` AS url,
			row_number() OVER (`+order(spec.Field)+`) - 1 AS n, count(*) OVER () AS total
		FROM `+source(spec.Field)+` WHERE `+f.where+`)
		INSERT INTO items (job_id, position, shop_id, field, product_id, product_handle, product_title, image_id, image_url)
		SELECT ?, row_number() OVER (ORDER BY n), shop_id, ?, product, handle, title, image, url FROM all_items
		WHERE ? = 0 OR n % max(total / max(?, 1), 1) = 0
		ORDER BY n LIMIT CASE ? WHEN 0 THEN -1 ELSE ? END`,
		append(f.args, job, string(spec.Field), spec.Sample, spec.Sample, spec.Sample, spec.Sample)...)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}
