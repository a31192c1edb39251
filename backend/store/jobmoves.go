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

// MoveJob moves a job to a state, with the reason. A move that the table
// forbids is CodeIllegalState.
func (s *Store) MoveJob(ctx context.Context, id galley.JobID, to galley.JobState, why *galley.Reason) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		return s.moveJob(ctx, q, id, to, why)
	})
}

func (s *Store) moveJob(ctx context.Context, q *db.Queries, id galley.JobID, to galley.JobState, why *galley.Reason) error {
	row, err := q.Job(ctx, id)
	if err != nil {
		return err
	}
	from := row.State
	if err := galley.JobMoves.Check(from, to); err != nil {
		return err
	}
	code, message := reasonColumns(why)
	params := db.MoveJobParams{
		ID: id, ToState: to, ReasonCode: code, ReasonMessage: message, FromStates: jsonArray([]galley.JobState{from}),
	}
	if to == galley.JobPaused && why != nil && !why.GoesOn.IsZero() {
		params.WaitsUntil, params.WaitsFor = column.NullAt(why.GoesOn), why.Waits
	}
	now := s.clock.Now()
	if to == galley.JobRunning {
		params.StartedAt = column.NullAt(now)
	}
	if to.Ended() {
		params.FinishedAt = column.NullAt(now)
	}
	n, err := q.MoveJob(ctx, params)
	err = errors.Join(expectOneRow(n, err, messages.JobGone), moveRewritesWith(ctx, q, id, to, why))
	return touched(ctx, q, err, galley.TopicJobs, galley.TopicJob(id), galley.TopicShops)
}

// moveRewritesWith has the requests to write drafts of a job again follow it.
func moveRewritesWith(ctx context.Context, q *db.Queries, id galley.JobID, to galley.JobState, why *galley.Reason) (err error) {
	switch to {
	case galley.JobPaused:
		return pauseRewrites(ctx, q, id, why)
	case galley.JobRunning:
		return resumeRewrites(ctx, q, id)
	case galley.JobCancelled:
		_, err = cancelRewrites(ctx, q, id, nil, messages.RewriteCancelled)
	case galley.JobQueued, galley.JobCompleted, galley.JobFailed:
	}
	return err
}

// SteerJob pauses, resumes or cancels a job by a person, and with it the
// drafts that are written again. What is being written at the moment of a
// cancellation is kept if it is an item's first draft, for it is paid for. Where the job itself has nothing left to write,
// only these are concerned, and it stays in its state. A job without either is
// CodeIllegalState.
func (s *Store) SteerJob(ctx context.Context, id galley.JobID, to galley.JobState, why *galley.Reason) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := q.Job(ctx, id)
		if err != nil {
			return err
		}
		if row.State == galley.JobPaused && to == galley.JobPaused && row.WaitsUntil.Time != nil {
			return stayPaused(ctx, q, id, why)
		}
		if galley.JobMoves.Allows(row.State, to) {
			if err := s.moveJob(ctx, q, id, to, why); err != nil || to != galley.JobCancelled {
				return err
			}
			_, err := q.CancelItems(ctx, db.CancelItemsParams{JobID: id, States: jsonArray([]galley.ItemState{galley.ItemPending})})
			return err
		}
		counts, err := rewritingOf(ctx, q, []galley.JobID{id})
		if err != nil {
			return err
		}
		job := galley.Job{State: row.State, Rewriting: counts[id]}.WithCan()
		can := map[galley.JobState]bool{galley.JobPaused: job.Can.Pause, galley.JobRunning: job.Can.Resume, galley.JobCancelled: job.Can.Cancel}
		if !can[to] {
			return galley.JobMoves.Check(row.State, to)
		}
		return touched(ctx, q, moveRewritesWith(ctx, q, id, to, why), galley.TopicJobs, galley.TopicJob(id))
	})
}

// stayPaused keeps a job paused that would have gone on by itself.
func stayPaused(ctx context.Context, q *db.Queries, id galley.JobID, why *galley.Reason) error {
	code, message := reasonColumns(why)
	n, err := q.MoveJob(ctx, db.MoveJobParams{
		ID: id, ToState: galley.JobPaused, ReasonCode: code, ReasonMessage: message, FromStates: jsonArray([]galley.JobState{galley.JobPaused}),
	})
	return touched(ctx, q, expectOneRow(n, err, messages.JobGone), galley.TopicJobs, galley.TopicJob(id))
}

// TakeJob claims a job for the holder of its lease: queued becomes running, and
// items that a killed process was writing go back to pending (in a job that was
// cancelled meanwhile: to cancelled).
func (s *Store) TakeJob(ctx context.Context, id galley.JobID, lease galley.Lease) (job galley.Job, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := fence(ctx, q, lease); err != nil {
			return err
		}
		row, err := q.Job(ctx, id)
		if err != nil {
			return err
		}
		if row.State == galley.JobQueued {
			if err := s.moveJob(ctx, q, id, galley.JobRunning, nil); err != nil {
				return err
			}
			if row, err = q.Job(ctx, id); err != nil {
				return err
			}
		}
		job = jobOf(row)
		return settleItems(ctx, q, id, job.State)
	})
	return job, err
}

func settleItems(ctx context.Context, q *db.Queries, id galley.JobID, state galley.JobState) error {
	if state == galley.JobCancelled {
		_, err := q.CancelItems(ctx, db.CancelItemsParams{JobID: id, States: jsonArray([]galley.ItemState{galley.ItemGenerating})})
		return err
	}
	_, err := q.ReleaseItems(ctx, id)
	return err
}

// CompleteJob ends a running job that has nothing left to write; false means
// that it has, or that it is not running any more.
func (s *Store) CompleteJob(ctx context.Context, id galley.JobID, lease galley.Lease) (done bool, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := fence(ctx, q, lease); err != nil {
			return err
		}
		row, err := q.Job(ctx, id)
		if err != nil || row.State != galley.JobRunning {
			return err
		}
		open, err := q.CountOpenItems(ctx, id)
		if err != nil || open > 0 {
			return err
		}
		done = true
		why, err := whyNoDraft(ctx, q, id)
		if err != nil {
			return err
		}
		return s.moveJob(ctx, q, id, galley.JobCompleted, why)
	})
	return done, err
}

// whyNoDraft is why a job ends without a draft: what most of its items failed
// with. It is nil where there are drafts or nothing failed.
func whyNoDraft(ctx context.Context, q *db.Queries, id galley.JobID) (*galley.Reason, error) {
	drafts, err := q.CountDrafts(ctx, id)
	if err != nil || drafts > 0 {
		return nil, err
	}
	row, err := q.CommonFailure(ctx, id)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, nil //nolint:nilnil // there is no reason
	case err != nil:
		return nil, err
	}
	common := reason(row.ErrorCode, row.ErrorMessage)
	if common == nil {
		return nil, nil //nolint:nilnil // there is no reason
	}
	common.Message = messages.NoDraftWritten(row.Failed, common.Message)
	return common, nil
}

// StrandedJobs lists jobs that are paused or have ended, have items that were
// being written, and are not worked by any process: one was killed there.
func (s *Store) StrandedJobs(ctx context.Context) ([]galley.JobID, error) {
	ids, err := db.New(s.read).StrandedJobs(ctx)
	return ids, fault(err)
}
