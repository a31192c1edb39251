package productcsv_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/products/productcsv"
)

// samples holds Shopify's own sample exports, which lie beside the checkout
// where they are at hand.
const samples = "../../../shared/catalogues"

func TestReadTakesEverythingFromShopifysSamples(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(samples, "*.csv"))
	require.NoError(t, err)
	if len(paths) == 0 {
		t.Skip("no sample exports beside the checkout")
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			file, err := os.Open(path)
			require.NoError(t, err)
			defer file.Close()
			products, err := productcsv.Read(filepath.Base(path), file)
			require.NoError(t, err)
			want := countFile(t, path)
			require.Positive(t, want.products)
			require.Equal(t, want, countProducts(products))
		})
	}
}

type counts struct{ products, titles, variants, images, seo, tags int }

// countFile counts by plain column places, in ignorance of the package.
func countFile(t *testing.T, path string) counts {
	t.Helper()
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	place := make(map[string]int)
	for i, name := range records[0] {
		place[name] = i
	}
	handles := make(map[string]bool)
	var c counts
	for _, record := range records[1:] {
		handles[record[place["Handle"]]] = true
		c.titles += filled(record[place["Title"]])
		c.variants += filled(record[place["Option1 Value"]])
		c.images += filled(record[place["Image Src"]])
		c.seo += filled(record[place["SEO Title"]]) + filled(record[place["SEO Description"]])
		c.tags += filled(record[place["Tags"]])
	}
	c.products = len(handles)
	return c
}

func countProducts(products []productcsv.Product) counts {
	c := counts{products: len(products)}
	for _, p := range products {
		c.titles += filled(p.Title)
		c.variants += len(p.Variants)
		c.images += len(p.Images)
		c.seo += filled(p.SEOTitle) + filled(p.SEODescription)
		if len(p.Tags) > 0 {
			c.tags++
		}
	}
	return c
}

func filled(value string) int {
	if value == "" {
		return 0
	}
	return 1
}
