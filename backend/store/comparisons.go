package store

import (
	"context"
	"database/sql"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// CreateComparison makes two samples of exactly the same items, each with the
// other as the one that it is compared with.
func (s *Store) CreateComparison(ctx context.Context, a, b galley.Job, spec galley.JobSpec) (first, second galley.JobID, err error) {
	err = s.tx(ctx, func(q *db.Queries, tx *sql.Tx) error {
		if first, err = createJob(ctx, q, tx, a, spec); err != nil {
			return err
		}
		if second, err = createJob(ctx, q, tx, b, spec); err != nil {
			return err
		}
		err := compare(ctx, q, first, second)
		return touched(ctx, q, err, galley.TopicJobs, galley.TopicShops)
	})
	return first, second, err
}

// compare makes two samples the sides of a comparison.
func compare(ctx context.Context, q *db.Queries, a, b galley.JobID) error {
	err := q.SetComparedWith(ctx, db.SetComparedWithParams{ID: a, ComparedWith: string(b), ComparedAs: string(galley.SideA)})
	if err != nil {
		return err
	}
	return q.SetComparedWith(ctx, db.SetComparedWithParams{ID: b, ComparedWith: string(a), ComparedAs: string(galley.SideB)})
}

// WriteSideAgain makes another sample of the same items in the place of one of
// two that are compared. The drafts of the earlier one are rejected; those of the
// other side stay as they are.
func (s *Store) WriteSideAgain(ctx context.Context, old galley.JobID, again galley.Job) (id galley.JobID, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		was, other, err := comparedJobs(ctx, q, old)
		if err != nil {
			return err
		}
		if id, err = insertJob(ctx, q, again, was.Selection, was.Sample); err != nil {
			return err
		}
		if _, err := q.CopyItems(ctx, db.CopyItemsParams{FromJob: old, ToJob: id}); err != nil {
			return err
		}
		if err := rejectOthers(ctx, q, old, nil); err != nil {
			return err
		}
		if err := q.SetComparedWith(ctx, db.SetComparedWithParams{ID: old}); err != nil {
			return err
		}
		a, b := id, other.ID
		if galley.Side(was.ComparedAs) == galley.SideB {
			a, b = b, a
		}
		err = compare(ctx, q, a, b)
		return touched(ctx, q, err, galley.TopicJob(old), galley.TopicJob(other.ID), galley.TopicJobs, galley.TopicShops)
	})
	return id, err
}

// ChooseDrafts ends a comparison, all or nothing: the kept drafts of both samples
// become drafts of the one that goes on, the others are rejected and stay with
// the other sample. A sample that is still written, was continued already or is
// not compared any more is CodeIllegalState; a draft that is not the one that
// was on screen is CodeChanged.
func (s *Store) ChooseDrafts(ctx context.Context, choice galley.ComparisonChoice) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		on, off, err := comparedJobs(ctx, q, choice.Job)
		if err != nil {
			return err
		}
		ours, theirs, err := byJob(choice.Kept, on.ID, off.ID)
		if err != nil {
			return err
		}
		kept, err := decidable(ctx, q, on.ID, ours)
		if err != nil {
			return err
		}
		better, err := decidable(ctx, q, off.ID, theirs)
		if err != nil {
			return err
		}
		taken, err := takeOver(ctx, q, on.ID, kept, better)
		if err != nil {
			return err
		}
		if err := rejectOthers(ctx, q, off.ID, nil); err != nil {
			return err
		}
		if !choice.Rest {
			if err := rejectOthers(ctx, q, on.ID, taken); err != nil {
				return err
			}
		}
		return endComparison(ctx, q, on.ID, off.ID)
	})
}

// takeOver brings better drafts into a sample that keeps some of its own, and
// returns the places of both. Two drafts of one place are CodeInvalidInput.
func takeOver(ctx context.Context, q *db.Queries, on galley.JobID, kept, better []db.Item) (map[string]bool, error) {
	taken := places(kept)
	for _, row := range better {
		if taken[row.PlaceID] {
			return nil, galley.NewError(galley.CodeInvalidInput, messages.ComparisonChosenTwice(row.PlaceTitle))
		}
		taken[row.PlaceID] = true
		if err := swapWith(ctx, q, on, row); err != nil {
			return nil, err
		}
	}
	return taken, nil
}

