package store

import (
	"context"
	"slices"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

func (c *confirming) readDrafts(ctx context.Context, q *db.Queries, rows []db.PlanItemsRow) error {
	ids := make([]column.RowID, len(rows))
	for i, row := range rows {
		ids[i] = row.PlanItem.ItemRow
	}
	items, err := q.ItemsByRow(ctx, jsonArray(ids))
	if err != nil {
		return err
	}
	c.drafts = make(map[column.RowID]db.Item, len(items))
	for _, item := range items {
		c.drafts[item.RowID] = item
	}
	if c.work, err = openWork(ctx, q, items); err != nil {
		return err
	}
	c.known, err = q.KnownPlaces(ctx, c.plan.ID)
	slices.Sort(c.known)
	return err
}

func (s *Store) confirmDraft(ctx context.Context, q *db.Queries, c *confirming, row db.PlanItemsRow) (why messages.Message, err error) {
	item := c.drafts[row.PlanItem.ItemRow]
	if why = sinceOfDraft(row.PlanItem, item); !why.IsZero() {
		return why, nil
	}
	if item.Warned && c.plan.Scope == galley.ScopeUnwarned {
		return messages.SinceWarned, nil
	}
	st := c.work.status(item)
	if c.plan.Kind == galley.PlanToRetry {
		if !st.Can().Retry {
			return messages.NotFailed, nil
		}
		if st.State != galley.ItemGenerated {
			c.retry = append(c.retry, item.Position)
			return messages.Message{}, nil
		}
	}
	if _, known := slices.BinarySearch(c.known, item.PlaceID); !known {
		return messages.PlaceGone, nil
	}
	ok, err := s.queueAs(ctx, q, item, st, galley.PublishDecision{
		Plan: c.plan.ID, Person: c.person, Overwrite: c.plan.Overwrite, Rejected: c.plan.Rejected,
	})
	if err == nil && !ok {
		why = messages.NoLongerPublishable
	}
	return why, err
}

// sinceOfDraft says what happened to a draft since its plan was made, the zero message if it
// is as it was shown. An approval in between does not count: it approves the same text.
func sinceOfDraft(n db.PlanItem, item db.Item) messages.Message {
	switch {
	case n.Revision != item.Revision:
		return messages.SinceEdited
	case n.Decision != item.Decision && item.Decision == galley.DecisionRejected:
		return messages.SinceRejected
	case n.Decision != item.Decision && item.Decision != galley.DecisionApproved:
		return messages.SinceReopened
	case n.OnShopKnown != item.OnShopKnown || n.OnShop != item.OnShop:
		return messages.SinceOtherConflict
	case item.Alike && !n.Alike:
		return messages.SinceAlike
	case n.State != item.State || n.PublishState != item.PublishState:
		return messages.SinceOtherState
	}
	return messages.Message{}
}

// retryPlanned puts unwritten items back to work, and their job back into the
// queue if it had ended.
func (s *Store) retryPlanned(ctx context.Context, q *db.Queries, c *confirming) error {
	if len(c.retry) == 0 {
		return nil
	}
	job := c.plan.JobID
	if _, err := q.RetryItems(ctx, db.RetryItemsParams{JobID: job, Positions: jsonArray(c.retry)}); err != nil {
		return err
	}
	row, err := q.Job(ctx, job)
	if err != nil || !row.State.Ended() {
		return err
	}
	return s.moveJob(ctx, q, job, galley.JobQueued, nil)
}
