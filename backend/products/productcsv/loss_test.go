package productcsv_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
	"galley/backend/products/productcsv"
)

// damages are what happens to one row of a file.
var damages = map[string]func(cells []string, at int) []string{
	"a mark in front":    func(cells []string, at int) []string { cells[at] = `"` + cells[at]; return cells },
	"a mark inside":      func(cells []string, at int) []string { cells[at] += ` 3" wide`; return cells },
	"a word in marks":    func(cells []string, at int) []string { cells[at] = `"Retro" ` + cells[at]; return cells },
	"one cell more":      func(cells []string, at int) []string { return slices.Insert(cells, at, "more") },
	"a cell behind":      func(cells []string, _ int) []string { return append(cells, "behind") },
	"no handle":          func(cells []string, _ int) []string { cells[0] = ""; return cells },
	"a word for numbers": func(cells []string, _ int) []string { cells[4] = "on request"; return cells },
	"zeros":              func(cells []string, at int) []string { cells[at] += "\x00"; return cells },
	"two lines":          func(cells []string, at int) []string { cells[at] = "\"one\ntwo \"three\" four\""; return cells },
	"open over lines":    func(cells []string, at int) []string { cells[at] = "\"one\ntwo"; return cells },
}

// A row that is damaged costs its own product at most, and the report says so.
func TestNoProductIsLostSilently(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		separator := rapid.SampledFrom([]string{",", ";", "\t", "|"}).Draw(t, "separator")
		damage := rapid.SampledFrom(slices.Sorted(keys(damages))).Draw(t, "damage")
		count := rapid.IntRange(2, 8).Draw(t, "products")
		hit, at := rapid.IntRange(0, count-1).Draw(t, "hit"), rapid.IntRange(1, 3).Draw(t, "cell")
		lines := []string{strings.Join([]string{"Handle", "Title", "Body (HTML)", "Vendor", "Variant Price", "Status"}, separator)}
		line, first := 2, 0
		for i := range count {
			cells := []string{fmt.Sprintf("item-%d", i), fmt.Sprintf("Item %d", i), "<p>Text</p>", "Hale", "12.50", "active"}
			if i == hit {
				cells, first = damages[damage](cells, at), line
			}
			row := strings.Join(cells, separator)
			line += 1 + strings.Count(row, "\n")
			lines = append(lines, row)
		}
		text := strings.Join(lines, "\n") + "\n"
		file, err := productcsv.Open("shop.csv", strings.NewReader(text), productcsv.Options{})
		require.NoError(t, err, text)
		products, err := file.Products()
		require.NoError(t, err)
		for i := range count {
			title := fmt.Sprintf("Item %d", i)
			at := slices.IndexFunc(products, func(p productcsv.Product) bool { return p.Handle == fmt.Sprintf("item-%d", i) })
			if i != hit {
				require.GreaterOrEqual(t, at, 0, "%s\n%+v", text, file.Found().LeftOut)
				require.Equal(t, title, products[at].Title, text)
				require.Equal(t, "12.50", products[at].Variants[0].Price, text)
				continue
			}
			if at < 0 {
				require.True(t, reports(file.Found().LeftOut, first), "%s\n%+v", text, file.Found().LeftOut)
			}
		}
		require.LessOrEqual(t, len(products), count, text)
	})
}

// reports is true of a report that left something out on a line.
func reports(r galley.FileReport, line int) bool {
	return slices.ContainsFunc(r.Entries, func(e galley.FileFinding) bool {
		return e.Kind != galley.FindingRight && e.Line == line
	})
}

func keys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}
