package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// Claim claims up to n pending items of the job for writing, in order. A job
// that is not running any more has none.
func (s *Store) Claim(ctx context.Context, id galley.JobID, n int, lease galley.Lease) (claimed []galley.Claimed, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := fence(ctx, q, lease); err != nil {
			return err
		}
		job, err := q.Job(ctx, id)
		if err != nil || job.State != galley.JobRunning {
			return err
		}
		rows, err := q.ClaimItems(ctx, db.ClaimItemsParams{JobID: id, N: n})
		for _, r := range rows {
			claimed = append(claimed, galley.Claimed{
				ID:    galley.NewItemID(id, r.Position),
				Place: galley.Listed{Target: galley.Target{Kind: r.PlaceKind, ID: r.PlaceID}, ImageOf: r.ImageOf},
			})
		}
		return err
	})
	return claimed, err
}

// SaveOutcomes saves results, many items in one transaction. Without the lease
// it saves drafts only, since they are paid for, and returns CodeBusy. An item
// that has a draft by then is skipped: nothing is saved twice.
func (s *Store) SaveOutcomes(ctx context.Context, id galley.JobID, outcomes []galley.Outcome, lease galley.Lease) error {
	var lost error
	err := s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if lost = fence(ctx, q, lease); lost != nil && !galley.HasCode(lost, galley.CodeBusy) {
			return lost
		}
		job, err := q.Job(ctx, id)
		if err != nil {
			return err
		}
		for _, o := range outcomes {
			if lost != nil && o.State != galley.ItemGenerated {
				continue // the holder of the lease decides about it
			}
			if err := s.saveOutcome(ctx, q, job, o); err != nil {
				return err
			}
			failpoint.Reach(failpoint.JobSaving)
		}
		return touched(ctx, q, nil, galley.TopicJob(id), galley.TopicJobs, galley.TopicShops)
	})
	if err != nil {
		return err
	}
	return lost
}

// model is the model that wrote a text, "" for a person's.
func model(d galley.Draft) string {
	if d.Author == galley.AuthorPerson {
		return ""
	}
	return d.By
}

// today is the local date of the machine: daily caps follow the user's days.
func today(c galley.Clock) string { return c.Now().Local().Format(time.DateOnly) }

func (s *Store) saveOutcome(ctx context.Context, q *db.Queries, job db.Job, o galley.Outcome) error {
	_, pos, err := o.ID.Split()
	if err != nil {
		return err
	}
	if o.State != galley.ItemGenerated {
		state := o.State
		if state == galley.ItemPending && job.State == galley.JobCancelled {
			state = galley.ItemCancelled
		}
		code, message := reasonColumns(o.Reason)
		_, err := q.SaveOutcome(ctx, db.SaveOutcomeParams{
			JobID: job.ID, Position: pos, State: state, ErrorCode: code, ErrorMessage: message,
		})
		return err
	}
	return s.saveDraft(ctx, q, job, pos, o)
}

func (s *Store) saveDraft(ctx context.Context, q *db.Queries, job db.Job, pos int, o galley.Outcome) error {
	d := o.Draft
	if err := takeBack(ctx, q, job.ID, pos); err != nil {
		return err
	}
	row, err := q.SaveDraft(ctx, db.SaveDraftParams{
		JobID: job.ID, Position: pos, Content: d.Content, ContentSha256: checksum(d.Content), Length: length(job.Field, d.Content), Original: d.Original, Score: scoreColumn(d.Report.Score),
		Warnings: warningsColumn(d.Report.Warnings), Warned: warned(d.Report), OffLength: offLength(d.Report), Alike: d.Alike, HeldBack: o.HeldBack, SawPicture: d.SawPicture,
		WrittenBy: d.By, WrittenAt: column.NullAt(s.orNow(d.At)), Model: model(*d), PromptVersion: d.PromptVersion,
	})
	if errors.Is(err, sql.ErrNoRows) {
		return nil // it has a draft by now
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
	return s.queueUnreviewed(ctx, q, item, *o.Publish)
}

// queueUnreviewed publishes a draft of a job without review, under the plan of
// that job.
func (s *Store) queueUnreviewed(ctx context.Context, q *db.Queries, item db.Item, p galley.PublishDecision) error {
	p.Plan = galley.JobPlan(item.JobID)
	queued, err := s.queue(ctx, q, item, p)
	if err != nil || !queued {
		return err
	}
	return q.GrowJobPlan(ctx, db.GrowJobPlanParams{
		ID: p.Plan, ShopID: item.ShopID, JobID: item.JobID, Now: column.At(s.clock.Now()),
	})
}

// takeBack readies an item without a draft for a late one: its process was
// assumed to be dead, and the item was put back, cancelled or has failed since.
func takeBack(ctx context.Context, q *db.Queries, job galley.JobID, pos int) error {
	for _, step := range []struct {
		from []galley.ItemState
		to   galley.ItemState
	}{
		{[]galley.ItemState{galley.ItemFailed}, galley.ItemPending},
		{[]galley.ItemState{galley.ItemPending, galley.ItemCancelled}, galley.ItemGenerating},
	} {
		if _, err := q.MoveItem(ctx, db.MoveItemParams{JobID: job, Position: pos, FromStates: jsonArray(step.from), ToState: step.to}); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) addRevision(ctx context.Context, q *db.Queries, item column.RowID, number int, d galley.Draft) error {
	return q.InsertRevision(ctx, db.InsertRevisionParams{
		ItemRow: item, Number: number, Author: d.Author, Name: d.By, Note: d.Note,
		Content: d.Content, ContentSha256: checksum(d.Content), PromptVersion: d.PromptVersion, CreatedAt: column.At(s.orNow(d.At)),
	})
}

// warned: notes that are only for information do not count.
func warned(r galley.Report) bool {
	for _, w := range r.Warnings {
		if w.Severity != galley.SeverityInfo {
			return true
		}
	}
	return false
}

// ReplaceDraft replaces revision expected by a new text, as the next revision.
// A draft that changed meanwhile, or that is queued or on the shop, is
// CodeIllegalState, and nothing is changed.
func (s *Store) ReplaceDraft(ctx context.Context, id galley.ItemID, expected int, d galley.Draft) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		step, err := s.beginEdit(ctx, q, id, d)
		if err != nil {
			return err
		}
		if d.From != nil {
			if err := reopenChanged(ctx, q, id, expected, *d.From); err != nil {
				return err
			}
		}
		if err := s.replaceDraft(ctx, q, id, expected, d); err != nil {
			return err
		}
		if err := endStep(ctx, q, step); err != nil {
			return err
		}
		job, pos, err := id.Split()
		if err != nil {
			return err
		}
		if _, err := cancelRewrites(ctx, q, job, []int{pos}, messages.RewriteOvertaken); err != nil {
			return err
		}
		return touched(ctx, q, nil, galley.TopicJob(job), galley.TopicJobs, galley.TopicShops, galley.TopicEdits)
	})
}

