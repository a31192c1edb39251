package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/store/db"
)

// Claim takes up to n pending items of the job for writing, in order. A job
// that is not running any more gives none.
func (s *Store) Claim(ctx context.Context, id galley.JobID, n int, lease galley.Lease) (claimed []galley.Claimed, err error) {
	key, err := jobKey(id)
	if err != nil {
		return nil, err
	}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := s.fence(ctx, q, lease); err != nil {
			return err
		}
		job, err := q.Job(ctx, key)
		if err != nil || job.State != string(galley.JobRunning) {
			return err
		}
		rows, err := q.ClaimItems(ctx, db.ClaimItemsParams{JobID: key, N: int64(n)})
		for _, r := range rows {
			claimed = append(claimed, galley.Claimed{
				ID:     galley.NewItemID(id, int(r.Position)),
				Target: galley.Target{ProductID: r.ProductID, ImageID: r.ImageID},
			})
		}
		return err
	})
	return claimed, err
}

// SaveOutcomes keeps what was written, many items in one transaction. An item
// that is not being written any more is passed over: nothing is kept twice.
func (s *Store) SaveOutcomes(ctx context.Context, id galley.JobID, outcomes []galley.Outcome, lease galley.Lease) error {
	key, err := jobKey(id)
	if err != nil {
		return err
	}
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := s.fence(ctx, q, lease); err != nil {
			return err
		}
		job, err := q.Job(ctx, key)
		if err != nil {
			return err
		}
		var usage galley.Usage
		var missing int64
		for _, o := range outcomes {
			if err := s.saveOutcome(ctx, q, job, o); err != nil {
				return err
			}
			usage = usage.Add(o.Usage)
			missing += unpriced(o.Usage)
			failpoint.Reach(failpoint.JobSaving)
		}
		err = s.addUsage(ctx, q, key, usage, missing)
		return touched(ctx, q, err, galley.TopicJob(id), galley.TopicJobs, galley.TopicShops)
	})
}

// addUsage books what writing took, on the job and on the day.
func (s *Store) addUsage(ctx context.Context, q *db.Queries, job int64, u galley.Usage, missing int64) error {
	if u.CostUSD > 0 {
		if err := q.AddSpend(ctx, db.AddSpendParams{Day: today(s.clock), CostUsd: u.CostUSD}); err != nil {
			return err
		}
	}
	return q.AddUsage(ctx, db.AddUsageParams{
		ID: job, InputTokens: int64(u.InputTokens), OutputTokens: int64(u.OutputTokens),
		CachedTokens: int64(u.CachedTokens), CostUsd: u.CostUSD, Unpriced: missing,
	})
}

// unpriced is 1 for usage whose price is not known.
func unpriced(u galley.Usage) int64 { return flag(!u.Priced && u.InputTokens > 0) }

// model is the model that wrote a text, "" for a person's.
func model(d galley.Written) string {
	if d.Author == galley.AuthorPerson {
		return ""
	}
	return d.By
}

// today is the date where the machine stands: caps are kept by the days of
// whoever pays.
func today(c galley.Clock) string { return c.Now().Local().Format(time.DateOnly) }

// SpentToday is what writing has cost on this home since midnight, in US dollars.
func (s *Store) SpentToday(ctx context.Context) (float64, error) {
	usd, err := db.New(s.read).SpentOn(ctx, today(s.clock))
	return usd, fault(err)
}

func (s *Store) saveOutcome(ctx context.Context, q *db.Queries, job db.Job, o galley.Outcome) error {
	_, pos, err := itemKey(o.ID)
	if err != nil {
		return err
	}
	if o.State != galley.ItemGenerated {
		state := o.State
		if state == galley.ItemPending && job.State == string(galley.JobCancelled) {
			state = galley.ItemCancelled
		}
		code, message := reasonColumns(o.Reason)
		_, err := q.SaveOutcome(ctx, db.SaveOutcomeParams{
			JobID: job.ID, Position: pos, State: string(state), ErrorCode: code, ErrorMessage: message,
			InputTokens: int64(o.Usage.InputTokens), OutputTokens: int64(o.Usage.OutputTokens),
			CachedTokens: int64(o.Usage.CachedTokens), CostUsd: o.Usage.CostUSD,
		})
		return err
	}
	return s.saveDraft(ctx, q, job, pos, o)
}

func (s *Store) saveDraft(ctx context.Context, q *db.Queries, job db.Job, pos int64, o galley.Outcome) error {
	d := o.Written
	row, err := q.SaveDraft(ctx, db.SaveDraftParams{
		JobID: job.ID, Position: pos, Content: d.Content, Original: column(d.Original), Score: scoreColumn(d.Report.Score),
		Warnings: list(d.Report.Warnings), Warned: warned(d.Report), HeldBack: flag(o.HeldBack), SawPicture: flag(d.SawPicture),
		WrittenBy: d.By, WrittenAt: at(s.orNow(d.At)), Model: model(*d), PromptVersion: d.PromptVersion,
		InputTokens: int64(o.Usage.InputTokens), OutputTokens: int64(o.Usage.OutputTokens),
		CachedTokens: int64(o.Usage.CachedTokens), CostUsd: o.Usage.CostUSD, Priced: flag(o.Usage.Priced),
	})
	if errors.Is(err, sql.ErrNoRows) {
		return nil // taken from us meanwhile
	}
	if err != nil {
		return err
	}
	if err := s.addRevision(ctx, q, row.RowID, row.Revision, *d); err != nil || o.Publish == nil {
		return err
	}
	item, err := q.Item(ctx, db.ItemParams{JobID: job.ID, Position: pos})
	if err != nil {
		return err
	}
	_, err = s.queue(ctx, q, item, *o.Publish)
	return err
}

