package store

import (
	"context"

	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// overtake makes conflicts of the drafts that a text published from the product editor leaves out of date: they were
// written for another text, and publishing one would replace what a person has just put there. They are no longer to
// review; a person compares them, as with any conflict. Other publications leave drafts alone: a conflict is then found
// when they are written.
func overtake(ctx context.Context, q *db.Queries, p galley.Publication, item *db.Item, end galley.Settled) error {
	if p.Kind != galley.KindPublish || end.State != galley.PublicationDone || end.Live == nil || p.Plan == "" {
		return nil
	}
	if saved, err := q.FromEditor(ctx, p.Plan); err != nil || saved == 0 {
		return err
	}
	var own column.RowID
	if item != nil {
		own = item.RowID
	}
	drafts, err := q.OvertakenDrafts(ctx, db.OvertakenDraftsParams{
		ShopID: p.ShopID, PlaceID: p.Place.ID, Field: p.Field, But: own, Live: end.Live.Text,
	})
	if err != nil {
		return err
	}
	for _, draft := range drafts {
		if err := conflictWith(ctx, q, draft, *end.Live); err != nil {
			return err
		}
	}
	return nil
}

func conflictWith(ctx context.Context, q *db.Queries, draft db.Item, live galley.Value) error {
	move := db.MoveItemPublishParams{OnShopKnown: true, OnShop: live}
	if draft.PublishState == galley.PublishConflict {
		move.RowID, move.PublishState = draft.RowID, galley.PublishConflict
		_, err := q.MoveItemPublish(ctx, move) // it is one already, with another text of the shop
		return touched(ctx, q, err, galley.TopicJob(draft.JobID))
	}
	return touched(ctx, q, moveItem(ctx, q, &draft, galley.PublishConflict, move), galley.TopicJob(draft.JobID))
}
