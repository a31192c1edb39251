package store

import (
	"context"
	"database/sql"

	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// productOrders are the expressions that a list is ordered by. The index
// products_listed has them.
var productOrders = map[galley.ProductSort]string{
	galley.SortDescription:     "p.description_words",
	galley.SortSEOTitle:        "coalesce(length(p.seo_title), 0)",
	galley.SortMetaDescription: "coalesce(length(p.meta_description), 0)",
	galley.SortAltText:         "p.images - p.images_with_alt",
	galley.SortUpdated:         "p.updated_at",
}

// inOrder is the ORDER BY clause of a list of products; equal ones are by title.
func inOrder(q galley.ProductQuery) string {
	direction := ""
	if q.Descending {
		direction = " DESC"
	}
	byTitle := "p.title COLLATE NOCASE"
	if q.Sort == galley.SortTitle {
		return " ORDER BY " + byTitle + direction + ", p.row_id" + direction
	}
	return " ORDER BY " + productOrders[q.Sort] + direction + ", " + byTitle + ", p.row_id"
}

// narrowed are the products of a query, without the parts of its filter that are left out.
func narrowed(q galley.ProductQuery, leaveOut ...string) filter {
	f := ofShop(q.ShopID)
	f.matching(q.Search)
	f.having(q.Filter, leaveOut...)
	if q.JobID != "" {
		f.and("p.id IN (SELECT "+owner+" FROM items WHERE job_id = ?)", q.JobID)
	}
	return f
}

// Products returns a window of the products that match. Only those of the window
// are read; the others are found in an index.
func (s *Store) Products(ctx context.Context, query galley.ProductQuery) (galley.ProductPage, error) {
	page := galley.ProductPage{Offset: query.Offset, Products: []galley.ProductSummary{}}
	f := narrowed(query)
	err := s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		err := tx.QueryRowContext(ctx, "SELECT count(*) FROM products p WHERE "+f.where, f.args...).Scan(&page.Total)
		if err != nil {
			return err
		}
		return eachRow(ctx, tx, `SELECT p.id, p.handle, p.title, p.vendor, p.product_type, p.status, p.image_url,
			p.description_words, coalesce(length(p.seo_title), 0), coalesce(length(p.meta_description), 0),
			p.images, p.images_with_alt, p.updated_at,
			(SELECT count(*) FROM own_drafts d WHERE d.shop_id = p.shop_id AND d.owner_id = p.id)
			FROM products p WHERE p.row_id IN (SELECT p.row_id FROM products p WHERE `+f.where+inOrder(query)+` LIMIT ? OFFSET ?)`+inOrder(query),
			append(f.args, query.Limit, query.Offset), func(rows *sql.Rows) error {
				var p galley.ProductSummary
				var updated column.Time
				err := rows.Scan(&p.ID, &p.Handle, &p.Title, &p.Vendor, &p.ProductType, &p.Status, &p.ImageURL,
					&p.DescriptionWords, &p.SEOTitleChars, &p.MetaChars, &p.Images, &p.ImagesWithAlt, &updated, &p.OwnDrafts)
				p.UpdatedAt = updated.Time
				page.Products = append(page.Products, p)
				return err
			})
	})
	return page, err
}

// ProductIDs are the ids of all products that match, in the order of the list.
func (s *Store) ProductIDs(ctx context.Context, query galley.ProductQuery) (ids []string, err error) {
	ids = []string{}
	f := narrowed(query)
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		return eachRow(ctx, tx, "SELECT p.id FROM products p WHERE "+f.where+inOrder(query), f.args, func(rows *sql.Rows) error {
			var id string
			err := rows.Scan(&id)
			ids = append(ids, id)
			return err
		})
	})
	return ids, err
}
