package productcsv

import (
	"bytes"
	"encoding/csv"
	"io"
	"slices"
)

// MaxImport is the largest file that Shopify's product import takes, in bytes.
// Source: Shopify's help, "Product CSV file": 15 MB.
const MaxImport = 15_000_000

// Edit is what an export changes of a product; nil is as the file has it.
type Edit struct {
	Title, Body, SEOTitle, SEODescription *string
	// Alts are alt texts by the place of their picture in Product.Images.
	Alts map[int]string
}

// IsNone reports whether nothing changes.
func (e Edit) IsNone() bool {
	return e.Title == nil && e.Body == nil && e.SEOTitle == nil && e.SEODescription == nil && len(e.Alts) == 0
}

// text is the new text of a column, nil where it is as in the file.
func (e Edit) text(col column) *string {
	switch col {
	case colTitle:
		return e.Title
	case colBody:
		return e.Body
	case colSEOTitle:
		return e.SEOTitle
	case colSEODescription:
		return e.SEODescription
	default:
		return nil
	}
}

// Part is a file of an export.
type Part struct {
	Content  []byte
	Products int
}

// exportable are the columns that an export can have, in its order. What
// Galley does not write is never in it, since the import would put back what
// the shop had when the file was made.
var exportable = []column{colHandle, colTitle, colBody, colSEOTitle, colSEODescription, colImageSrc, colImagePosition, colImageAlt}

// Export copies the products that edits change, by handle, out of the file: the
// columns that some edit needs, as far as the file has them, with every other
// cell as it is, and in the order of the file. A column that is in a file is
// imported for every product of it; so with a changed alt text every picture of
// these products has its rows. The parts are as Shopify's import reads them:
// UTF-8 without a byte order mark, separated by commas. None is larger than limit
// bytes, unless one product is: a product is in one part only. One without an
// edit, and what was left out, is in none; without any edit there is one part,
// with a header alone.
func (f *File) Export(edits map[string]Edit, limit int) ([]Part, error) {
	out := &parts{limit: limit, columns: columnsOf(edits, &f.format.layout)}
	_, err := f.gather(func(b *builder, p Product) error {
		edit := edits[p.Handle]
		if edit.IsNone() {
			return nil
		}
		return out.add(b, edit)
	})
	if err == nil && len(out.done) == 0 {
		err = out.begin()
	}
	if err != nil {
		return nil, invalid(f.name, err)
	}
	return out.done, nil
}

// columnsOf are the columns that edits need, of those that the file has.
func columnsOf(edits map[string]Edit, l *layout) []column {
	needs := map[column]bool{colHandle: true, colTitle: true}
	for _, e := range edits {
		for _, col := range exportable {
			needs[col] = needs[col] || e.text(col) != nil
		}
		if len(e.Alts) > 0 {
			needs[colImageSrc], needs[colImagePosition], needs[colImageAlt] = true, true, true
		}
	}
	return slices.DeleteFunc(slices.Clone(exportable), func(col column) bool { return !needs[col] || !l.has(col) })
}

// parts writes products into files of limited size.
type parts struct {
	limit   int
	columns []column
	done    []Part
}

func (p *parts) add(b *builder, e Edit) error {
	var rows bytes.Buffer
	if err := writeRows(&rows, exportRows(b, e, p.columns)); err != nil {
		return err
	}
	if n := len(p.done); n == 0 || len(p.done[n-1].Content)+rows.Len() > p.limit {
		if err := p.begin(); err != nil {
			return err
		}
	}
	part := &p.done[len(p.done)-1]
	part.Content = append(part.Content, rows.Bytes()...)
	part.Products++
	return nil
}

// begin begins a file with its header.
func (p *parts) begin() error {
	var header bytes.Buffer
	err := writeRows(&header, [][]string{headings(p.columns)})
	p.done = append(p.done, Part{Content: header.Bytes()})
	return err
}

func writeRows(w io.Writer, records [][]string) error { return csv.NewWriter(w).WriteAll(records) }

func headings(cols []column) []string {
	names := make([]string, len(cols))
	for i, col := range cols {
		names[i] = columnNames[col][0]
	}
	return names
}

// exportRows are the rows of a product in an export: its first one, those of its
// pictures, and one that has a text which the first lacks.
func exportRows(b *builder, e Edit, cols []column) (out [][]string) {
	holders := make([]int, len(cols)) // by column, the row whose text counts
	for c, col := range cols {
		holders[c] = max(0, slices.IndexFunc(b.rows, func(r sourceRow) bool { return r.text(col) != "" }))
	}
	hasPictures := slices.Contains(cols, colImageSrc)
	for i, row := range b.rows {
		if i > 0 && !slices.Contains(holders, i) && (!hasPictures || row.image < 0) {
			continue
		}
		record := make([]string, len(cols))
		for c, col := range cols {
			record[c] = exportCell(b, i, col, e, holders[c])
		}
		out = append(out, record)
	}
	return out
}

// exportCell is one cell of a product's nth row. Some programs repeat a text on every
// row of a product: a new one is repeated in the same way.
func exportCell(b *builder, i int, col column, e Edit, holder int) string {
	row := b.rows[i]
	raw := row.raw(col)
	if col == colHandle && !row.begins { // a picture's row without one
		return b.rows[0].raw(col)
	}
	if col == colImageAlt {
		if alt, changes := e.Alts[row.image]; changes {
			return Guard(alt)
		}
		return raw
	}
	text := e.text(col)
	switch {
	case text == nil, raw == "" && i != holder:
		return raw
	default:
		return Guard(*text)
	}
}

// sourceRow is a row of a product as it is in the file.
type sourceRow struct {
	*row
	image int // place of its picture in Product.Images, -1 for none
}