func (s *Store) replaceDraft(ctx context.Context, q *db.Queries, id galley.ItemID, expected int, d galley.Draft) error {
	item, err := replaceable(ctx, q, id, expected)
	if err != nil {
		return err
	}
	row, err := q.ReplaceDraft(ctx, db.ReplaceDraftParams{
		RowID: item.RowID, Content: d.Content, ContentSha256: checksum(d.Content), Length: length(item.Field, d.Content), Original: d.Original,
		Score: scoreColumn(d.Report.Score), Warnings: warningsColumn(d.Report.Warnings), Warned: warned(d.Report),
		OffLength: offLength(d.Report), SawPicture: d.SawPicture, WrittenBy: d.By, WrittenAt: column.NullAt(s.orNow(d.At)),
		Model: model(d), PromptVersion: d.PromptVersion,
	})
	if err != nil {
		return err
	}
	if err := q.DeleteSavedEdits(ctx, db.DeleteSavedEditsParams{ItemRow: row.RowID, Content: d.Content}); err != nil {
		return err
	}
	return s.addRevision(ctx, q, row.RowID, row.Revision, d)
}

// SaveRechecks saves new check results of drafts of a job, in one
// transaction, and returns of how many. Drafts that moved on meanwhile are
// passed over.
func (s *Store) SaveRechecks(ctx context.Context, job galley.JobID, rechecks []galley.Recheck) (saved int, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		for _, r := range rechecks {
			n, err := saveReport(ctx, q, r)
			if err != nil {
				return err
			}
			saved += int(n)
		}
		return touched(ctx, q, nil, galley.TopicJob(job), galley.TopicJobs, galley.TopicShops)
	})
	return saved, err
}

// saveReport saves one result, and returns 0 where the draft moved on.
func saveReport(ctx context.Context, q *db.Queries, r galley.Recheck) (int64, error) {
	key, pos, err := r.ID.Split()
	if err != nil {
		return 0, err
	}
	return q.SaveReport(ctx, db.SaveReportParams{
		JobID: key, Position: pos, Revision: r.Revision, Score: scoreColumn(r.Report.Score),
		Warnings: warningsColumn(r.Report.Warnings), Warned: warned(r.Report), Holds: r.Report.HoldsBack(), Kept: jsonArray(r.Kept),
	})
}

// Warned lists the drafts of a job that have warnings and are not on the shop.
func (s *Store) Warned(ctx context.Context, job galley.JobID) (found []galley.ItemID, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.WarnedItems(ctx, job)
		for _, r := range rows {
			if status(r.State, r.PublishState, r.Decision, "").Can().Edit {
				found = append(found, galley.NewItemID(job, r.Position))
			}
		}
		return err
	})
	return found, err
}

// EachWarnings visits the warnings of each draft of a job that has some and is not
// on the shop.
func (s *Store) EachWarnings(ctx context.Context, job galley.JobID, visit func([]galley.Warning)) error {
	return s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.ItemWarnings(ctx, job)
		for _, r := range rows {
			if !status(r.State, r.PublishState, r.Decision, "").Can().Edit {
				continue
			}
			warnings, err := warningsOf(r.Warnings)
			if err != nil {
				return err
			}
			visit(warnings)
		}
		return err
	})
}

// replaceable reads an item whose draft may be replaced, or says why not.
func replaceable(ctx context.Context, q *db.Queries, id galley.ItemID, expected int) (db.Item, error) {
	item, err := itemRow(ctx, q, id)
	if err != nil {
		return item, err
	}
	st, err := statusOf(ctx, q, item)
	switch {
	case err != nil:
		return item, err
	case st.State != galley.ItemGenerated:
		return item, galley.NewError(galley.CodeIllegalState, messages.NoDraftToEdit(string(id)))
	case item.Revision != expected:
		return item, galley.NewError(galley.CodeChanged, messages.DraftSavedElsewhere(item.Revision))
	case st.Can().Edit:
		return item, nil
	case st.Publish == galley.Published:
		return item, galley.NewError(galley.CodeIllegalState, messages.EditOfPublished)
	}
	return item, galley.NewError(galley.CodeIllegalState, messages.EditWhileSending)
}
