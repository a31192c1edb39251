package store

import (
	"context"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// failuresOf is, by job, why items failed. Only jobs that have failed items are
// looked at.
func failuresOf(ctx context.Context, q *db.Queries, tallies map[galley.JobID]*tally) (map[galley.JobID]*galley.Failures, error) {
	ids := []galley.JobID{}
	for id, t := range tallies {
		if t.counts.Failed > 0 {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return nil, nil //nolint:nilnil // a map to read
	}
	rows, err := q.JobFailures(ctx, jsonArray(ids))
	found := map[galley.JobID][]galley.Failure{}
	for _, r := range rows {
		found[r.JobID] = append(found[r.JobID], galley.Failure{Reason: reason(r.ErrorCode, r.ErrorMessage), N: int(r.N), Unpublished: r.Unpublished})
	}
	all := make(map[galley.JobID]*galley.Failures, len(found))
	for id, failed := range found {
		all[id] = galley.FailuresOf(failed)
	}
	return all, err
}