func (s *Store) addRevision(ctx context.Context, q *db.Queries, item, number int64, d galley.Written) error {
	return q.InsertRevision(ctx, db.InsertRevisionParams{
		ItemRow: item, Number: number, Author: string(d.Author), Name: d.By, Note: d.Note,
		Content: d.Content, PromptVersion: d.PromptVersion, CreatedAt: millis(s.orNow(d.At)),
	})
}

func scoreColumn(score *galley.Score) sql.NullString {
	if score == nil {
		return sql.NullString{}
	}
	return sql.NullString{String: list(score), Valid: true}
}

// warned: notes that are only for information do not count.
func warned(r galley.Report) int64 {
	for _, w := range r.Warnings {
		if w.Severity != galley.SeverityInfo {
			return 1
		}
	}
	return 0
}

// ReplaceDraft puts a new text in the place of revision expected, as the next
// revision. A draft that moved on meanwhile, or that is on its way to the shop
// or on it, is CodeIllegalState, and nothing is changed.
func (s *Store) ReplaceDraft(ctx context.Context, id galley.ItemID, expected int, d galley.Written, usage galley.Usage) error {
	job, pos, err := itemKey(id)
	if err != nil {
		return err
	}
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := q.ReplaceDraft(ctx, db.ReplaceDraftParams{
			JobID: job, Position: pos, ExpectedRevision: int64(expected), Content: d.Content, Original: column(d.Original),
			Score: scoreColumn(d.Report.Score), Warnings: list(d.Report.Warnings), Warned: warned(d.Report),
			SawPicture: flag(d.SawPicture), WrittenBy: d.By, WrittenAt: at(s.orNow(d.At)),
			Model: model(d), PromptVersion: d.PromptVersion, Priced: 1 - unpriced(usage),
			InputTokens: int64(usage.InputTokens), OutputTokens: int64(usage.OutputTokens),
			CachedTokens: int64(usage.CachedTokens), CostUsd: usage.CostUSD,
		})
		if errors.Is(err, sql.ErrNoRows) {
			return s.whyNotReplaced(ctx, q, job, pos, expected)
		}
		if err != nil {
			return err
		}
		if err := s.addRevision(ctx, q, row.RowID, row.Revision, d); err != nil {
			return err
		}
		err = s.addUsage(ctx, q, job, usage, unpriced(usage))
		return touched(ctx, q, err, galley.TopicJob(jobID(job)), galley.TopicJobs, galley.TopicShops)
	})
}

// SaveRechecks keeps what the checks say anew of drafts of a job, in one
// transaction, and returns of how many. Drafts that moved on meanwhile are
// passed over.
func (s *Store) SaveRechecks(ctx context.Context, job galley.JobID, rechecks []galley.Recheck) (saved int, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		for _, r := range rechecks {
			key, pos, err := itemKey(r.ID)
			if err != nil {
				return err
			}
			n, err := q.SaveReport(ctx, db.SaveReportParams{
				JobID: key, Position: pos, Revision: int64(r.Revision), Score: scoreColumn(r.Report.Score),
				Warnings: list(r.Report.Warnings), Warned: warned(r.Report), Holds: flag(r.Report.HoldsBack()), Kept: list(r.Kept),
			})
			if err != nil {
				return err
			}
			saved += int(n)
		}
		return touched(ctx, q, nil, galley.TopicJob(job), galley.TopicJobs, galley.TopicShops)
	})
	return saved, err
}

// Warned lists the drafts of a job that have warnings and are not on the shop.
func (s *Store) Warned(ctx context.Context, job galley.JobID) (found []galley.ItemID, err error) {
	key, err := jobKey(job)
	if err != nil {
		return nil, err
	}
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		positions, err := q.WarnedItems(ctx, key)
		for _, pos := range positions {
			found = append(found, galley.NewItemID(job, int(pos)))
		}
		return err
	})
	return found, err
}

func (s *Store) whyNotReplaced(ctx context.Context, q *db.Queries, job, pos int64, expected int) error {
	item, err := s.itemIn(ctx, q, job, pos)
	switch {
	case err != nil:
		return err
	case item.State != galley.ItemGenerated:
		return galley.Errorf(galley.CodeIllegalState, "Item %s has no draft yet, so there is nothing to change.", item.ID)
	case item.Revision != expected:
		return galley.Errorf(galley.CodeIllegalState, "The draft was changed elsewhere meanwhile (it is at revision %d now). Your text was not saved over it. Look at the new draft first.", item.Revision)
	case item.PublishState == galley.Published:
		return galley.Errorf(galley.CodeIllegalState, "This draft is on the shop. Undo the publication first, then change it.")
	}
	return galley.Errorf(galley.CodeIllegalState, "This draft is on its way to the shop. Wait until it is there, then undo it to change it.")
}
