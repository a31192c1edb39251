package store

import (
	"context"

	"github.com/google/uuid"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

func (c *confirming) readSaves(ctx context.Context, q *db.Queries) error {
	rows, err := q.PlannedDrafts(ctx, c.plan.ID)
	if err != nil {
		return err
	}
	c.saves = map[int][]db.Item{}
	items := make([]db.Item, len(rows))
	for i, r := range rows {
		items[i] = r.Item
		c.saves[r.At] = append(c.saves[r.At], r.Item)
	}
	c.work, err = openWork(ctx, q, items)
	return err
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
	for _, item := range c.saves[n.Position] {
		item.Original, item.OnShopKnown = n.Expected, false // the editor showed the text that it replaces
		sent, err := s.queueAs(ctx, q, item, c.work.status(item), galley.PublishDecision{Plan: c.plan.ID, Person: c.person})
		if err != nil || sent {
			c.topics[galley.TopicJob(item.JobID)] = true
			return sent, err
		}
	}
	return false, nil
}
