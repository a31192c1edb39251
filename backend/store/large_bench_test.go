package store_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

// The largest home that Galley promises to be fluent with: a million items in 200 jobs, one of them with 100,000, and
// 100,000 products in 30 shops, one of them with 42,000. A tenth of it has the same jobs and shops, each ten times smaller.
const (
	largeJobs     = 200
	largeItems    = 1_000_000
	largestJob    = 100_000
	largeShops    = 30
	largeProducts = 100_000
	largestShop   = 42_000
)

// large opens a home of that size, divided by parts. It is built once for a schema, which takes a minute or two, and kept
// in the folder for temporary files. Benchmarks leave it as it was.
func large(b *testing.B, parts int) (*store.Store, galley.Shop, galley.JobID) {
	b.Helper()
	s, err := store.Open(context.Background(), largeFile(b, parts), galleytest.NewClock())
	require.NoError(b, err)
	b.Cleanup(func() { require.NoError(b, s.Close()) })
	shop, err := s.Shop(context.Background(), "Shop 0")
	require.NoError(b, err)
	return s, shop, "1"
}

func largeFile(b *testing.B, parts int) string {
	b.Helper()
	schema, err := os.ReadFile("schema.sql")
	require.NoError(b, err)
	folder := filepath.Join(os.TempDir(), ".cache", "galley-large")
	path := filepath.Join(folder, fmt.Sprintf("%x-%d.db", sha256.Sum256(schema), parts))
	if _, err := os.Stat(path); err != nil {
		require.NoError(b, os.MkdirAll(folder, 0o700))
		buildLarge(b, path+".part", parts)
		require.NoError(b, os.Rename(path+".part", path))
	}
	return path
}

// BenchmarkLarge reads what people wait for, on a home of a million items and on one of a tenth of it.
func BenchmarkLarge(b *testing.B) {
	for _, parts := range []int{1, 10} {
		b.Run(fmt.Sprintf("a million by %d", parts), func(b *testing.B) { readLarge(b, parts) })
	}
}

func readLarge(b *testing.B, parts int) {
	b.Helper()
	s, shop, job := large(b, parts)
	ctx := context.Background()
	read := func(name string, f func() error) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			require.NoError(b, f()) // the first reads from the disk
			begun := cpuTime(b)
			for b.Loop() {
				require.NoError(b, f())
			}
			b.ReportMetric(float64((cpuTime(b)-begun).Microseconds())/1000/float64(b.N), "ms-cpu/op")
		})
	}
	items := func(name string, q galley.ItemQuery) {
		q.JobID, q.Limit = job, 100
		if q.Filter == "" {
			q.Filter = galley.FilterAll
		}
		read(name, func() error { _, err := s.Items(ctx, q); return err })
	}
	products := func(name string, q galley.ProductQuery) {
		q.ShopID, q.Limit = shop.ID, 100
		read(name, func() error { _, err := s.Products(ctx, q); return err })
	}
	read("jobs of all shops", func() error { _, err := s.Jobs(ctx, ""); return err })
	read("jobs of a shop", func() error { _, err := s.Jobs(ctx, shop.ID); return err })
	read("a job", func() error { _, err := s.Job(ctx, job); return err })
	row90k := largestJob / parts * 9 / 10
	items("first page", galley.ItemQuery{})
	items("row 90,000", galley.ItemQuery{Offset: row90k})
	for _, filter := range []galley.ItemFilter{galley.FilterToReview, galley.FilterWarned, galley.FilterFailed, galley.FilterUnpublished, galley.FilterPublished} {
		items("filter "+string(filter), galley.ItemQuery{Filter: filter})
	}
	items("to review, row 50,000", galley.ItemQuery{Filter: galley.FilterToReview, Offset: row90k * 5 / 9})
	items("to review, below 80", galley.ItemQuery{Filter: galley.FilterToReview, Tab: galley.ReviewLow})
	for _, order := range galley.ItemOrders() {
		if order != galley.OrderJob {
			items(fmt.Sprintf("by %s", order), galley.ItemQuery{Order: order})
			items(fmt.Sprintf("by %s, row 90,000", order), galley.ItemQuery{Order: order, Offset: row90k})
			items(fmt.Sprintf("to review by %s, row 50,000", order), galley.ItemQuery{Filter: galley.FilterToReview, Order: order, Offset: row90k * 5 / 9})
		}
	}
	items("search, frequent", galley.ItemQuery{Search: "oak"})
	items("search, frequent, to review", galley.ItemQuery{Search: "oak", Filter: galley.FilterToReview, Order: galley.OrderReview})
	items("search, frequent, to review by position", galley.ItemQuery{Search: "oak", Filter: galley.FilterToReview})
	items("search, rare", galley.ItemQuery{Search: "lamp 00777"})
	items("search, none", galley.ItemQuery{Search: "zirconium"})
	for _, words := range []string{"oak", "oak linen", "oak zirconium"} {
		read("search in the newest job, "+words, func() error {
			_, err := s.Items(ctx, galley.ItemQuery{JobID: "200", Filter: galley.FilterAll, Search: words, Limit: 100})
			return err
		})
	}
	read("inbox", func() error { _, err := s.Inbox(ctx, galley.InboxQuery{}); return err })
	for _, words := range []string{"lamp 00777", "oak", "oak linen", "oakfold", "zirconium"} {
		read("inbox, search "+words, func() error { _, err := s.Inbox(ctx, galley.InboxQuery{Search: words}); return err })
	}
	read("a shop", func() error { _, err := s.Shop(ctx, shop.Name); return err })
	read("overview of shops", func() error { _, err := s.ShopOverviews(ctx); return err })
	products("products", galley.ProductQuery{})
	products("products, row 40,000", galley.ProductQuery{Offset: 40_000 / parts})
	products("products by words, row 40,000", galley.ProductQuery{Sort: galley.SortDescription, Offset: 40_000 / parts})
	products("products, search", galley.ProductQuery{Search: "lamp 00"})
	products("products of a tag", galley.ProductQuery{Filter: galley.ProductFilter{Tag: galley.Choice{"oak"}, Without: galley.Choice{"seo_title"}}})
	read("facets", func() error { _, err := s.ProductFacets(ctx, galley.ProductQuery{ShopID: shop.ID}); return err })
	read("count all to review", func() error {
		_, err := s.CountSelected(ctx, galley.ItemSelection{JobID: job, Filter: galley.FilterToReview, Action: galley.ActDecide})
		return err
	})
}

