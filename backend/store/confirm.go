package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"github.com/google/uuid"

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

	// What a plan of drafts is confirmed against, read at once.
	drafts map[column.RowID]db.Item
	work   itemWork
	known  []string // places in the local copy
}

// readDrafts reads the drafts of a plan as they are now.
func (c *confirming) readDrafts(ctx context.Context, q *db.Queries, rows []db.PlanItemsRow) error {
	if c.plan.Kind != galley.PlanToPublish && c.plan.Kind != galley.PlanToRetry {
		return nil
	}
	ids := make([]column.RowID, len(rows))
	for i, row := range rows {
		ids[i] = row.PlanItem.ItemRow
	}
	items, err := q.ItemsByRow(ctx, list(ids))
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

func (s *Store) confirm(ctx context.Context, q *db.Queries, c *confirming) error {
	items, err := q.PlanItems(ctx, c.plan.ID)
	if err != nil {
		return err
	}
	if err := c.readDrafts(ctx, q, items); err != nil {
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
	if err := errors.Join(s.retryPlanned(ctx, q, c), s.settleHeldJobs(ctx, q, c)); err != nil {
		return err
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
		return s.confirmUndo(ctx, q, c, row)
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

func (s *Store) confirmDraft(ctx context.Context, q *db.Queries, c *confirming, row db.PlanItemsRow) (why messages.Message, err error) {
	item := c.drafts[row.PlanItem.ItemRow]
	if why = sinceOfDraft(row.PlanItem, item); !why.IsZero() {
		return why, nil
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
	case n.State != item.State || n.PublishState != item.PublishState:
		return messages.SinceOtherState
	}
	return messages.Message{}
}

func (s *Store) confirmUndo(ctx context.Context, q *db.Queries, c *confirming, row db.PlanItemsRow) (why messages.Message, err error) {
	n := row.PlanItem
	stored, err := q.Publication(ctx, n.Publication)
	if errors.Is(err, sql.ErrNoRows) || err == nil && !publication(stored).Written() {
		return messages.NothingToUndo, nil
	}
	if err != nil {
		return messages.Message{}, err
	}
	undone, err := q.UndoneBy(ctx, sql.NullString{String: n.Publication, Valid: true})
	if err != nil || undone > 0 {
		return messages.SinceUndone, err
	}
	open, err := openAt(ctx, q, n.ShopID, n.Field, n.PlaceID)
	if err != nil || open {
		return messages.PlaceQueued, err
	}
	return messages.Message{}, s.queueUndo(ctx, q, stored, c.plan.ID, c.person)
}

// confirmText queues a text of the product editor. If it is a draft's, word for
// word, it is queued as that draft and counts in its job.
func (s *Store) confirmText(ctx context.Context, q *db.Queries, c *confirming, n db.PlanItem) (why messages.Message, err error) {
	sent, err := s.queueAsDraft(ctx, q, c, n)
	if err != nil || sent {
		return messages.Message{}, err
	}
	return messages.Message{}, q.InsertPublication(ctx, db.InsertPublicationParams{
		ID: uuid.NewString(), Plan: c.plan.ID, ShopID: n.ShopID, PlaceKind: n.PlaceKind, PlaceID: n.PlaceID, PlaceHandle: n.PlaceHandle,
		PlaceTitle: n.PlaceTitle, ImageOf: n.ImageOf, Field: n.Field, Kind: galley.KindPublish,
		Slot:     slotKey(n.Field, n.PlaceID),
		Expected: n.Expected, After: n.After, Person: c.person, Writer: c.person, CostUsd: new(float64), CreatedAt: column.At(s.clock.Now()),
	})
}

func (s *Store) queueAsDraft(ctx context.Context, q *db.Queries, c *confirming, n db.PlanItem) (bool, error) {
	drafts, err := q.DraftsWithText(ctx, db.DraftsWithTextParams{
		ShopID: n.ShopID, Field: n.Field, PlaceID: n.PlaceID, Content: n.After.Text,
	})
	if err != nil {
		return false, err
	}
	for _, item := range drafts {
		item.Original, item.OnShopKnown = n.Expected, false // the editor showed the text that it replaces
		sent, err := s.queue(ctx, q, item, galley.PublishDecision{Plan: c.plan.ID, Person: c.person})
		if err != nil || sent {
			c.topics[galley.TopicJob(item.JobID)] = true
			return sent, err
		}
	}
	return false, nil
}

// retryPlanned puts unwritten items back to work, and their job back into the
// queue if it had ended.
func (s *Store) retryPlanned(ctx context.Context, q *db.Queries, c *confirming) error {
	if len(c.retry) == 0 {
		return nil
	}
	job := c.plan.JobID
	if _, err := q.RetryItems(ctx, db.RetryItemsParams{JobID: job, Positions: list(c.retry)}); err != nil {
		return err
	}
	row, err := q.Job(ctx, job)
	if err != nil || !row.State.Ended() {
		return err
	}
	return s.moveJob(ctx, q, job, galley.JobQueued, nil)
}
