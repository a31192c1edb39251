package store

import (
	"context"
	"database/sql"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// FileTexts returns the texts of one field that were published to a file shop,
// by target: of all targets, or of one.
func (s *Store) FileTexts(ctx context.Context, shop galley.ShopID, f galley.Field, target string) (map[string]galley.Value, error) {
	found := map[string]galley.Value{}
	err := s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.FileTexts(ctx, db.FileTextsParams{ShopID: shop, Field: f, PlaceID: target})
		for _, r := range rows {
			found[r.PlaceID] = r.Value
		}
		return err
	})
	return found, err
}

// PutFileText saves a text published to a file shop, replacing an earlier one.
func (s *Store) PutFileText(ctx context.Context, shop galley.ShopID, f galley.Field, target string, v galley.Value) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		return q.PutFileText(ctx, db.PutFileTextParams{ShopID: shop, Field: f, PlaceID: target, Value: v})
	})
}
