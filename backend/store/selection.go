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

// target is what an item writes for: its product, or its image. An image that
// several products show is one target.
func target(f galley.Field) string {
	if f.IsImage() {
		return "i.id"
	}
	return "p.id"
}

// items is a WITH clause that numbers the items of a job from 0, as all_items.
// A target that is selected twice is one item, under the first of its products.
func items(spec galley.JobSpec, columns, where string) string {
	return `WITH selected AS (
			SELECT ` + columns + `, row_number() OVER (` + order(spec.Field) + `) AS place,
				row_number() OVER (PARTITION BY ` + target(spec.Field) + ` ` + order(spec.Field) + `) AS copy
			FROM ` + source(spec.Field) + ` WHERE ` + where + `),
		all_items AS (
			SELECT *, row_number() OVER (ORDER BY place) - 1 AS n, count(*) OVER () AS total FROM selected WHERE copy = 1)
		`
}

// emptyField is the column that says whether markup.Empty holds for the field:
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
		key := target(spec.Field)
		err := tx.QueryRowContext(ctx, "SELECT count(DISTINCT "+key+"), count(DISTINCT CASE WHEN "+emptyField(spec.Field)+" THEN "+key+" END) FROM "+
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
		rows, err := tx.QueryContext(ctx, items(spec, "p.id AS product, "+image+" AS image", f.where)+`
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

// productsOfImage is all products that show the image of a row of all_items, the
// row's own first, as JSON; [] where it is the only one.
const productsOfImage = `CASE WHEN (SELECT count(*) FROM images m WHERE m.shop_id = all_items.shop_id AND m.id = image) < 2 THEN '[]' ELSE (
	SELECT json_group_array(json_object('id', id, 'handle', handle, 'title', title)) FROM (
		SELECT o.id, o.handle, o.title FROM images m JOIN products o ON o.row_id = m.product_row
		WHERE m.shop_id = all_items.shop_id AND m.id = all_items.image
		ORDER BY o.id <> all_items.product, o.title COLLATE NOCASE, o.row_id)) END`

// insertItems fills a new job.
func insertItems(ctx context.Context, tx *sql.Tx, job galley.JobID, spec galley.JobSpec) (int64, error) {
	f := jobFilter(spec)
	image, url, shownBy := "''", "p.image_url", "'[]'"
	if spec.Field.IsImage() {
		image, url, shownBy = "i.id", "i.url", productsOfImage
	}
	columns := "p.shop_id, p.id AS product, p.handle, p.title, " + image + " AS image, " + url + " AS url"
	res, err := tx.ExecContext(ctx, items(spec, columns, f.where)+`
		INSERT INTO items (job_id, position, shop_id, field, product_id, product_handle, product_title, image_id, image_url, products)
		SELECT ?, row_number() OVER (ORDER BY n), shop_id, ?, product, handle, title, image, url, `+shownBy+` FROM all_items
		WHERE ? = 0 OR n % max(total / max(?, 1), 1) = 0
		ORDER BY n LIMIT CASE ? WHEN 0 THEN -1 ELSE ? END`,
		append(f.args, job, spec.Field, spec.Sample, spec.Sample, spec.Sample, spec.Sample)...)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}
