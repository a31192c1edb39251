package store

import (
	"context"
	"database/sql"
	"time"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// CreateJob keeps a new job with all its items, in one transaction. A
// selection without items is CodeInvalidInput, and no job is made.
func (s *Store) CreateJob(ctx context.Context, job galley.Job, spec galley.JobSpec) (id galley.JobID, err error) {
	err = s.tx(ctx, func(q *db.Queries, tx *sql.Tx) error {
		key, err := q.InsertJob(ctx, db.InsertJobParams{
			ShopID: string(job.ShopID), Name: job.Name, Type: string(job.Type), Field: string(job.Field),
			Strategy: string(job.Strategy), Instructions: job.Instructions, InstructionsName: job.InstructionsName, OnlyEmpty: flag(job.OnlyEmpty),
			WriterKind: string(job.Writer.Kind), WriterBaseUrl: job.Writer.BaseURL, WriterModel: job.Writer.Model,
			CreatedAt: millis(job.CreatedAt),
		})
		if err != nil {
			return err
		}
		n, err := insertItems(ctx, tx, key, spec)
		if err == nil && n == 0 {
			return galley.Errorf(galley.CodeInvalidInput, "Nothing to write: no %s matches. No job was made.", subject(job.Field, job.OnlyEmpty))
		}
		id = jobID(key)
		return touched(ctx, q, err, galley.TopicJobs, galley.TopicShops)
	})
	return id, err
}

func subject(f galley.Field, onlyEmpty bool) string {
	name := "product"
	if f.IsImage() {
		name = "image"
	}
	if onlyEmpty {
		return name + " without " + f.Label()
	}
	return name
}

// Job returns a job with its counts.
func (s *Store) Job(ctx context.Context, id galley.JobID) (job galley.Job, err error) {
	key, err := jobKey(id)
	if err != nil {
		return job, err
	}
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := q.Job(ctx, key)
		if err == sql.ErrNoRows { //nolint:errorlint // straight from database/sql
			return galley.Errorf(galley.CodeNotFound, "There is no job %s.", id)
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
		rows, err := q.Jobs(ctx, string(shop))
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
	ids := make([]int64, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	groups, err := q.JobCounts(ctx, list(ids))
	if err != nil {
		return nil, err
	}
	tallies := make(map[int64]*tally, len(rows))
	for _, g := range groups {
		if tallies[g.JobID] == nil {
			tallies[g.JobID] = &tally{}
		}
		tallies[g.JobID].add(g)
	}
	writes, err := q.OpenItemWrites(ctx, list(ids))
	if err != nil {
		return nil, err
	}
	missing, err := q.MissingItems(ctx, list(ids))
	if err != nil {
		return nil, err
	}
	ready := readyOf(groups, writes, missing)
	jobs := make([]galley.Job, len(rows))
	for i, r := range rows {
		jobs[i] = jobOf(r)
		if t := tallies[r.ID]; t != nil {
			jobs[i].Counts, jobs[i].Progress = t.counts, galley.NewProgress(t.done, t.counts.Total)
			jobs[i].Ready = *ready[r.ID]
		}
		jobs[i] = jobs[i].WithCan()
	}
	return jobs, nil
}

// tally adds up groups of items to the counts of a job.
type tally struct {
	counts galley.Counts
	done   int
}

func (t *tally) add(g db.JobCountsRow) {
	n := int(g.N)
	c := &t.counts
	c.Total += n
	switch galley.ItemState(g.State) {
	case galley.ItemPending, galley.ItemGenerating:
		return
	case galley.ItemFailed:
		c.Failed += n
	case galley.ItemSkipped:
		c.Skipped += n
	case galley.ItemCancelled:
		c.Cancelled += n
	case galley.ItemGenerated:
		t.addDraft(galley.PublishState(g.PublishState), galley.Decision(g.Decision), galley.Since(g.Since), n)
		c.Warned += n * int(g.Warned)
	}
	t.done += n
}

func (t *tally) addDraft(p galley.PublishState, d galley.Decision, since galley.Since, n int) {
	c := &t.counts
	if d == galley.DecisionRejected {
		c.Rejected += n
	}
	switch p {
	case galley.PublishFailed:
		c.Failed += n
		return
	case galley.Published:
		c.Successful += n
		if since == galley.SinceChanged {
			c.Changed += n
		} else {
			c.Published += n
		}
		return
	case galley.PublishClash:
		if d == galley.DecisionRejected { // the shop keeps its text: nothing is left to decide
			c.Unpublished += n
		} else {
			c.Conflict += n
		}
	case galley.PublishQueued, galley.Publishing:
		c.Waiting += n
		c.Unpublished += n
	default:
		c.Unpublished += n
	}
	c.Successful += n
	if d != galley.DecisionRejected {
		c.PendingReview += n
	}
	if d == galley.DecisionApproved {
		c.Approved += n
	}
}

func jobOf(r db.Job) galley.Job {
	return galley.Job{
		ID: jobID(r.ID), ShopID: galley.ShopID(r.ShopID), Name: r.Name, Type: galley.JobType(r.Type),
		Field: galley.Field(r.Field), Strategy: galley.Strategy(r.Strategy), Instructions: r.Instructions, InstructionsName: r.InstructionsName,
		OnlyEmpty: r.OnlyEmpty == 1,
		Writer:    galley.WriterSpec{Kind: galley.WriterKind(r.WriterKind), BaseURL: r.WriterBaseUrl, Model: r.WriterModel},
		State:     galley.JobState(r.State), Reason: reason(r.ReasonCode, r.ReasonMessage), CreatedAt: moment(r.CreatedAt),
		StartedAt: momentOrNil(r.StartedAt), FinishedAt: momentOrNil(r.FinishedAt),
		Usage: galley.Usage{
			InputTokens: int(r.InputTokens), OutputTokens: int(r.OutputTokens), CachedTokens: int(r.CachedTokens),
			CostUSD: r.CostUsd, Priced: r.Unpriced == 0, Estimated: r.Estimated > 0,
		},
	}
}

// MoveJob takes a job to a state, with the reason for it. A move that the
// table forbids is CodeIllegalState.
func (s *Store) MoveJob(ctx context.Context, id galley.JobID, to galley.JobState, why *galley.Reason) error {
	key, err := jobKey(id)
	if err != nil {
		return err
	}
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		return s.moveJob(ctx, q, key, to, why)
	})
}

func (s *Store) moveJob(ctx context.Context, q *db.Queries, key int64, to galley.JobState, why *galley.Reason) error {
	row, err := q.Job(ctx, key)
	if err != nil {
		return err
	}
	from := galley.JobState(row.State)
	if err := galley.JobMoves.Check(from, to); err != nil {
		return err
	}
	code, message := reasonColumns(why)
	params := db.MoveJobParams{
		ID: key, ToState: string(to), ReasonCode: code, ReasonMessage: message, FromStates: list([]galley.JobState{from}),
	}
	now := s.clock.Now()
	if to == galley.JobRunning {
		params.StartedAt = at(now)
	}
	if to.Ended() {
		params.FinishedAt = at(now)
	}
	n, err := q.MoveJob(ctx, params)
	err = one(n, err, "This job is not there any more.")
	return touched(ctx, q, err, galley.TopicJobs, galley.TopicJob(jobID(key)), galley.TopicShops)
}

// CancelJob ends a job: what is not begun is not written; what is being
// written at this moment is kept, for it is paid for.
func (s *Store) CancelJob(ctx context.Context, id galley.JobID) error {
	key, err := jobKey(id)
	if err != nil {
		return err
	}
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := s.moveJob(ctx, q, key, galley.JobCancelled, nil); err != nil {
			return err
		}
		_, err := q.CancelItems(ctx, db.CancelItemsParams{JobID: key, States: list([]galley.ItemState{galley.ItemPending})})
		return err
	})
}

