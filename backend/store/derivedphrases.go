package store

import (
	"context"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/store/db"
)

// saveDerived keeps what the titles of collections give as guesses at their keyphrases.
func saveDerived(ctx context.Context, q *db.Queries, shop galley.ShopID, subjects []galley.Subject) error {
	for _, of := range subjects {
		err := q.SetDerivedPhrase(ctx, db.SetDerivedPhraseParams{
			ShopID: shop, PlaceKind: galley.PlaceCollection, PlaceID: of.Target.ID, Phrase: checks.Guess(of).Text,
		})
		if err != nil {
			return err
		}
	}
	return nil
}
