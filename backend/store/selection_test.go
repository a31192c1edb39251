package store_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

// sharedPicture is three products with two images each; the first image of the
// first is also the second of the third.
func sharedPicture() []galley.Product {
	products := galleytest.Products(3)
	shared := products[0].Images[0]
	shared.Position = 2
	products[2].Images[1] = shared
	return products
}

func TestSharedImageIsOneItem(t *testing.T) {
	bg := context.Background()
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	products := sharedPicture()
	shop := storetest.WithProducts(t, s, clock, products)
	for name, test := range map[string]struct {
		selection galley.Selection
		want      int
	}{
		"all":                          {galley.Selection{All: true}, 5},
		"both products":                {galley.Selection{ProductIDs: []string{products[0].ID, products[2].ID}}, 3},
		"one of them":                  {galley.Selection{ProductIDs: []string{products[2].ID}}, 2},
		"all but the first":            {galley.Selection{All: true, Except: []string{products[0].ID}}, 4},
		"a product with its own alone": {galley.Selection{ProductIDs: []string{products[1].ID}}, 2},
	} {
		t.Run(name, func(t *testing.T) {
			spec := galley.JobSpec{ShopID: shop.ID, Field: galley.FieldAltText, Selection: test.selection}
			extent, err := s.Extent(bg, spec)
			require.NoError(t, err)
			require.Equal(t, test.want, extent.Items)
			sample, err := s.Candidates(bg, spec, 100)
			require.NoError(t, err)
			require.Len(t, sample, test.want)
			items := makeJob(t, s, spec)
			require.Len(t, items, test.want)
			seen := map[string]bool{}
			for _, it := range items {
				require.False(t, seen[it.Image.ID], "one image, one item")
				seen[it.Image.ID] = true
				want := 1
				if it.Image.ID == products[0].Images[0].ID {
					want = 2
				}
				require.Len(t, it.Products, want)
				require.Equal(t, it.Product, it.Products[0])
			}
		})
	}
}

func TestSharedImageWithoutAltTextCountsOnce(t *testing.T) {
	bg := context.Background()
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	products := sharedPicture()
	for i := range products {
		for j := range products[i].Images {
			products[i].Images[j].Alt = galley.Null()
		}
	}
	shop := storetest.WithProducts(t, s, clock, products)
	extent, err := s.Extent(bg, galley.JobSpec{ShopID: shop.ID, Field: galley.FieldAltText, Selection: galley.Selection{All: true}, OnlyEmpty: true})
	require.NoError(t, err)
	require.Equal(t, galley.Extent{Named: 3, Items: 5}, extent)
}

func TestSharedImageNamesOtherProducts(t *testing.T) {
	bg := context.Background()
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	products := sharedPicture()
	shop := storetest.WithProducts(t, s, clock, products)
	first, err := s.Product(bg, shop.ID, products[0].ID)
	require.NoError(t, err)
	require.Equal(t, []galley.ProductRef{{ID: products[2].ID, Handle: products[2].Handle, Title: products[2].Title}}, first.Images[0].AlsoOf)
	require.Empty(t, first.Images[1].AlsoOf)
}

func makeJob(t *testing.T, s interface {
	CreateJob(ctx context.Context, job galley.Job, spec galley.JobSpec) (galley.JobID, error)
	Items(ctx context.Context, q galley.ItemQuery) (galley.ItemPage, error)
}, spec galley.JobSpec) []galley.Item {
	t.Helper()
	id, err := s.CreateJob(context.Background(), galley.Job{
		ShopID: spec.ShopID, Type: galley.TypeFor(spec.Field), Field: spec.Field, Strategy: galley.StrategyReview,
		Writer: galley.WriterSpec{Kind: galley.WriterTemplate},
	}, spec)
	require.NoError(t, err)
	page, err := s.Items(context.Background(), galley.ItemQuery{JobID: id, Filter: galley.FilterAll, Limit: 1000})
	require.NoError(t, err)
	return page.Items
}
