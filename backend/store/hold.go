package store

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// Every copy is marked. A data file with the mark is a copy that was put in
// place, by Restore or by hand: what it has queued may have been withdrawn,
// rejected or undone since, so it is held until a person has seen it.

// copyMark is the setting that marks a file as a copy, with the time when it
// was made, in milliseconds since 1970.
const copyMark = "copy.made_at"

// markCopy marks a copy. One that has a mark keeps it.
func markCopy(ctx context.Context, path string, made time.Time) error {
	file, err := sql.Open("sqlite3", dsnOfCopy(path))
	if err != nil {
		return fault(err)
	}
	defer file.Close()
	_, err = file.ExecContext(ctx, "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING", copyMark, strconv.FormatInt(made.UnixMilli(), 10))
	return fault(err)
}

// holdIfRestored holds everything that would run automatically in a copy that was
// put in place: it pauses its jobs and holds its outboxes.
func (s *Store) holdIfRestored(ctx context.Context) error {
	_, err := db.New(s.write).SettingValue(ctx, copyMark)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return fault(err)
	}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		mark, err := q.SettingValue(ctx, copyMark)
		if errors.Is(err, sql.ErrNoRows) {
			return nil // another process was faster
		}
		if err != nil {
			return err
		}
		made, err := strconv.ParseInt(mark, 10, 64)
		if err != nil {
			return err
		}
		if err := s.hold(ctx, q, time.UnixMilli(made)); err != nil {
			return err
		}
		if err := q.InsertRestoration(ctx, db.InsertRestorationParams{At: column.At(s.clock.Now()), CopyMadeAt: column.At(time.UnixMilli(made))}); err != nil {
			return err
		}
		return touched(ctx, q, q.DeleteSetting(ctx, copyMark), galley.TopicShops, galley.TopicJobs)
	})
	failpoint.Reach(failpoint.Held)
	return err
}

func (s *Store) hold(ctx context.Context, q *db.Queries, made time.Time) error {
	if _, err := q.HoldPublications(ctx); err != nil {
		return err
	}
	failpoint.Reach(failpoint.Holding)
	if err := q.DropAllLeases(ctx); err != nil { // of processes from before the copy was made
		return err
	}
	if err := keepDrafts(ctx, q); err != nil {
		return err
	}
	return s.holdJobs(ctx, q, made)
}

// Held lists what waits for a person since the data file was restored.
func (s *Store) Held(ctx context.Context) (held galley.Held, err error) {
	held.Outbox, held.Jobs = []galley.HeldPart{}, []galley.HeldJob{}
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		last, err := q.LastRestoration(ctx)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		held.RestoredAt, held.CopyMadeAt = last.At.Time, last.CopyMadeAt.Time
		parts, err := q.HeldByJob(ctx)
		if err != nil {
			return err
		}
		for _, p := range parts {
			held.Outbox = append(held.Outbox, heldPart(p))
		}
		jobs, err := q.HeldJobs(ctx)
		for _, j := range jobs {
			held.Jobs = append(held.Jobs, galley.HeldJob{
				ShopID: j.ShopID, Shop: j.ShopName, JobID: j.ID, JobName: j.Name,
				Field: j.Field, Strategy: j.Strategy, Open: j.Open,
			})
		}
		return err
	})
	return held, err
}

func heldPart(r db.HeldByJobRow) galley.HeldPart {
	return galley.HeldPart{
		ShopID: r.ShopID, Shop: r.ShopName, JobID: r.JobID, JobName: string(r.JobName), Field: r.Field,
		Waiting: r.Waiting, Undos: r.Undos, Unsettled: r.Unsettled,
	}
}

