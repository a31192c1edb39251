package store

import (
	"context"
	"database/sql"
	"time"

	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// keyphrasesOf reads the keyphrases of products or collections, by their ids.
func keyphrasesOf(ctx context.Context, q *db.Queries, shop galley.ShopID, kind galley.PlaceKind, ids []string) (map[string]galley.Keyphrases, error) {
	rows, err := q.KeyphrasesAt(ctx, db.KeyphrasesAtParams{ShopID: shop, PlaceKind: kind, Places: jsonArray(ids)})
	found := map[string]galley.Keyphrases{}
	for _, r := range rows {
		at := r.SetAt.Time
		found[r.PlaceID] = append(found[r.PlaceID], galley.Keyphrase{
			Language: r.Language, Text: r.Phrase, Source: r.Source, By: r.Person, At: &at,
			Clicks: r.Clicks, Impressions: r.Impressions, Position: r.Place,
		})
	}
	return found, err
}

// keyphrasesAt reads the keyphrases of one product or collection.
func keyphrasesAt(ctx context.Context, q *db.Queries, shop galley.ShopID, kind galley.PlaceKind, id string) (galley.Keyphrases, error) {
	found, err := keyphrasesOf(ctx, q, shop, kind, []string{id})
	return found[id], err
}

// Keyphrases lists products or collections by title, each with its keyphrases.
func (s *Store) Keyphrases(ctx context.Context, k galley.KeyphraseQuery) (list []galley.ListedKeyphrase, err error) {
	list = []galley.ListedKeyphrase{}
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if k.Kind == galley.PlaceCollection {
			rows, err := q.CollectionKeyphrases(ctx, db.CollectionKeyphrasesParams{ShopID: k.ShopID, N: k.Limit, Skip: k.Offset})
			for _, r := range rows {
				list = append(list, listedKeyphrase(k.Kind, db.ProductKeyphrasesRow(r)))
			}
			return err
		}
		rows, err := q.ProductKeyphrases(ctx, db.ProductKeyphrasesParams{ShopID: k.ShopID, N: k.Limit, Skip: k.Offset})
		for _, r := range rows {
			list = append(list, listedKeyphrase(galley.PlaceProduct, r))
		}
		return err
	})
	return list, err
}

func listedKeyphrase(kind galley.PlaceKind, r db.ProductKeyphrasesRow) galley.ListedKeyphrase {
	k := galley.Keyphrase{
		Language: r.Language, Text: r.Phrase, Source: galley.KeyphraseSource(r.Source), By: r.Person,
		Clicks: r.Clicks, Impressions: r.Impressions, Position: r.Place,
	}
	if k.IsSet() {
		at := time.UnixMilli(int64(r.SetAt)).UTC()
		k.At = &at
	}
	return galley.ListedKeyphrase{
		PlacedKeyphrase: galley.PlacedKeyphrase{Place: galley.PlaceRef{Kind: kind, ID: r.ID, Handle: r.Handle, Title: r.Title}, Keyphrase: k},
		Vendor:          r.Vendor, ProductType: r.ProductType,
	}
}

// SaveKeyphrases saves keyphrases in one transaction; one without text is
// removed. It returns the earlier ones that were not to be replaced.
func (s *Store) SaveKeyphrases(ctx context.Context, shop galley.ShopID, phrases []galley.PlacedKeyphrase) (left []galley.PlacedKeyphrase, err error) {
	left = []galley.PlacedKeyphrase{}
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		for _, k := range phrases {
			earlier, err := keyphrasesAt(ctx, q, shop, k.Place.Kind, k.Place.ID)
			if err != nil {
				return err
			}
			if old := exactly(earlier, k.Language); !k.Replaces(old) {
				left = append(left, galley.PlacedKeyphrase{Place: k.Place, Keyphrase: old})
				continue
			}
			if err := s.saveKeyphrase(ctx, q, shop, k); err != nil {
				return err
			}
		}
		return touched(ctx, q, nil, galley.TopicProducts(shop))
	})
	return left, err
}

func exactly(phrases galley.Keyphrases, language string) galley.Keyphrase {
	for _, k := range phrases {
		if k.Language == language {
			return k
		}
	}
	return galley.Keyphrase{}
}

func (s *Store) saveKeyphrase(ctx context.Context, q *db.Queries, shop galley.ShopID, k galley.PlacedKeyphrase) error {
	if k.Text == "" {
		_, err := q.RemoveKeyphrase(ctx, db.RemoveKeyphraseParams{ShopID: shop, PlaceKind: k.Place.Kind, PlaceID: k.Place.ID, Language: k.Language})
		return err
	}
	at := s.clock.Now()
	if k.At != nil {
		at = *k.At
	}
	return q.SetKeyphrase(ctx, db.SetKeyphraseParams{
		ShopID: shop, PlaceKind: k.Place.Kind, PlaceID: k.Place.ID, Language: k.Language, Phrase: k.Text, Source: k.Source,
		Person: k.By, SetAt: column.At(at), Clicks: k.Clicks, Impressions: k.Impressions, Place: k.Position,
	})
}
