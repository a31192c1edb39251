package store_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

func TestProductRoundTrip(t *testing.T) {
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	want := galleytest.Products(1)[0]
	want.Metafields = []galley.Fact{{Name: "custom.height", Value: "42 cm"}}
	want.SKUs = []string{"HL-1", "HL-2"}
	shop := storetest.WithProducts(t, s, clock, []galley.Product{want})
	want.ShopID = shop.ID
	now := clock.Now()
	want.ReadAt = &now

	for _, key := range []string{want.ID, want.Handle} {
		got, err := s.Product(context.Background(), shop.ID, key)
		require.NoError(t, err)
		require.Empty(t, cmp.Diff(want, got))
	}
	counted, err := s.ShopOverview(context.Background(), shop.ID)
	require.NoError(t, err)
	require.Equal(t, 1, counted.ProductCount)
	require.Equal(t, 2, counted.ImageCount)
}

func TestSearchFindsWordsAndTheirBeginnings(t *testing.T) {
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	products := galleytest.Products(4)
	products[0].Title, products[0].Tags = "Éclairage d’été, crème", []string{"soldes"}
	products[1].Title, products[1].SKUs = "Orla dome pendant", []string{"OD-77-X"}
	products[2].Title, products[2].Vendor = "手作りの湯呑み", "窯元"
	products[3].Title, products[3].Handle = `The "Best" AND only OR (NOT)*`, "best-and-only"
	shop := storetest.WithProducts(t, s, clock, products)

	for search, want := range map[string]int{
		"":                  4,
		"eclairage":         1,
		"ÉTÉ":               1,
		"sold":              1,
		"orla dome":         1,
		"dome orla":         1,
		"orla chair":        0,
		"orla-dome":         1,
		"od-77":             1,
		"湯呑":                1,
		"窯元":                1,
		`"best" and`:        1,
		"(not)*":            1,
		"pend":              1,
		"endant":            0,
		"aldermill":         3,
		"   aldermill  or ": 2, // the Orla pendant, and the one with OR in its name
	} {
		page, err := s.Products(context.Background(), galley.ProductQuery{ShopID: shop.ID, Search: search, Limit: 10})
		require.NoError(t, err, search)
		require.Equal(t, want, page.Total, "%q finds %v", search, titles(page))
		require.Len(t, page.Products, want)
	}
}

func TestFiltersNarrowAListAndFacetsNameThem(t *testing.T) {
	ctx, clock := context.Background(), galleytest.NewClock()
	s := storetest.Open(t, clock)
	products := galleytest.Products(6)
	products[0].Vendor, products[0].Status = "Loup & Pomme", "draft"
	products[1].ProductType = "Rug"
	products[2].DescriptionHTML = "<p>&nbsp;</p>"
	for i := range products[3].Images {
		products[3].Images[i].Alt = galley.Text("Seen from the front")
	}
	shop := storetest.WithProducts(t, s, clock, products)

	for _, c := range []struct {
		filter galley.ProductFilter
		want   int
	}{
		{galley.ProductFilter{}, 6},
		{galley.ProductFilter{Vendor: galley.Choice{"Loup & Pomme"}}, 1},
		{galley.ProductFilter{Vendor: galley.Choice{"Aldermill"}, Type: galley.Choice{"Rug"}}, 1},
		{galley.ProductFilter{Status: galley.Choice{"draft"}, Type: galley.Choice{"Rug"}}, 0},
		{galley.ProductFilter{Without: galley.Choice{string(galley.FieldDescription)}}, 1},
		{galley.ProductFilter{Without: galley.Choice{string(galley.FieldAltText)}}, 5},
		{galley.ProductFilter{Without: galley.Choice{string(galley.FieldTitle)}}, 0},
	} {
		page, err := s.Products(ctx, galley.ProductQuery{ShopID: shop.ID, Filter: c.filter, Limit: 10})
		require.NoError(t, err)
		require.Equal(t, c.want, page.Total, "%+v finds %v", c.filter, titles(page))
	}
	facets, err := s.ProductFacets(ctx, galley.ProductQuery{ShopID: shop.ID})
	require.NoError(t, err)
	require.Equal(t, []galley.Facet{{Value: "Aldermill", Count: 5}, {Value: "Loup & Pomme", Count: 1}}, facets.Vendors)
	require.Len(t, facets.Statuses, 2)
	require.Len(t, facets.Types, 2)
}

