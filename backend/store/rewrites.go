package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// openRewrites are the states of requests whose draft may still be replaced.
var openRewrites = []galley.RewriteState{galley.RewriteQueued, galley.RewriteWriting, galley.RewritePaused}

// QueueRewrites queues drafts of one job to be written again, each as it was on
// screen. Those that changed since, or cannot be written again, are named.
func (s *Store) QueueRewrites(ctx context.Context, job galley.JobID, drafts []galley.ItemAt, ask galley.RewriteAsk) (done galley.Decided, err error) {
	done.Left = []galley.LeftOut{}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		found, err := draftsNow(ctx, q, job, drafts)
		if err != nil {
			return err
		}
		var positions []int
		for i, draft := range drafts {
			if why := notRewritable(draft, found[i]); why != nil {
				done.Left = append(done.Left, leftDraft(found[i].row, *why))
				continue
			}
			positions = append(positions, found[i].row.Position)
		}
		done.Count = len(positions)
		return s.queueRewrites(ctx, q, job, positions, ask)
	})
	return done, err
}

// queueRewrites queues drafts that can be written again as one batch.
func (s *Store) queueRewrites(ctx context.Context, q *db.Queries, job galley.JobID, positions []int, ask galley.RewriteAsk) error {
	now := s.clock.Now()
	if err := noteGiven(ctx, q, job, ask, now); err != nil {
		return err
	}
	batch, err := q.NextRewriteBatch(ctx, job)
	if err != nil {
		return err
	}
	err = q.QueueRewrites(ctx, db.QueueRewritesParams{
		JobID: job, Positions: jsonArray(positions), Batch: batch, Note: ask.Note, Unlike: jsonArray(ask.Unlike), RequestedAt: column.At(now),
	})
	if err != nil {
		return err
	}
	return touched(ctx, q, relist(ctx, q, job), galley.TopicJob(job), galley.TopicJobs)
}

// QueueSelectedRewrites queues the drafts of a selection that can be written again. What changed since the list was
// drawn is left as it is and counted, and the first of it named.
func (s *Store) QueueSelectedRewrites(ctx context.Context, sel galley.ItemSelection, ask galley.RewriteAsk) (done galley.Decided, err error) {
	sel.Action = galley.ActRegenerate
	err = s.tx(ctx, func(q *db.Queries, tx *sql.Tx) error {
		var l itemList
		if l, done, err = s.begun(ctx, q, tx, sel); err != nil || done.Selected.Takes == 0 {
			return err
		}
		positions, err := valuesOf[int](ctx, tx, "SELECT position FROM items WHERE "+l.where(), l.allArgs()...)
		if err != nil {
			return err
		}
		done.Count = len(positions)
		return s.queueRewrites(ctx, q, sel.JobID, positions, ask)
	})
	return done, err
}

// notRewritable says why a draft is not written again, nil where it is.
func notRewritable(draft galley.ItemAt, now draftNow) *galley.Reason {
	id := string(draft.ID)
	switch {
	case now.row.State != galley.ItemGenerated:
		return &galley.Reason{Code: galley.CodeIllegalState, Message: messages.NoDraftToRewrite(id)}
	case now.row.Revision != draft.Revision:
		return notOnScreen(draft, now.row)
	case draft.OnShop != nil && (!now.row.OnShopKnown || now.row.OnShop != *draft.OnShop):
		return &galley.Reason{Code: galley.CodeChanged, Message: messages.SinceOtherConflict}
	case now.status.Rewriting:
		return &galley.Reason{Code: galley.CodeIllegalState, Message: messages.RewrittenAlready(id)}
	case !now.status.Can().Regenerate:
		return &galley.Reason{Code: galley.CodeIllegalState, Message: messages.DraftOnShop(id)}
	}
	return nil
}

// TakeRewrites readies the requests of a job for the holder of their lease: what
// a killed process was writing is queued again, or paused with the others.
func (s *Store) TakeRewrites(ctx context.Context, id galley.JobID, lease galley.Lease) (job galley.Job, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := fence(ctx, q, lease); err != nil {
			return err
		}
		row, err := q.Job(ctx, id)
		if err != nil {
			return err
		}
		job = jobOf(row)
		return q.ReleaseRewrites(ctx, id)
	})
	return job, err
}

// ClaimRewrites takes up to n queued requests of the job for writing, in order.
func (s *Store) ClaimRewrites(ctx context.Context, id galley.JobID, n int, lease galley.Lease) (claimed []galley.Claimed, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := fence(ctx, q, lease); err != nil {
			return err
		}
		taken, err := q.ClaimRewrites(ctx, db.ClaimRewritesParams{JobID: id, N: n})
		if err != nil || len(taken) == 0 {
			return err
		}
		rows, err := q.RewritesToWrite(ctx, jsonArray(taken))
		for _, r := range rows {
			c := galley.Claimed{
				ID:       galley.NewItemID(id, r.Rewrite.Position),
				Place:    galley.Listed{Target: galley.Target{Kind: r.PlaceKind, ID: r.PlaceID}, ImageOf: r.ImageOf},
				Original: r.Rewrite.Original, Note: r.Rewrite.Note,
			}
			if err := json.Unmarshal([]byte(r.Rewrite.Unlike), &c.Unlike); err != nil {
				return err
			}
			if !r.Rewrite.FromConflict {
				c.Previous = r.Content
			}
			claimed = append(claimed, c)
		}
		return touched(ctx, q, err, galley.TopicJob(id))
	})
	return claimed, err
}