// BenchmarkLargeDecide approves everything to review in the largest job, and puts it back without being timed. Another
// process writes meanwhile, time and again, and the longest that it waited is said.
func BenchmarkLargeDecide(b *testing.B) {
	for _, parts := range []int{1, 10} {
		b.Run(fmt.Sprintf("a million by %d", parts), func(b *testing.B) {
			s, _, job := large(b, parts)
			file, err := sql.Open("sqlite3", "file:"+largeFile(b, parts)+"?_foreign_keys=on")
			require.NoError(b, err)
			defer func() { require.NoError(b, file.Close()) }()
			waits := waitsOfAnother(b, largeFile(b, parts))
			var used time.Duration
			for b.Loop() {
				begun := cpuTime(b)
				page, err := s.Items(b.Context(), galley.ItemQuery{JobID: job, Filter: galley.FilterToReview, Limit: 100})
				require.NoError(b, err)
				done, err := s.DecideSelected(b.Context(), galley.ItemSelection{JobID: job, Filter: galley.FilterToReview, AsOf: page.AsOf}, galley.DecisionApproved)
				require.NoError(b, err)
				b.StopTimer()
				used += cpuTime(b) - begun
				require.Equal(b, page.Total, done.Count)
				_, err = file.Exec("UPDATE items SET decision = 'open' WHERE row_id IN (SELECT item_row FROM step_drafts WHERE step_id = ?)", done.Steps[0])
				require.NoError(b, err)
				_, err = file.Exec("DELETE FROM steps WHERE id = ?", done.Steps[0])
				require.NoError(b, err)
				b.StartTimer()
			}
			b.ReportMetric(float64(used.Microseconds())/1000/float64(b.N), "ms-cpu/op")
			b.ReportMetric(milliseconds(waits()), "ms-another-waited")
		})
	}
}

// waitsOfAnother writes through a store of its own, as another process does, until it is asked for the longest that a write took.
func waitsOfAnother(b *testing.B, path string) (longest func() time.Duration) {
	b.Helper()
	another, err := store.Open(b.Context(), path, galleytest.NewClock())
	require.NoError(b, err)
	stop, stopped := make(chan struct{}), make(chan time.Duration)
	go func() {
		var most time.Duration
		for {
			select {
			case <-stop:
				stopped <- most
				return
			case <-time.After(20 * time.Millisecond):
			}
			begun := time.Now()
			if err := another.NoteDecision(b.Context(), "Another"); err != nil {
				b.Error(err)
			}
			most = max(most, time.Since(begun))
		}
	}()
	return func() time.Duration {
		close(stop)
		most := <-stopped
		require.NoError(b, another.Close())
		return most
	}
}

// BenchmarkLargeOpen opens the largest home and reads its first page.
func BenchmarkLargeOpen(b *testing.B) {
	path := largeFile(b, 1)
	for b.Loop() {
		opened, err := store.Open(b.Context(), path, galleytest.NewClock())
		require.NoError(b, err)
		_, err = opened.ShopOverviews(b.Context())
		require.NoError(b, err)
		_, err = opened.Jobs(b.Context(), "")
		require.NoError(b, err)
		require.NoError(b, opened.Close())
	}
}
