package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/db"
)

// SpecOf is what a job was made from, without its sample: all that it is a
// sample of. A job of an earlier version, or one that is none, is CodeIllegalState.
func (s *Store) SpecOf(ctx context.Context, id galley.JobID) (spec galley.JobSpec, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := jobRow(ctx, q, id)
		if err == nil {
			spec, err = specOf(row)
		}
		return err
	})
	return spec, err
}

func jobRow(ctx context.Context, q *db.Queries, id galley.JobID) (db.Job, error) {
	row, err := q.Job(ctx, id)
	if err == sql.ErrNoRows { //nolint:errorlint // straight from database/sql
		err = galley.NewError(galley.CodeNotFound, messages.NoSuchJob(string(id)))
	}
	return row, err
}

func specOfRow(row db.Job) galley.JobSpec {
	return galley.JobSpec{
		ShopID: row.ShopID, Field: row.Field, OnlyEmpty: row.OnlyEmpty, Unseen: row.Unseen, Strategy: row.Strategy,
		Instructions: row.Instructions, InstructionsName: row.InstructionsName,
	}
}

func specOf(row db.Job) (galley.JobSpec, error) {
	spec := specOfRow(row)
	if row.Sample == 0 || row.Selection == "" || json.Unmarshal([]byte(row.Selection), &spec.Selection) != nil {
		return spec, galley.NewError(galley.CodeIllegalState, messages.JobNotASample(string(row.ID)))
	}
	return spec, nil
}

// RestOf counts the items of a selection that a job does not have.
func (s *Store) RestOf(ctx context.Context, id galley.JobID, spec galley.JobSpec) (n int, err error) {
	f, at := jobFilter(spec), sourceOf(spec.Field)
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		query := items(spec, at.target+" AS place", f.where) + "SELECT count(*) FROM all_items WHERE " + notIn
		return tx.QueryRowContext(ctx, query, append(f.args, id)...).Scan(&n)
	})
	return n, err
}

// RestCandidates returns up to n of them, spread evenly.
func (s *Store) RestCandidates(ctx context.Context, id galley.JobID, spec galley.JobSpec, n int) ([]galley.Listed, error) {
	return s.candidates(ctx, spec, n, notIn, id)
}

// notIn leaves out the places that a job has already.
const notIn = "place NOT IN (SELECT place_id FROM items WHERE job_id = ?)"

// ContinueJob adds to a sample the items that it left out, and queues it. The
// drafts that it has stay, and none of them is written again. A job that is no
// sample any more, or has not ended, is CodeIllegalState.
func (s *Store) ContinueJob(ctx context.Context, id galley.JobID, name string) error {
	return s.tx(ctx, func(q *db.Queries, tx *sql.Tx) error {
		row, err := jobRow(ctx, q, id)
		if err != nil {
			return err
		}
		spec, err := specOf(row)
		if err != nil {
			return err
		}
		if !row.State.Ended() {
			return galley.NewError(galley.CodeIllegalState, messages.SampleNotEnded(string(id)))
		}
		n, err := insertRest(ctx, tx, id, spec)
		if err == nil && n == 0 {
			err = galley.NewError(galley.CodeInvalidInput, messages.NothingLeftOfSample(string(id)))
		}
		if err != nil {
			return err
		}
		if _, err := q.EndSample(ctx, db.EndSampleParams{ID: id, Name: name}); err != nil {
			return err
		}
		return s.moveJob(ctx, q, id, galley.JobQueued, nil)
	})
}

func insertRest(ctx context.Context, tx *sql.Tx, job galley.JobID, spec galley.JobSpec) (int64, error) {
	f, at := jobFilter(spec), sourceOf(spec.Field)
	columns := "p.shop_id, " + at.target + " AS place, p.handle, p.title, " + at.imageOf + " AS image_of, " + at.url + " AS url"
	res, err := tx.ExecContext(ctx, items(spec, columns, f.where)+`
		INSERT INTO items (job_id, position, shop_id, field, place_kind, place_id, place_handle, place_title, image_of, image_url, products)
		SELECT ?, (SELECT max(position) FROM items WHERE job_id = ?) + row_number() OVER (ORDER BY n),
			shop_id, ?, ?, place, handle, title, image_of, url, `+at.shownBy+` FROM all_items
		WHERE `+notIn+` ORDER BY n`, append(f.args, job, job, spec.Field, spec.Field.Place(), job)...)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}
