package store_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// positionsIn are the positions of the items that a list has.
func positionsIn(t *testing.T, s *store.Store, q galley.ItemQuery) (positions []int) {
	t.Helper()
	q.Limit = 100
	if q.Filter == "" {
		q.Filter = galley.FilterAll
	}
	page, err := s.Items(t.Context(), q)
	require.NoError(t, err)
	for _, it := range page.Items {
		positions = append(positions, it.Position)
	}
	require.Len(t, positions, page.Total)
	return positions
}

func TestDraftsAreFoundByTheirWords(t *testing.T) {
	w := storetest.NewWorld(t, galleytest.NewClock(), 6)
	text := map[int]string{1: "<p>Säulen aus Eiche – hand-made</p>", 2: "A lamp of oak, 12 cm", 3: "oak & brass **", 4: "陶器のランプ", 5: "Straightforward", 6: "Oaken chest"}
	job := w.Drafted(galley.FieldDescription, func(id galley.ItemID) string {
		_, position, err := id.Split()
		require.NoError(t, err)
		return text[position]
	})
	for search, want := range map[string][]int{
		"saulen":        {1},
		"SÄULEN eiche":  {1},
		"hand-made":     {1},
		"oak":           {2, 3, 6},
		"oak lamp":      {2, 3},
		"brass oak":     {3},
		"oak & brass":   {3},
		"12 cm":         {2},
		"–":             {1},
		"**":            {3},
		"陶器":            {4},
		"straight":      {5},
		"lamp 000":      {1, 2, 3, 4, 5, 6},
		`"oak" OR`:      nil,
		"lamp-0003":     {4},
		"zirconium":     nil,
		"  ":            {1, 2, 3, 4, 5, 6},
		"oak\" AND NOT": nil,
	} {
		require.Equal(t, want, positionsIn(t, w.Store, galley.ItemQuery{JobID: job, Search: search}), search)
		inbox, err := w.Store.Inbox(t.Context(), galley.InboxQuery{Search: search})
		require.NoError(t, err)
		require.Equal(t, len(want), inbox.Left, search)
	}

	storetest.Exec(t, w.Store, "UPDATE items SET content = 'Zirconium now', content_sha256 = 'x' WHERE position = 5")
	require.Equal(t, []int{5}, positionsIn(t, w.Store, galley.ItemQuery{JobID: job, Search: "zircon"}))
	require.Empty(t, positionsIn(t, w.Store, galley.ItemQuery{JobID: job, Search: "straight"}))
	storetest.Exec(t, w.Store, "DELETE FROM items")
	require.Equal(t, []string{"0"}, texts(t, raw(t, storetest.Path(t, w.Store)), "SELECT count(*) FROM items_fts WHERE items_fts MATCH 'oak'"))
}

// Drafts of earlier versions are found, and nothing that people had is changed.
func TestUpgradeIndexesTheWordsOfDrafts(t *testing.T) {
	path := dataFileAt(t, 51, "UPDATE items SET content = 'Grès émaillé', content_sha256 = NULL WHERE row_id = (SELECT min(row_id) FROM items WHERE state = 'generated')")
	columns, before := contents(t, path, nil)
	opened(t, path)
	_, after := contents(t, path, columns)
	require.Equal(t, before["revisions"], after["revisions"])
	require.Len(t, after["items"], len(before["items"]))
	require.Equal(t, []string{"1"}, texts(t, raw(t, path), "SELECT count(*) FROM items_fts WHERE items_fts MATCH 'gres emaille'"))
}

