package store

import (
	"context"
	"database/sql"
	"errors"

	sqlite "github.com/mattn/go-sqlite3"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// PutInstructions saves instructions, new or changed. A duplicate name for the
// same field and shop is CodeInvalidInput.
func (s *Store) PutInstructions(ctx context.Context, i galley.Instructions) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		err := q.PutInstructions(ctx, db.PutInstructionsParams{
			ID: i.ID, Name: i.Name, Field: i.Field, Text: i.Text, UpdatedAt: column.At(i.UpdatedAt),
			ShopID: i.ShopID,
		})
		var broken sqlite.Error
		if errors.As(err, &broken) && broken.ExtendedCode == sqlite.ErrConstraintUnique {
			return galley.NewError(galley.CodeInvalidInput, messages.InstructionsNameTaken(i.Name))
		}
		return touched(ctx, q, err, galley.TopicSettings)
	})
}

// SavedInstructions lists all saved instructions by name.
func (s *Store) SavedInstructions(ctx context.Context) ([]galley.Instructions, error) {
	found := []galley.Instructions{}
	err := s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.SavedInstructions(ctx)
		for _, r := range rows {
			found = append(found, galley.Instructions{
				ID: r.ID, Name: r.Name, Field: r.Field, ShopID: r.ShopID,
				Text: r.Text, UpdatedAt: r.UpdatedAt.Time,
			})
		}
		return err
	})
	return found, err
}

// DeleteInstructions deletes saved instructions, or returns CodeNotFound. Jobs
// keep their copy.
func (s *Store) DeleteInstructions(ctx context.Context, id string) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		n, err := q.DeleteInstructions(ctx, id)
		return touched(ctx, q, expectOneRow(n, err, messages.InstructionsGone), galley.TopicSettings)
	})
}
