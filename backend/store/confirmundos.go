package store

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/db"
)

// writePlace is where a publication writes.
type writePlace struct {
	shop  galley.ShopID
	place string
	field galley.Field
}

func (c *confirming) readUndos(ctx context.Context, q *db.Queries) error {
	rows, err := q.PlannedUndos(ctx, c.plan.ID)
	c.undos, c.sent = make(map[int]db.PlannedUndosRow, len(rows)), map[writePlace]bool{}
	for _, r := range rows {
		c.undos[r.At] = r
	}
	return err
}

func (s *Store) confirmUndo(ctx context.Context, q *db.Queries, c *confirming, n db.PlanItem) (why messages.Message, err error) {
	undo, found := c.undos[n.Position]
	at := writePlace{n.ShopID, n.PlaceID, n.Field}
	switch {
	case !found, !publication(undo.ListedPublication).Written():
		return messages.NothingToUndo, nil
	case undo.Undone:
		return messages.SinceUndone, nil
	case undo.Busy, c.sent[at]:
		return messages.PlaceQueued, nil
	}
	c.sent[at] = true
	return messages.Message{}, s.queueUndo(ctx, q, undo.ListedPublication, c.plan.ID, c.person)
}
