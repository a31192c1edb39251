// Package catalogue_test keeps the sample catalogue beside it valid, and as
// varied as its README says.
package catalogue_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"galley/backend/products/productcsv"
)

// Shopify's limits for a product's title and an image's alt text, in characters.
const (
	titleLimit = 255
	altLimit   = 512
)

func readCatalogue(t *testing.T) []productcsv.Product {
	t.Helper()
	var all []productcsv.Product
	for _, path := range catalogueFiles(t) {
		products, err := readFile(path)
		require.NoError(t, err)
		all = append(all, products...)
	}
	return all
}

func readFile(path string) ([]productcsv.Product, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return productcsv.Read(path, file)
}

func catalogueFiles(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob("*.csv")
	require.NoError(t, err)
	require.Len(t, paths, 5, "one file a category")
	return paths
}

// readRecords reads a file by column name and knows nothing of productcsv.
func readRecords(t *testing.T, path string) []map[string]string {
	t.Helper()
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	require.True(t, utf8.Valid(text))
	require.NotContains(t, string(text), "\r")
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	records := make([]map[string]string, 0, len(rows)-1)
	for _, row := range rows[1:] {
		record := make(map[string]string, len(row))
		for i, value := range row {
			record[rows[0][i]] = value
		}
		records = append(records, record)
	}
	return records
}

func TestRowsOfAHandleLieTogetherInOneFile(t *testing.T) {
	seen := make(map[string]string)
	for _, path := range catalogueFiles(t) {
		last := ""
		for _, record := range readRecords(t, path) {
			handle := record["Handle"]
			if handle == last {
				require.Empty(t, record["Title"], "only the first row of %s has texts", handle)
				continue
			}
			require.Empty(t, seen[handle], "%s in %s is there already", handle, path)
			require.NotEmpty(t, record["Title"], handle)
			seen[handle], last = path, handle
		}
	}
}

func TestReaderReadsEveryValue(t *testing.T) {
	for _, path := range catalogueFiles(t) {
		t.Run(path, func(t *testing.T) {
			var want, got [4]int
			for _, record := range readRecords(t, path) {
				for i, column := range []string{"Title", "Variant Price", "Image Src", "Image Alt Text"} {
					if record[column] != "" {
						want[i]++
					}
				}
			}
			products, err := readFile(path)
			require.NoError(t, err)
			for _, p := range products {
				got[0]++
				got[1] += len(p.Variants)
				got[2] += len(p.Images)
				got[3] += len(p.Images) - count(p.Images, hasNoAlt)
			}
			require.Equal(t, want, got, "products, variants, images, alt texts")
		})
	}
}

func TestVariantsAreComplete(t *testing.T) {
	skus := make(map[string]string)
	for _, p := range readCatalogue(t) {
		require.NotEmpty(t, p.Variants, p.Handle)
		for _, option := range p.Options {
			require.NotEmpty(t, option.Name, p.Handle)
		}
		combinations := make(map[string]bool)
		for _, v := range p.Variants {
			require.Empty(t, skus[v.SKU], "%s of %s", v.SKU, p.Handle)
			skus[v.SKU] = p.Handle
			require.NotContains(t, v.Options, "", p.Handle)
			combination := fmt.Sprintf("%q", v.Options)
			require.False(t, combinations[combination], "%s %s", p.Handle, combination)
			combinations[combination] = true
			_, err := strconv.ParseFloat(v.Price, 64)
			require.NoError(t, err, p.Handle)
		}
	}
}

func TestImagesAreNumberedFromOne(t *testing.T) {
	for _, p := range readCatalogue(t) {
		sources := []string{""}
		for i, image := range p.Images {
			require.Equal(t, i+1, image.Position, p.Handle)
			require.Equal(t, fmt.Sprintf("demo://%s/%d", p.Handle, i+1), image.Src)
			sources = append(sources, image.Src)
		}
		for _, v := range p.Variants {
			require.Contains(t, sources, v.Image, "the picture of %s", v.SKU)
		}
	}
}

func TestTextsKeepWithinTheShopsLimits(t *testing.T) {
	for _, p := range readCatalogue(t) {
		require.LessOrEqual(t, utf8.RuneCountInString(p.Title), titleLimit, p.Handle)
		require.Contains(t, []string{"active", "draft", "archived"}, p.Status, p.Handle)
		for _, image := range p.Images {
			require.LessOrEqual(t, utf8.RuneCountInString(image.Alt), altLimit, image.Src)
		}
	}
}
