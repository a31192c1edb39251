package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// SaveTyped keeps what a person typed in the editor of a product or collection, in
// the place of what was kept of the same window. No texts forget it.
func (s *Store) SaveTyped(ctx context.Context, shop galley.ShopID, owner string, typed galley.TypedTexts) error {
	if len(typed.Texts) == 0 {
		return s.dropTyped(ctx, shop, owner, typed)
	}
	texts, err := json.Marshal(typed.Texts)
	if err != nil {
		return fault(err)
	}
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		err := q.SaveTypedTexts(ctx, db.SaveTypedTextsParams{
			ShopID: shop, OwnerID: owner, Seat: typed.Seat, Turn: typed.Turn, Texts: string(texts), Person: typed.Person, TypedAt: column.At(s.clock.Now()),
		})
		return touched(ctx, q, err, galley.TopicEdits)
	})
}

// turnsKept is how long the turn of forgotten texts is kept. A call that arrives late does so within seconds.
const turnsKept = 24 * time.Hour

func (s *Store) dropTyped(ctx context.Context, shop galley.ShopID, owner string, typed galley.TypedTexts) error {
	now := s.clock.Now()
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		n, err := q.DropTypedTexts(ctx, db.DropTypedTextsParams{ShopID: shop, OwnerID: owner, Seat: typed.Seat, Turn: typed.Turn, Now: column.At(now)})
		if err == nil {
			err = q.NoteTypedTurn(ctx, db.NoteTypedTurnParams{ShopID: shop, OwnerID: owner, Seat: typed.Seat, Turn: typed.Turn, Now: column.At(now)})
		}
		if err == nil {
			err = q.PruneTypedTurns(ctx, column.At(now.Add(-turnsKept)))
		}
		if err != nil || n == 0 {
			return err
		}
		return touched(ctx, q, nil, galley.TopicEdits)
	})
}

// Typed lists what was typed in an editor, in any window, and not saved; the last
// typed first.
func (s *Store) Typed(ctx context.Context, shop galley.ShopID, owner string) ([]galley.TypedTexts, error) {
	found := []galley.TypedTexts{}
	rows, err := db.New(s.read).TypedTextsAt(ctx, db.TypedTextsAtParams{ShopID: shop, OwnerID: owner})
	for _, r := range rows {
		one := galley.TypedTexts{Seat: r.Seat, Turn: r.Turn, Person: r.Person, TypedAt: r.TypedAt.Time}
		if err := json.Unmarshal([]byte(r.Texts), &one.Texts); err != nil {
			return nil, fault(err)
		}
		found = append(found, one)
	}
	return found, fault(err)
}

// AllTyped lists the editors with something typed and not saved, the last typed
// first, at most n.
func (s *Store) AllTyped(ctx context.Context, n int) ([]galley.TypedAt, error) {
	found := []galley.TypedAt{}
	rows, err := db.New(s.read).AllTypedTexts(ctx, n)
	for _, r := range rows {
		kind := galley.PlaceProduct
		if r.OfCollection {
			kind = galley.PlaceCollection
		}
		found = append(found, galley.TypedAt{
			ShopID: r.ShopID, Kind: kind, ID: r.OwnerID, Handle: r.Handle, Title: r.Title, Seat: r.Seat, Person: r.Person, TypedAt: r.TypedAt.Time,
		})
	}
	return found, fault(err)
}
