package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// KeptGroups lists the groups of texts of a field that persons kept, the oldest
// first.
func (s *Store) KeptGroups(ctx context.Context, shop galley.ShopID, f galley.Field) ([]galley.KeptGroup, error) {
	rows, err := db.New(s.read).KeptGroups(ctx, db.KeptGroupsParams{ShopID: shop, Field: f})
	if err != nil {
		return nil, faultOf(ctx, err)
	}
	kept := make([]galley.KeptGroup, len(rows))
	for i, r := range rows {
		kept[i] = galley.KeptGroup{ID: r.ID, Kind: r.Kind, Person: r.Person, At: r.KeptAt.Time}
		if err := json.Unmarshal([]byte(r.Texts), &kept[i].Texts); err != nil {
			return nil, faultOf(ctx, err)
		}
	}
	return kept, nil
}

// KeepGroup remembers that a group is as it should be. Jobs of the shop are
// compared again.
func (s *Store) KeepGroup(ctx context.Context, shop galley.ShopID, f galley.Field, kept galley.KeptGroup) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := q.KeepGroup(ctx, db.KeepGroupParams{
			ID: kept.ID, ShopID: shop, Field: f, Kind: kept.Kind, Texts: jsonArray(kept.Texts), Person: kept.Person, KeptAt: column.At(kept.At),
		}); err != nil {
			return err
		}
		return q.CompareAgain(ctx, shop)
	})
}

// ReopenGroup forgets a kept group, or is CodeNotFound.
func (s *Store) ReopenGroup(ctx context.Context, shop galley.ShopID, f galley.Field, id string) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		n, err := q.DropKeptGroup(ctx, db.DropKeptGroupParams{ShopID: shop, Field: f, ID: id})
		if err == nil && n == 0 {
			return galley.NewError(galley.CodeNotFound, messages.NoSuchGroup(id))
		}
		if err != nil {
			return err
		}
		return q.CompareAgain(ctx, shop)
	})
}
