package store

import (
	"context"
	"database/sql"
	"errors"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// PublicationsAt lists every write to a product with its images, or to a
// collection, newest first.
func (s *Store) PublicationsAt(ctx context.Context, shop galley.ShopID, place string) (found []galley.Publication, err error) {
	found = []galley.Publication{}
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.PublicationsAtPlace(ctx, db.PublicationsAtPlaceParams{ShopID: shop, PlaceID: place})
		for _, r := range rows {
			found = append(found, publication(r))
		}
		if err != nil {
			return err
		}
		return markUndoable(ctx, q, found)
	})
	return found, err
}

// Publication returns one write, and whether it was undone or is about to be.
func (s *Store) Publication(ctx context.Context, id string) (p galley.Publication, undone bool, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		r, err := q.Publication(ctx, id)
		if errors.Is(err, sql.ErrNoRows) {
			return galley.NewError(galley.CodeNotFound, messages.NoSuchPublication)
		}
		if err != nil {
			return err
		}
		p = publication(r)
		n, err := q.UndoneBy(ctx, column.NullText(id))
		undone = n > 0
		return err
	})
	return p, undone, err
}

// DraftsAt lists the newest drafts of a product with its images, or of a
// collection, over all jobs, at most n.
func (s *Store) DraftsAt(ctx context.Context, shop galley.ShopID, place string, n int) (found []galley.Item, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.ItemsOfPlace(ctx, db.ItemsOfPlaceParams{ShopID: shop, PlaceID: place, N: n})
		if err != nil {
			return err
		}
		found, err = withCan(ctx, q, rows)
		return err
	})
	return found, err
}
