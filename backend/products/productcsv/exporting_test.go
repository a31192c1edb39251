package productcsv_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/products/productcsv"
)

func exported(t require.TestingT, file string, limit int, edits map[string]productcsv.Edit) []productcsv.Part {
	opened, err := productcsv.Open("range.csv", strings.NewReader(file), productcsv.Options{})
	require.NoError(t, err)
	parts, err := opened.Export(edits, limit)
	require.NoError(t, err)
	return parts
}

func only(t *testing.T, file string, edits map[string]productcsv.Edit) string {
	t.Helper()
	parts := exported(t, file, productcsv.MaxImport, edits)
	require.Len(t, parts, 1)
	require.Equal(t, len(edits), parts[0].Products)
	return string(parts[0].Content)
}

func TestExportGivesEverythingElseBackAsItWas(t *testing.T) {
	alt := map[string]productcsv.Edit{"lamp": {Alts: map[int]string{1: "Side view."}}}
	body := map[string]productcsv.Edit{"lamp": {Body: new("<p>New.</p>")}}
	for name, test := range map[string]struct {
		file  string
		edits map[string]productcsv.Edit
		want  string
	}{
		"a gap in the positions, where a video is": {
			"Handle,Title,Image Src,Image Position,Image Alt Text\nlamp,Lamp,a.png,1,Front.\nlamp,,b.png,3,\nlamp,,c.png,4,Top.\n", alt,
			"Handle,Title,Image Src,Image Position,Image Alt Text\nlamp,Lamp,a.png,1,Front.\nlamp,,b.png,3,Side view.\nlamp,,c.png,4,Top.\n",
		},
		"positions in another order than the rows": {
			"Handle,Title,Image Src,Image Position,Image Alt Text\nlamp,Lamp,a.png,2,Front.\nlamp,,b.png,1,\n", alt,
			"Handle,Title,Image Src,Image Position,Image Alt Text\nlamp,Lamp,a.png,2,Front.\nlamp,,b.png,1,Side view.\n",
		},
		"no positions, and none in the file": {
			"Handle,Title,Image Src,Image Position,Image Alt Text\nlamp,Lamp,a.png,,\nlamp,,b.png,,\n", alt,
			"Handle,Title,Image Src,Image Position,Image Alt Text\nlamp,Lamp,a.png,,\nlamp,,b.png,,Side view.\n",
		},
		"no column of positions": {
			"Handle,Title,Image Src,Image Alt Text\nlamp,Lamp,a.png,\nlamp,,b.png,\n", alt,
			"Handle,Title,Image Src,Image Alt Text\nlamp,Lamp,a.png,\nlamp,,b.png,Side view.\n",
		},
		"cells that a spreadsheet would run are as they were; new ones are guarded": {
			"Handle,Title,SEO Title\n-lamp,'=1+1,-10 %\n", map[string]productcsv.Edit{"-lamp": {SEOTitle: new("=new")}},
			"Handle,Title,SEO Title\n-lamp,'=1+1,'=new\n",
		},
		"rows of variants are left out, and texts on a later row are not lost": {
			"Handle,Title,Body (HTML),Variant Price\nlamp,,,9\nlamp,Lamp,<p>Old.</p>,10\nlamp,,,11\n", body,
			"Handle,Title,Body (HTML)\nlamp,,\nlamp,Lamp,<p>New.</p>\n",
		},
		"a program that repeats texts on every row": {
			"Handle,Title,Body (HTML),Image Src,Image Alt Text\nlamp,Lamp,<p>Old.</p>,a.png,\nlamp,Lamp,<p>Old.</p>,b.png,\n",
			map[string]productcsv.Edit{"lamp": {Body: new("<p>New.</p>"), Alts: map[int]string{0: "Front."}}},
			"Handle,Title,Body (HTML),Image Src,Image Alt Text\nlamp,Lamp,<p>New.</p>,a.png,Front.\nlamp,Lamp,<p>New.</p>,b.png,\n",
		},
		"an empty text": {
			"Handle,Title,SEO Title\nlamp,Lamp,Old\n", map[string]productcsv.Edit{"lamp": {SEOTitle: new("")}},
			"Handle,Title,SEO Title\nlamp,Lamp,\n",
		},
		"products without an edit are left out, and the order is that of the file": {
			"Handle,Title\nc,C\nb,B\na,A\n", map[string]productcsv.Edit{"a": {Title: new("A2")}, "c": {Title: new("C2")}},
			"Handle,Title\nc,C2\na,A2\n",
		},
		"names of the newer template": {
			"Title,URL handle,Description,Product image URL,Image position,Image alt text\nLamp,lamp,<p>Old.</p>,a.png,7,\n", body,
			"Handle,Title,Body (HTML)\nlamp,Lamp,<p>New.</p>\n",
		},
		"texts beside the changed one, line ends and quotation marks": {
			"Handle,Title,Body (HTML),SEO Title\nlamp,\"Lamp, \"\"Oak\"\"\",\"<p>a</p>\n<p>b</p>\",\" Old \"\nmug,Mug,<p>Mug.</p>,Mug\n",
			map[string]productcsv.Edit{"lamp": {Body: new("<p>New.</p>")}, "mug": {SEOTitle: new("New")}},
			"Handle,Title,Body (HTML),SEO Title\nlamp,\"Lamp, \"\"Oak\"\"\",<p>New.</p>,\" Old \"\nmug,Mug,<p>Mug.</p>,New\n",
		},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, test.want, only(t, test.file, test.edits)) })
	}
}

