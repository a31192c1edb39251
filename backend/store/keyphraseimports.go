package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// ImportKeyphrases saves the phrases of a file in one transaction, with what each
// was before, and the other searches of the places. It returns the earlier phrases
// that were not to be replaced.
func (s *Store) ImportKeyphrases(ctx context.Context, shop galley.ShopID, done galley.KeyphraseImportDone, phrases, queries []galley.PlacedKeyphrase) (left []galley.PlacedKeyphrase, err error) {
	left = []galley.PlacedKeyphrase{}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		id, err := q.AddKeyphraseImport(ctx, db.AddKeyphraseImportParams{ShopID: shop, File: done.File, Person: done.By, CreatedAt: column.At(done.At), Unknown: jsonArray(done.Unknown)})
		if err != nil {
			return err
		}
		for _, k := range phrases {
			kept, err := s.importKeyphrase(ctx, q, shop, id, k)
			if err != nil {
				return err
			}
			left = append(left, kept...)
		}
		if err := addQueries(ctx, q, id, queries); err != nil {
			return err
		}
		if err := q.CountKeyphraseImport(ctx, db.CountKeyphraseImportParams{ID: id, Taken: len(phrases) - len(left)}); err != nil {
			return err
		}
		return touched(ctx, q, nil, galley.TopicProducts(shop))
	})
	return left, err
}

// importKeyphrase returns the earlier phrase if it was not to be replaced.
func (s *Store) importKeyphrase(ctx context.Context, q *db.Queries, shop galley.ShopID, id int64, k galley.PlacedKeyphrase) ([]galley.PlacedKeyphrase, error) {
	phrases, err := keyphrasesAt(ctx, q, shop, k.Place.Kind, k.Place.ID)
	if err != nil {
		return nil, err
	}
	earlier, before := exactly(phrases, k.Language), ""
	if !k.Replaces(earlier) {
		return []galley.PlacedKeyphrase{{Place: k.Place, Keyphrase: earlier}}, nil
	}
	if earlier.Text != "" {
		raw, err := json.Marshal(earlier)
		if err != nil {
			return nil, err
		}
		before = string(raw)
	}
	err = q.AddKeyphraseImportChange(ctx, db.AddKeyphraseImportChangeParams{
		ImportID: id, PlaceKind: k.Place.Kind, PlaceID: k.Place.ID, Language: k.Language, Phrase: k.Text, Earlier: before,
	})
	if err != nil {
		return nil, err
	}
	return nil, s.saveKeyphrase(ctx, q, shop, k)
}

// LatestKeyphraseImport returns nil where no import can be taken back.
func (s *Store) LatestKeyphraseImport(ctx context.Context, shop galley.ShopID) (latest *galley.KeyphraseImportDone, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		r, err := q.LatestKeyphraseImport(ctx, shop)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err == nil {
			latest = &galley.KeyphraseImportDone{ID: r.ID, File: r.File, By: r.Person, At: r.CreatedAt.Time, Taken: r.Taken, Unknown: []string{}}
			return json.Unmarshal([]byte(r.Unknown), &latest.Unknown)
		}
		return err
	})
	return latest, err
}

// TakeBackKeyphraseImport puts back what the latest import of a shop replaced. A
// phrase that was changed since stays. Another import is CodeIllegalState.
func (s *Store) TakeBackKeyphraseImport(ctx context.Context, shop galley.ShopID, id int64) (done galley.KeyphrasesRestored, err error) {
	done.Restored = []galley.PlacedKeyphrase{}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		latest, err := q.LatestKeyphraseImport(ctx, shop)
		if errors.Is(err, sql.ErrNoRows) || err == nil && latest.ID != id {
			return galley.NewError(galley.CodeIllegalState, messages.KeyphraseImportGone)
		}
		if err != nil {
			return err
		}
		changes, err := q.KeyphraseImportChanges(ctx, id)
		if err != nil {
			return err
		}
		for _, change := range changes {
			if err := s.takeBack(ctx, q, shop, change, &done); err != nil {
				return err
			}
		}
		if _, err := q.TakeBackKeyphraseImport(ctx, db.TakeBackKeyphraseImportParams{ID: id, ShopID: shop}); err != nil {
			return err
		}
		return touched(ctx, q, nil, galley.TopicProducts(shop))
	})
	return done, err
}

func (s *Store) takeBack(ctx context.Context, q *db.Queries, shop galley.ShopID, change db.KeyphraseImportChange, done *galley.KeyphrasesRestored) error {
	phrases, err := keyphrasesAt(ctx, q, shop, change.PlaceKind, change.PlaceID)
	if err != nil {
		return err
	}
	if now := exactly(phrases, change.Language); now.Source != galley.KeyphraseImported || now.Text != change.Phrase {
		done.Kept++
		return nil
	}
	earlier := galley.PlacedKeyphrase{Place: galley.PlaceRef{Kind: change.PlaceKind, ID: change.PlaceID}}
	if change.Earlier != "" {
		if err := json.Unmarshal([]byte(change.Earlier), &earlier.Keyphrase); err != nil {
			return err
		}
	}
	earlier.Language = change.Language
	done.Restored = append(done.Restored, earlier)
	return s.saveKeyphrase(ctx, q, shop, earlier)
}
