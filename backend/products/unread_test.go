package products_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

func TestSyncKeepsWhatTheShopCouldNotGive(t *testing.T) {
	products := galleytest.Products(2)
	w := storetest.NewWorldOf(t, galleytest.NewClock(), products)
	s, shop := w.Store, w.Shop
	known, err := s.Product(bg, shop.ID, products[1].ID)
	require.NoError(t, err)

	unread := products[1]
	unread.Title = "Lamp with a new name"
	unread.SEOTitle, unread.Images, unread.SKUs, unread.URL = galley.Null(), nil, nil, ""
	unread.Options, unread.Metafields, unread.PriceMin = nil, nil, ""
	unread.Unread = []galley.ProductPart{
		galley.PartSEO, galley.PartImages, galley.PartVariants, galley.PartURL, galley.PartOptions, galley.PartMetafields, galley.PartPrices,
	}
	run, _, err := s.BeginSync(bg, shop.ID, storetest.SyncLease(t, s, shop.ID))
	require.NoError(t, err)
	require.NoError(t, s.SavePage(bg, shop.ID, run, galley.ProductBatch{Products: []galley.Product{products[0], unread}, Total: 2}))

	got, err := s.Product(bg, shop.ID, products[1].ID)
	require.NoError(t, err)
	require.Equal(t, "Lamp with a new name", got.Title, "what came is kept")
	got.Title, got.ReadAt = known.Title, known.ReadAt
	require.Equal(t, known, got, "the rest is unknown, not emptied")
}
