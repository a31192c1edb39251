package store

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// NoteWait notes until when a running job waits for its endpoint, and why. In
// any other state nothing is noted.
func (s *Store) NoteWait(ctx context.Context, id galley.JobID, why galley.WaitFor, until time.Time) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		n, err := q.NoteWait(ctx, db.NoteWaitParams{ID: id, WaitsUntil: column.NullAt(until), WaitsFor: why})
		if err != nil || n == 0 {
			return err
		}
		return touched(ctx, q, nil, galley.TopicJobs, galley.TopicJob(id))
	})
}

// ResumeDue has the jobs go on that were paused until a time that is over.
func (s *Store) ResumeDue(ctx context.Context) error {
	due, err := db.New(s.read).DueJobs(ctx, column.NullAt(s.clock.Now()))
	if err != nil || len(due) == 0 {
		return fault(err)
	}
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		due, err := q.DueJobs(ctx, column.NullAt(s.clock.Now()))
		for _, id := range due {
			if err == nil {
				err = s.moveJob(ctx, q, id, galley.JobRunning, nil)
			}
		}
		return err
	})
}

func waitsOf(r db.Job) *galley.Waits {
	if r.WaitsUntil.Time == nil || r.State.Ended() {
		return nil
	}
	return &galley.Waits{For: r.WaitsFor, Until: r.WaitsUntil.Time}
}

// withJobsBefore names the job that each queued one waits for.
func withJobsBefore(ctx context.Context, q *db.Queries, jobs []galley.Job) error {
	if !slices.ContainsFunc(jobs, func(j galley.Job) bool { return j.State == galley.JobQueued }) {
		return nil
	}
	queue, err := q.QueuedJobs(ctx)
	if err != nil {
		return err
	}
	ofShop := map[galley.ShopID]galley.JobID{} // the first of each
	for _, job := range queue {
		ofShop[job.ShopID] = job.ID
	}
	for i, job := range jobs {
		if first := ofShop[job.ShopID]; job.State == galley.JobQueued && first != job.ID {
			jobs[i].Waits = &galley.Waits{For: galley.WaitForJob, Job: first}
		}
	}
	return nil
}

// holdJobs pauses what a restored copy has queued or running, and has nothing of
// it go on by itself.
func (s *Store) holdJobs(ctx context.Context, q *db.Queries, made time.Time) error {
	if err := q.ForgetWaits(ctx); err != nil {
		return err
	}
	jobs, err := q.JobsToHold(ctx)
	if err != nil {
		return err
	}
	why := &galley.Reason{Code: galley.CodeRestored, Message: messages.PausedByRestore(made)}
	for _, id := range jobs {
		if err := s.moveJob(ctx, q, id, galley.JobPaused, why); err != nil {
			return err
		}
	}
	return nil
}
