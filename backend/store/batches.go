package store

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// batchProcess takes the place of a process in the holders of reservations for
// batches: it never dies.
const batchProcess = "batch"

func batchHolder(key string) string { return batchProcess + "/" + key }

// NewBatch keeps a batch that is about to be filled for a job.
func (s *Store) NewBatch(ctx context.Context, job galley.JobID, key string, held galley.Lease) error {
	return s.fenced(ctx, held, func(q *db.Queries) error {
		now := column.At(s.clock.Now())
		return q.InsertBatch(ctx, db.InsertBatchParams{Key: key, JobID: job, CreatedAt: now, LookAt: now})
	})
}

// fenced is a transaction under a lease.
func (s *Store) fenced(ctx context.Context, held galley.Lease, work func(*db.Queries) error) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := fence(ctx, q, held); err != nil {
			return err
		}
		return work(q)
	})
}

// DropFilling drops the batches of a job that were never handed over, with what
// was set aside for them, and returns their keys. Their items wait again.
func (s *Store) DropFilling(ctx context.Context, job galley.JobID, held galley.Lease) (keys []string, err error) {
	err = s.fenced(ctx, held, func(q *db.Queries) error {
		if keys, err = q.FillingBatches(ctx, job); err != nil {
			return err
		}
		for _, key := range keys {
			if err := s.dropBatch(ctx, q, job, key); err != nil {
				return err
			}
		}
		return nil
	})
	return keys, err
}

func (s *Store) dropBatch(ctx context.Context, q *db.Queries, job galley.JobID, key string) error {
	if err := s.leaveRequests(ctx, q, job, key, galley.BatchEnd{Unmade: true}); err != nil {
		return err
	}
	if err := q.DropReservationsOfHolder(ctx, batchHolder(key)); err != nil {
		return err
	}
	return q.DropBatch(ctx, key)
}

// leaveRequests has the items of requests of a batch that were not answered wait
// again, or in a cancelled job end. An answer to an earlier request of the item is
// kept where the batch was never made: it is paid for. What may be billed is booked.
func (s *Store) leaveRequests(ctx context.Context, q *db.Queries, job galley.JobID, key string, end galley.BatchEnd) error {
	open, err := q.UnansweredOf(ctx, key)
	if err != nil {
		return err
	}
	row, err := q.Job(ctx, job)
	if err != nil {
		return err
	}
	for _, r := range open {
		unused := &galley.Usage{}
		if end.Lost {
			unused = nil
		}
		if err := s.settleReservation(ctx, q, r.Reservation, unused); err != nil {
			return err
		}
		if err := leaveRequest(ctx, q, row, r, end.Unmade); err != nil {
			return err
		}
	}
	return touched(ctx, q, nil, galley.TopicJob(job), galley.TopicJobs)
}

// SendBatch records that the file of a batch is with the endpoint. It reports false
// where the job was paused or cancelled meanwhile: then no batch is to be made.
func (s *Store) SendBatch(ctx context.Context, key, fileID string, held galley.Lease) (sent bool, err error) {
	err = s.fenced(ctx, held, func(q *db.Queries) error {
		n, err := q.SendBatch(ctx, db.SendBatchParams{Key: key, FileID: fileID})
		if sent = n > 0; err != nil || !sent {
			return err
		}
		row, err := q.Batch(ctx, key)
		return touched(ctx, q, err, galley.TopicJob(row.JobID), galley.TopicJobs)
	})
	return sent, err
}

// OpenBatch records which batch of the endpoint it is.
func (s *Store) OpenBatch(ctx context.Context, key string, state galley.BatchState, lookAt time.Time, held galley.Lease) error {
	return s.fenced(ctx, held, func(q *db.Queries) error {
		_, err := q.OpenBatch(ctx, db.OpenBatchParams{Key: key, BatchID: state.ID, LatestAt: column.NullAt(state.Latest), LookAt: column.At(lookAt)})
		if err != nil {
			return err
		}
		row, err := q.Batch(ctx, key)
		return touched(ctx, q, err, galley.TopicJob(row.JobID), galley.TopicJobs)
	})
}

