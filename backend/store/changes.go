package store

import (
	"context"
	"database/sql"
	"time"

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

// LastChange returns the sequence number of the newest change, 0 without any.
func (s *Store) LastChange(ctx context.Context) (int64, error) {
	n, err := db.New(s.read).LastChange(ctx)
	return int64(n), fault(err)
}

// ChangesSince returns the topics changed after a sequence number by any process,
// and the newest number.
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

// changeInterval makes at most ten change events a second.
const changeInterval = 100 * time.Millisecond

// FollowChanges calls f with what changed on this home, by whichever process, until
// ctx ends.
func (s *Store) FollowChanges(ctx context.Context, f func(galley.Change)) {
	seq, err := s.LastChange(ctx)
	tick := time.NewTicker(changeInterval)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		if err != nil { // the data file was busy: start again
			seq, err = s.LastChange(ctx)
			continue
		}
		var c galley.Change
		if c, err = s.ChangesSince(ctx, seq); err == nil && len(c.Topics) > 0 {
			seq = c.Seq
			f(c)
		}
	}
}