// SaveRewrites replaces drafts by what was written, many in one transaction.
// Requests that were cancelled meanwhile keep their draft. Without the lease new
// drafts alone are kept, for they are paid for, and the error is CodeBusy.
func (s *Store) SaveRewrites(ctx context.Context, id galley.JobID, outcomes []galley.Outcome, lease galley.Lease) error {
	var lost error
	err := s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if lost = fence(ctx, q, lease); lost != nil && !galley.HasCode(lost, galley.CodeBusy) {
			return lost
		}
		for _, o := range outcomes {
			if lost != nil && o.State != galley.ItemGenerated {
				continue // the holder of the lease settles it
			}
			if err := s.saveRewrite(ctx, q, id, o, lost != nil); err != nil {
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

func (s *Store) saveRewrite(ctx context.Context, q *db.Queries, job galley.JobID, o galley.Outcome, late bool) error {
	item, err := itemRow(ctx, q, o.ID)
	if err != nil {
		return err
	}
	move := func(to galley.RewriteState, why *galley.Reason, from galley.RewriteState) error {
		_, err := moveRewrites(ctx, q, job, rewriteMove{at: []int{item.Position}, from: []galley.RewriteState{from}, to: to, why: why})
		return err
	}
	switch o.State {
	case galley.ItemGenerated:
	case galley.ItemPending:
		return move(galley.RewriteQueued, nil, galley.RewriteWriting)
	default:
		return move(galley.RewriteFailed, o.Reason, galley.RewriteWriting)
	}
	if late { // it was put back when its process was taken to be dead
		err := errors.Join(move(galley.RewriteQueued, nil, galley.RewritePaused), move(galley.RewriteWriting, nil, galley.RewriteQueued))
		if err != nil {
			return err
		}
	}
	row, err := rewriteRow(ctx, q, item)
	if err != nil || row.State != galley.RewriteWriting {
		return err // cancelled, or written by now
	}
	err = s.replaceDraft(ctx, q, o.ID, row.Revision, *o.Draft)
	switch {
	case galley.HasCode(err, galley.CodeChanged), galley.HasCode(err, galley.CodeIllegalState):
		return move(galley.RewriteFailed, &galley.Reason{Code: galley.CodeChanged, Message: messages.RewriteOvertaken}, galley.RewriteWriting)
	case err != nil:
		return err
	}
	return move(galley.RewriteDone, nil, galley.RewriteWriting)
}

func rewriteRow(ctx context.Context, q *db.Queries, item db.Item) (db.Rewrite, error) {
	rows, err := q.RewritesOf(ctx, jsonArray([]column.RowID{item.RowID}))
	if err != nil || len(rows) == 0 {
		return db.Rewrite{}, err
	}
	return rows[0], nil
}

// Rewrite is the last request to have an item's draft written again, or
// CodeNotFound.
func (s *Store) Rewrite(ctx context.Context, id galley.ItemID) (found galley.Rewrite, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		item, err := itemRow(ctx, q, id)
		if err != nil {
			return err
		}
		row, err := rewriteRow(ctx, q, item)
		if err == nil && row.State == "" {
			return galley.NewError(galley.CodeNotFound, messages.NeverRewritten(string(id)))
		}
		found = rewriteOf(row)
		return err
	})
	return found, err
}

func rewriteOf(r db.Rewrite) galley.Rewrite {
	why := reason(r.ErrorCode, r.ErrorMessage)
	return galley.Rewrite{State: r.State, Note: r.Note, Reason: why, Brief: galley.BriefOf(why), Revision: r.Revision}
}

// JobsToRewrite lists the jobs with drafts that are queued to be written again,
// or that a process is at.
func (s *Store) JobsToRewrite(ctx context.Context) ([]galley.JobID, error) {
	ids, err := db.New(s.read).JobsToRewrite(ctx)
	return ids, fault(err)
}

// rewritingOf counts by job what was last to be written again.
func rewritingOf(ctx context.Context, q *db.Queries, ids []galley.JobID) (map[galley.JobID]galley.RewriteCounts, error) {
	counts, err := q.RewriteCounts(ctx, jsonArray(ids))
	if err != nil || len(counts) == 0 {
		return nil, err
	}
	found := map[galley.JobID]galley.RewriteCounts{}
	for _, c := range counts {
		r := found[c.JobID]
		r.Total += c.N
		*countOf(&r, c.State) += c.N
		found[c.JobID] = r
	}
	reasons, err := q.RewriteReasons(ctx, jsonArray(ids))
	for _, why := range reasons {
		r := found[why.JobID]
		r.Reason = reason(why.ErrorCode, why.ErrorMessage)
		found[why.JobID] = r
	}
	return found, err
}

func countOf(r *galley.RewriteCounts, state galley.RewriteState) *int {
	switch state {
	case galley.RewriteQueued, galley.RewriteWriting:
		return &r.Waiting
	case galley.RewritePaused:
		return &r.Paused
	case galley.RewriteDone:
		return &r.Written
	case galley.RewriteFailed:
		return &r.Failed
	case galley.RewriteCancelled:
	}
	return &r.Cancelled
}