func TestExportLacksColumnsThatTheFileLacks(t *testing.T) {
	edits := map[string]productcsv.Edit{"lamp": {Title: new("New"), SEOTitle: new("New"), Alts: map[int]string{0: "New"}}}
	require.Equal(t, "Handle,Title\nlamp,New\n", only(t, "Handle,Title,Vendor\nlamp,Lamp,Kiln\n", edits))
}

func TestExportWithoutEditsIsAHeader(t *testing.T) {
	parts := exported(t, "Handle,Title,SEO Title\nlamp,Lamp,\n", productcsv.MaxImport, nil)
	require.Equal(t, []productcsv.Part{{Content: []byte("Handle,Title\n")}}, parts)
}

func TestExportIsSplitBetweenProducts(t *testing.T) {
	var file strings.Builder
	file.WriteString("Handle,Title,Image Src,Image Alt Text\n")
	edits := map[string]productcsv.Edit{}
	for i := range 40 {
		fmt.Fprintf(&file, "p%d,P,a.png,\np%d,,b.png,\n", i, i)
		edits[fmt.Sprintf("p%d", i)] = productcsv.Edit{Alts: map[int]string{0: strings.Repeat("x", 30*i)}}
	}
	const limit = 3000
	parts := exported(t, file.String(), limit, edits)
	require.Greater(t, len(parts), 3)
	seen := map[string]int{}
	var all []string
	for i, part := range parts {
		require.LessOrEqual(t, len(part.Content), limit)
		products, err := productcsv.Read("part.csv", bytes.NewReader(part.Content))
		require.NoError(t, err)
		require.Len(t, products, part.Products)
		for _, p := range products {
			seen[p.Handle] = i
			all = append(all, p.Handle)
			require.Len(t, p.Images, 2, "all pictures are in the same part")
		}
	}
	require.Len(t, seen, 40)
	require.Len(t, all, 40, "no product is in two parts")
}

func TestProductThatIsTooLargeIsAlone(t *testing.T) {
	edits := map[string]productcsv.Edit{"a": {Title: new("A2")}, "b": {Title: new(strings.Repeat("b", 200))}, "c": {Title: new("C2")}}
	parts := exported(t, "Handle,Title\na,A\nb,B\nc,C\n", 100, edits)
	require.Len(t, parts, 3)
	for _, part := range parts {
		require.Equal(t, 1, part.Products)
	}
}

