package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// ConfirmPlan queues exactly what a plan names, in one transaction. What
// changed since the plan was made is left out and named. A plan that was
// confirmed before queues nothing; the answer then says what it queued.
func (s *Store) ConfirmPlan(ctx context.Context, id galley.PlanID, kind galley.PlanKind, person string) (done galley.Confirmed, err error) {
	done = galley.Confirmed{Plan: id, Left: []galley.LeftOut{}, Shops: []galley.ShopID{}, Entries: []int64{}}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		plan, err := s.openPlan(ctx, q, id, kind)
		if err != nil {
			return err
		}
		done.JobID = plan.JobID
		if plan.ConfirmedAt.Time != nil {
			done.Again, done.Count = true, plan.Queued
			return nil
		}
		return s.confirm(ctx, q, &confirming{plan: plan, person: person, done: &done, topics: map[string]bool{}})
	})
	return done, err
}

// openPlan reads a plan that may be confirmed, for the first time or again.
func (s *Store) openPlan(ctx context.Context, q *db.Queries, id galley.PlanID, kind galley.PlanKind) (db.Plan, error) {
	plan, err := q.Plan(ctx, id)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return plan, galley.NewError(galley.CodeNotFound, messages.NoSuchPlan)
	case err != nil:
		return plan, err
	case plan.Kind != kind:
		return plan, galley.NewError(galley.CodeInvalidInput, messages.PlanOfAnotherKind(string(plan.Kind)))
	case plan.ConfirmedAt.Time == nil && s.clock.Now().Sub(plan.CreatedAt.Time) > galley.PlanKept:
		return plan, galley.NewError(galley.CodeChanged, messages.PlanExpired)
	}
	return plan, nil
}

// confirming is a plan being queued in the outbox.
type confirming struct {
	plan   db.Plan
	person string
	done   *galley.Confirmed
	topics map[string]bool
	retry  []int // positions of items to retry

	// What a plan is confirmed against, read at once.
	drafts map[column.RowID]db.Item
	work   itemWork
	known  []string // places in the local copy
	undos  map[int]db.PlannedUndosRow
	saves  map[int][]db.Item // drafts that say what a plan saves
	sent   map[writePlace]bool
}

// read reads what a plan is confirmed against, as it is now.
func (c *confirming) read(ctx context.Context, q *db.Queries, rows []db.PlanItemsRow) error {
	switch c.plan.Kind {
	case galley.PlanToPublish, galley.PlanToRetry:
		return c.readDrafts(ctx, q, rows)
	case galley.PlanToUndo:
		return c.readUndos(ctx, q)
	case galley.PlanToSave:
		return c.readSaves(ctx, q)
	case galley.PlanToPutBack, galley.PlanToRelease, galley.PlanToWithdraw:
	}
	return nil
}

func (s *Store) confirm(ctx context.Context, q *db.Queries, c *confirming) error {
	items, err := q.PlanItems(ctx, c.plan.ID)
	if err != nil {
		return err
	}
	if err := c.read(ctx, q, items); err != nil {
		return err
	}
	for _, row := range items {
		why, err := s.confirmItem(ctx, q, c, row)
		if err != nil {
			return err
		}
		if !why.IsZero() {
			c.done.Left = append(c.done.Left, leftOut(row, why))
			continue
		}
		c.took(row)
		failpoint.Reach(failpoint.DraftQueued)
	}
	if err := errors.Join(s.retryPlanned(ctx, q, c), s.settleHeldJobs(ctx, q, c), c.relistJob(ctx, q)); err != nil {
		return err
	}
	if c.done.Count <= galley.UrgentTexts {
		if err := q.HurryPlan(ctx, c.plan.ID); err != nil {
			return err
		}
	}
	failpoint.Reach(failpoint.PlanQueued)
	if err := q.DropPlanItems(ctx, c.plan.ID); err != nil {
		return err
	}
	if err := q.ConfirmPlan(ctx, db.ConfirmPlanParams{ID: c.plan.ID, ConfirmedAt: column.NullAt(s.clock.Now()), Queued: c.done.Count}); err != nil {
		return err
	}
	topics := []string{galley.TopicJobs, galley.TopicShops}
	for topic := range c.topics {
		topics = append(topics, topic)
	}
	return touched(ctx, q, nil, topics...)
}