func titles(page galley.ProductPage) (all []string) {
	for _, p := range page.Products {
		all = append(all, p.Title)
	}
	return all
}

func TestSyncRemovesDeletedProductsAndIndexesNewOnes(t *testing.T) {
	ctx, clock := context.Background(), galleytest.NewClock()
	s := storetest.Open(t, clock)
	products := galleytest.Products(3)
	shop := storetest.WithProducts(t, s, clock, products)

	products[1].Title = "Wick storm lantern"
	run, cursor, err := s.BeginSync(ctx, shop.ID, storetest.SyncLease(t, s, shop.ID))
	require.NoError(t, err)
	require.Empty(t, cursor)
	require.NoError(t, s.SavePage(ctx, shop.ID, run, galley.ProductBatch{Products: products[:1], Next: "more"}))

	again, cursor, err := s.BeginSync(ctx, shop.ID, storetest.SyncLease(t, s, shop.ID)) // as after a kill
	require.NoError(t, err)
	require.Equal(t, run, again)
	require.Equal(t, "more", cursor)
	require.NoError(t, s.SavePage(ctx, shop.ID, run, galley.ProductBatch{Products: products[1:2]}))
	removed, err := s.FinishSync(ctx, shop.ID, run)
	require.NoError(t, err)
	require.Equal(t, 1, removed)

	page, err := s.Products(ctx, galley.ProductQuery{ShopID: shop.ID, Search: "lantern", Limit: 10})
	require.NoError(t, err)
	require.Equal(t, []string{"Wick storm lantern"}, titles(page))
	page, err = s.Products(ctx, galley.ProductQuery{ShopID: shop.ID, Search: "lamp 0002", Limit: 10})
	require.NoError(t, err)
	require.Empty(t, titles(page))
	require.Error(t, s.SavePage(ctx, shop.ID, run, galley.ProductBatch{}), "the sync has ended")
}

// A field that the shop's file has no column for is no gap, until a file has it.
func TestUnknownFieldsAreNotEmpty(t *testing.T) {
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	ctx := context.Background()
	product := galleytest.Products(1)[0]
	product.DescriptionHTML, product.SEOTitle = "", galley.Null()
	for i := range product.Images {
		product.Images[i].Alt = galley.Null()
	}
	shop := storetest.WithProducts(t, s, clock, []galley.Product{product})
	lacking := func(f galley.Field) (products, items int) {
		t.Helper()
		page, err := s.Products(ctx, galley.ProductQuery{ShopID: shop.ID, Filter: galley.ProductFilter{Without: galley.Choice{string(f)}}, Limit: 10})
		require.NoError(t, err)
		extent, err := s.Extent(ctx, galley.JobSpec{ShopID: shop.ID, Field: f, OnlyEmpty: true, Selection: galley.Selection{All: true}})
		require.NoError(t, err)
		return page.Total, extent.Items
	}
	sync := func(unknown ...galley.Field) {
		t.Helper()
		run, _, err := s.BeginSync(ctx, shop.ID, storetest.SyncLease(t, s, shop.ID))
		require.NoError(t, err)
		require.NoError(t, s.SavePage(ctx, shop.ID, run, galley.ProductBatch{Products: []galley.Product{product}, Total: 1, Unknown: unknown, ReadAt: clock.Now()}))
		_, err = s.FinishSync(ctx, shop.ID, run)
		require.NoError(t, err)
	}
	fields := []galley.Field{galley.FieldDescription, galley.FieldSEOTitle, galley.FieldAltText}
	for _, f := range fields {
		products, items := lacking(f)
		require.Equal(t, 1, products, f)
		require.Positive(t, items, f)
	}
	sync(fields...)
	for _, f := range fields {
		products, items := lacking(f)
		require.Zero(t, products, f)
		require.Zero(t, items, f)
	}
	known, err := s.Shop(ctx, string(shop.ID))
	require.NoError(t, err)
	require.Equal(t, fields, known.Unknown)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(known.Knows(galley.FieldSEOTitle)))
	require.NoError(t, known.Knows(galley.FieldTitle))
	read, err := s.Product(ctx, shop.ID, product.ID)
	require.NoError(t, err)
	require.Equal(t, fields, read.Unknown)
	sync()
	products, _ := lacking(galley.FieldSEOTitle)
	require.Equal(t, 1, products, "the file has the column now")
}

