package store_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// The sizes that Galley promises to be fluent at.
const (
	manyProducts = 100_000
	manyItems    = 20_000
)

func withMany(b testing.TB, n int) (*store.Store, galley.Shop) {
	clock := galleytest.NewClock()
	s := storetest.Open(b, clock)
	return s, storetest.WithProducts(b, s, clock, galleytest.Products(n))
}

func BenchmarkProductWindow(b *testing.B) {
	s, shop := withMany(b, manyProducts)
	for name, q := range map[string]galley.ProductQuery{
		"first":  {Limit: 200},
		"middle": {Limit: 200, Offset: manyProducts / 2},
		"last":   {Limit: 200, Offset: manyProducts - 200},
		"search": {Limit: 200, Search: "lamp 00"},
		"rare":   {Limit: 200, Search: "lamp 0077"},
		"vendor, tag and empty": {Limit: 200, Offset: 20_000, Filter: galley.ProductFilter{
			Vendor: galley.Choice{"Aldermill"}, Tag: galley.Choice{"oak"}, Without: galley.Choice{string(galley.FieldSEOTitle)},
		}},
		"never written":               {Limit: 200, Offset: 50_000, Filter: galley.ProductFilter{History: galley.HistoryNever}},
		"by words, at row 90,000":     {Limit: 200, Offset: 90_000, Sort: galley.SortDescription},
		"by SEO title, the other way": {Limit: 200, Sort: galley.SortSEOTitle, Descending: true},
	} {
		q.ShopID = shop.ID
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_, err := s.Products(context.Background(), q)
				require.NoError(b, err)
			}
		})
	}
}

// BenchmarkProductFacets counts what products can be narrowed by.
func BenchmarkProductFacets(b *testing.B) {
	s, shop := withMany(b, manyProducts)
	for name, f := range map[string]galley.ProductFilter{"all": {}, "of a vendor": {Vendor: galley.Choice{"Aldermill"}}} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_, err := s.ProductFacets(context.Background(), galley.ProductQuery{ShopID: shop.ID, Filter: f})
				require.NoError(b, err)
			}
		})
	}
	b.Run("ids of all", func(b *testing.B) {
		for b.Loop() {
			_, err := s.ProductIDs(context.Background(), galley.ProductQuery{ShopID: shop.ID})
			require.NoError(b, err)
		}
	})
}

// withAMillionDrafts is a home with a shop of a thousand products and a million
// drafts for them.
func withAMillionDrafts(b *testing.B) (*store.Store, galley.Shop) {
	b.Helper()
	s, shop := withMany(b, 1000)
	ctx := context.Background()
	spec := galley.JobSpec{ShopID: shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}}
	id, err := s.CreateJob(ctx, galley.Job{
		ShopID: shop.ID, Type: galley.JobBulkGeneration, Field: spec.Field, Strategy: galley.StrategyReview,
		Writer: galley.WriterSpec{Kind: galley.WriterTemplate}, CreatedAt: time.Now(),
	}, spec)
	require.NoError(b, err)
	storetest.Exec(b, s, `WITH RECURSIVE n (n) AS (SELECT 1001 UNION ALL SELECT n + 1 FROM n WHERE n < ?)
		INSERT INTO items (job_id, position, shop_id, field, place_id, place_handle, place_title, image_of, image_url, state, revision)
		SELECT i.job_id, n.n, i.shop_id, i.field, i.place_id, i.place_handle, i.place_title, '', '', 'generated', 1
		FROM n JOIN items i ON i.job_id = ? AND i.position = 1 + n.n % 1000`, 1_000_000, id)
	return s, shop
}

// BenchmarkShop compares looking a shop up with counting what there is of all
// shops, on a home of a million drafts.
func BenchmarkShop(b *testing.B) {
	s, shop := withAMillionDrafts(b)
	ctx := context.Background()
	b.Run("look up", func(b *testing.B) {
		for b.Loop() {
			_, err := s.Shop(ctx, string(shop.ID))
			require.NoError(b, err)
		}
	})
	b.Run("overview", func(b *testing.B) {
		for b.Loop() {
			_, err := s.ShopOverviews(ctx)
			require.NoError(b, err)
		}
	})
}

func BenchmarkJob(b *testing.B) {
	s, shop := withMany(b, manyItems)
	ctx := context.Background()
	spec := galley.JobSpec{ShopID: shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}}
	create := func() galley.JobID {
		id, err := s.CreateJob(ctx, galley.Job{
			ShopID: shop.ID, Type: galley.JobBulkGeneration, Field: spec.Field, Strategy: galley.StrategyReview,
			Writer: galley.WriterSpec{Kind: galley.WriterTemplate}, CreatedAt: time.Now(),
		}, spec)
		require.NoError(b, err)
		return id
	}
	b.Run(fmt.Sprintf("create %d items", manyItems), func(b *testing.B) {
		for b.Loop() {
			create()
		}
	})
	id := create()
	held := galley.Lease{Name: "job:" + string(id), Holder: "w"}
	_, err := s.TakeLease(ctx, held.Name, held.Holder, time.Hour)
	require.NoError(b, err)
	_, err = s.TakeJob(ctx, id, held)
	require.NoError(b, err)
	claimed, err := s.Claim(ctx, id, manyItems, held)
	require.NoError(b, err)
	b.Run("save 200 drafts", func(b *testing.B) {
		for i := 0; b.Loop() && i+200 <= len(claimed); i += 200 {
			var batch []galley.Outcome
			for _, c := range claimed[i : i+200] {
				batch = append(batch, galley.Outcome{ID: c.ID, State: galley.ItemGenerated, Draft: &galley.Draft{Content: "A draft of some length.", Author: galley.AuthorModel}})
			}
			require.NoError(b, s.SaveOutcomes(ctx, id, batch, held))
		}
	})
	b.Run("counts", func(b *testing.B) {
		for b.Loop() {
			_, err := s.Job(ctx, id)
			require.NoError(b, err)
		}
	})
	for name, q := range map[string]galley.ItemQuery{
		"first window": {Limit: 200, Filter: galley.FilterAll},
		"last window":  {Limit: 200, Filter: galley.FilterAll, Offset: manyItems - 200},
		"search":       {Limit: 200, Filter: galley.FilterAll, Search: "draft of"},
	} {
		q.JobID = id
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_, err := s.Items(ctx, q)
				require.NoError(b, err)
			}
		})
	}
}

// BenchmarkSync saves a page of a sync whose products are all new, and one
// whose products all changed.
func BenchmarkSync(b *testing.B) {
	const page = 250
	clock := galleytest.NewClock()
	w := storetest.NewUnsyncedWorld(b, clock, page)
	products := galleytest.Products(page)
	for i := range products {
		products[i].DescriptionHTML = "<p>" + strings.Repeat("A lamp of oak with a shade of linen, by hand. ", 40) + "</p>"
	}
	run, _, err := w.Store.BeginSync(b.Context(), w.Shop.ID, storetest.SyncLease(b, w.Store, w.Shop.ID))
	require.NoError(b, err)
	for n := 0; b.Loop(); n++ {
		for i := range products {
			products[i].Vendor = fmt.Sprintf("Vendor %d", n)
		}
		require.NoError(b, w.Store.SavePage(b.Context(), w.Shop.ID, run, galley.ProductBatch{Products: products}))
	}
}
