// Package storetest opens stores for tests.
package storetest

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/store"
)

// Open opens an empty store that is closed with the test.
func Open(t testing.TB, clock galley.Clock) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), store.FileName), clock)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

// WithProducts adds a shop that holds these products, synced.
func WithProducts(t testing.TB, s *store.Store, clock galley.Clock, products []galley.Product) galley.Shop {
	t.Helper()
	ctx := context.Background()
	shop := galley.Shop{
		ID: "6a9c2f0e-0000-4000-8000-000000000001", Name: "Test shop", Kind: galley.ShopShopify,
		Domain: "test.myshopify.com", Currency: "EUR", CreatedAt: clock.Now(),
	}
	require.NoError(t, s.AddShop(ctx, shop))
	run, _, err := s.BeginSync(ctx, shop.ID)
	require.NoError(t, err)
	require.NoError(t, s.SavePage(ctx, shop.ID, run, galley.ProductBatch{Products: products, Total: len(products)}))
	_, err = s.FinishSync(ctx, shop.ID, run)
	require.NoError(t, err)
	shop, err = s.Shop(ctx, string(shop.ID))
	require.NoError(t, err)
	return shop
}

// Book books a request that took 100 tokens for an item: usd dollars for them,
// or with nil at a price that is not known.
func Book(t testing.TB, s *store.Store, item galley.ItemID, usd *float64) {
	t.Helper()
	const tokens = 100
	job, _, err := item.Split()
	require.NoError(t, err)
	ask := galley.Reserve{Charge: galley.Charge{JobID: job, ItemID: item}, Most: galley.Usage{InputTokens: tokens}}
	if usd != nil {
		ask.Price = &galley.Price{Input: *usd * 1e6 / tokens}
	}
	got, err := s.Reserve(context.Background(), ask)
	require.NoError(t, err)
	require.NoError(t, s.SettleReservation(context.Background(), got.ID, &galley.Usage{InputTokens: tokens}))
}