func endComparison(ctx context.Context, q *db.Queries, on, off galley.JobID) error {
	for _, id := range []galley.JobID{on, off} {
		if err := q.SetComparedWith(ctx, db.SetComparedWithParams{ID: id}); err != nil {
			return err
		}
	}
	return touched(ctx, q, nil, galley.TopicJob(on), galley.TopicJob(off), galley.TopicJobs, galley.TopicShops)
}

// comparedJobs are a sample and the one that it is compared with, both ended and
// neither continued.
func comparedJobs(ctx context.Context, q *db.Queries, id galley.JobID) (on, off db.Job, err error) {
	if on, err = jobRow(ctx, q, id); err != nil {
		return on, off, err
	}
	if on.ComparedWith == "" {
		return on, off, galley.NewError(galley.CodeIllegalState, messages.JobNotCompared(string(id)))
	}
	if off, err = jobRow(ctx, q, galley.JobID(on.ComparedWith)); err != nil {
		return on, off, err
	}
	for _, job := range []db.Job{on, off} {
		switch {
		case job.Sample == 0:
			return on, off, galley.NewError(galley.CodeIllegalState, messages.JobNotASample(string(job.ID)))
		case !job.State.Ended():
			return on, off, galley.NewError(galley.CodeIllegalState, messages.SampleNotEnded(string(job.ID)))
		}
	}
	return on, off, nil
}

// byJob sorts drafts by the sample that they are of. One of a third job is
// CodeInvalidInput.
func byJob(drafts []galley.ItemAt, on, off galley.JobID) (ours, theirs []galley.ItemAt, err error) {
	for _, draft := range drafts {
		job, _, err := draft.ID.Split()
		switch {
		case err != nil:
			return nil, nil, err
		case job == on:
			ours = append(ours, draft)
		case job == off:
			theirs = append(theirs, draft)
		default:
			return nil, nil, galley.NewError(galley.CodeInvalidInput, messages.ItemOfAnotherJob(string(draft.ID), string(on)))
		}
	}
	return ours, theirs, nil
}

// decidable are the rows of drafts that are still as they were on screen.
func decidable(ctx context.Context, q *db.Queries, job galley.JobID, drafts []galley.ItemAt) ([]db.Item, error) {
	found, err := draftsNow(ctx, q, job, drafts)
	if err != nil {
		return nil, err
	}
	rows := make([]db.Item, len(found))
	for i, now := range found {
		if why := undecidable(drafts[i], now); why != nil {
			return nil, why.Err()
		}
		rows[i] = now.row
	}
	return rows, nil
}

func places(rows []db.Item) map[string]bool {
	found := make(map[string]bool, len(rows))
	for _, row := range rows {
		found[row.PlaceID] = true
	}
	return found
}

// swapWith puts a draft in the place of the other sample's, and that one in its.
func swapWith(ctx context.Context, q *db.Queries, on galley.JobID, better db.Item) error {
	ours, err := q.ItemAtPlace(ctx, db.ItemAtPlaceParams{JobID: on, PlaceKind: better.PlaceKind, PlaceID: better.PlaceID})
	if err != nil {
		return err
	}
	status, err := statusOf(ctx, q, ours)
	if err != nil {
		return err
	}
	if can := status.Can(); status.State == galley.ItemGenerated && !can.Decide || status.Rewriting {
		return galley.NewError(galley.CodeIllegalState, messages.SendingNotDecided(string(galley.NewItemID(on, ours.Position))))
	}
	const aside = 1 << 30 // a position that no item has
	for _, to := range []db.MoveItemToParams{
		{RowID: better.RowID, JobID: better.JobID, Position: aside},
		{RowID: ours.RowID, JobID: better.JobID, Position: better.Position},
		{RowID: better.RowID, JobID: on, Position: ours.Position},
	} {
		if err := q.MoveItemTo(ctx, to); err != nil {
			return err
		}
	}
	return q.ForgetRewrites(ctx, jsonArray([]column.RowID{better.RowID, ours.RowID}))
}

// rejectOthers rejects the drafts of a sample at other places than those kept.
func rejectOthers(ctx context.Context, q *db.Queries, job galley.JobID, kept map[string]bool) error {
	rows, err := q.ItemsOfJob(ctx, job)
	if err != nil {
		return err
	}
	work, err := openWork(ctx, q, rows)
	if err != nil {
		return err
	}
	var others []column.RowID
	for _, row := range rows {
		if !kept[row.PlaceID] && work.status(row).Can().Decide {
			others = append(others, row.RowID)
		}
	}
	return q.Decide(ctx, db.DecideParams{Decision: galley.DecisionRejected, RowIds: jsonArray(others)})
}
