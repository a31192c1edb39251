package demo

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo/bulk"
)

// listOfAll is what a sync reads of each product.
const listOfAll = `{ products { edges { node { id handle title descriptionHtml vendor productType status tags updatedAt onlineStoreUrl
  category { fullName } seo { title description } options { name values }
  priceRangeV2 { minVariantPrice { amount currencyCode } maxVariantPrice { amount } }
  variants { edges { node { __typename id sku title inventoryItem { measurement { weight { unit value } } } } } }
  media { edges { node { __typename id alt ... on MediaImage { image { url width height } } } } }
  metafields { edges { node { __typename id namespace key type value } } } } } } }`

// BenchmarkBulkList runs a bulk operation over 100,000 products, and fetches its
// file.
func BenchmarkBulkList(b *testing.B) {
	ctx := context.Background()
	const asFastAsCanBe = 1e12
	shop, err := Open(ctx, Options{BulkPace: asFastAsCanBe, Seed: Seed{Products: 100_000}})
	require.NoError(b, err)
	defer shop.Close()
	for b.Loop() {
		op, _, err := shop.bulk.Start(ctx, bulk.Operation{Query: listOfAll, Scopes: shop.options.Scopes, Base: "http://demo"})
		require.NoError(b, err)
		for !op.Status.Ended() {
			time.Sleep(time.Millisecond)
			op, err = shop.bulk.Get(ctx, op.ID)
			require.NoError(b, err)
		}
		require.EqualValues(b, 100_000, op.Roots)
		request := httptest.NewRequest(http.MethodGet, bulkFolderPath+op.File, http.NoBody)
		fetched := &sink{header: http.Header{}}
		shop.Handler().ServeHTTP(fetched, request)
		require.Equal(b, op.Size, fetched.size)
		b.ReportMetric(float64(op.Size)/1e6, "MB")
		b.ReportMetric(float64(op.Objects), "lines")
	}
}

// sink counts what is written to it.
type sink struct {
	header http.Header
	size   int64
}

func (s *sink) Header() http.Header { return s.header }
func (*sink) WriteHeader(int)       {}

func (s *sink) Write(p []byte) (int, error) {
	n, err := io.Discard.Write(p)
	s.size += int64(n)
	return n, err
}
