package galleytest_test

import (
	"testing"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

func TestShopConforms(t *testing.T) {
	products := galleytest.Products(1)
	target := galley.Target{ProductID: products[0].ID, ImageID: products[0].Images[0].ID}
	galleytest.ShopClientConformance(t, galleytest.NewShop(products...), target)
}
