package store_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// BenchmarkSubjectsAmongAMillionDrafts reads the products of pages of a job, with all that claims are
// compared with, on a home of a million drafts.
func BenchmarkSubjectsAmongAMillionDrafts(b *testing.B) {
	s, shop := withAMillionDrafts(b)
	ctx := context.Background()
	products, err := s.Products(ctx, galley.ProductQuery{ShopID: shop.ID, Limit: 200})
	require.NoError(b, err)
	for _, n := range []int{1, 50, 200} {
		places := make([]galley.Listed, n)
		for i := range places {
			places[i] = galley.Listed{Target: galley.ProductTarget(products.Products[i].ID)}
		}
		b.Run(fmt.Sprintf("%d products", n), func(b *testing.B) {
			for b.Loop() {
				found, err := s.Subjects(ctx, shop.ID, places)
				require.NoError(b, err)
				require.Len(b, found, n)
			}
		})
	}
}
