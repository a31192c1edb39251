package store

import (
	"context"
	"database/sql"
	"errors"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// KeyphraseLanguages lists the languages that a shop has keyphrases in.
func (s *Store) KeyphraseLanguages(ctx context.Context, shop galley.ShopID, kind galley.PlaceKind) (list []galley.KeyphraseLanguage, err error) {
	list = []galley.KeyphraseLanguage{}
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.KeyphraseLanguages(ctx, db.KeyphraseLanguagesParams{ShopID: shop, PlaceKind: kind})
		for _, r := range rows {
			list = append(list, galley.KeyphraseLanguage{Code: r.Language, Set: r.N})
		}
		return err
	})
	return list, err
}

// GuessedKeyphrases are the guesses of models for products or collections, by
// place and language.
func (s *Store) GuessedKeyphrases(ctx context.Context, shop galley.ShopID, kind galley.PlaceKind, places []string) (guesses map[string]galley.Keyphrases, err error) {
	guesses = map[string]galley.Keyphrases{}
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.GuessesOf(ctx, db.GuessesOfParams{ShopID: shop, PlaceKind: kind, Places: jsonArray(places)})
		for _, r := range rows {
			guess := galley.Keyphrase{Language: r.Language, Text: r.Phrase, Source: galley.KeyphraseGuess, By: r.Model}
			guesses[r.PlaceID] = append(guesses[r.PlaceID], guess)
		}
		return err
	})
	return guesses, err
}

// GuessedKeyphrase is the guess of a model for a place, "" where there is none.
func (s *Store) GuessedKeyphrase(ctx context.Context, shop galley.ShopID, place galley.PlaceRef, language string) (phrase string, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		phrase, err = q.GuessAt(ctx, db.GuessAtParams{ShopID: shop, PlaceKind: place.Kind, PlaceID: place.ID, Language: language})
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	return phrase, err
}

// DiscardGuesses removes the guesses of models in a language, and returns how many.
func (s *Store) DiscardGuesses(ctx context.Context, shop galley.ShopID, kind galley.PlaceKind, language string) (n int, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		removed, err := q.DiscardGuesses(ctx, db.DiscardGuessesParams{ShopID: shop, PlaceKind: kind, Language: language})
		n = int(removed)
		return touched(ctx, q, err, galley.TopicProducts(shop))
	})
	return n, err
}

// SaveGuesses saves what a model proposed; one without text is removed. By is
// the model.
func (s *Store) SaveGuesses(ctx context.Context, shop galley.ShopID, guesses []galley.PlacedKeyphrase) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		for _, g := range guesses {
			if err := saveGuess(ctx, q, shop, g); err != nil {
				return err
			}
		}
		return touched(ctx, q, nil, galley.TopicProducts(shop))
	})
}

func saveGuess(ctx context.Context, q *db.Queries, shop galley.ShopID, g galley.PlacedKeyphrase) error {
	if g.Text == "" {
		_, err := q.RemoveGuess(ctx, db.RemoveGuessParams{ShopID: shop, PlaceKind: g.Place.Kind, PlaceID: g.Place.ID, Language: g.Language})
		return err
	}
	return q.SetGuess(ctx, db.SetGuessParams{
		ShopID: shop, PlaceKind: g.Place.Kind, PlaceID: g.Place.ID, Language: g.Language, Phrase: g.Text, Model: g.By,
	})
}
