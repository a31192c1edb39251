package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/google/uuid"

	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// keepWatch keeps an attempt in sight that the shop may still carry out.
func keepWatch(ctx context.Context, q *db.Queries, now time.Time, e galley.Settlement) error {
	if !e.End.Watch {
		return nil
	}
	sent := now
	if e.StartedAt != nil {
		sent = *e.StartedAt
	}
	return q.InsertWatch(ctx, db.InsertWatchParams{PublicationID: e.ID, ShopID: e.ShopID, SentAt: column.At(sent), LookAt: column.At(now)})
}

// ShopsToWatch lists the shops that have a watch due. within is the longest time
// between two looks.
func (s *Store) ShopsToWatch(ctx context.Context, within time.Duration) ([]galley.ShopID, error) {
	now := s.clock.Now()
	rows, err := db.New(s.read).ShopsToWatch(ctx, db.ShopsToWatchParams{Now: column.At(now), Latest: column.At(now.Add(within))})
	return rows, fault(err)
}

// DueWatches lists the watches of a shop that are due, oldest first.
func (s *Store) DueWatches(ctx context.Context, shop galley.ShopID, within time.Duration) (due []galley.Watch, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		now := s.clock.Now()
		rows, err := q.DueWatches(ctx, db.DueWatchesParams{ShopID: shop, Now: column.At(now), Latest: column.At(now.Add(within))})
		if err != nil {
			return err
		}
		for _, r := range rows {
			p := publication(r.ListedPublication)
			expected := p.Expected
			switch {
			case r.LastKnown:
				expected = r.LastLive
			case p.Before != nil:
				expected = *p.Before
			}
			due = append(due, galley.Watch{ID: r.ID, Publication: p, SentAt: r.SentAt.Time, Looks: r.Looks, Expected: expected})
		}
		return nil
	})
	return due, err
}

// LookAgain sets when the shop is looked at next; looked tells whether it
// answered this time.
func (s *Store) LookAgain(ctx context.Context, id int64, looked bool, next time.Time) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		return q.LookAgain(ctx, db.LookAgainParams{ID: id, Looked: looked, LookAt: column.At(next)})
	})
}

// EndWatch ends a watch that found nothing.
func (s *Store) EndWatch(ctx context.Context, id int64) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error { return q.DropWatch(ctx, id) })
}

// SettleLate records a late write: the shop carried out a write that had been
// given up. It becomes a separate publication, which can be undone, and is
// marked on its draft.
func (s *Store) SettleLate(ctx context.Context, w galley.Watch, live galley.Value, why galley.Reason, lease galley.Lease) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := fence(ctx, q, lease); err != nil {
			return err
		}
		if err := q.DropWatch(ctx, w.ID); err != nil {
			return err
		}
		p, now := w.Publication, s.clock.Now()
		late := db.InsertLatePublicationParams{
			NewID: uuid.NewString(), ID: p.ID, Before: w.Expected, Live: live, StartedAt: column.NullAt(w.SentAt), FinishedAt: column.NullAt(now),
		}
		if err := q.InsertLatePublication(ctx, late); err != nil {
			return err
		}
		p.ID = late.NewID
		end := galley.Settled{State: galley.PublicationDone, Before: &w.Expected, Live: &live}
		if err := enterLedger(ctx, q, p, end); err != nil {
			return err
		}
		if err := setLocal(ctx, q, p.ShopID, p.Field, p.Place.ID, live); err != nil {
			return err
		}
		return s.onItem(ctx, q, p, func(item *db.Item) error {
			if item != nil {
				if err := s.settleLateItem(ctx, q, p, item, live, why); err != nil {
					return err
				}
			}
			return s.trackText(ctx, q, p, end)
		})
	})
}

// settleLateItem updates the draft whose write was found late. One that is
// queued or has another text by then keeps its state.
func (s *Store) settleLateItem(ctx context.Context, q *db.Queries, p galley.Publication, item *db.Item, live galley.Value, why galley.Reason) error {
	code, message := reasonColumns(&why)
	from := item.PublishState
	if from == galley.PublishQueued || from == galley.Publishing {
		return nil // the write that waits finds the text
	}
	to, speaks := galley.Published, item.Content == p.After.Text
	if p.Kind.Removes(p.Again) {
		to, speaks = galley.PublishUndone, true
		if err := q.SetOriginal(ctx, db.SetOriginalParams{RowID: item.RowID, Original: live}); err != nil {
			return err
		}
	}
	if !speaks || !galley.PublishMoves.Allows(from, to) {
		return q.NoteItemError(ctx, db.NoteItemErrorParams{RowID: item.RowID, ErrorCode: code, ErrorMessage: message})
	}
	move := db.MoveItemPublishParams{ErrorCode: code, ErrorMessage: message}
	if to == galley.Published {
		move.PublishedAt = column.NullAt(s.clock.Now())
	}
	return moveItem(ctx, q, item, to, move)
}

// LastWrites returns Galley's last write of each field of a place.
func (s *Store) LastWrites(ctx context.Context, shop galley.ShopID, slot galley.Slot) (map[galley.Field]galley.OwnWrite, error) {
	rows, err := db.New(s.read).LastWritesAt(ctx, db.LastWritesAtParams{ShopID: shop, Slot: slot.Key()})
	found := map[galley.Field]galley.OwnWrite{}
	for _, r := range rows {
		found[r.Field] = galley.OwnWrite{Before: r.Before, Live: r.Live, At: r.FinishedAt.OrZero()}
	}
	return found, fault(err)
}
