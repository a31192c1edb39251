package store_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// wordedProducts fill a page whose words come later. The first ones have words of several scripts and signs.
func wordedProducts(n int) []galley.Product {
	products := galleytest.Products(n)
	for i := range products {
		products[i].Title, products[i].Handle = fmt.Sprintf("Filler %04d", i), fmt.Sprintf("filler-%04d", i)
		products[i].Tags, products[i].SKUs, products[i].Vendor = []string{}, []string{fmt.Sprintf("F-%d", i)}, "Other"
	}
	products[0].Title, products[0].Tags = "Éclairage d’été, crème", []string{"soldes", "Größe XL"}
	products[1].Title, products[1].SKUs = "Orla dome pendant", []string{"OD-77-X"}
	products[2].Title, products[2].Vendor = "手作りの湯呑み", "窯元"
	products[3].Title, products[3].Handle = `The "Best" AND only OR (NOT)*`, "best-and-only"
	products[4].Title, products[4].Vendor = "ΑΘΗΝΑ лампа ŁÓDŹ", "L’Oréal & Ço"
	products[5].Title, products[5].Tags = "e\u0301toile 3½ №5 naïve_caf\u00e9", []string{"a b", "c"}
	return products
}

var wordSearches = []string{
	"eclairage", "ÉTÉ", "sold", "soldes xl", "größe", "grosse", "orla dome", "dome orla", "orla chair", "orla-dome", "dome-orla", "od-77", "od-77-x",
	"od-7-x", "best-and", `"best" and`, "(not)*", "pend", "endant", "dome only", "αθηνα", "αθ", "лампа", "łódź", "lodz", "oreal", "l'oreal", "co",
	"étoile", "etoile", "3", "3½", "5", "№5", "naive", "cafe", "naive_cafe", "b c", "filler 00", "filler-0012", "f-12", "12-f", "湯呑", "zirconium", "f",
}

func findings(t *testing.T, s *store.Store, shop galley.ShopID) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	for _, search := range wordSearches {
		ids, err := s.ProductIDs(t.Context(), galley.ProductQuery{ShopID: shop, Search: search})
		require.NoError(t, err, search)
		found[search] = ids
	}
	return found
}

func savePage(t *testing.T, s *store.Store, shop galley.ShopID, products []galley.Product) {
	t.Helper()
	run, _, err := s.BeginSync(t.Context(), shop, storetest.SyncLease(t, s, shop))
	require.NoError(t, err)
	require.NoError(t, s.SavePage(t.Context(), shop, run, galley.ProductBatch{Products: products}))
	_, err = s.FinishSync(t.Context(), shop, run)
	require.NoError(t, err)
}

// unindexed is how many products are not in the index of words yet.
func unindexed(t *testing.T, s *store.Store) (n int) {
	t.Helper()
	require.NoError(t, raw(t, storetest.Path(t, s)).QueryRow("SELECT count(*) FROM products WHERE row_id > (SELECT up_to FROM word_index)").Scan(&n))
	return n
}

func indexAll(t *testing.T, s *store.Store) (steps int) {
	t.Helper()
	for more := true; more; steps++ {
		var err error
		more, err = s.IndexWords(t.Context())
		require.NoError(t, err)
	}
	return steps
}

// A search finds the same whether words are in the index, none are, or some.
func TestSearchFindsWhatIsNotInTheIndexYet(t *testing.T) {
	w := storetest.NewUnsyncedWorld(t, galleytest.NewClock(), 1)
	s, shop := w.Store, w.Shop.ID
	products := wordedProducts(1_100)
	products[1_050].Title = "Éclairage of the last part"
	savePage(t, s, shop, products)
	require.Equal(t, len(products), unindexed(t, s))
	before := findings(t, s, shop)
	require.Len(t, before["eclairage"], 2)
	require.Len(t, before["orla-dome"], 1)
	require.Empty(t, before["zirconium"])

	more, err := s.IndexWords(t.Context())
	require.NoError(t, err)
	require.True(t, more)
	require.Equal(t, len(products)-500, unindexed(t, s))
	require.Equal(t, before, findings(t, s, shop))

	require.Equal(t, 2, indexAll(t, s))
	require.Zero(t, unindexed(t, s))
	require.Equal(t, before, findings(t, s, shop))
	hits, err := s.ProductHits(t.Context(), shop, "eclairage")
	require.NoError(t, err)
	require.Len(t, hits, 2)
}

