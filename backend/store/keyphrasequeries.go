package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// queriesAtOnce are inserted by one statement.
const queriesAtOnce = 1000

// queryRow is a search of a place as AddKeyphraseQueries reads it.
type queryRow struct {
	Kind        galley.PlaceKind `json:"kind"`
	ID          string           `json:"id"`
	Language    string           `json:"language"`
	Query       string           `json:"query"`
	Clicks      int              `json:"clicks"`
	Impressions int              `json:"impressions"`
	Place       float64          `json:"place"`
}

func addQueries(ctx context.Context, q *db.Queries, id int64, queries []galley.PlacedKeyphrase) error {
	for some := range slices.Chunk(queries, queriesAtOnce) {
		rows := make([]queryRow, len(some))
		for i, k := range some {
			rows[i] = queryRow{k.Place.Kind, k.Place.ID, k.Language, k.Text, k.Clicks, k.Impressions, k.Position}
		}
		raw, err := json.Marshal(rows)
		if err != nil {
			return err
		}
		if err := q.AddKeyphraseQueries(ctx, db.AddKeyphraseQueriesParams{ImportID: id, Queries: string(raw)}); err != nil {
			return err
		}
	}
	return nil
}

// KeyphraseQueries are the searches that imports had of products or collections in
// a language, beside the ones that were taken: the best first, each once. Those of
// imports that were taken back are left out.
func (s *Store) KeyphraseQueries(ctx context.Context, shop galley.ShopID, kind galley.PlaceKind, places []string, language string) (found map[string]galley.Keyphrases, err error) {
	found = map[string]galley.Keyphrases{}
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.KeyphraseQueriesOf(ctx, db.KeyphraseQueriesOfParams{ShopID: shop, PlaceKind: kind, Places: jsonArray(places), Language: language})
		for _, r := range rows {
			known := slices.ContainsFunc(found[r.PlaceID], func(k galley.Keyphrase) bool { return k.Text == r.Query })
			if known {
				continue
			}
			found[r.PlaceID] = append(found[r.PlaceID], galley.Keyphrase{
				Language: r.Language, Text: r.Query, Source: galley.KeyphraseImported,
				Clicks: r.Clicks, Impressions: r.Impressions, Position: r.Place,
			})
		}
		return err
	})
	return found, err
}
