package store

import (
	"context"
	"database/sql"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// Settings returns all settings that were ever set, by key.
func (s *Store) Settings(ctx context.Context) (map[string]string, error) {
	all := map[string]string{}
	err := s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.Settings(ctx)
		for _, r := range rows {
			all[r.Key] = r.Value
		}
		return err
	})
	return all, err
}

// PutSettings sets several at once: all or none.
func (s *Store) PutSettings(ctx context.Context, values map[string]string) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		for k, v := range values {
			if err := q.PutSetting(ctx, db.PutSettingParams{Key: k, Value: v}); err != nil {
				return err
			}
		}
		return touched(ctx, q, nil, galley.TopicSettings)
	})
}
