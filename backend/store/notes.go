package store

import (
	"context"
	"time"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// noteGiven remembers the note of a person for the shop of a job. What is asked of
// a group of alike drafts is no person's note.
func noteGiven(ctx context.Context, q *db.Queries, job galley.JobID, ask galley.RewriteAsk, at time.Time) error {
	if ask.Note == "" || len(ask.Unlike) > 0 {
		return nil
	}
	of, err := q.Job(ctx, job)
	if err != nil {
		return err
	}
	if err := q.NoteGiven(ctx, db.NoteGivenParams{ShopID: of.ShopID, Note: ask.Note, GivenAt: int(at.UnixMilli())}); err != nil {
		return err
	}
	return q.ForgetNotes(ctx, db.ForgetNotesParams{ShopID: of.ShopID, Kept: galley.LastNotes})
}

// LastNotes are the notes that people gave for drafts of a shop, the newest first.
func (s *Store) LastNotes(ctx context.Context, shop galley.ShopID) ([]string, error) {
	notes, err := db.New(s.read).LastNotes(ctx, db.LastNotesParams{ShopID: shop, N: galley.LastNotes})
	return notes, fault(err)
}