// A list narrowed by products has the items whose product passes, and so has a selection of all of it.
func TestItemsAreNarrowedByTheirProducts(t *testing.T) {
	products := galleytest.Products(12)
	for i := range products {
		products[i].Vendor = fmt.Sprintf("Vendor %d", i%3)
		products[i].Tags = []string{fmt.Sprintf("tag %d", i%2)}
	}
	w := storetest.NewWorldOf(t, galleytest.NewClock(), products)
	job := w.Drafted(galley.FieldSEOTitle, func(id galley.ItemID) string { return "Draft " + string(id) })
	pictures := w.Drafted(galley.FieldAltText, func(galley.ItemID) string { return "A lamp" })
	of := galley.ProductFilter{Vendor: galley.Choice{"Vendor 1"}, Tag: galley.Choice{"tag 1"}}
	require.Equal(t, []int{2, 8}, positionsIn(t, w.Store, galley.ItemQuery{JobID: job, Product: of}))
	require.Equal(t, []int{3, 4, 15, 16}, positionsIn(t, w.Store, galley.ItemQuery{JobID: pictures, Product: of}))
	storetest.Exec(t, w.Store, "UPDATE items SET warned = 1 WHERE position IN (3, 8)")
	storetest.Exec(t, w.Store, "UPDATE items SET off_length = 'short' WHERE position IN (8, 15)")
	require.Equal(t, []int{8}, positionsIn(t, w.Store, galley.ItemQuery{JobID: job, Filter: galley.FilterToReview, Also: []galley.ItemFilter{galley.FilterWarned}, Product: of}))
	require.Equal(t, []int{8}, positionsIn(t, w.Store, galley.ItemQuery{JobID: job, Also: []galley.ItemFilter{galley.FilterWarned, galley.FilterShort}}))
	require.Equal(t, []int{3, 8}, positionsIn(t, w.Store, galley.ItemQuery{JobID: job, Filter: galley.FilterToReview, Also: []galley.ItemFilter{galley.FilterWarned}}))
	require.Empty(t, positionsIn(t, w.Store, galley.ItemQuery{JobID: job, Product: galley.ProductFilter{Vendor: galley.Choice{"None"}}}))

	got, err := w.Store.SelectItems(t.Context(), galley.ItemSelection{JobID: job, Filter: galley.FilterAll, Product: of, Except: []galley.ItemID{galley.NewItemID(job, 2)}, Action: galley.ActDecide})
	require.NoError(t, err)
	require.Equal(t, 1, got.Total)
	require.Equal(t, galley.NewItemID(job, 8), got.Items[0].ID)
}

// A value beyond the most frequent ones is found by what is typed.
func TestFacetsAreFoundAmongAllValues(t *testing.T) {
	products := galleytest.Products(galley.MaxFacets + 20)
	for i := range products {
		products[i].Vendor = fmt.Sprintf("Vendor %03d", i)
		products[i].Tags = []string{fmt.Sprintf("tag %03d", i)}
	}
	products[len(products)-1].Vendor, products[len(products)-1].Tags = "Ångström", []string{"Zürich"}
	w := storetest.NewWorldOf(t, galleytest.NewClock(), products)
	query := galley.ProductQuery{ShopID: w.Shop.ID}
	vendors, err := w.Store.FindFacets(t.Context(), query, "vendor", "ang")
	require.NoError(t, err)
	require.Equal(t, []galley.Facet{{Value: "Ångström", Count: 1}}, vendors)
	tags, err := w.Store.FindFacets(t.Context(), query, "tag", "zur")
	require.NoError(t, err)
	require.Equal(t, []galley.Facet{{Value: "Zürich", Count: 1}}, tags)
	all, err := w.Store.FindFacets(t.Context(), query, "vendor", "")
	require.NoError(t, err)
	require.Len(t, all, galley.MaxFacets)
	few := w.Job(galley.FieldTitle, galley.WriterSpec{Kind: galley.WriterTemplate}, func(_ int, c galley.Claimed) galley.Outcome {
		return galley.Outcome{ID: c.ID, State: galley.ItemSkipped}
	})
	storetest.Exec(t, w.Store, "DELETE FROM items WHERE position > 2")
	query.JobID = few
	ofJob, err := w.Store.ProductFacets(t.Context(), query)
	require.NoError(t, err)
	require.Len(t, ofJob.Vendors, 2)
	require.Len(t, ofJob.Tags, 2)
	_, err = w.Store.FindFacets(t.Context(), query, "colour", "red")
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
}

// TestSearchedListIsTheSameInEveryWindow: what is found as a whole, and what is counted and read, are the same list.
func TestSearchedListIsTheSameInEveryWindow(t *testing.T) {
	w := storetest.NewWorldOf(t, galleytest.NewClock(), galleytest.Products(30))
	job := w.Drafted(galley.FieldSEOTitle, func(id galley.ItemID) string { return "Oak draft " + string(id) })
	storetest.Exec(t, w.Store, "UPDATE items SET content = 'Elm', content_sha256 = 'x' WHERE position % 3 = 0")
	var want []int
	for pos := 1; pos <= 30; pos++ {
		if pos%3 != 0 {
			want = append(want, pos)
		}
	}
	backward := slices.Clone(want)
	slices.Reverse(backward)
	for order, want := range map[galley.ItemOrder][]int{galley.OrderJob: want, galley.OrderProductDown: backward, galley.OrderScore: want} {
		for offset := range len(want) + 2 {
			page, err := w.Store.Items(t.Context(), galley.ItemQuery{JobID: job, Filter: galley.FilterAll, Search: "oak", Order: order, Offset: offset, Limit: 7})
			require.NoError(t, err)
			require.Equal(t, len(want), page.Total)
			got := []int{}
			for _, item := range page.Items {
				got = append(got, item.Position)
			}
			from := min(offset, len(want))
			require.Equal(t, append([]int{}, want[from:min(from+7, len(want))]...), got, "%s from %d", order, offset)
		}
	}
}
