package store

import (
	"context"
	"database/sql"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// Fence is what every transaction of results does first.
func (s *Store) Fence(ctx context.Context, l galley.Lease) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error { return s.fence(ctx, q, l) })
}

// InWrite runs f while a transaction that has written is open.
func (s *Store) InWrite(ctx context.Context, f func(ctx context.Context) error) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := q.TouchTopic(ctx, galley.TopicShops); err != nil {
			return err
		}
		return f(ctx)
	})
}

// KeyWarnings is the migration that is written in Go.
var KeyWarnings = keyWarnings

// Synchronous is how SQLite waits for the disk within a transaction: 2 is FULL,
// 1 NORMAL. The transaction ends with err.
func (s *Store) Synchronous(ctx context.Context, err error) (level int, failed error) {
	failed = s.tx(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		if err := tx.QueryRowContext(ctx, "PRAGMA synchronous").Scan(&level); err != nil {
			return err
		}
		return err
	})
	return level, failed
}

// SavePageAfter is SavePage with something that happens after the page was prepared.
func (s *Store) SavePageAfter(ctx context.Context, shop galley.ShopID, run int64, page galley.ProductBatch, between func()) error {
	prepared, err := s.preparePage(ctx, shop, run, page)
	if err != nil {
		return err
	}
	between()
	return s.savePage(ctx, prepared, page)
}
