package store_test

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/markup"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// chosenFrom is a catalogue whose products differ in all that can be filtered by.
type chosenFrom struct {
	store    *store.Store
	shop     galley.Shop
	products []galley.Product
	members  map[string][]string // of collections, by id
	written  map[string]int      // score of the latest draft, by product
}

func catalogue(t *testing.T, n int, random *rand.Rand) *chosenFrom {
	clock := galleytest.NewClock()
	c := &chosenFrom{
		store: storetest.Open(t, clock), products: galleytest.Products(n),
		members: map[string][]string{}, written: map[string]int{},
	}
	pick := func(words ...string) string { return words[random.IntN(len(words))] }
	for i := range c.products {
		p := &c.products[i]
		p.Vendor, p.ProductType, p.Status = pick("Loup & Pomme", "Kiln", "Ängby", ""), pick("Rug", "Lamp"), pick("active", "draft")
		p.Title = pick("Orla", "orla", "Wick") + fmt.Sprint(random.IntN(4))
		p.DescriptionHTML = "<p>" + strings.Repeat("wool ", random.IntN(6)) + "</p>"
		p.Tags = slices.Compact(slices.Sorted(slices.Values([]string{pick("gift", "sale"), pick("gift", "new", "50% off")})))
		p.SEOTitle = galley.Text(strings.Repeat("x", random.IntN(3)))
	}
	c.shop = storetest.WithProducts(t, c.store, clock, c.products)
	c.write(t, random)
	return c
}

// write adds collections, drafts and published texts.
func (c *chosenFrom) write(t *testing.T, random *rand.Rand) {
	for k := range 2 {
		id := fmt.Sprintf("gid://shopify/Collection/%d", k+1)
		storetest.Exec(t, c.store, `INSERT INTO collections (row_id, shop_id, id, sync_run, handle, title, description_words, product_count, image_url,
			description_empty, seo_title_empty, meta_description_empty, updated_at, read_at, description_html)
			VALUES (?, ?, ?, 1, ?, ?, 0, 0, '', 1, 1, 1, 0, 0, '')`, 100+k, c.shop.ID, id, fmt.Sprint("c", k), fmt.Sprint("Collection ", k))
		for _, p := range c.products {
			if random.IntN(3) == 0 {
				c.members[id] = append(c.members[id], p.ID)
				storetest.Exec(t, c.store, "INSERT INTO collection_products (collection_row, product_id) VALUES (?, ?)", 100+k, p.ID)
			}
		}
	}
	for _, p := range c.products {
		if random.IntN(2) == 0 {
			c.written[p.ID] = random.IntN(100)
			storetest.Exec(t, c.store, "INSERT INTO written_products (shop_id, product_id, score) VALUES (?, ?, ?)", c.shop.ID, p.ID, c.written[p.ID])
		}
	}
}

func hasAny(want galley.Choice, has ...string) bool {
	return len(want) == 0 || slices.ContainsFunc(want, func(w string) bool { return slices.Contains(has, w) })
}

// passes is the rule of a filter in plain words.
func (c *chosenFrom) passes(p galley.Product, f galley.ProductFilter) bool {
	var lacks, in []string
	for _, field := range []galley.Field{galley.FieldDescription, galley.FieldSEOTitle, galley.FieldMetaDescription} {
		if v, _ := p.Subject().Value(field); markup.Empty(field, v) {
			lacks = append(lacks, string(field))
		}
	}
	for id, members := range c.members {
		if slices.Contains(members, p.ID) {
			in = append(in, id)
		}
	}
	return hasAny(f.Status, p.Status) && hasAny(f.Vendor, p.Vendor) && hasAny(f.Type, p.ProductType) && hasAny(f.Tag, p.Tags...) &&
		hasAny(f.Collection, in...) && hasAny(f.Without, lacks...) && c.passesNumbers(p, f)
}

