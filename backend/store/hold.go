package store

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// Every copy carries a mark. A data file that has it when it is opened is a
// copy that was put in place, by Restore or by hand: what it has queued may
// have been withdrawn, rejected or undone since, so it is held until a person
// has seen it.

// copyMark is the setting that says of a file that it is a copy, and when it
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

// holdIfRestored holds everything that would run by itself in a file that is a
// copy which was put in place: it pauses its jobs and holds its outboxes.
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
	jobs, err := q.JobsToHold(ctx)
	if err != nil {
		return err
	}
	why := &galley.Reason{Code: galley.CodeRestored, Message: "The data file was restored from the copy of " +
		made.Local().Format("2 January 2006, 15:04") + ", so this job was paused. Look whether its texts were written since, then resume or cancel it."}
	for _, id := range jobs {
		if err := s.moveJob(ctx, q, id, galley.JobPaused, why); err != nil {
			return err
		}
	}
	return nil
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
		ShopID: r.ShopID, Shop: r.ShopName, JobID: r.JobID, JobName: r.JobName.String, Field: r.Field,
		Waiting: r.Waiting, Undos: r.Undos, Unsettled: r.Unsettled,
	}
}

// ReleaseHeld lets held publications and jobs go on: what req names.
func (s *Store) ReleaseHeld(ctx context.Context, req galley.HeldRequest) (done galley.HeldDone, err error) {
	return s.settleHeld(ctx, req, galley.JobRunning, func(q *db.Queries) (int, error) {
		n, err := q.ReleaseHeld(ctx, db.ReleaseHeldParams{ShopID: req.ShopID, JobID: req.JobID, Editor: req.Editor, Field: req.Field})
		return int(n), err
	})
}

// WithdrawHeld withdraws held publications and cancels held jobs: what req
// names. A write that was under way is settled by reading the shop, and waits
// if it has to be sent again.
func (s *Store) WithdrawHeld(ctx context.Context, req galley.HeldRequest) (done galley.HeldDone, err error) {
	return s.settleHeld(ctx, req, galley.JobCancelled, func(q *db.Queries) (int, error) {
		rows, err := q.WithdrawHeld(ctx, db.WithdrawHeldParams{
			ShopID: req.ShopID, JobID: req.JobID, Editor: req.Editor, Field: req.Field, FinishedAt: column.NullAt(s.clock.Now()),
		})
		if err != nil {
			return 0, err
		}
		taken := make([]db.WithdrawPublicationsRow, len(rows))
		for i, r := range rows {
			taken[i] = db.WithdrawPublicationsRow(r)
		}
		return len(rows), unpublish(ctx, q, taken)
	})
}

func (s *Store) settleHeld(ctx context.Context, req galley.HeldRequest, to galley.JobState, settle func(*db.Queries) (int, error)) (done galley.HeldDone, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		var err error
		if done.Publications, err = settle(q); err != nil {
			return err
		}
		failpoint.Reach(failpoint.HeldSettling)
		if !req.Editor {
			if done.Jobs, err = s.moveHeldJobs(ctx, q, req, to); err != nil {
				return err
			}
		}
		topics := []string{galley.TopicShops, galley.TopicJobs}
		rows, err := q.HeldTopics(ctx)
		for _, r := range rows {
			topics = append(topics, galley.TopicJob(r))
		}
		return touched(ctx, q, err, topics...)
	})
	return done, err
}

// moveHeldJobs takes the held jobs that req names to a state, and returns how
// many those were.
func (s *Store) moveHeldJobs(ctx context.Context, q *db.Queries, req galley.HeldRequest, to galley.JobState) (moved int, err error) {
	jobs, err := q.HeldJobs(ctx)
	for _, j := range jobs {
		if req.ShopID != "" && req.ShopID != j.ShopID || req.JobID != "" && req.JobID != j.ID {
			continue
		}
		if err := s.moveJob(ctx, q, j.ID, to, nil); err != nil {
			return moved, err
		}
		if to == galley.JobCancelled {
			open := list([]galley.ItemState{galley.ItemPending, galley.ItemGenerating})
			if _, err := q.CancelItems(ctx, db.CancelItemsParams{JobID: j.ID, States: open}); err != nil {
				return moved, err
			}
		}
		moved++
	}
	return moved, err
}