// TakeJob claims a job for the holder of its lease: queued becomes running,
// and what a killed process was writing is put back to pending (in a job that
// was cancelled meanwhile: to cancelled).
func (s *Store) TakeJob(ctx context.Context, id galley.JobID, lease galley.Lease) (job galley.Job, err error) {
	key, err := jobKey(id)
	if err != nil {
		return job, err
	}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := s.fence(ctx, q, lease); err != nil {
			return err
		}
		row, err := q.Job(ctx, key)
		if err != nil {
			return err
		}
		if row.State == string(galley.JobQueued) {
			if err := s.moveJob(ctx, q, key, galley.JobRunning, nil); err != nil {
				return err
			}
			if row, err = q.Job(ctx, key); err != nil {
				return err
			}
		}
		job = jobOf(row)
		return settleItems(ctx, q, key, job.State)
	})
	return job, err
}

func settleItems(ctx context.Context, q *db.Queries, key int64, state galley.JobState) error {
	if state == galley.JobCancelled {
		_, err := q.CancelItems(ctx, db.CancelItemsParams{JobID: key, States: list([]galley.ItemState{galley.ItemGenerating})})
		return err
	}
	_, err := q.ReleaseItems(ctx, key)
	return err
}

// CompleteJob ends a running job that has nothing left to write; false means
// that it has, or that it is not running any more.
func (s *Store) CompleteJob(ctx context.Context, id galley.JobID, lease galley.Lease) (done bool, err error) {
	key, err := jobKey(id)
	if err != nil {
		return false, err
	}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := s.fence(ctx, q, lease); err != nil {
			return err
		}
		row, err := q.Job(ctx, key)
		if err != nil || row.State != string(galley.JobRunning) {
			return err
		}
		open, err := q.CountOpenItems(ctx, key)
		if err != nil || open > 0 {
			return err
		}
		done = true
		return s.moveJob(ctx, q, key, galley.JobCompleted, nil)
	})
	return done, err
}

// orNow is the time of a result, or the clock's where it has none.
func (s *Store) orNow(t time.Time) time.Time {
	if t.IsZero() {
		return s.clock.Now()
	}
	return t
}

// StrandedJobs lists jobs that are paused or have ended, hold items that were
// being written, and that nobody works: a process was killed there.
func (s *Store) StrandedJobs(ctx context.Context) (ids []galley.JobID, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.StrandedJobs(ctx)
		for _, id := range rows {
			ids = append(ids, jobID(id))
		}
		return err
	})
	return ids, err
}
