package store_test

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// withPhrases is a shop of seven products with phrases from everywhere.
func withPhrases(t *testing.T) (*storetest.World, galley.KeyphraseListQuery) {
	t.Helper()
	products := galleytest.Products(7)
	products[6].Title, products[6].ProductType, products[6].DescriptionHTML = "Eine sehr große alte Lampe aus Eiche", "", "<p>Die Lampe ist aus Eiche und steht auf dem Tisch.</p>"
	w := storetest.NewWorldOf(t, galleytest.NewClock(), products)
	placed := func(i int, text string, source galley.KeyphraseSource) galley.PlacedKeyphrase {
		return galley.PlacedKeyphrase{Place: products[i].Subject().Ref(), Keyphrase: galley.Keyphrase{Text: text, Source: source, By: "m"}}
	}
	_, err := w.Store.SaveKeyphrases(t.Context(), w.Shop.ID, []galley.PlacedKeyphrase{
		placed(0, "Oak lamp 100%", galley.KeyphraseTyped), placed(1, "oak LAMP 100%", galley.KeyphraseConfirmed), placed(2, "ash lamp", galley.KeyphraseImported),
		{Place: galley.PlaceRef{Kind: galley.PlaceProduct, ID: "gone"}, Keyphrase: galley.Keyphrase{Text: "ash lamp", Source: galley.KeyphraseTyped}},
	})
	require.NoError(t, err)
	require.NoError(t, w.Store.SaveGuesses(t.Context(), w.Shop.ID, []galley.PlacedKeyphrase{placed(3, "reading lamp", galley.KeyphraseGuess), placed(0, "hidden", galley.KeyphraseGuess)}))
	return w, galley.KeyphraseListQuery{ShopID: w.Shop.ID, Kind: galley.PlaceProduct, Limit: 100}
}

func TestPhrasesAreReadByPage(t *testing.T) {
	w, q := withPhrases(t)
	counts, titles, err := w.Store.PhraseCounts(t.Context(), q, 3)
	require.NoError(t, err)
	require.Equal(t, galley.KeyphraseCounts{All: 7, Typed: 2, Imported: 1, Guess: 3, None: 1, Shared: 2, Proposed: 1}, counts)
	require.Equal(t, 3, counts.Lacking())
	require.Len(t, titles, 3)

	all, total, err := w.Store.PhrasePage(t.Context(), q)
	require.NoError(t, err)
	require.Equal(t, 7, total)
	require.True(t, slices.IsSortedFunc(all, func(a, b galley.KeyphraseRow) int { return len(b.Place.Title) - len(a.Place.Title) }))
	byID := map[string]galley.KeyphraseRow{}
	for i, row := range all {
		byID[row.Place.ID] = row
		q.Offset, q.Limit = i, 1
		one, total, err := w.Store.PhrasePage(t.Context(), q)
		require.NoError(t, err)
		require.Equal(t, 7, total)
		require.Equal(t, []galley.KeyphraseRow{row}, one)
	}
	ids := galleytest.Products(7)
	require.Equal(t, 1, byID[ids[0].ID].Shared, "whatever the case")
	require.Zero(t, byID[ids[2].ID].Shared, "the other place is gone")
	require.Equal(t, "reading lamp", byID[ids[3].ID].Text)
	require.Equal(t, "m", byID[ids[3].ID].By)
	require.Equal(t, "lamp", byID[ids[4].ID].Text, "of title and type")
	require.Equal(t, galley.KeyphraseNone, byID[ids[6].ID].Source)
}

func TestFiltersAndSearchSelectPhrases(t *testing.T) {
	w, q := withPhrases(t)
	for filter, want := range map[galley.KeyphraseFilter]int{
		galley.KeyphrasesAll: 7, galley.KeyphrasesTyped: 2, galley.KeyphrasesImported: 1, galley.KeyphrasesGuessed: 3, galley.KeyphrasesNone: 1, galley.KeyphrasesShared: 2,
	} {
		q.Filter = filter
		rows, total, err := w.Store.PhrasePage(t.Context(), q)
		require.NoError(t, err)
		require.Equal(t, want, total, filter)
		require.Len(t, rows, want, filter)
	}
	q.Filter = galley.KeyphrasesAll
	for search, want := range map[string]int{"OAK 100%": 2, "reading": 1, "lamp-0003": 1, "lamp 0004": 1, "100_": 0, "eiche": 1} {
		q.Search = search
		_, total, err := w.Store.PhrasePage(t.Context(), q)
		require.NoError(t, err)
		require.Equal(t, want, total, search)
	}
	q.Search, q.Kind = "", galley.PlaceCollection
	rows, total, err := w.Store.PhrasePage(t.Context(), q)
	require.NoError(t, err)
	require.Positive(t, total)
	require.Equal(t, galley.PlaceCollection, rows[0].Place.Kind)
}