// OpenBatches lists the batches of a job that are with the endpoint.
func (s *Store) OpenBatches(ctx context.Context, job galley.JobID) (open []galley.Batch, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.OpenBatches(ctx, job)
		for _, r := range rows {
			batch := galley.Batch{
				Key: r.Key, JobID: r.JobID, Stage: galley.BatchStage(r.State), Requests: r.Requests, FileID: r.FileID, BatchID: r.BatchID,
				Missed: r.Missed, Stopping: r.Stopping, MadeAt: r.CreatedAt.Time, LookAt: r.LookAt.Time,
			}
			if r.LatestAt.Time != nil {
				batch.Latest = *r.LatestAt.Time
			}
			open = append(open, batch)
		}
		return err
	})
	return open, err
}

// NoteLook records what was seen of a batch, and when it is looked at next. A look that
// failed says nothing of when it ends.
func (s *Store) NoteLook(ctx context.Context, b galley.Batch, state galley.BatchState, held galley.Lease) error {
	return s.fenced(ctx, held, func(q *db.Queries) error {
		row, err := q.Batch(ctx, b.Key)
		if err != nil {
			return err
		}
		var latest column.NullTime
		if !state.Latest.IsZero() {
			latest = column.NullAt(state.Latest)
		}
		err = q.NoteLook(ctx, db.NoteLookParams{
			Key: b.Key, LookAt: column.At(b.LookAt), Missed: b.Missed, Stopping: b.Stopping,
			Answered: min(state.Answered, b.Requests), LatestAt: latest,
		})
		if row.Answered == min(state.Answered, b.Requests) && row.Stopping == b.Stopping {
			return err
		}
		return touched(ctx, q, err, galley.TopicJob(b.JobID), galley.TopicJobs)
	})
}

// HasBatches reports whether a job has batches that were not read, or answers
// that no draft was made of.
func (s *Store) HasBatches(ctx context.Context, job galley.JobID) (bool, error) {
	n, err := db.New(s.read).InBatches(ctx, job)
	return n > 0, fault(err)
}

// JobsWithBatches lists the jobs that have a batch to look at now, or answers
// that no draft was made of.
func (s *Store) JobsWithBatches(ctx context.Context) ([]galley.JobID, error) {
	ids, err := db.New(s.read).DueBatches(ctx, column.At(s.clock.Now()))
	return ids, fault(err)
}

// addBatches adds how far the batches of jobs are.
func addBatches(ctx context.Context, q *db.Queries, ids []galley.JobID, jobs []galley.Job) error {
	rows, err := q.BatchesOfJobs(ctx, jsonArray(ids))
	for _, r := range rows {
		b := &galley.JobBatches{Files: r.Files, Done: r.Read, Requests: r.Requests, Answered: r.Answered, Stopping: r.Stopping > 0, SetAsideUSD: r.SetAsideUsd}
		if r.Latest > 0 {
			at := time.UnixMilli(int64(r.Latest)).UTC()
			b.Latest = &at
		}
		jobs[slices.Index(ids, r.JobID)].Batches = b
	}
	return err
}

// WriteInBatches says whether what is left of a job goes into batches.
func (s *Store) WriteInBatches(ctx context.Context, job galley.JobID, yes bool) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		_, err := q.SetInBatches(ctx, db.SetInBatchesParams{ID: job, InBatches: yes})
		return touched(ctx, q, err, galley.TopicJob(job), galley.TopicJobs)
	})
}

// bookOrphans books in full what was set aside for batches of jobs that are
// gone: the endpoint goes on with them, and bills them.
func (s *Store) bookOrphans(ctx context.Context) error {
	holders, err := db.New(s.read).OrphanedBatchHolders(ctx)
	if err != nil || len(holders) == 0 {
		return fault(err)
	}
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		for _, holder := range holders {
			if err := s.bookAll(ctx, q, holder); err != nil {
				return err
			}
		}
		return nil
	})
}

// complete adds to jobs how far their batches are, what may be done with them,
// and why they wait.
func complete(ctx context.Context, q *db.Queries, ids []galley.JobID, jobs []galley.Job) error {
	if err := addBatches(ctx, q, ids, jobs); err != nil {
		return err
	}
	for i := range jobs {
		jobs[i] = jobs[i].WithCan()
	}
	return withReasons(ctx, q, jobs)
}
