package store_test

import (
	"testing"
	"time"

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

// openElsewhere opens the data file as another process does, until the test ends.
func openElsewhere(t *testing.T, s *store.Store) {
	t.Helper()
	other, err := store.Open(t.Context(), storetest.Path(t, s), galleytest.NewClock())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, other.Close()) })
}

// Others get their turn after each 500 products: another process that has the data file open, and a transaction of this one
// that waits. Where there is neither, more are saved in one transaction, though never a whole shop.
func TestOthersGetTheirTurnBetweenTheParts(t *testing.T) {
	clock := galleytest.NewClock()
	const count = 4_600
	for name, others := range map[string]struct {
		elsewhere, waits bool
		after            []int // how many products there are after each transaction
	}{
		"nobody":                    {after: []int{2_000, 4_000}},
		"another process":           {elsewhere: true, after: []int{500, 1_000, 1_500, 2_000, 2_500, 3_000, 3_500, 4_000, 4_500}},
		"one of this process, once": {waits: true, after: []int{500, 2_500, 4_500}},
		"both":                      {elsewhere: true, waits: true, after: []int{500, 1_000, 1_500, 2_000, 2_500, 3_000, 3_500, 4_000, 4_500}},
	} {
		t.Run(name, func(t *testing.T) {
			w := storetest.NewUnsyncedWorld(t, clock, 1)
			s, shop := w.Store, w.Shop.ID
			if others.elsewhere {
				openElsewhere(t, s)
			}
			run, _, err := s.BeginSync(t.Context(), shop, storetest.SyncLease(t, s, shop))
			require.NoError(t, err)
			var after []int
			waited := make(chan error, 1)
			failpoint.Watch(func(p failpoint.Point) {
				if p != failpoint.SyncPart {
					return
				}
				if after = append(after, pageRows(t, s)[0]); len(after) == 1 && others.waits {
					require.NoError(t, <-waited)
				}
			})
			defer failpoint.Watch(nil)
			transactions := 0
			err = s.SavePageWith(t.Context(), shop, run, galley.ProductBatch{Products: soldProducts(count), Next: "after", Total: count}, func() {
				if transactions++; transactions > 1 || !others.waits {
					return
				}
				go func() { waited <- s.Sync(t.Context()) }()
				require.Eventually(t, func() bool { return s.Writers() >= 2 }, time.Minute, time.Millisecond)
			})
			require.NoError(t, err)
			require.Equal(t, others.after, after)
			require.Equal(t, [5]int{count, 2 * count, count, count, count}, pageRows(t, s))
		})
	}
}

// A page whose later part cannot be saved leaves nothing of the parts of the same transaction.
func TestTransactionOfSeveralPartsIsWhole(t *testing.T) {
	w := storetest.NewUnsyncedWorld(t, galleytest.NewClock(), 1)
	s, shop := w.Store, w.Shop.ID
	run, _, err := s.BeginSync(t.Context(), shop, storetest.SyncLease(t, s, shop))
	require.NoError(t, err)
	failpoint.Watch(func(p failpoint.Point) {
		if p == failpoint.SyncCursor { // in the last part
			panic(p)
		}
	})
	defer failpoint.Watch(nil)
	page := galley.ProductBatch{Products: soldProducts(1_300), Next: "after", Total: 1_300}
	require.Panics(t, func() { _ = s.SavePage(t.Context(), shop, run, page) })
	failpoint.Watch(nil)
	require.Zero(t, pageRows(t, s)[0])
	require.Zero(t, s.Writers(), "nobody waits for the transaction that broke")
	require.NoError(t, s.SavePage(t.Context(), shop, run, page))
	require.Equal(t, 1_300, pageRows(t, s)[4])
}

// A large page is saved in parts. Where the process dies between two of them, what is saved stays, and the page comes
// again whole, with neither a product nor a count lost or doubled.
func TestKillBetweenThePartsOfAPage(t *testing.T) {
	clock := galleytest.NewClock()
	products := soldProducts(1_300)
	page := galley.ProductBatch{Products: products, Next: "after", Total: 2_000, ReadAt: clock.Now()}
	whole := storetest.NewUnsyncedWorld(t, clock, 1)
	run, _, err := whole.Store.BeginSync(t.Context(), whole.Shop.ID, storetest.SyncLease(t, whole.Store, whole.Shop.ID))
	require.NoError(t, err)
	require.NoError(t, whole.Store.SavePage(t.Context(), whole.Shop.ID, run, page))
	want := pageRows(t, whole.Store)
	require.Equal(t, len(products), want[0])
	require.Equal(t, len(products), want[4])

	for killed := 1; killed <= 2; killed++ {
		w := storetest.NewUnsyncedWorld(t, clock, 1)
		s, shop := w.Store, w.Shop.ID
		openElsewhere(t, s)
		run, _, err := s.BeginSync(t.Context(), shop, storetest.SyncLease(t, s, shop))
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

		again, cursor, err := s.BeginSync(t.Context(), shop, storetest.SyncLease(t, s, shop))
		require.NoError(t, err)
		require.Equal(t, run, again)
		require.Empty(t, cursor)
		require.NoError(t, s.SavePage(t.Context(), shop, run, page))
		require.Equal(t, want, pageRows(t, s))
		found, err := s.Products(t.Context(), galley.ProductQuery{ShopID: shop, Search: "lamp", Limit: 1})
		require.NoError(t, err)
		require.Equal(t, len(products), found.Total)
		_, cursor, err = s.BeginSync(t.Context(), shop, storetest.SyncLease(t, s, shop))
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
	openElsewhere(t, s)
	run, _, err := s.BeginSync(t.Context(), shop, storetest.SyncLease(t, s, shop))
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
	run, _, err := w.Store.BeginSync(t.Context(), w.Shop.ID, storetest.SyncLease(t, w.Store, w.Shop.ID))
	require.NoError(t, err)
	require.NoError(t, w.Store.SavePage(t.Context(), w.Shop.ID, run, galley.ProductBatch{Products: append(products, again), Next: "after"}))
	kept, err := w.Store.Product(t.Context(), w.Shop.ID, again.ID)
	require.NoError(t, err)
	require.Equal(t, again.Title, kept.Title)
	require.Equal(t, 1_200, pageRows(t, w.Store)[0])
}
