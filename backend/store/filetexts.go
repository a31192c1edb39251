package store

import (
	"context"
	"database/sql"
	"errors"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// FileTexts returns the texts of one field that were published to a file shop,
// by target.
func (s *Store) FileTexts(ctx context.Context, shop galley.ShopID, f galley.Field) (map[string]galley.Value, error) {
	found := map[string]galley.Value{}
	err := s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.FileTexts(ctx, db.FileTextsParams{ShopID: shop, Field: f})
		for _, r := range rows {
			found[r.PlaceID] = r.Value
		}
		return err
	})
	return found, err
}

// FileText returns the text of one field that was published to a file shop at a
// target, nil where none was.
func (s *Store) FileText(ctx context.Context, shop galley.ShopID, f galley.Field, target string) (*galley.Value, error) {
	v, err := db.New(s.read).FileText(ctx, db.FileTextParams{ShopID: shop, Field: f, PlaceID: target})
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fault(err)
	}
	return &v, nil
}

// PutFileText saves a text published to a file shop, replacing an earlier one.
func (s *Store) PutFileText(ctx context.Context, shop galley.ShopID, f galley.Field, target string, v galley.Value) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		return q.PutFileText(ctx, db.PutFileTextParams{ShopID: shop, Field: f, PlaceID: target, Value: v})
	})
}
