package store

import (
	"context"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// withReasons adds why jobs wait, and why items of them failed.
func withReasons(ctx context.Context, q *db.Queries, jobs []galley.Job) error {
	if err := withFailures(ctx, q, jobs); err != nil {
		return err
	}
	return withJobsBefore(ctx, q, jobs)
}

// withFailures looks only at jobs that have failed items.
func withFailures(ctx context.Context, q *db.Queries, jobs []galley.Job) error {
	ids := []galley.JobID{}
	for _, j := range jobs {
		if j.Counts.Failed > 0 {
			ids = append(ids, j.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	rows, err := q.JobFailures(ctx, jsonArray(ids))
	found := map[galley.JobID][]galley.Failure{}
	for _, r := range rows {
		found[r.JobID] = append(found[r.JobID], galley.Failure{Reason: reason(r.ErrorCode, r.ErrorMessage), N: r.N, Unpublished: r.Unpublished})
	}
	for i := range jobs {
		jobs[i].Failures = galley.FailuresOf(found[jobs[i].ID])
	}
	return err
}
