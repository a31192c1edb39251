package invent_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo/invent"
	"galley/backend/products/productcsv"
)

func TestProductsAreTheSameEachTime(t *testing.T) {
	short, long := slices.Collect(invent.Products(50)), slices.Collect(invent.Products(200))
	require.Len(t, long, 200)
	require.Equal(t, short, long[:50])
}

func TestProductsAreAsUnevenAsAShop(t *testing.T) {
	handles := make(map[string]bool)
	var noBody, noSEO, noAlt, draft, sale, images, variants int
	const count = 2000
	for p := range invent.Products(count) {
		require.NotEmpty(t, p.Title)
		require.NotEmpty(t, p.Images)
		require.False(t, handles[p.Handle], p.Handle)
		handles[p.Handle] = true
		noBody += one(p.BodyHTML == "")
		noSEO += one(p.SEOTitle == "")
		draft += one(p.Status == "draft")
		sale += one(slices.ContainsFunc(p.Variants, func(v productcsv.Variant) bool { return v.CompareAtPrice != "" }))
		variants += len(p.Variants)
		for _, image := range p.Images {
			images++
			noAlt += one(image.Alt == "")
		}
	}
	require.InDelta(t, count*14/100, noBody, count/20)
	require.InDelta(t, count*65/100, noSEO, count/20)
	require.InDelta(t, images/2, noAlt, float64(images)/20)
	require.Positive(t, draft)
	require.Positive(t, sale)
	require.Greater(t, variants, count)
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}
