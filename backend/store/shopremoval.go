package store

import (
	"context"
	"database/sql"
	"math"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/db"
)

// RemoveShop deletes a shop with its products, jobs and publications. While a
// write to it, a job or a sync of it is under way it is CodeBusy, and nothing is
// deleted: every text that was sent is in the ledger before the shop goes.
func (s *Store) RemoveShop(ctx context.Context, id galley.ShopID) error {
	_, err := s.removeShop(ctx, id, func(q *db.Queries) (int, error) {
		sending, err := q.CountSending(ctx, id)
		if err == nil && sending > 0 {
			err = galley.NewError(galley.CodeBusy, messages.ShopPublishing)
		}
		return 0, err
	})
	return err
}

// AbandonShop deletes a shop like RemoveShop, even if the outcome of writes is
// unknown. Each of these first enters the ledger as failed with the code
// CodeOutcomeUnknown; it returns their number.
func (s *Store) AbandonShop(ctx context.Context, id galley.ShopID) (abandoned int, err error) {
	return s.removeShop(ctx, id, func(q *db.Queries) (int, error) {
		rows, err := q.OpenPublications(ctx, db.OpenPublicationsParams{ShopID: id, State: galley.PublicationSending, N: math.MaxInt32})
		if err != nil {
			return 0, err
		}
		for _, r := range rows {
			p := publication(r)
			end := galley.Settled{State: galley.PublicationFailed, Before: p.Before, Sibling: p.Sibling, Reason: &galley.Reason{
				Code: galley.CodeOutcomeUnknown, Message: messages.ShopRemovedUnread,
			}}
			if err := s.onItem(ctx, q, p, func(item *db.Item) error { return s.settle(ctx, q, p, end, item) }); err != nil {
				return 0, err
			}
		}
		return len(rows), nil
	})
}

// removeShop deletes a shop that no process works for. settle deals with writes
// of unknown outcome, and counts them.
func (s *Store) removeShop(ctx context.Context, id galley.ShopID, settle func(*db.Queries) (int, error)) (settled int, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) (err error) {
		if settled, err = settle(q); err != nil {
			return err
		}
		if err := s.refuseUnderWay(ctx, q, id); err != nil {
			return err
		}
		n, err := q.DeleteShop(ctx, id)
		return touched(ctx, q, expectOneRow(n, err, messages.ShopGone), galley.TopicShops, galley.TopicJobs)
	})
	return settled, err
}

func (s *Store) refuseUnderWay(ctx context.Context, q *db.Queries, id galley.ShopID) error {
	jobs, err := q.JobsOfShop(ctx, id)
	if err != nil {
		return err
	}
	names := []string{"outbox:" + string(id), "sync:" + string(id)}
	for _, job := range jobs {
		names = append(names, "job:"+string(job), "rewrite:"+string(job))
	}
	for _, name := range names {
		free, err := s.mayTake(ctx, q, name, s.holder+"/remove")
		if err != nil {
			return err
		}
		if !free {
			return galley.NewError(galley.CodeBusy, messages.ShopBusy)
		}
	}
	return nil
}
