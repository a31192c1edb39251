package store

import (
	"context"
	"database/sql"

	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// SaveEdits changes many drafts of a job in one transaction, as one step. Drafts
// that were changed, queued or published since are left alone and named; where
// none is left to change, nothing is saved.
func (s *Store) SaveEdits(ctx context.Context, job galley.JobID, drafts []galley.DraftAnswer) (done galley.Edited, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := undoable(ctx, q, drafts)
		if err != nil {
			return err
		}
		if done.Step, err = s.beginStep(ctx, q, galley.StepEdit, rows); err != nil {
			return err
		}
		if done.Count, done.Left, err = s.changeEach(ctx, q, drafts); err != nil || done.Count == 0 {
			return err
		}
		err = endStep(ctx, q, done.Step)
		return touched(ctx, q, err, galley.TopicJob(job), galley.TopicJobs, galley.TopicShops, galley.TopicEdits)
	})
	return done, err
}

// undoable are the rows of drafts that can be changed now. An edit settles a
// conflict, which no undo brings back: it is no part of the step.
func undoable(ctx context.Context, q *db.Queries, drafts []galley.DraftAnswer) (rows []column.RowID, err error) {
	for _, d := range drafts {
		item, err := replaceable(ctx, q, d.Item.ID, d.Item.Revision)
		switch {
		case leftAlone(err) != nil:
		case err != nil:
			return nil, err
		case item.PublishState != galley.PublishConflict:
			rows = append(rows, item.RowID)
		}
	}
	return rows, nil
}

func (s *Store) changeEach(ctx context.Context, q *db.Queries, drafts []galley.DraftAnswer) (count int, left []galley.LeftOut, err error) {
	left = []galley.LeftOut{}
	for _, d := range drafts {
		_, err := s.changeAnswered(ctx, q, d)
		if problem := leftAlone(err); problem != nil {
			left = append(left, d.Item.LeftOut(problem))
			continue
		}
		if err != nil {
			return count, left, err
		}
		count++
	}
	return count, left, nil
}