func (c *chosenFrom) passesNumbers(p galley.Product, f galley.ProductFilter) bool {
	score, written := c.written[p.ID]
	history := map[galley.ProductHistory]bool{galley.HistoryAny: true, galley.HistoryNever: !written, galley.HistoryWritten: written}
	words := markup.WordCount(markup.VisibleText(p.DescriptionHTML))
	return (f.ShorterThan == 0 || words < f.ShorterThan) && (f.ScoreBelow == 0 || written && score < f.ScoreBelow) && history[f.History]
}

func anyFilter(random *rand.Rand) (f galley.ProductFilter) {
	some := func(words ...string) (c galley.Choice) {
		for _, w := range words {
			if random.IntN(5) == 0 {
				c = append(c, w)
			}
		}
		return c
	}
	f.Status, f.Type, f.Vendor = some("active", "draft"), some("Rug", "Lamp"), some("Kiln", "Ängby", "Loup & Pomme", "of nobody")
	f.Tag, f.Collection = some("gift", "new", "50% off"), some("gid://shopify/Collection/1", "gid://shopify/Collection/2")
	f.Without = some(string(galley.FieldDescription), string(galley.FieldSEOTitle))
	if random.IntN(3) == 0 {
		f.ShorterThan = 1 + random.IntN(6)
	}
	if random.IntN(5) == 0 {
		f.ScoreBelow = 1 + random.IntN(100)
	}
	if random.IntN(4) == 0 {
		f.History = galley.ProductHistories()[random.IntN(2)]
	}
	return f
}

func TestProductsThatPassAFilterAreListedAndCounted(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	c := catalogue(t, 60, random)
	ctx, found := context.Background(), 0
	for range 300 {
		q := galley.ProductQuery{ShopID: c.shop.ID, Filter: anyFilter(random), Limit: 100}
		want := map[string]bool{}
		for _, p := range c.products {
			if c.passes(p, q.Filter) {
				want[p.ID] = true
			}
		}
		found += len(want)
		page, err := c.store.Products(ctx, q)
		require.NoError(t, err)
		got := map[string]bool{}
		for _, p := range page.Products {
			got[p.ID] = true
		}
		require.Equal(t, want, got, "%+v", q.Filter)
		require.Equal(t, len(want), page.Total)
		c.requireFacets(t, q)
	}
	require.Greater(t, found, 300, "most filters let something through")
}

// requireFacets holds the counts of a query's vendors and tags against what
// choosing that one alone lists.
func (c *chosenFrom) requireFacets(t *testing.T, q galley.ProductQuery) {
	facets, err := c.store.ProductFacets(t.Context(), q)
	require.NoError(t, err)
	for _, v := range facets.Vendors {
		only := q
		only.Filter.Vendor = galley.Choice{v.Value}
		page, err := c.store.Products(t.Context(), only)
		require.NoError(t, err)
		require.Equal(t, page.Total, v.Count, "%s with %+v", v.Value, q.Filter)
	}
	for _, v := range facets.Collections {
		require.NotEmpty(t, v.Label)
		only := q
		only.Filter.Collection = galley.Choice{v.Value}
		ids, err := c.store.ProductIDs(t.Context(), only)
		require.NoError(t, err)
		require.Len(t, ids, v.Count, "%s with %+v", v.Value, q.Filter)
	}
}

