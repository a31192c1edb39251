package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

// BenchmarkWordsThatWait searches among 20,000 products whose words are not in the index yet, and again once they are.
func BenchmarkWordsThatWait(b *testing.B) {
	w := storetest.NewUnsyncedWorld(b, galleytest.NewClock(), 1)
	savePages(b, w.Store, w.Shop, soldProducts(20_000), 2_000)
	query := galley.ProductQuery{ShopID: w.Shop.ID, Search: "lamp", Limit: 100}
	read := func(name string, f func() error) {
		b.Run(name, func(b *testing.B) {
			begun := cpuTime(b)
			for b.Loop() {
				require.NoError(b, f())
			}
			b.ReportMetric(float64((cpuTime(b)-begun).Microseconds())/1000/float64(b.N), "ms-cpu/op")
		})
	}
	search := func() error { _, err := w.Store.Products(b.Context(), query); return err }
	facets := func() error { _, err := w.Store.ProductFacets(b.Context(), query); return err }
	read("search, waiting", search)
	read("facets, waiting", facets)
	for more := true; more; {
		var err error
		more, err = w.Store.IndexWords(b.Context())
		require.NoError(b, err)
	}
	read("search, indexed", search)
	read("facets, indexed", facets)
}
