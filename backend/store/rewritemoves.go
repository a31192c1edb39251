package store

import (
	"context"
	"database/sql"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/db"
)

// PauseRewrites pauses the requests of a job that are queued.
func (s *Store) PauseRewrites(ctx context.Context, id galley.JobID, why *galley.Reason) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		return touched(ctx, q, pauseRewrites(ctx, q, id, why), galley.TopicJob(id), galley.TopicJobs)
	})
}

// CancelRewrites keeps drafts that were to be written again, and returns of how
// many. Once it has returned none of them is replaced.
func (s *Store) CancelRewrites(ctx context.Context, job galley.JobID, ids []galley.ItemID) (n int, err error) {
	positions, err := galley.PositionsIn(job, ids)
	if err != nil || len(positions) == 0 {
		return 0, err
	}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		n, err = cancelRewrites(ctx, q, job, positions, messages.RewriteCancelled)
		return touched(ctx, q, err, galley.TopicJob(job), galley.TopicJobs)
	})
	return n, err
}

// GiveUpRewrite ends a paused request: its caller does not wait for it to go on.
func (s *Store) GiveUpRewrite(ctx context.Context, id galley.ItemID, why *galley.Reason) error {
	job, pos, err := id.Split()
	if err != nil {
		return err
	}
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		_, err := moveRewrites(ctx, q, job, rewriteMove{at: []int{pos}, from: []galley.RewriteState{galley.RewritePaused}, to: galley.RewriteFailed, why: why})
		return touched(ctx, q, err, galley.TopicJob(job), galley.TopicJobs)
	})
}

func cancelRewrites(ctx context.Context, q *db.Queries, job galley.JobID, positions []int, why messages.Message) (int, error) {
	return moveRewrites(ctx, q, job, rewriteMove{
		at: positions, from: openRewrites, to: galley.RewriteCancelled, why: &galley.Reason{Code: galley.CodeCancelled, Message: why},
	})
}

func pauseRewrites(ctx context.Context, q *db.Queries, job galley.JobID, why *galley.Reason) error {
	_, err := moveRewrites(ctx, q, job, rewriteMove{from: []galley.RewriteState{galley.RewriteQueued}, to: galley.RewritePaused, why: why})
	return err
}

func resumeRewrites(ctx context.Context, q *db.Queries, job galley.JobID) error {
	_, err := moveRewrites(ctx, q, job, rewriteMove{from: []galley.RewriteState{galley.RewritePaused}, to: galley.RewriteQueued})
	return err
}

// rewriteMove takes requests of a job to another state.
type rewriteMove struct {
	at   []int // positions, nil for all
	from []galley.RewriteState
	to   galley.RewriteState
	why  *galley.Reason
}

func moveRewrites(ctx context.Context, q *db.Queries, job galley.JobID, m rewriteMove) (int, error) {
	code, message := reasonColumns(m.why)
	n, err := q.MoveRewrites(ctx, db.MoveRewritesParams{
		JobID: job, Positions: jsonArray(m.at), ToState: m.to, ErrorCode: code, ErrorMessage: message, FromStates: jsonArray(m.from),
	})
	return int(n), err
}
