package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// beginStep notes drafts as they are before a person changes them; 0 for none.
func (s *Store) beginStep(ctx context.Context, q *db.Queries, kind galley.StepKind, rows []column.RowID) (galley.StepID, error) {
	if len(rows) == 0 {
		return 0, nil
	}
	id, err := s.newStep(ctx, q, kind)
	if err != nil {
		return 0, err
	}
	return id, q.BeginStep(ctx, db.BeginStepParams{StepID: id, RowIds: jsonArray(rows)})
}

func (s *Store) newStep(ctx context.Context, q *db.Queries, kind galley.StepKind) (galley.StepID, error) {
	id, err := q.InsertStep(ctx, db.InsertStepParams{Kind: kind, DoneAt: column.At(s.clock.Now())})
	if err != nil {
		return 0, err
	}
	return id, q.DeleteOldSteps(ctx, id-galley.MaxSteps)
}

// endStep notes what became of the drafts of a step.
func endStep(ctx context.Context, q *db.Queries, id galley.StepID) error {
	if id == 0 {
		return nil
	}
	return q.EndStep(ctx, id)
}

// beginEdit notes the draft that a person's text replaces. What cannot be put
// back as it was is no step: a draft in conflict, or published, becomes another
// kind of draft by the edit.
func (s *Store) beginEdit(ctx context.Context, q *db.Queries, id galley.ItemID, d galley.Draft) (galley.StepID, error) {
	if d.Author != galley.AuthorPerson || d.From != nil {
		return 0, nil
	}
	item, err := itemRow(ctx, q, id)
	if err != nil || item.State != galley.ItemGenerated || item.PublishState == galley.PublishConflict {
		return 0, err
	}
	return s.beginStep(ctx, q, galley.StepEdit, []column.RowID{item.RowID})
}

// SaveKept saves a draft's check result with the warnings that a person put
// aside, as a step. A draft that moved on meanwhile is CodeChanged.
func (s *Store) SaveKept(ctx context.Context, job galley.JobID, r galley.Recheck) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		item, err := itemRow(ctx, q, r.ID)
		if err != nil {
			return err
		}
		step, err := s.beginStep(ctx, q, galley.StepKeep, []column.RowID{item.RowID})
		if err != nil {
			return err
		}
		n, err := saveReport(ctx, q, r)
		if err == nil && n == 0 {
			err = galley.NewError(galley.CodeChanged, messages.DraftChangedMeanwhile)
		}
		if err == nil {
			err = endStep(ctx, q, step)
		}
		return touched(ctx, q, err, galley.TopicJob(job), galley.TopicJobs, galley.TopicShops)
	})
}

// Step returns a step with its drafts as they are now, or CodeNotFound.
func (s *Store) Step(ctx context.Context, id galley.StepID) (step galley.Step, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := q.Step(ctx, id)
		if errors.Is(err, sql.ErrNoRows) {
			return galley.NewError(galley.CodeNotFound, messages.NoSuchStep)
		}
		if err != nil {
			return err
		}
		step = galley.Step{ID: row.ID, Kind: row.Kind, At: row.DoneAt.Time}
		rows, err := q.StepDrafts(ctx, id)
		if err != nil {
			return err
		}
		for _, r := range rows {
			d, err := stepDraft(r)
			if err != nil {
				return err
			}
			step.Drafts = append(step.Drafts, d)
		}
		return nil
	})
	return step, err
}

func stepDraft(r db.StepDraftsRow) (galley.StepDraft, error) {
	d := galley.StepDraft{
		ID:  galley.NewItemID(r.JobID, r.Position),
		Was: galley.DraftMark{Revision: r.WasRevision, Decision: r.WasDecision}, Left: galley.DraftMark{Revision: r.Revision, Decision: r.Decision},
		Now: r.NowRevision, IsLeft: r.IsLeft, IsWas: r.WasSo, Undone: r.Undone,
	}
	return d, errors.Join(json.Unmarshal([]byte(r.WasKept), &d.Was.Kept), json.Unmarshal([]byte(r.Kept), &d.Left.Kept))
}

// StepThatLeft is the step of a kind that left a draft at a revision, or CodeNotFound.
func (s *Store) StepThatLeft(ctx context.Context, draft galley.ItemAt, kind galley.StepKind) (galley.StepID, error) {
	return s.stepOf(ctx, draft.ID, func(q *db.Queries, row column.RowID) (galley.StepID, error) {
		return q.StepThatLeft(ctx, db.StepThatLeftParams{ItemRow: row, Revision: draft.Revision, Kind: kind})
	})
}

// NextStep is the last step of a draft that is not undone or, to redo, the first
// one that is. None is CodeNotFound.
func (s *Store) NextStep(ctx context.Context, id galley.ItemID, redo bool) (galley.StepID, error) {
	return s.stepOf(ctx, id, func(q *db.Queries, row column.RowID) (galley.StepID, error) {
		if redo {
			return q.StepToRedo(ctx, row)
		}
		return q.StepToUndo(ctx, row)
	})
}

func (s *Store) stepOf(ctx context.Context, id galley.ItemID, find func(*db.Queries, column.RowID) (galley.StepID, error)) (step galley.StepID, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		item, err := itemRow(ctx, q, id)
		if err != nil {
			return err
		}
		step, err = find(q, item.RowID)
		if errors.Is(err, sql.ErrNoRows) {
			return galley.NewError(galley.CodeNotFound, messages.NoSuchStep)
		}
		return err
	})
	return step, err
}
