package store_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

func TestProductHitsBeginWithThoseOfOneShop(t *testing.T) {
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	var shops []galley.Shop
	for _, name := range []string{"Kiln", "Loup"} {
		products := galleytest.Products(4)
		for i := range products {
			products[i].ID = strings.Replace(products[i].ID, "Product/", "Product/"+name, 1)
			for k := range products[i].Images {
				products[i].Images[k].ID += name
			}
		}
		shop := galley.Shop{ID: galley.ShopID(name), Name: name, Kind: galley.ShopShopify, Domain: name + ".myshopify.com", CreatedAt: clock.Now()}
		require.NoError(t, s.AddShop(t.Context(), shop))
		run, _, err := s.BeginSync(t.Context(), shop.ID, storetest.SyncLease(t, s, shop.ID))
		require.NoError(t, err)
		require.NoError(t, s.SavePage(t.Context(), shop.ID, run, galley.ProductBatch{Products: products}))
		shops = append(shops, shop)
	}
	hits, err := s.ProductHits(t.Context(), shops[1].ID, "lamp 000")
	require.NoError(t, err)
	require.Len(t, hits, 8)
	for i, hit := range hits {
		require.Equal(t, i < 4, hit.ShopID == shops[1].ID)
		require.Equal(t, string(hit.ShopID), hit.Shop)
	}
	none, err := s.ProductHits(t.Context(), shops[0].ID, "table")
	require.NoError(t, err)
	require.Len(t, none, 8)
	none, err = s.ProductHits(t.Context(), shops[0].ID, "nothing of the kind")
	require.NoError(t, err)
	require.Empty(t, none)
}

func TestProductHitsBeginWithTheWholeName(t *testing.T) {
	s, shop := withMany(t, 400)
	all, err := s.ProductIDs(t.Context(), galley.ProductQuery{ShopID: shop.ID})
	require.NoError(t, err)
	named, err := s.Product(t.Context(), shop.ID, all[len(all)/2])
	require.NoError(t, err)
	others := galleytest.Products(400)
	for i := range others {
		others[i].Title = named.Title + " " + others[i].Handle
		if others[i].ID == named.ID {
			others[i].Title = named.Title
		}
	}
	run, _, err := s.BeginSync(t.Context(), shop.ID, storetest.SyncLease(t, s, shop.ID))
	require.NoError(t, err)
	require.NoError(t, s.SavePage(t.Context(), shop.ID, run, galley.ProductBatch{Products: others}))
	for _, of := range []galley.ShopID{shop.ID, "another"} {
		hits, err := s.ProductHits(t.Context(), of, " "+strings.ToUpper(named.Title)+" ")
		require.NoError(t, err)
		require.Len(t, hits, galley.MaxProductHits)
		require.Equal(t, named.ID, hits[0].ID)
		for _, hit := range hits[1:] {
			require.NotEqual(t, named.ID, hit.ID)
		}
	}
}

// BenchmarkProductHits searches from a shop that has nothing of the kind.
func BenchmarkProductHits(b *testing.B) {
	s, shop := withMany(b, manyProducts)
	for name, of := range map[string]galley.ShopID{"own shop": shop.ID, "another shop": "other"} {
		for _, text := range []string{"la", "lamp 0077", "0077"} {
			b.Run(name+", "+text, func(b *testing.B) {
				for b.Loop() {
					_, err := s.ProductHits(context.Background(), of, text)
					require.NoError(b, err)
				}
			})
		}
	}
}