// PlanHeld saves a plan to release or withdraw the held work that req names. A
// write that was under way cannot be withdrawn: it is settled by reading the
// shop, and waits if it has to be sent again.
func (s *Store) PlanHeld(ctx context.Context, kind galley.PlanKind, req galley.HeldRequest) (plan galley.HeldPlan, err error) {
	kept, states := galley.NewPlan{Kind: kind, ShopID: req.ShopID}, []galley.PublicationState{galley.PublicationQueued}
	if kind == galley.PlanToRelease {
		kept.JobID = req.JobID // its run is the job's
		states = append(states, galley.PublicationSending)
	}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := refuseOtherRestore(ctx, q, req.Listed); err != nil {
			return err
		}
		id, err := s.insertPlan(ctx, q, kept)
		if err != nil {
			return err
		}
		if err := q.PlanHeldTexts(ctx, db.PlanHeldTextsParams{
			Plan: id, States: jsonArray(states), ShopID: req.ShopID, JobID: req.JobID, Editor: req.Editor, Field: req.Field,
		}); err != nil {
			return err
		}
		if !req.Editor {
			if err := q.PlanHeldJobs(ctx, db.PlanHeldJobsParams{Plan: id, ShopID: req.ShopID, JobID: req.JobID}); err != nil {
				return err
			}
		}
		n, err := q.CountPlanned(ctx, id)
		plan = galley.HeldPlan{Plan: id, Publications: n.Texts, Jobs: n.Jobs}
		if listed := req.Listed; listed != nil {
			plan.GonePublications = max(0, listed.Publications-n.Texts)
			plan.GoneJobs = max(0, listed.Jobs-n.Jobs)
		}
		return err
	})
	return plan, err
}

// refuseOtherRestore is CodeChanged where the data file was restored again
// since something was listed: what is held now was not in that list. After one
// restore, what is held only becomes less.
func refuseOtherRestore(ctx context.Context, q *db.Queries, listed *galley.HeldListed) error {
	if listed == nil {
		return nil
	}
	last, err := q.LastRestoration(ctx)
	if err == nil && !last.At.Equal(listed.RestoredAt) {
		err = galley.NewError(galley.CodeChanged, messages.RestoredAgain)
	}
	return err
}

// settleHeldText releases or withdraws one planned publication, or says why it
// is left out.
func (s *Store) settleHeldText(ctx context.Context, q *db.Queries, c *confirming, publication string) (why messages.Message, err error) {
	if c.plan.Kind == galley.PlanToRelease {
		n, err := q.ReleaseHeld(ctx, db.ReleaseHeldParams{ID: publication, Plan: c.plan.ID})
		if err == nil && n == 0 {
			why = messages.SinceHeldSettled
		}
		return why, err
	}
	rows, err := q.WithdrawHeld(ctx, db.WithdrawHeldParams{ID: publication, FinishedAt: column.NullAt(s.clock.Now())})
	if err != nil || len(rows) == 0 {
		return messages.SinceHeldSettled, err
	}
	return messages.Message{}, unpublish(ctx, q, []db.WithdrawPublicationsRow{db.WithdrawPublicationsRow(rows[0])})
}

// settleHeldJobs resumes or cancels the planned jobs that are held still.
func (s *Store) settleHeldJobs(ctx context.Context, q *db.Queries, c *confirming) error {
	if !c.settlesHeld() {
		return nil
	}
	failpoint.Reach(failpoint.HeldSettling)
	jobs, err := q.PlannedHeldJobs(ctx, c.plan.ID)
	if err != nil {
		return err
	}
	for _, j := range jobs {
		if !j.Held {
			why := galley.Reason{Code: galley.CodeChanged, Message: messages.HeldJobSettled(string(j.JobID))}
			c.done.Left = append(c.done.Left, galley.LeftOut{JobID: j.JobID, Field: j.Field, Reason: why})
			continue
		}
		if err := s.settleHeldJob(ctx, q, j.JobID, c.plan.Kind == galley.PlanToRelease); err != nil {
			return err
		}
		c.done.Jobs++
	}
	return q.DropPlanJobs(ctx, c.plan.ID)
}

func (s *Store) settleHeldJob(ctx context.Context, q *db.Queries, job galley.JobID, release bool) error {
	if release {
		return s.moveJob(ctx, q, job, galley.JobRunning, nil)
	}
	if err := s.moveJob(ctx, q, job, galley.JobCancelled, nil); err != nil {
		return err
	}
	open := jsonArray([]galley.ItemState{galley.ItemPending, galley.ItemGenerating})
	_, err := q.CancelItems(ctx, db.CancelItemsParams{JobID: job, States: open})
	return err
}

// keepDrafts cancels what was to be written again when the copy was made: the
// drafts may have been written again since, and paid for.
func keepDrafts(ctx context.Context, q *db.Queries) error {
	jobs, err := q.JobsWithRewrites(ctx)
	if err != nil {
		return err
	}
	for _, id := range jobs {
		if _, err := cancelRewrites(ctx, q, id, nil, messages.RewriteRestored); err != nil {
			return err
		}
	}
	return nil
}
