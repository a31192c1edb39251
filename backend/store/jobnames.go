package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// RenameJob gives a job a name that stays, or is CodeNotFound.
func (s *Store) RenameJob(ctx context.Context, id galley.JobID, name string) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if _, err := jobRow(ctx, q, id); err != nil {
			return err
		}
		n, err := q.RenameJob(ctx, db.RenameJobParams{ID: id, Name: name})
		return jobTouched(ctx, q, id, n, err)
	})
}

// ArchiveJob takes a job out of the list at that time, or with the zero time back into it. can is asked in the same
// transaction.
func (s *Store) ArchiveJob(ctx context.Context, id galley.JobID, at time.Time, can func(galley.Job) error) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := jobRow(ctx, q, id)
		if err != nil {
			return err
		}
		jobs, err := withCounts(ctx, q, []db.Job{row})
		if err != nil {
			return err
		}
		if err := can(jobs[0]); err != nil {
			return err
		}
		archived := db.ArchiveJobParams{ID: id}
		if !at.IsZero() {
			archived.ArchivedAt = column.NullAt(at)
		}
		n, err := q.ArchiveJob(ctx, archived)
		return jobTouched(ctx, q, id, n, err)
	})
}

// relist has a job that something is done with in the list again.
func relist(ctx context.Context, q *db.Queries, id galley.JobID) error {
	_, err := q.ArchiveJob(ctx, db.ArchiveJobParams{ID: id})
	return err
}

func jobTouched(ctx context.Context, q *db.Queries, id galley.JobID, n int64, err error) error {
	return touched(ctx, q, expectOneRow(n, err, messages.JobGone), galley.TopicJobs, galley.TopicJob(id), galley.TopicShops)
}

// SpecAgain is what would make the job once more: its words, and its selection as it was asked for. A job of an
// earlier version names what its items belong to.
func (s *Store) SpecAgain(ctx context.Context, id galley.JobID) (spec galley.JobSpec, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := jobRow(ctx, q, id)
		if err != nil {
			return err
		}
		spec = specOfRow(row)
		spec.Sample = row.Sample
		if row.Named {
			spec.Name = row.Name
		}
		if row.Selection != "" {
			return json.Unmarshal([]byte(row.Selection), &spec.Selection)
		}
		owners, err := q.OwnersOf(ctx, id)
		if spec.Field.Owner() == galley.PlaceCollection {
			spec.Selection.CollectionIDs = owners
		} else {
			spec.Selection.ProductIDs = owners
		}
		return err
	})
	return spec, err
}
