package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// openRuns is, by job, how far the writes are that its plans have under way.
func openRuns(ctx context.Context, q *db.Queries, jobs []galley.JobID) (map[galley.JobID]*galley.JobRun, error) {
	runs := map[galley.JobID]*galley.JobRun{}
	plans, err := q.OpenPlans(ctx, jsonArray(jobs))
	for _, p := range plans {
		if runs[p.JobID] == nil {
			runs[p.JobID] = &galley.JobRun{}
		}
		if p.Plan == "" {
			continue // queued before there were plans
		}
		if err := addRun(ctx, q, runs[p.JobID], p.Plan); err != nil {
			return nil, err
		}
	}
	return runs, err
}

func addRun(ctx context.Context, q *db.Queries, to *galley.JobRun, plan galley.PlanID) error {
	start, err := q.PlanStart(ctx, plan)
	if err != nil {
		return err
	}
	run, err := runOf(ctx, q, plan)
	if err != nil {
		return err
	}
	run.ConfirmedAt = start.ConfirmedAt.OrZero()
	to.Add(run, start.Person)
	return nil
}

// PublishPace is how long the writes of the shop's last plan took each, with all that ran beside them; 0 where
// fewer than three were made.
func (s *Store) PublishPace(ctx context.Context, shop galley.ShopID) (time.Duration, error) {
	row, err := db.New(s.read).PublishPace(ctx, shop)
	if errors.Is(err, sql.ErrNoRows) || err == nil && row.N < enoughForPace {
		return 0, nil
	}
	if err != nil {
		return 0, fault(err)
	}
	return time.Duration(row.Took) * time.Millisecond / time.Duration(row.N), nil
}

// enoughForPace is how many writes say something about the next ones.
const enoughForPace = 3

// MarkOpened notes that a person was shown drafts as a whole. One that has another revision by now is left alone;
// one that does not exist is CodeNotFound.
func (s *Store) MarkOpened(ctx context.Context, drafts []galley.ItemAt) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		for _, at := range drafts {
			row, err := itemRow(ctx, q, at.ID)
			if err != nil {
				return err
			}
			if err := q.MarkOpened(ctx, db.MarkOpenedParams{JobID: row.JobID, Position: row.Position, Revision: at.Revision}); err != nil {
				return err
			}
		}
		return nil
	})
}