// relistJob has the plan's job in the list again, if something of it is queued.
func (c *confirming) relistJob(ctx context.Context, q *db.Queries) error {
	if c.plan.JobID == "" || c.done.Count == 0 {
		return nil
	}
	return relist(ctx, q, c.plan.JobID)
}

// settlesHeld reports whether the plan is about work held since a restore.
func (c *confirming) settlesHeld() bool {
	return c.plan.Kind == galley.PlanToRelease || c.plan.Kind == galley.PlanToWithdraw
}

// took counts a planned item that was queued, and notes who shows it.
func (c *confirming) took(row db.PlanItemsRow) {
	c.done.Count++
	shop := row.PlanItem.ShopID
	if !slices.Contains(c.done.Shops, shop) {
		c.done.Shops = append(c.done.Shops, shop)
	}
	if row.PlanItem.Entry > 0 {
		c.done.Entries = append(c.done.Entries, row.PlanItem.Entry)
	}
	if row.JobID != "" {
		c.topics[galley.TopicJob(row.JobID)] = true
	} else {
		c.topics[galley.TopicProducts(shop)] = true
	}
	c.topics[galley.TopicActivity(shop)] = true
}

func leftOut(row db.PlanItemsRow, why messages.Message) galley.LeftOut {
	n := row.PlanItem
	return galley.LeftOut{
		ItemID: ofItem(row.JobID, row.ItemPosition),
		Place:  plannedPlace(n), Product: plannedPlace(n).Product(n.ImageOf),
		Field: n.Field, Entry: n.Entry, Reason: galley.Reason{Code: galley.CodeChanged, Message: why},
	}
}

// confirmItem queues one planned write, or says why it is left out.
func (s *Store) confirmItem(ctx context.Context, q *db.Queries, c *confirming, row db.PlanItemsRow) (why messages.Message, err error) {
	if !c.settlesHeld() {
		if why := sinceAtPlace(row); !why.IsZero() {
			return why, nil
		}
	}
	switch c.plan.Kind {
	case galley.PlanToUndo:
		return s.confirmUndo(ctx, q, c, row.PlanItem)
	case galley.PlanToSave:
		return s.confirmText(ctx, q, c, row.PlanItem)
	case galley.PlanToPublish, galley.PlanToRetry:
		return s.confirmDraft(ctx, q, c, row)
	case galley.PlanToPutBack:
		return s.confirmPutBack(ctx, q, c, row)
	case galley.PlanToRelease, galley.PlanToWithdraw:
		return s.settleHeldText(ctx, q, c, row.PlanItem.Publication)
	}
	return messages.Message{}, galley.NewError(galley.CodeInternal, messages.NoSuchPlanKind(string(c.plan.Kind)))
}

// sinceAtPlace says what was written to a place since its plan was made, the
// zero message for nothing.
func sinceAtPlace(row db.PlanItemsRow) messages.Message {
	if row.NewestSeq <= row.PlanItem.LastWrite {
		return messages.Message{}
	}
	switch galley.PublicationState(row.NewestState) {
	case galley.PublicationQueued, galley.PublicationSending:
		return messages.SinceQueued
	case galley.PublicationWithdrawn:
		return messages.SinceWithdrawn
	case galley.PublicationConflict:
		return messages.SinceConflict
	case galley.PublicationFailed:
		return messages.SinceFailed
	case galley.PublicationDone:
	}
	if galley.PublicationKind(row.NewestKind) == galley.KindUndo {
		return messages.SinceUndone
	}
	return messages.SincePublished
}
