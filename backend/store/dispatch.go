package store

import (
	"context"
	"database/sql"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// StartPublications marks publications of one place as being sent, and their
// drafts with them, and saves the shop's text: without it there would be no way
// back after a crash. Those that need no write end in the same transaction. It
// returns the ids of those that may be sent, without those that were withdrawn
// or settled meanwhile. within is how long no other process can take the lease.
func (s *Store) StartPublications(ctx context.Context, starts []galley.PublicationStart, lease galley.Lease) (started map[string]bool, within time.Duration, err error) {
	started = map[string]bool{}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if within, err = s.prolong(ctx, q, lease); err != nil {
			return err
		}
		for _, p := range starts {
			err := s.onItem(ctx, q, p.Publication, func(item *db.Item) error {
				ok, err := s.start(ctx, q, p, item)
				started[p.ID] = ok
				return err
			})
			if err == nil && started[p.ID] && p.End != nil {
				err = s.onItem(ctx, q, p.Publication, func(item *db.Item) error { return s.settle(ctx, q, p.Publication, *p.End, item) })
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	return started, within, err
}

func (s *Store) start(ctx context.Context, q *db.Queries, p galley.PublicationStart, item *db.Item) (bool, error) {
	row := db.StartPublicationParams{ID: p.ID, StartedAt: column.NullAt(s.clock.Now())}
	row.BeforeKnown, row.Before = unknown(p.Before)
	row.SiblingKnown, row.Sibling = unknown(p.Sibling)
	if p.Again {
		n, err := q.RestartPublication(ctx, db.RestartPublicationParams{
			ID: row.ID, StartedAt: row.StartedAt, BeforeKnown: row.BeforeKnown, Before: row.Before,
			SiblingKnown: row.SiblingKnown, Sibling: row.Sibling, Attempts: p.Attempts,
		})
		return n == 1, err
	}
	n, err := q.StartPublication(ctx, row)
	if err != nil || n == 0 {
		return false, err
	}
	if p.Kind == galley.KindUndo || item == nil {
		return true, nil // the draft counts as published until it is not
	}
	return true, moveItem(ctx, q, item, galley.Publishing, db.MoveItemPublishParams{})
}

// Settle ends publications, all in one transaction: their rows, entries in the
// ledger, publish states of drafts and the local copy of the product. Those
// that end as queued wait for another try.
func (s *Store) Settle(ctx context.Context, ends []galley.Settlement, lease galley.Lease) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := fence(ctx, q, lease); err != nil {
			return err
		}
		for _, e := range ends {
			err := s.onItem(ctx, q, e.Publication, func(item *db.Item) error {
				if err := keepWatch(ctx, q, s.clock.Now(), e); err != nil {
					return err
				}
				if e.End.Watch {
					failpoint.Reach(failpoint.WatchKept)
				}
				if e.End.State == galley.PublicationQueued {
					return requeue(ctx, q, e.Publication, item)
				}
				return s.settle(ctx, q, e.Publication, e.End, item)
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func requeue(ctx context.Context, q *db.Queries, p galley.Publication, item *db.Item) error {
	n, err := q.RequeuePublication(ctx, p.ID)
	if err != nil || n == 0 || p.Kind == galley.KindUndo || item == nil {
		return err
	}
	return moveItem(ctx, q, item, galley.PublishQueued, db.MoveItemPublishParams{})
}

func (s *Store) settle(ctx context.Context, q *db.Queries, p galley.Publication, end galley.Settled, item *db.Item) error {
	code, message := reasonColumns(end.Reason)
	row := db.SettlePublicationParams{ID: p.ID, State: end.State, ErrorCode: code, ErrorMessage: message, RequestID: end.RequestID, FinishedAt: column.NullAt(s.clock.Now())}
	row.BeforeKnown, row.Before = unknown(end.Before)
	row.LiveKnown, row.Live = unknown(end.Live)
	row.SiblingKnown, row.Sibling = unknown(end.Sibling)
	n, err := q.SettlePublication(ctx, row)
	if err = expectOneRow(n, err, messages.SendingEnded); err != nil {
		return err
	}
	if err := enterLedger(ctx, q, p, end); err != nil {
		return err
	}
	failpoint.Reach(failpoint.SendSettling)
	if end.Live != nil {
		if err := setLocal(ctx, q, p.ShopID, p.Field, p.Place.ID, *end.Live); err != nil {
			return err
		}
		now := func(_ string, f galley.Field) (galley.Value, bool) { return *end.Live, f == p.Field }
		if err := settleOwnDrafts(ctx, q, p.ShopID, []string{p.Place.ID}, now); err != nil {
			return err
		}
	}
	if item != nil {
		if err := s.settleItem(ctx, q, p, item, end); err != nil {
			return err
		}
	}
	if err := overtake(ctx, q, p, item, end); err != nil {
		return err
	}
	return s.trackText(ctx, q, p, end)
}

func (s *Store) settleItem(ctx context.Context, q *db.Queries, p galley.Publication, item *db.Item, end galley.Settled) error {
	if p.Kind == galley.KindUndo {
		return s.settleUndo(ctx, q, p, item, end)
	}
	code, message := reasonColumns(end.Reason)
	move := db.MoveItemPublishParams{ErrorCode: code, ErrorMessage: message}
	switch end.State {
	case galley.PublicationDone:
		move.PublishedAt = column.NullAt(s.clock.Now())
		return moveItem(ctx, q, item, galley.Published, move)
	case galley.PublicationConflict:
		move.OnShopKnown, move.OnShop = unknown(end.Live)
		return moveItem(ctx, q, item, galley.PublishConflict, move)
	default:
		return moveItem(ctx, q, item, galley.PublishFailed, move)
	}
}

// settleUndo updates the draft along with its text. A draft that has changed
// since, or has a later write, is left as it is.
func (s *Store) settleUndo(ctx context.Context, q *db.Queries, p galley.Publication, item *db.Item, end galley.Settled) error {
	from, to := galley.Published, galley.PublishUndone
	if p.Again {
		from, to = to, from
	}
	if item.PublishState != from {
		return nil
	}
	if end.State != galley.PublicationDone {
		code, message := reasonColumns(end.Reason)
		return q.NoteItemError(ctx, db.NoteItemErrorParams{RowID: item.RowID, ErrorCode: code, ErrorMessage: message})
	}
	if p.Again {
		return moveItem(ctx, q, item, to, db.MoveItemPublishParams{PublishedAt: column.NullAt(s.clock.Now())})
	}
	// The shop's current text is what the next publication must find.
	if err := q.SetOriginal(ctx, db.SetOriginalParams{RowID: item.RowID, Original: *end.Live}); err != nil {
		return err
	}
	return moveItem(ctx, q, item, to, db.MoveItemPublishParams{})
}

// onItem runs f on a publication's item, nil if it has none.
func (s *Store) onItem(ctx context.Context, q *db.Queries, p galley.Publication, f func(*db.Item) error) error {
	item, err := itemOfPublication(ctx, q, p)
	if err != nil {
		return err
	}
	return touched(ctx, q, f(item), topicOf(p), galley.TopicProducts(p.ShopID), galley.TopicJobs, galley.TopicShops)
}

func itemOfPublication(ctx context.Context, q *db.Queries, p galley.Publication) (*db.Item, error) {
	if p.ItemID == "" {
		return nil, nil
	}
	job, pos, err := p.ItemID.Split()
	if err != nil {
		return nil, err
	}
	item, err := q.Item(ctx, db.ItemParams{JobID: job, Position: pos})
	return &item, err
}

// moveItem moves a draft to a publish state by the table.
func moveItem(ctx context.Context, q *db.Queries, item *db.Item, to galley.PublishState, move db.MoveItemPublishParams) error {
	if err := galley.PublishMoves.Check(item.PublishState, to); err != nil {
		return err
	}
	move.RowID, move.PublishState = item.RowID, to
	n, err := q.MoveItemPublish(ctx, move)
	return expectOneRow(n, err, messages.ItemGone)
}