func TestPlacesWithoutAPhraseAndDiscardedGuesses(t *testing.T) {
	w, q := withPhrases(t)
	lacking, err := w.Store.WithoutPhrase(t.Context(), q)
	require.NoError(t, err)
	require.Len(t, lacking, 3)
	q.Limit = 2
	first, err := w.Store.WithoutPhrase(t.Context(), q)
	require.NoError(t, err)
	require.Equal(t, lacking[:2], first)
	n, err := w.Store.DiscardGuesses(t.Context(), w.Shop.ID, q.Kind, "")
	require.NoError(t, err)
	require.Equal(t, 2, n)
	q.Limit = 100
	lacking, err = w.Store.WithoutPhrase(t.Context(), q)
	require.NoError(t, err)
	require.Len(t, lacking, 4)
}

func TestGuessesFollowTheCatalogue(t *testing.T) {
	w, q := withPhrases(t)
	changed := galleytest.Products(7)
	changed[4].Title, changed[4].ProductType = "Brass shelf", ""
	ctx := t.Context()
	run, _, err := w.Store.BeginSync(ctx, w.Shop.ID, storetest.SyncLease(t, w.Store, w.Shop.ID))
	require.NoError(t, err)
	require.NoError(t, w.Store.SavePage(ctx, w.Shop.ID, run, galley.ProductBatch{Products: changed, Total: len(changed), ReadAt: w.Clock.Now()}))
	q.Search = "brass"
	rows, _, err := w.Store.PhrasePage(ctx, q)
	require.NoError(t, err)
	require.Len(t, rows, 1)
	require.Equal(t, "brass shelf", rows[0].Text)

	storetest.Exec(t, w.Store, "DELETE FROM products WHERE id = ?", changed[4].ID)
	_, total, err := w.Store.PhrasePage(ctx, galley.KeyphraseListQuery{ShopID: w.Shop.ID, Kind: galley.PlaceProduct})
	require.NoError(t, err)
	require.Equal(t, 6, total)
}

func TestUpgradeDerivesGuesses(t *testing.T) {
	path := dataFileOf(t, 20)
	s, err := store.Open(context.Background(), path, galleytest.NewClock())
	require.NoError(t, err)
	require.NoError(t, s.Close())
	file := raw(t, path)
	require.Equal(t, texts(t, file, "SELECT 'product ' || id FROM products UNION SELECT 'collection ' || id FROM collections"),
		texts(t, file, "SELECT place_kind || ' ' || place_id FROM derived_phrases ORDER BY 1"))
	for _, title := range texts(t, file, "SELECT title FROM products WHERE vendor = '' AND product_type = '' AND description_html = ''") {
		want := checks.Guess(galley.Product{Title: title}.Subject()).Text
		require.Contains(t, texts(t, file, "SELECT phrase FROM derived_phrases"), want)
	}
}

// BenchmarkPhrasePage reads the first page of the keyphrases of a large shop.
func BenchmarkPhrasePage(b *testing.B) {
	s, shop := withMany(b, manyProducts)
	q := galley.KeyphraseListQuery{ShopID: shop.ID, Kind: galley.PlaceProduct, Limit: 200}
	b.Run("page", func(b *testing.B) {
		for b.Loop() {
			_, _, err := s.PhrasePage(context.Background(), q)
			require.NoError(b, err)
		}
	})
	b.Run("counts", func(b *testing.B) {
		for b.Loop() {
			_, _, err := s.PhraseCounts(context.Background(), q, 50)
			require.NoError(b, err)
		}
	})
}