func TestAListIsInTheOrderAskedFor(t *testing.T) {
	c := catalogue(t, 60, rand.New(rand.NewPCG(3, 4)))
	for sort, measure := range map[galley.ProductSort]func(galley.ProductSummary) int{
		galley.SortTitle:           func(galley.ProductSummary) int { return 0 },
		galley.SortDescription:     func(p galley.ProductSummary) int { return p.DescriptionWords },
		galley.SortSEOTitle:        func(p galley.ProductSummary) int { return p.SEOTitleChars },
		galley.SortMetaDescription: func(p galley.ProductSummary) int { return p.MetaChars },
		galley.SortAltText:         func(p galley.ProductSummary) int { return p.Images - p.ImagesWithAlt },
		galley.SortUpdated:         func(p galley.ProductSummary) int { return int(p.UpdatedAt.Unix()) },
	} {
		for _, down := range []bool{false, true} {
			q := galley.ProductQuery{ShopID: c.shop.ID, Sort: sort, Descending: down, Limit: 100}
			whole, err := c.store.Products(t.Context(), q)
			require.NoError(t, err)
			require.Len(t, whole.Products, 60)
			require.True(t, slices.IsSortedFunc(whole.Products, func(a, b galley.ProductSummary) int {
				byTitle := cmp.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
				first := cmp.Compare(measure(a), measure(b))
				if sort == galley.SortTitle {
					first = byTitle
				}
				if down {
					first = -first
				}
				return cmp.Or(first, byTitle)
			}), "%s, down %v", sort, down)
			var parts []galley.ProductSummary
			for q.Limit = 7; q.Offset < 60; q.Offset += 7 {
				page, err := c.store.Products(t.Context(), q)
				require.NoError(t, err)
				parts = append(parts, page.Products...)
			}
			require.Equal(t, whole.Products, parts, "windows fit together")
			ids, err := c.store.ProductIDs(t.Context(), q)
			require.NoError(t, err)
			for i, p := range whole.Products {
				require.Equal(t, p.ID, ids[i])
			}
		}
	}
}

// TestProductsAreChosenByWhatGalleyDidForThem writes and publishes by the way of
// the program: drafts of half the products' titles, alt texts of all pictures.
func TestProductsAreChosenByWhatGalleyDidForThem(t *testing.T) {
	w, _ := withPublished(t) // of 200 products, all with drafts
	count := func(f galley.ProductFilter) int {
		page, err := w.Store.Products(t.Context(), galley.ProductQuery{ShopID: w.Shop.ID, Filter: f, Limit: 1})
		require.NoError(t, err)
		return page.Total
	}
	require.Equal(t, 50, count(galley.ProductFilter{History: galley.HistoryPublished}))
	require.Equal(t, 200, count(galley.ProductFilter{History: galley.HistoryWritten}))
	require.Zero(t, count(galley.ProductFilter{History: galley.HistoryNever}))
	require.Zero(t, count(galley.ProductFilter{ScoreBelow: 100}), "these drafts have no score")

	alt := storetest.NewWorld(t, galleytest.NewClock(), 6)
	alt.Job(galley.FieldAltText, galley.WriterSpec{Kind: galley.WriterTemplate}, func(position int, c galley.Claimed) galley.Outcome {
		if position > 4 { // the pictures of the first two products only
			return galley.Outcome{ID: c.ID, State: galley.ItemFailed, Reason: &galley.Reason{Code: galley.CodeInvalidInput, Message: messages.FilterScoreRange}}
		}
		return galley.Outcome{ID: c.ID, State: galley.ItemGenerated, Draft: &galley.Draft{
			Content: "An oak lamp.", Author: galley.AuthorModel, Report: galley.Report{Score: &galley.Score{Total: 40 + position}},
		}}
	})
	for f, want := range map[galley.ProductHistory]int{galley.HistoryWritten: 2, galley.HistoryNever: 4, galley.HistoryPublished: 0} {
		page, err := alt.Store.Products(t.Context(), galley.ProductQuery{ShopID: alt.Shop.ID, Filter: galley.ProductFilter{History: f}, Limit: 10})
		require.NoError(t, err)
		require.Len(t, page.Products, want, f)
	}
	page, err := alt.Store.Products(t.Context(), galley.ProductQuery{ShopID: alt.Shop.ID, Filter: galley.ProductFilter{ScoreBelow: 43}, Limit: 10})
	require.NoError(t, err)
	require.Len(t, page.Products, 1, "the latest draft of the first product has 42, of the second 44")
}
