package store

import (
	"context"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// keepUnread takes the parts of products that the shop could not give from the
// local copy. A new product has none: it is saved with what came.
func (p *syncPage) keepUnread(ctx context.Context, q *db.Queries) error {
	var unread []string
	for _, r := range p.read {
		if len(r.product.Unread) > 0 {
			unread = append(unread, r.product.ID)
		}
	}
	if len(unread) == 0 {
		return nil
	}
	known, err := productsByID(ctx, q, p.shop, unread)
	if err != nil {
		return err
	}
	for _, r := range p.read {
		if earlier, ok := known[r.product.ID]; ok {
			r.product = r.product.KeepUnread(earlier)
			r.digest, r.row = digest(r.product, p.unknown), nil
		}
	}
	return nil
}

func productsByID(ctx context.Context, q *db.Queries, shop galley.ShopID, ids []string) (map[string]galley.Product, error) {
	rows, err := q.ProductsByID(ctx, db.ProductsByIDParams{ShopID: shop, Ids: jsonArray(ids)})
	if err != nil {
		return nil, err
	}
	keys := make([]int, len(rows))
	for i, row := range rows {
		keys[i] = row.RowID
	}
	all, err := q.ImagesOfProducts(ctx, jsonArray(keys))
	if err != nil {
		return nil, err
	}
	images := map[int][]db.Image{}
	for _, img := range all {
		images[img.ProductRow] = append(images[img.ProductRow], img)
	}
	found := make(map[string]galley.Product, len(rows))
	for _, row := range rows {
		if found[row.ID], err = product(row, images[row.RowID]); err != nil {
			return nil, err
		}
	}
	return found, nil
}
