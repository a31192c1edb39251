package store

import (
	"context"
	"database/sql"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/store/db"
)

// StartPublication marks a waiting publication as being sent, and the draft
// with it, and keeps what the shop had: without it there would be no way back
// after a crash. False means that it was withdrawn meanwhile.
func (s *Store) StartPublication(ctx context.Context, p galley.Publication, before galley.Value, lease galley.Lease) (started bool, err error) {
	err = s.dispatch(ctx, p, lease, func(q *db.Queries, item *db.Item) error {
		n, err := q.StartPublication(ctx, db.StartPublicationParams{ID: p.ID, StartedAt: at(s.clock.Now()), Before: column(before)})
		if err != nil || n == 0 {
			return err
		}
		started = true
		if p.Kind == galley.KindUndo || item == nil {
			return nil // the draft counts as published until it is not
		}
		return moveItem(ctx, q, item, galley.Publishing, db.MoveItemPublishParams{})
	})
	return started, err
}

// Requeue puts a publication back to wait, for the network or another try.
func (s *Store) Requeue(ctx context.Context, p galley.Publication, lease galley.Lease) error {
	return s.dispatch(ctx, p, lease, func(q *db.Queries, item *db.Item) error {
		n, err := q.RequeuePublication(ctx, p.ID)
		if err != nil || n == 0 || p.Kind == galley.KindUndo || item == nil {
			return err
		}
		return moveItem(ctx, q, item, galley.PublishQueued, db.MoveItemPublishParams{})
	})
}

// Settle ends a publication: its row, its entry in the ledger, the draft's
// publish state and the local copy of the product in one transaction.
func (s *Store) Settle(ctx context.Context, p galley.Publication, end galley.Settled, lease galley.Lease) error {
	return s.dispatch(ctx, p, lease, func(q *db.Queries, item *db.Item) error {
		now := at(s.clock.Now())
		code, message := reasonColumns(end.Reason)
		row := db.SettlePublicationParams{ID: p.ID, State: string(end.State), ErrorCode: code, ErrorMessage: message, RequestID: end.RequestID, FinishedAt: now}
		row.BeforeKnown, row.Before = unknown(end.Before)
		row.LiveKnown, row.Live = unknown(end.Live)
		n, err := q.SettlePublication(ctx, row)
		if err = one(n, err, "This publication is not being sent any more."); err != nil {
			return err
		}
		if err := enterLedger(ctx, q, p, end); err != nil {
			return err
		}
		failpoint.Reach(failpoint.SendSettling)
		if end.Live != nil {
			if err := setLocal(ctx, q, string(p.ShopID), p.Field, p.Target, *end.Live); err != nil {
				return err
			}
		}
		if item == nil {
			return nil
		}
		return s.settleItem(ctx, q, p, item, end)
	})
}

func (s *Store) settleItem(ctx context.Context, q *db.Queries, p galley.Publication, item *db.Item, end galley.Settled) error {
	if p.Kind == galley.KindUndo {
		return s.settleUndo(ctx, q, p, item, end)
	}
	code, message := reasonColumns(end.Reason)
	move := db.MoveItemPublishParams{ErrorCode: code, ErrorMessage: message}
	switch end.State {
	case galley.PublicationDone:
		move.PublishedAt = at(s.clock.Now())
		return moveItem(ctx, q, item, galley.Published, move)
	case galley.PublicationClash:
		move.OnShopKnown, move.OnShop = unknown(end.Live)
		return moveItem(ctx, q, item, galley.PublishClash, move)
	}
	return moveItem(ctx, q, item, galley.PublishFailed, move)
}

// settleUndo takes the draft along with its text. A draft that has moved on
// since, or that a later write speaks for, is left as it is.
func (s *Store) settleUndo(ctx context.Context, q *db.Queries, p galley.Publication, item *db.Item, end galley.Settled) error {
	from, to := galley.Published, galley.PublishUndone
	if p.Again {
		from, to = to, from
	}
	if item.PublishState != string(from) {
		return nil
	}
	if end.State != galley.PublicationDone {
		code, message := reasonColumns(end.Reason)
		return q.NoteItemError(ctx, db.NoteItemErrorParams{RowID: item.RowID, ErrorCode: code, ErrorMessage: message})
	}
	if p.Again {
		return moveItem(ctx, q, item, to, db.MoveItemPublishParams{PublishedAt: at(s.clock.Now())})
	}
	// What stands there now is what the next publication has to find.
	if err := q.SetOriginal(ctx, db.SetOriginalParams{RowID: item.RowID, Original: column(*end.Live)}); err != nil {
		return err
	}
	return moveItem(ctx, q, item, to, db.MoveItemPublishParams{})
}

// dispatch runs f on a publication's item, nil where it has none, while the
// lease is held.
func (s *Store) dispatch(ctx context.Context, p galley.Publication, lease galley.Lease, f func(*db.Queries, *db.Item) error) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := s.fence(ctx, q, lease); err != nil {
			return err
		}
		item, err := itemOfPublication(ctx, q, p)
		if err != nil {
			return err
		}
		return touched(ctx, q, f(q, item), topicOf(p), galley.TopicProducts(p.ShopID), galley.TopicJobs, galley.TopicShops)
	})
}

func itemOfPublication(ctx context.Context, q *db.Queries, p galley.Publication) (*db.Item, error) {
	if p.ItemID == "" {
		return nil, nil
	}
	job, pos, err := itemKey(p.ItemID)
	if err != nil {
		return nil, err
	}
	item, err := q.Item(ctx, db.ItemParams{JobID: job, Position: pos})
	return &item, err
}

// moveItem takes a draft to a publish state along the table.
func moveItem(ctx context.Context, q *db.Queries, item *db.Item, to galley.PublishState, move db.MoveItemPublishParams) error {
	if err := galley.PublishMoves.Check(galley.PublishState(item.PublishState), to); err != nil {
		return err
	}
	move.RowID, move.PublishState = item.RowID, string(to)
	n, err := q.MoveItemPublish(ctx, move)
	return one(n, err, "This item is not there any more.")
}
