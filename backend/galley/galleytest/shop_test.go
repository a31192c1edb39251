package galleytest_test

import (
	"testing"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

func TestShopConforms(t *testing.T) {
	products := galleytest.Products(1)
	galleytest.ShopClientConformance(t, galleytest.NewShop(products...),
		galley.ProductTarget(products[0].ID), galley.ImageTarget(products[0].Images[0].ID))
}
