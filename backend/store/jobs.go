package store

import (
	"context"
	"database/sql"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// CreateJob keeps a new job with all its items, in one transaction. A
// selection without items is CodeInvalidInput, and no job is made.
func (s *Store) CreateJob(ctx context.Context, job galley.Job, spec galley.JobSpec) (id galley.JobID, err error) {
	err = s.tx(ctx, func(q *db.Queries, tx *sql.Tx) error {
		id, err = createJob(ctx, q, tx, job, spec)
		return touched(ctx, q, err, galley.TopicJobs, galley.TopicShops)
	})
	return id, err
}

func createJob(ctx context.Context, q *db.Queries, tx *sql.Tx, job galley.Job, spec galley.JobSpec) (galley.JobID, error) {
	id, err := insertJob(ctx, q, job, selectionColumn(spec.Selection), spec.Sample)
	if err != nil {
		return "", err
	}
	n, err := insertItems(ctx, tx, id, spec)
	if err == nil && n == 0 {
		err = galley.NewError(galley.CodeInvalidInput, messages.NothingToWrite(itemsLabel(job.Field, job.OnlyEmpty)))
	}
	return id, err
}

// insertJob inserts a job without its items.
func insertJob(ctx context.Context, q *db.Queries, job galley.Job, selection string, sample int) (galley.JobID, error) {
	return q.InsertJob(ctx, db.InsertJobParams{
		ShopID: job.ShopID, Name: job.Name, Type: job.Type, Field: job.Field,
		Strategy: job.Strategy, Instructions: job.Instructions, InstructionsName: job.InstructionsName, OnlyEmpty: job.OnlyEmpty, Unseen: job.Unseen,
		WriterKind: job.Writer.Kind, WriterBaseUrl: job.Writer.BaseURL, WriterModel: job.Writer.Model,
		Profile: profileColumn(job.Profile), Selection: selection, Sample: sample, Named: job.Named, InBatches: job.InBatches,
		CreatedAt: column.At(job.CreatedAt),
	})
}

func itemsLabel(f galley.Field, onlyEmpty bool) string {
	name := string(f.Place())
	if onlyEmpty {
		return name + " without " + f.Label()
	}
	return name
}

// Job returns a job with its counts and can, or CodeNotFound.
func (s *Store) Job(ctx context.Context, id galley.JobID) (job galley.Job, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := q.Job(ctx, id)
		if err == sql.ErrNoRows { //nolint:errorlint // straight from database/sql
			return galley.NewError(galley.CodeNotFound, messages.NoSuchJob(string(id)))
		}
		if err != nil {
			return err
		}
		jobs, err := withCounts(ctx, q, []db.Job{row})
		if err == nil {
			job = jobs[0]
		}
		return err
	})
	return job, err
}

// Jobs lists the jobs of a shop, or of all shops for "", newest first.
func (s *Store) Jobs(ctx context.Context, shop galley.ShopID) (jobs []galley.Job, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.Jobs(ctx, shop)
		if err != nil {
			return err
		}
		jobs, err = withCounts(ctx, q, rows)
		return err
	})
	return jobs, err
}

// OpenJobs lists what is queued or running, oldest first, without counts.
func (s *Store) OpenJobs(ctx context.Context) (jobs []galley.Job, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.OpenJobs(ctx)
		for _, r := range rows {
			jobs = append(jobs, jobOf(r))
		}
		return err
	})
	return jobs, err
}

func withCounts(ctx context.Context, q *db.Queries, rows []db.Job) ([]galley.Job, error) {
	ids := make([]galley.JobID, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	runs, err := openRuns(ctx, q, ids)
	if err != nil {
		return nil, err
	}
	groups, err := q.JobCounts(ctx, jsonArray(ids))
	if err != nil {
		return nil, err
	}
	tallies := make(map[galley.JobID]*tally, len(rows))
	for _, g := range groups {
		if tallies[g.JobID] == nil {
			tallies[g.JobID] = &tally{}
		}
		tallies[g.JobID].add(g)
	}
	writes, err := q.OpenItemWrites(ctx, jsonArray(ids))
	if err != nil {
		return nil, err
	}
	missing, err := q.MissingItems(ctx, jsonArray(ids))
	if err != nil {
		return nil, err
	}
	again, err := q.RewritingItems(ctx, jsonArray(ids))
	if err != nil {
		return nil, err
	}
	rewriting, err := rewritingOf(ctx, q, ids)
	if err != nil {
		return nil, err
	}
	ready := readyOf(groups, writes, again, missing)
	jobs := make([]galley.Job, len(rows))
	for i, r := range rows {
		jobs[i] = jobOf(r)
		if t := tallies[r.ID]; t != nil {
			jobs[i].Counts, jobs[i].Progress = t.counts, galley.NewProgress(t.done, t.counts.Total)
			jobs[i].Ready = *ready[r.ID]
		}
		jobs[i].Rewriting, jobs[i].Publishing = rewriting[r.ID], runs[r.ID]
	}
	return jobs, complete(ctx, q, ids, jobs)
}

// tally adds up groups of items to the counts of a job.
type tally struct {
	counts galley.Counts
	done   int
}

func (t *tally) add(g db.JobCountsRow) {
	st := galley.ItemStatus{State: g.State, Publish: g.PublishState, Decision: g.Decision, Since: g.Since, Warned: g.Warned, Alike: g.Alike, Rewriting: g.Rewrite == rewriteOpen}
	t.counts.Add(st, g.N)
	if st.Written() {
		t.done += g.N
	}
}

func jobOf(r db.Job) galley.Job {
	writer := galley.WriterSpec{Kind: r.WriterKind, BaseURL: r.WriterBaseUrl, Model: r.WriterModel}
	return galley.Job{
		ID: r.ID, ShopID: r.ShopID, Name: r.Name, Type: r.Type,
		Field: r.Field, Strategy: r.Strategy, Instructions: r.Instructions, InstructionsName: r.InstructionsName,
		OnlyEmpty: r.OnlyEmpty, Unseen: r.Unseen, Profile: readProfile(r.Profile), Sample: r.Sample, ComparedWith: galley.JobID(r.ComparedWith), ComparedAs: galley.Side(r.ComparedAs),
		Writer: writer, Unused: galley.UnusedBy(writer, r.Instructions),
		State: r.State, Reason: reason(r.ReasonCode, r.ReasonMessage), CreatedAt: r.CreatedAt.Time,
		StartedAt: r.StartedAt.Time, FinishedAt: r.FinishedAt.Time, Waits: waitsOf(r), ArchivedAt: r.ArchivedAt.Time, Named: r.Named, InBatches: r.InBatches,
		Alike: galley.AlikeCounts{Texts: r.AlikeTexts, Groups: r.AlikeGroups, Kept: r.AlikeKept, Due: r.AlikeDue > r.AlikeChecked},
		Usage: galley.Usage{
			InputTokens: r.InputTokens, OutputTokens: r.OutputTokens, CachedTokens: r.CachedTokens,
			CostUSD: r.CostUsd, Priced: r.Unpriced == 0, Estimated: r.Estimated > 0,
		},
	}
}

// orNow is the time of a result, or the clock's if it has none.
func (s *Store) orNow(t time.Time) time.Time {
	if t.IsZero() {
		return s.clock.Now()
	}
	return t
}
