package store

import (
	"context"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/store/db"
)

// derivedRow is one row of SetDerivedPhrases.
type derivedRow struct {
	ID     string `json:"id"`
	Phrase string `json:"phrase"`
}

// saveDerived keeps what titles and types of products or collections give as
// guesses at their keyphrases.
func saveDerived(ctx context.Context, q *db.Queries, shop galley.ShopID, kind galley.PlaceKind, subjects []galley.Subject) error {
	rows := make([]derivedRow, len(subjects))
	for i, of := range subjects {
		rows[i] = derivedRow{of.Target.ID, checks.Guess(of).Text}
	}
	return q.SetDerivedPhrases(ctx, db.SetDerivedPhrasesParams{ShopID: shop, PlaceKind: kind, Phrases: jsonArray(rows)})
}
