package store

import (
	"context"
	"database/sql"
	"errors"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// keepUnread takes the parts that the shop could not give from the local copy.
// A new product has none: it is saved with what came.
func keepUnread(ctx context.Context, q *db.Queries, shop galley.ShopID, p galley.Product) (galley.Product, error) {
	if len(p.Unread) == 0 {
		return p, nil
	}
	row, err := q.ProductByID(ctx, db.ProductByIDParams{ShopID: shop, ID: p.ID})
	if errors.Is(err, sql.ErrNoRows) {
		return p, nil
	}
	if err != nil {
		return p, err
	}
	images, err := q.ImagesOf(ctx, row.RowID)
	if err != nil {
		return p, err
	}
	known, err := product(row, images)
	return p.KeepUnread(known), err
}
