package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// pageRows counts the rows that a page of a sync leaves, and last the products that the sync counts.
func pageRows(t *testing.T, s *store.Store) (rows [5]int) {
	t.Helper()
	err := raw(t, storetest.Path(t, s)).QueryRow(`SELECT (SELECT count(*) FROM products), (SELECT count(*) FROM images),
		(SELECT count(*) FROM product_readings), (SELECT count(*) FROM derived_phrases), (SELECT sync_done FROM shops)`).
		Scan(&rows[0], &rows[1], &rows[2], &rows[3], &rows[4])
	require.NoError(t, err)
	return rows
}

// A large page is saved in parts. Where the process dies between two of them, what is saved stays, and the page comes
// again whole, with neither a product nor a count lost or doubled.
func TestKillBetweenThePartsOfAPage(t *testing.T) {
	clock := galleytest.NewClock()
	products := soldProducts(1_300)
	page := galley.ProductBatch{Products: products, Next: "after", Total: 2_000, ReadAt: clock.Now()}
	whole := storetest.NewUnsyncedWorld(t, clock, 1)
	run, _, err := whole.Store.BeginSync(t.Context(), whole.Shop.ID)
	require.NoError(t, err)
	require.NoError(t, whole.Store.SavePage(t.Context(), whole.Shop.ID, run, page))
	want := pageRows(t, whole.Store)
	require.Equal(t, len(products), want[0])
	require.Equal(t, len(products), want[4])

	for killed := 1; killed <= 2; killed++ {
		w := storetest.NewUnsyncedWorld(t, clock, 1)
		s, shop := w.Store, w.Shop.ID
		run, _, err := s.BeginSync(t.Context(), shop)
		require.NoError(t, err)
		reached := 0
		failpoint.Watch(func(p failpoint.Point) {
			if p != failpoint.SyncPart {
				return
			}
			if reached++; reached == killed {
				panic(p)
			}
		})
		require.Panics(t, func() { _ = s.SavePage(t.Context(), shop, run, page) })
		failpoint.Watch(nil)
		require.Equal(t, 500*killed, pageRows(t, s)[0])

		again, cursor, err := s.BeginSync(t.Context(), shop)
		require.NoError(t, err)
		require.Equal(t, run, again)
		require.Empty(t, cursor)
		require.NoError(t, s.SavePage(t.Context(), shop, run, page))
		require.Equal(t, want, pageRows(t, s))
		found, err := s.Products(t.Context(), galley.ProductQuery{ShopID: shop, Search: "lamp", Limit: 1})
		require.NoError(t, err)
		require.Equal(t, len(products), found.Total)
		_, cursor, err = s.BeginSync(t.Context(), shop)
		require.NoError(t, err)
		require.Equal(t, "after", cursor)
		removed, err := s.FinishSync(t.Context(), shop, run)
		require.NoError(t, err)
		require.Zero(t, removed, "each product was seen")
	}
}

// A sync that another process ended meanwhile saves no further part.
func TestEndedSyncSavesNoFurtherPart(t *testing.T) {
	clock := galleytest.NewClock()
	w := storetest.NewUnsyncedWorld(t, clock, 1)
	s, shop := w.Store, w.Shop.ID
	run, _, err := s.BeginSync(t.Context(), shop)
	require.NoError(t, err)
	failpoint.Watch(func(p failpoint.Point) {
		if p == failpoint.SyncPart {
			_, err := s.FinishSync(t.Context(), shop, run)
			require.NoError(t, err)
		}
	})
	defer failpoint.Watch(nil)
	err = s.SavePage(t.Context(), shop, run, galley.ProductBatch{Products: soldProducts(1_300), Next: "after"})
	require.Error(t, err)
	require.Equal(t, 500, pageRows(t, s)[0])
}

// The last of a product that a page has twice is kept, wherever the two are.
func TestLargePageThatHasAProductTwiceKeepsTheLast(t *testing.T) {
	clock := galleytest.NewClock()
	w := storetest.NewUnsyncedWorld(t, clock, 1)
	products := soldProducts(1_200)
	again := products[0]
	again.Title = "Wick storm lantern"
	run, _, err := w.Store.BeginSync(t.Context(), w.Shop.ID)
	require.NoError(t, err)
	require.NoError(t, w.Store.SavePage(t.Context(), w.Shop.ID, run, galley.ProductBatch{Products: append(products, again), Next: "after"}))
	kept, err := w.Store.Product(t.Context(), w.Shop.ID, again.ID)
	require.NoError(t, err)
	require.Equal(t, again.Title, kept.Title)
	require.Equal(t, 1_200, pageRows(t, w.Store)[0])
}