func TestAPageThatHasAProductTwiceKeepsTheLast(t *testing.T) {
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	products := galleytest.Products(2)
	again := products[0]
	again.Title = "Wick storm lantern"
	shop := storetest.WithProducts(t, s, clock, append(products, again))
	page, err := s.Products(t.Context(), galley.ProductQuery{ShopID: shop.ID, Limit: 10})
	require.NoError(t, err)
	require.Equal(t, []string{products[1].Title, again.Title}, titles(page))
}

func TestTagsFollowTheirProducts(t *testing.T) {
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	products := galleytest.Products(3)
	shop := storetest.WithProducts(t, s, clock, products)
	sync := func(products []galley.Product) (tags []galley.Facet) {
		run, _, err := s.BeginSync(t.Context(), shop.ID, storetest.SyncLease(t, s, shop.ID))
		require.NoError(t, err)
		require.NoError(t, s.SavePage(t.Context(), shop.ID, run, galley.ProductBatch{Products: products}))
		_, err = s.FinishSync(t.Context(), shop.ID, run)
		require.NoError(t, err)
		facets, err := s.ProductFacets(t.Context(), galley.ProductQuery{ShopID: shop.ID})
		require.NoError(t, err)
		return facets.Tags
	}
	products[0].Tags = []string{"linen", "new"}
	require.Equal(t, []galley.Facet{{Value: "linen", Count: 3}, {Value: "oak", Count: 2}, {Value: "new", Count: 1}}, sync(products))
	require.Equal(t, []galley.Facet{{Value: "linen", Count: 2}, {Value: "oak", Count: 2}}, sync(products[1:]))
	products[1].Tags, products[2].Tags = nil, []string{"oak", "oak"}
	require.Equal(t, []galley.Facet{{Value: "oak", Count: 1}}, sync(products[1:]))
}

// What a page brings is worked out before it is saved. A product that was changed, removed or added in between is saved
// as the page has it.
func TestAPageIsSavedAsItWasReadWhateverHappensBeforeItIs(t *testing.T) {
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	products := galleytest.Products(4)
	for i := range products {
		products[i].SKUs, products[i].Metafields = []string{"HL-1"}, []galley.Fact{{Name: "custom.height", Value: "42 cm"}}
	}
	shop := storetest.WithProducts(t, s, clock, products[:3])
	products[2].Title = "Wick storm lantern"
	run, _, err := s.BeginSync(t.Context(), shop.ID, storetest.SyncLease(t, s, shop.ID))
	require.NoError(t, err)
	err = s.SavePageAfter(t.Context(), shop.ID, run, galley.ProductBatch{Products: products}, func() {
		storetest.Exec(t, s, "UPDATE products SET title = 'Other', digest = x'' WHERE id = ?", products[0].ID)
		storetest.Exec(t, s, "PRAGMA foreign_keys = on; DELETE FROM products WHERE id IN (?, ?)", products[1].ID, products[2].ID)
	})
	require.NoError(t, err)
	_, err = s.FinishSync(t.Context(), shop.ID, run)
	require.NoError(t, err)
	for _, want := range products {
		got, err := s.Product(t.Context(), shop.ID, want.ID)
		require.NoError(t, err)
		want.ShopID, want.ReadAt = shop.ID, got.ReadAt
		require.Empty(t, cmp.Diff(want, got))
	}
}
