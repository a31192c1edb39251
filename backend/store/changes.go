package store

import (
	"context"
	"database/sql"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// touched marks topics as changed in the same transaction, unless err says
// that the change did not happen.
func touched(ctx context.Context, q *db.Queries, err error, topics ...string) error {
	for _, t := range topics {
		if err != nil {
			return err
		}
		err = q.TouchTopic(ctx, t)
	}
	return err
}

// LastChange is the number of the newest change.
func (s *Store) LastChange(ctx context.Context) (int64, error) {
	n, err := db.New(s.read).LastChange(ctx)
	return int64(n), fault(err)
}

// ChangesSince returns the changes after that number, by any process.
func (s *Store) ChangesSince(ctx context.Context, seq int64) (galley.Change, error) {
	c := galley.Change{Seq: seq, Topics: []string{}}
	err := s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.ChangesSince(ctx, seq)
		for _, r := range rows {
			c.Seq = r.Seq
			c.Topics = append(c.Topics, r.Topic)
		}
		return err
	})
	return c, err
}
