package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// SaveBatched saves outcomes of items that are written in batches, and the
// requests that were put into a batch, in one transaction. Items with a request
// there stay as they are; of the others the requests are dropped.
func (s *Store) SaveBatched(ctx context.Context, id galley.JobID, outcomes []galley.Outcome, asks []galley.BatchAsk, held galley.Lease) error {
	var lost error
	err := s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if lost = fence(ctx, q, held); lost != nil && !galley.HasCode(lost, galley.CodeBusy) {
			return lost
		}
		job, err := q.Job(ctx, id)
		if err != nil {
			return err
		}
		if lost != nil { // the holder of the lease decides about the rest
			asks = nil
			outcomes = slices.DeleteFunc(slices.Clone(outcomes), func(o galley.Outcome) bool { return o.State != galley.ItemGenerated })
		}
		if err := s.saveAllBatched(ctx, q, job, outcomes, asks); err != nil {
			return err
		}
		return touched(ctx, q, nil, galley.TopicJob(id), galley.TopicJobs, galley.TopicShops)
	})
	return errors.Join(err, lost)
}

func (s *Store) saveAllBatched(ctx context.Context, q *db.Queries, job db.Job, outcomes []galley.Outcome, asks []galley.BatchAsk) error {
	for _, o := range outcomes {
		if err := s.saveBatched(ctx, q, job, o); err != nil {
			return err
		}
		failpoint.Reach(failpoint.JobSaving)
	}
	for _, a := range asks {
		if err := insertAsk(ctx, q, a); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) saveBatched(ctx context.Context, q *db.Queries, job db.Job, o galley.Outcome) error {
	_, position, err := o.ID.Split()
	if err != nil {
		return err
	}
	if o.State == galley.ItemPending && job.State != galley.JobCancelled { // stopped before it was done with
		requests, err := q.AnswersOf(ctx, db.AnswersOfParams{JobID: job.ID, Positions: jsonArray([]int{position})})
		if err != nil || len(requests) > 0 {
			return err // its answers stay for the next time
		}
	}
	if err := s.saveOutcome(ctx, q, job, o); err != nil {
		return err
	}
	return q.DropRequests(ctx, db.DropRequestsParams{JobID: job.ID, Position: position})
}

func insertAsk(ctx context.Context, q *db.Queries, a galley.BatchAsk) error {
	job, position, err := a.Item.Split()
	if err != nil {
		return err
	}
	return q.InsertBatchRequest(ctx, db.InsertBatchRequestParams{
		JobID: job, Position: position, Number: a.Number, Batch: a.Batch, Reservation: a.Reservation, Original: a.Original,
	})
}

// noAnswer takes the place of an answer that did not come: without a status.
const noAnswer = `{"status":0,"body":""}`

// leaveRequest drops a request that was not answered.
func leaveRequest(ctx context.Context, q *db.Queries, job db.Job, r db.BatchRequest, keepEarlier bool) error {
	switch {
	case r.Number > 1 && keepEarlier:
		return q.DropRequest(ctx, db.DropRequestParams{JobID: r.JobID, Position: r.Position, Number: r.Number})
	case r.Number > 1: // the draft is made of what was answered before, where that can be used
		return q.AnswerRequest(ctx, db.AnswerRequestParams{JobID: r.JobID, Position: r.Position, Number: r.Number, Answer: noAnswer})
	}
	if err := q.DropRequests(ctx, db.DropRequestsParams{JobID: r.JobID, Position: r.Position}); err != nil {
		return err
	}
	state := galley.ItemPending
	if job.State == galley.JobCancelled {
		state = galley.ItemCancelled
	}
	_, err := q.SaveOutcome(ctx, db.SaveOutcomeParams{JobID: r.JobID, Position: r.Position, State: state})
	return err
}

// AnsweredItems returns the next n items after a position all of whose requests
// are answered.
func (s *Store) AnsweredItems(ctx context.Context, id galley.JobID, after, n int, held galley.Lease) (found []galley.ClaimedAnswers, err error) {
	err = s.fenced(ctx, held, func(q *db.Queries) error {
		items, err := q.AnsweredItems(ctx, db.AnsweredItemsParams{JobID: id, After: after, N: n})
		if err != nil {
			return err
		}
		positions, at := make([]int, len(items)), map[int]int{}
		found = make([]galley.ClaimedAnswers, len(items))
		for i, r := range items {
			positions[i], at[r.Position] = r.Position, i
			found[i].Claimed = galley.Claimed{
				ID:    galley.NewItemID(id, r.Position),
				Place: galley.Listed{Target: galley.Target{Kind: r.PlaceKind, ID: r.PlaceID}, ImageOf: r.ImageOf},
				Asked: r.Asked,
			}
		}
		rows, err := q.AnswersOf(ctx, db.AnswersOfParams{JobID: id, Positions: jsonArray(positions)})
		for _, r := range rows {
			var answer galley.BatchAnswer
			if err := json.Unmarshal([]byte(r.Answer), &answer); err != nil {
				return err
			}
			i := at[r.Position]
			found[i].Answers = append(found[i].Answers, answer)
		}
		return err
	})
	return found, err
}

// RecordLines keeps answers of a batch and books what they used. Lines of other
// batches, of unknown requests, and second ones of the same request are left
// out: the first counts. A request without an answer stays open.
func (s *Store) RecordLines(ctx context.Context, key string, lines []galley.BatchLine, held galley.Lease) error {
	err := s.fenced(ctx, held, func(q *db.Queries) error {
		for _, line := range lines {
			if err := s.recordLine(ctx, q, key, line); err != nil {
				return err
			}
			failpoint.Reach(failpoint.BatchKeeping)
		}
		return nil
	})
	return err
}

func (s *Store) recordLine(ctx context.Context, q *db.Queries, key string, line galley.BatchLine) error {
	id, ok := galley.ParseBatchID(line.CustomID)
	if !ok || line.Answer == nil {
		return nil
	}
	job, position, err := id.Item.Split()
	if err != nil {
		return err
	}
	row, err := q.OpenRequest(ctx, db.OpenRequestParams{Batch: key, JobID: job, Position: position, Number: id.Number})
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := s.settleReservation(ctx, q, row.Reservation, line.Usage); err != nil {
		return err
	}
	kept, err := json.Marshal(line.Answer)
	if err != nil {
		return err
	}
	return q.AnswerRequest(ctx, db.AnswerRequestParams{JobID: job, Position: position, Number: id.Number, Answer: column.NullText(kept)})
}

// EndBatch ends a batch whose answers were read, and returns how many of its
// requests have none. Their items wait again.
func (s *Store) EndBatch(ctx context.Context, b galley.Batch, end galley.BatchEnd, held galley.Lease) (left int, err error) {
	err = s.fenced(ctx, held, func(q *db.Queries) error {
		open, err := q.UnansweredOf(ctx, b.Key)
		if err != nil {
			return err
		}
		for _, r := range open {
			if r.Number == 1 {
				left++
			}
		}
		if err := s.leaveRequests(ctx, q, b.JobID, b.Key, end); err != nil {
			return err
		}
		failpoint.Reach(failpoint.BatchEnding)
		if err := q.EndBatch(ctx, b.Key); err != nil {
			return err
		}
		return q.SetBatchesFull(ctx, db.SetBatchesFullParams{ID: b.JobID})
	})
	return left, err
}

// NoteBatchesFull has a job wait with further batches until one of its own has
// ended.
func (s *Store) NoteBatchesFull(ctx context.Context, job galley.JobID, held galley.Lease) error {
	return s.fenced(ctx, held, func(q *db.Queries) error {
		return q.SetBatchesFull(ctx, db.SetBatchesFullParams{ID: job, BatchesFull: true})
	})
}
