package store_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

// withFacts notes something of some of a world's products.
func withFacts(t *testing.T) (w *storetest.World, places []galley.Listed) {
	t.Helper()
	products := galleytest.Products(60)
	products[4].ProductType = "Floor lamp"
	products[5].Images[0].ID = products[6].Images[0].ID // one picture of two products
	w = storetest.NewWorldOf(t, galleytest.NewClock(), products)
	ctx := t.Context()
	_, err := w.Store.SaveKeyphrases(ctx, w.Shop.ID, []galley.PlacedKeyphrase{{
		Place: galley.PlaceRef{Kind: galley.PlaceProduct, ID: products[3].ID}, Keyphrase: galley.Keyphrase{Text: "oak desk lamp", Source: galley.KeyphraseTyped},
	}})
	require.NoError(t, err)
	require.NoError(t, w.Store.SaveNoted(ctx, w.Shop.ID, products[2].ID, []galley.NotedFact{{State: galley.FactAdded, FactEdit: galley.FactEdit{Value: "Waxed"}}}, nil))
	for _, f := range []galley.ScopedFact{
		{Scope: galley.FactScope{Kind: galley.FactOfType, Value: "floor LAMP"}, Fact: "Stands alone"},
		{Scope: galley.FactScope{Kind: galley.FactOfVendor, Value: "Aldermill"}, Fact: "Made in Leeds"},
	} {
		_, err := w.Store.AddScopedFact(ctx, w.Shop.ID, f)
		require.NoError(t, err)
	}
	for _, p := range products {
		places = append(places, galley.Listed{Target: galley.ProductTarget(p.ID)},
			galley.Listed{Target: galley.Target{Kind: galley.PlaceImage, ID: p.Images[0].ID}, ImageOf: p.ID})
	}
	return w, places
}

func TestSubjectsReadTogetherAreThoseReadAlone(t *testing.T) {
	w, places := withFacts(t)
	gone := galley.Listed{Target: galley.ProductTarget("gone")}
	collection := galley.Listed{Target: galley.CollectionTarget("gid://shopify/Collection/1")}
	found, err := w.Store.Subjects(t.Context(), w.Shop.ID, append(places, gone, collection))
	require.NoError(t, err)
	require.Len(t, found, len(places))
	for _, at := range places {
		alone, err := w.Store.Subject(t.Context(), w.Shop.ID, at)
		require.NoError(t, err)
		require.Equal(t, alone, found[at])
	}
	require.Equal(t, "oak desk lamp", found[places[2*3]].Keyphrases[0].Text)
	require.Len(t, found[places[2*2]].Noted.Facts, 1)
	require.Len(t, found[places[2*4]].Noted.Scoped, 2)
	require.Len(t, found[places[2*5]].Noted.Scoped, 1)
	require.Len(t, found[places[2*5]].Product.Images[0].AlsoOf, 1)
}

func TestSubjectsTakeConstantNumberOfQueries(t *testing.T) {
	w, places := withFacts(t)
	reads := w.Store.CountReads(t)
	queries := func(some []galley.Listed) int64 {
		return reads.Of(func() {
			_, err := w.Store.Subjects(t.Context(), w.Shop.ID, some)
			require.NoError(t, err)
		})
	}
	one := queries(places[:1])
	require.Equal(t, one, queries(places))
	require.LessOrEqual(t, one, int64(9))
}

// BenchmarkSubjects compares reading 200 products one by one and together.
func BenchmarkSubjects(b *testing.B) {
	s, shop := withMany(b, manyItems)
	ctx := context.Background()
	var places []galley.Listed
	for _, p := range galleytest.Products(manyItems)[manyItems/2 : manyItems/2+200] {
		places = append(places, galley.Listed{Target: galley.ProductTarget(p.ID)})
	}
	b.Run("one by one", func(b *testing.B) {
		for b.Loop() {
			for _, at := range places {
				_, err := s.Subject(ctx, shop.ID, at)
				require.NoError(b, err)
			}
		}
	})
	b.Run("together", func(b *testing.B) {
		for b.Loop() {
			found, err := s.Subjects(ctx, shop.ID, places)
			require.NoError(b, err)
			require.Len(b, found, len(places))
		}
	})
}
