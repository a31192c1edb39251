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

// KeyWarnings is the migration that is written in Go.
var KeyWarnings = keyWarnings
