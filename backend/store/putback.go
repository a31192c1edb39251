package store

import (
	"context"
	"database/sql"
	"errors"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/db"
)

// PlanPutBack keeps a plan that publishes the text of a changed place again, in
// the place of the text that was seen there.
func (s *Store) PlanPutBack(ctx context.Context, seen galley.SeenChange) (plan galley.PutBackPlan, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		found, err := q.ChangedByPublication(ctx, seen.PublicationID)
		if errors.Is(err, sql.ErrNoRows) {
			return noLongerChanged()
		}
		if err != nil {
			return err
		}
		kept := galley.NewPlan{Kind: galley.PlanToPutBack, ShopID: found.ShopID, JobID: found.JobID}
		plan.JobID, plan.Change = kept.JobID, changedText(found)
		if plan.Change.Seen() != seen {
			return changedAgain()
		}
		if err := refuseWhileOpen(ctx, q, found); err != nil {
			return err
		}
		if plan.Plan, err = s.insertPlan(ctx, q, kept); err != nil {
			return err
		}
		shop, err := q.ShopRow(ctx, found.ShopID)
		plan.Shop = shop.Name
		return errors.Join(err, q.PlanPutBack(ctx, db.PlanPutBackParams{Plan: plan.Plan, Publication: seen.PublicationID}))
	})
	return plan, err
}

// confirmPutBack queues a planned text again, or says why it is left out.
func (s *Store) confirmPutBack(ctx context.Context, q *db.Queries, c *confirming, row db.PlanItemsRow) (why messages.Message, err error) {
	n := row.PlanItem
	text, err := q.ChangedByPublication(ctx, n.Publication)
	if errors.Is(err, sql.ErrNoRows) {
		return messages.SinceTextRestored, nil
	}
	if err != nil {
		return messages.Message{}, err
	}
	if !text.SeenAt.OrZero().Equal(n.SeenAt.OrZero()) || text.OnShop != n.OnShop || text.Live != n.After {
		return messages.SinceShopChanged, nil
	}
	if text.ItemRow != 0 {
		queued, err := q.QueuePutBack(ctx, db.QueuePutBackParams{RowID: text.ItemRow, Revision: n.Revision})
		if err != nil || queued == 0 {
			return messages.SinceDraftChanged, err
		}
	}
	of, err := q.Publication(ctx, n.Publication)
	if err != nil {
		return messages.Message{}, err
	}
	again := s.outgoingLike(of)
	again.Kind, again.Expected, again.After, again.Plan, again.Person = galley.KindPublish, n.Expected, n.After, c.plan.ID, c.person
	return messages.Message{}, q.InsertPublication(ctx, again)
}

// refuseWhileOpen is CodeBusy while a write to the place is queued or being sent.
func refuseWhileOpen(ctx context.Context, q *db.Queries, text db.ChangedText) error {
	open, err := openAt(ctx, q, text.ShopID, text.Field, text.PlaceID)
	if err == nil && open {
		err = galley.NewError(galley.CodeBusy, messages.PlaceQueuedAlready(string(text.Field), text.PlaceTitle))
	}
	return err
}
