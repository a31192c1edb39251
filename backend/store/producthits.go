package store

import (
	"context"
	"database/sql"
	"strings"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// ProductHits are the first products with all the words, those of one shop
// before those of the others; in each, those whose whole name it is come first.
func (s *Store) ProductHits(ctx context.Context, first galley.ShopID, search string) (hits []galley.ProductHit, err error) {
	hits = []galley.ProductHit{}
	name := strings.Join(strings.Fields(search), " ")
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		parts := []filter{
			{where: "p.shop_id = ? AND p.title = ? COLLATE NOCASE", args: []any{first, name}},
			{where: "p.shop_id = ? AND p.title <> ? COLLATE NOCASE", args: []any{first, name}},
			// By shop, so that the index of titles is used.
			{where: "p.shop_id IN (SELECT id FROM shops WHERE id <> ?) AND p.title = ? COLLATE NOCASE", args: []any{first, name}},
			{where: "p.shop_id <> ? AND p.title <> ? COLLATE NOCASE", args: []any{first, name}},
		}
		for i, f := range parts {
			if exact := i%2 == 0; !exact {
				f.matching(search)
			}
			// Without an order, the index stops at the limit.
			err := eachRow(ctx, tx, "SELECT p.shop_id, s.name, p.id, p.handle, p.title FROM products p JOIN shops s ON s.id = p.shop_id WHERE "+f.where+" LIMIT ?",
				append(f.args, galley.MaxProductHits-len(hits)), func(rows *sql.Rows) error {
					var hit galley.ProductHit
					err := rows.Scan(&hit.ShopID, &hit.Shop, &hit.ID, &hit.Handle, &hit.Title)
					hits = append(hits, hit)
					return err
				})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return hits, err
}
