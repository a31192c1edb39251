package store

import (
	"context"
	"database/sql"

	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// SaveUnsaved keeps what a person typed into a draft, in the place of what was
// kept of the same window. The draft does not change. Its own text is nothing
// to keep: once the draft has another one, it would be offered as somebody's edit.
func (s *Store) SaveUnsaved(ctx context.Context, id galley.ItemID, e galley.UnsavedEdit) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		item, err := itemRow(ctx, q, id)
		if err != nil {
			return err
		}
		if e.Content == item.Content {
			return s.dropEdit(ctx, q, item.RowID, e.Seat, e.Turn)
		}
		err = q.SaveEdit(ctx, db.SaveEditParams{
			ItemRow: item.RowID, Seat: e.Seat, Revision: e.Revision, Content: e.Content, Person: e.Person, TypedAt: column.At(e.TypedAt), Turn: e.Turn,
		})
		return touched(ctx, q, err, galley.TopicEdits)
	})
}

// DropUnsaved forgets what was kept of a window up to a turn of it, if there is something.
func (s *Store) DropUnsaved(ctx context.Context, id galley.ItemID, seat string, turn int) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		item, err := itemRow(ctx, q, id)
		if err != nil {
			return err
		}
		return s.dropEdit(ctx, q, item.RowID, seat, turn)
	})
}

func (s *Store) dropEdit(ctx context.Context, q *db.Queries, item column.RowID, seat string, turn int) error {
	now := s.clock.Now()
	n, err := q.DropEdit(ctx, db.DropEditParams{ItemRow: item, Seat: seat, Turn: turn, Now: column.At(now)})
	if err == nil {
		err = q.NoteEditTurn(ctx, db.NoteEditTurnParams{ItemRow: item, Seat: seat, Turn: turn, Now: column.At(now)})
	}
	if err == nil {
		err = q.PruneEditTurns(ctx, column.At(now.Add(-turnsKept)))
	}
	if err != nil || n == 0 {
		return err
	}
	return touched(ctx, q, nil, galley.TopicEdits)
}

// Unsaved lists what was typed into a draft and is not its text, the last typed first.
func (s *Store) Unsaved(ctx context.Context, id galley.ItemID) ([]galley.UnsavedEdit, error) {
	found := []galley.UnsavedEdit{}
	err := s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		item, err := itemRow(ctx, q, id)
		if err != nil {
			return err
		}
		rows, err := q.Edits(ctx, db.EditsParams{JobID: item.JobID, Position: item.Position})
		for _, r := range rows {
			found = append(found, galley.UnsavedEdit{
				Seat: r.Seat, Turn: r.Turn, Revision: r.Revision, Content: r.Content, Person: r.Person, TypedAt: r.TypedAt.Time,
			})
		}
		return err
	})
	return found, err
}

// AllUnsaved lists the drafts with something typed and not saved, the last typed
// first, at most n.
func (s *Store) AllUnsaved(ctx context.Context, n int) ([]galley.UnsavedAt, error) {
	found := []galley.UnsavedAt{}
	err := s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.UnsavedEdits(ctx, n)
		for _, r := range rows {
			found = append(found, galley.UnsavedAt{
				ItemID: galley.NewItemID(r.JobID, r.Position), JobID: r.JobID, ShopID: r.ShopID, Field: r.Field, Title: r.PlaceTitle,
				Seat: r.Seat, Person: r.Person, TypedAt: r.TypedAt.Time,
			})
		}
		return err
	})
	return found, err
}