// Products that change, go and come while words wait are found as they are then; a few products are indexed with their page.
func TestProductsChangeWhileTheirWordsWait(t *testing.T) {
	w := storetest.NewUnsyncedWorld(t, galleytest.NewClock(), 1)
	s, shop := w.Store, w.Shop.ID
	find := func(search string) int {
		ids, err := s.ProductIDs(t.Context(), galley.ProductQuery{ShopID: shop, Search: search})
		require.NoError(t, err)
		return len(ids)
	}
	products := wordedProducts(1_100)
	savePage(t, s, shop, products)
	_, err := s.IndexWords(t.Context())
	require.NoError(t, err)

	products[0].Title, products[1_000].Title = "Lantern one", "Lantern two" // the first is in the index
	products = append(products[:1_090], products[1_099])
	products[100].Title, products[1_090].Title = "Lantern three", "Lantern four"
	savePage(t, s, shop, products)
	require.Equal(t, 4, find("lantern"))
	require.Zero(t, find("eclairage"))
	require.Zero(t, find("filler 1095"))
	indexAll(t, s)
	require.Equal(t, 4, find("lantern"))
	require.Zero(t, find("eclairage"))

	products = products[:600] // rows at the end are free again, and the index must not count new ones in them as its own
	savePage(t, s, shop, products)
	more := wordedProducts(1_300)[600:]
	for i := range more {
		more[i].Title = fmt.Sprintf("Sconce %d", i)
	}
	savePage(t, s, shop, append(products, more...))
	require.Equal(t, 700, find("sconce"))
	require.Equal(t, 700, unindexed(t, s))
	indexAll(t, s)
	require.Equal(t, 700, find("sconce"))
	require.Equal(t, 2, find("lantern"))

	last := wordedProducts(1_301)[1_300]
	last.Title = "Girandole"
	run, _, err := s.BeginSync(t.Context(), shop, storetest.SyncLease(t, s, shop))
	require.NoError(t, err)
	require.NoError(t, s.SavePage(t.Context(), shop, run, galley.ProductBatch{Products: []galley.Product{last}}))
	require.Zero(t, unindexed(t, s))
	require.Equal(t, 1, find("girandole"))
}

// Where the process dies while words are put into the index, nothing is in it twice or missing.
func TestKillWhileWordsAreIndexed(t *testing.T) {
	w := storetest.NewUnsyncedWorld(t, galleytest.NewClock(), 1)
	s, shop := w.Store, w.Shop.ID
	savePage(t, s, shop, wordedProducts(1_100))
	want := findings(t, s, shop)
	for range 2 {
		failpoint.Watch(func(p failpoint.Point) {
			if p == failpoint.WordsIndexed {
				panic(p)
			}
		})
		require.Panics(t, func() { _, _ = s.IndexWords(t.Context()) })
		failpoint.Watch(nil)
		require.Equal(t, want, findings(t, s, shop))
		_, err := s.IndexWords(t.Context())
		require.NoError(t, err)
	}
	indexAll(t, s)
	require.Equal(t, want, findings(t, s, shop))
	indexIsWhole(t, storetest.Path(t, s))
}

// indexIsWhole requires that the index has what a new one of all products would have.
func indexIsWhole(t *testing.T, path string) {
	t.Helper()
	_, err := raw(t, path).Exec("INSERT INTO products_fts (products_fts) VALUES ('integrity-check')")
	require.NoError(t, err)
}

// From version 70 on, words wait; a file of before has all in its index.
func TestUpgradeKeepsTheIndexOfWords(t *testing.T) {
	path := dataFileAt(t, 69, "")
	found := "SELECT group_concat(docid) FROM products_fts WHERE products_fts MATCH 'lamp*'"
	want := texts(t, raw(t, path), found)
	require.NotEmpty(t, want[0])

	upgradedTo(t, path, 70)
	require.Equal(t, want, texts(t, raw(t, path), found))
	require.Equal(t, []string{"1"}, texts(t, raw(t, path), "SELECT up_to = (SELECT max(row_id) FROM products) FROM word_index"))
	indexIsWhole(t, path)
}
