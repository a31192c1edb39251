package store

import (
	"context"
	"database/sql"
	"maps"
	"slices"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// MoveDecisions undoes the decisions of a step on these drafts, or takes them
// again, in one transaction. Drafts that were changed, decided otherwise, queued
// or published since are left alone and named. Nothing of it is a step.
func (s *Store) MoveDecisions(ctx context.Context, step galley.StepID, drafts []galley.StepDraft, undo bool) (done galley.Decided, err error) {
	done.Left = []galley.LeftOut{}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		byJob := map[galley.JobID][]galley.StepDraft{}
		for _, d := range drafts {
			job, _, err := d.ID.Split()
			if err != nil {
				return err
			}
			byJob[job] = append(byJob[job], d)
		}
		for _, job := range slices.Sorted(maps.Keys(byJob)) {
			moved, left, err := moveDecisions(ctx, q, job, byJob[job], undo)
			if err != nil {
				return err
			}
			done.Count += len(moved)
			done.Left = append(done.Left, left...)
			if err := q.MarkUndone(ctx, db.MarkUndoneParams{StepID: step, Undone: undo, RowIds: jsonArray(moved)}); err != nil {
				return err
			}
			if err := touched(ctx, q, nil, galley.TopicJob(job)); err != nil {
				return err
			}
		}
		return touched(ctx, q, nil, galley.TopicJobs, galley.TopicShops)
	})
	return done, err
}

// moveDecisions moves those of one job, and returns the rows that it moved.
func moveDecisions(ctx context.Context, q *db.Queries, job galley.JobID, drafts []galley.StepDraft, undo bool) (moved []column.RowID, left []galley.LeftOut, err error) {
	at := make([]galley.ItemAt, len(drafts))
	for i, d := range drafts {
		at[i] = galley.ItemAt{ID: d.ID, Revision: d.Now}
	}
	found, err := draftsNow(ctx, q, job, at)
	if err != nil {
		return nil, nil, err
	}
	to := map[galley.Decision][]column.RowID{}
	for i, d := range drafts {
		from, into := d.Ends(undo)
		why := undecidable(at[i], found[i])
		if why == nil && (found[i].row.Decision != from.Decision || !d.IsLeft) {
			why = galley.ReasonOf(galley.NewError(galley.CodeChanged, messages.StepOvertaken(string(d.ID))))
		}
		if why != nil {
			left = append(left, leftDraft(found[i].row, *why))
			continue
		}
		to[into.Decision] = append(to[into.Decision], found[i].row.RowID)
		moved = append(moved, found[i].row.RowID)
	}
	for decision, rows := range to {
		if err := q.Decide(ctx, db.DecideParams{Decision: decision, RowIds: jsonArray(rows)}); err != nil {
			return nil, nil, err
		}
	}
	return moved, left, nil
}

// MoveTexts undoes the change of texts or of kept warnings by a step, or makes it
// again, in one transaction. Drafts that are not as they were when this was
// worked out are left alone and named.
func (s *Store) MoveTexts(ctx context.Context, step galley.StepID, drafts []galley.DraftAnswer, undo bool) (done galley.Decided, err error) {
	done.Left = []galley.LeftOut{}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		var moved []column.RowID
		for _, d := range drafts {
			row, err := itemRow(ctx, q, d.Item.ID)
			if err == nil {
				_, err = s.changeAnswered(ctx, q, d)
			}
			if problem := leftAlone(err); problem != nil {
				done.Left = append(done.Left, d.Item.LeftOut(problem))
				continue
			}
			if err != nil {
				return err
			}
			moved = append(moved, row.RowID)
			if err := touched(ctx, q, nil, galley.TopicJob(d.Item.JobID)); err != nil {
				return err
			}
		}
		done.Count = len(moved)
		err := q.MarkUndone(ctx, db.MarkUndoneParams{StepID: step, Undone: undo, RowIds: jsonArray(moved)})
		return touched(ctx, q, err, galley.TopicJobs, galley.TopicShops)
	})
	return done, err
}