// Every cell of an export is the cell of the file, but for what was changed;
// products and rows are in the file's order.
func TestExportedCellsAreThoseOfTheFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		file, edits := drawFile(t)
		parts := exported(t, file, rapid.IntRange(1, 4000).Draw(t, "limit"), edits)
		source, err := csv.NewReader(strings.NewReader(file)).ReadAll()
		require.NoError(t, err)
		rest := source[1:]
		for _, part := range parts {
			rows, err := csv.NewReader(bytes.NewReader(part.Content)).ReadAll()
			require.NoError(t, err)
			for _, row := range rows[1:] {
				var from []string
				from, rest = nextRow(t, rest, source[0], rows[0], row)
				for c, name := range rows[0] {
					was, is := from[place(source[0], name)], row[c]
					if was != is {
						require.True(t, changes(edits[row[0]], name), "%s of %s: %q is %q", name, row[0], was, is)
					}
				}
			}
		}
		require.Equal(t, len(edits), countParts(parts))
	})
}

func countParts(parts []productcsv.Part) (n int) {
	for _, part := range parts {
		n += part.Products
	}
	return n
}

// nextRow finds the next row of the file that an exported one is of: the same
// handle and picture. What is before it was left out.
func nextRow(t *rapid.T, rest [][]string, header, names, row []string) (from []string, after [][]string) {
	for i, candidate := range rest {
		if candidate[0] != row[0] {
			continue
		}
		if src := place(names, "Image Src"); src >= 0 && candidate[place(header, "Image Src")] != row[src] {
			continue
		}
		return candidate, rest[i+1:]
	}
	require.Fail(t, "a row of the export is in no row of the file, or in another order", "%q", row)
	return nil, nil
}

func place(header []string, name string) int {
	for i, h := range header {
		if h == name {
			return i
		}
	}
	return -1
}

func changes(e productcsv.Edit, column string) bool {
	switch column {
	case "Title":
		return e.Title != nil
	case "Body (HTML)":
		return e.Body != nil
	case "SEO Title":
		return e.SEOTitle != nil
	case "Image Alt Text":
		return len(e.Alts) > 0
	}
	return false
}

// drawFile draws an export, and edits of some of its products.
func drawFile(t *rapid.T) (string, map[string]productcsv.Edit) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	header := []string{"Handle", "Title", "Body (HTML)", "Variant Price", "SEO Title", "Image Src", "Image Position", "Image Alt Text"}
	require.NoError(t, w.Write(header))
	cell := rapid.SampledFrom([]string{"", "plain", "two\nlines", `"quoted"`, "a,b", "'=1", "-1", " padded ", "ü", "'", "\t"})
	edits := map[string]productcsv.Edit{}
	for i := range rapid.IntRange(1, 6).Draw(t, "products") {
		handle := fmt.Sprintf("p%d", i)
		rows := rapid.IntRange(1, 4).Draw(t, "rows")
		pictures := 0
		for r := range rows {
			record := []string{handle, "", "", "9.5", "", "", "", ""}
			if r == 0 {
				record[1], record[2], record[4] = cell.Draw(t, "title"), cell.Draw(t, "body"), cell.Draw(t, "seo")
			}
			if rapid.Bool().Draw(t, "picture") {
				record[5] = fmt.Sprintf("https://cdn.example/%d/%d.png", i, r)
				record[6] = rapid.SampledFrom([]string{"", "1", "3", "7", "02"}).Draw(t, "position")
				record[7] = cell.Draw(t, "alt")
				pictures++
			}
			require.NoError(t, w.Write(record))
		}
		e := productcsv.Edit{Alts: map[int]string{}}
		text := func(name string) *string {
			if !rapid.Bool().Draw(t, name) {
				return nil
			}
			return new(cell.Draw(t, "new "+name))
		}
		e.Title, e.Body, e.SEOTitle = text("title"), text("body"), text("seo")
		if pictures > 0 && rapid.Bool().Draw(t, "alts") {
			e.Alts[rapid.IntRange(0, pictures-1).Draw(t, "which")] = cell.Draw(t, "new alt")
		}
		if !e.IsNone() {
			edits[handle] = e
		}
	}
	w.Flush()
	return out.String(), edits
}
