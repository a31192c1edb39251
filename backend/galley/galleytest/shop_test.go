package galleytest_test

import (
	"testing"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

func TestShopConforms(t *testing.T) {
	products := galleytest.Products(1)
	shop := galleytest.NewShop(products...)
	collections := galleytest.Collections(products)
	shop.PutCollections(collections...)
	galleytest.ShopClientConformance(t, shop, galley.ProductTarget(products[0].ID),
		galley.ImageTarget(products[0].Images[0].ID), galley.CollectionTarget(collections[0].ID))
}

func TestListingShopConforms(t *testing.T) {
	clock := galleytest.NewClock()
	products := galleytest.Products(25)
	shop := galleytest.NewListingShop(galleytest.NewShop(products...), clock)
	shop.PutCollections(galleytest.Collections(products)...)
	galleytest.ShopListerConformance(t, shop)
}
