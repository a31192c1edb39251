package productcsv

import (
	"strings"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// gathered is what the products of a file come to.
type gathered struct {
	layout    *layout
	report    *report
	products  int
	variants  int
	images    int
	alts      int   // images with a text
	filled    []int // products with something, by column
	cells     []int // filled cells, by column
	sentences []int // of these, sentences
	empty     map[galley.Field]int
}

func newGathered(l *layout) *gathered {
	return &gathered{
		layout: l, report: newReport(), filled: make([]int, l.width), cells: make([]int, l.width), sentences: make([]int, l.width),
		empty: map[galley.Field]int{},
	}
}

// countCells looks at the cells of columns that are not known.
func (g *gathered) countCells(r *row) {
	if r.layout != g.layout {
		return // a part of the file with other columns
	}
	for _, extra := range g.layout.extra {
		if extra.index >= len(r.fields) || strings.TrimSpace(r.fields[extra.index]) == "" {
			continue
		}
		g.cells[extra.index]++
		if isSentence(r.fields[extra.index]) {
			g.sentences[extra.index]++
		}
	}
}

func (g *gathered) leaveOut(p Product, l *layout) {
	g.report.add(finding{kind: galley.FindingProduct, line: p.Line, column: l.name(colHandle), cell: p.Handle, why: messages.FileProductIncomplete})
}

func (g *gathered) count(p Product, filled []bool) {
	g.products++
	g.variants += len(p.Variants)
	g.images += len(p.Images)
	for i, is := range filled {
		if is && i < len(g.filled) {
			g.filled[i]++
		}
	}
	for _, img := range p.Images {
		if strings.TrimSpace(img.Alt) != "" {
			g.alts++
		}
	}
	for field, text := range map[galley.Field]string{
		galley.FieldTitle: p.Title, galley.FieldDescription: p.BodyHTML,
		galley.FieldSEOTitle: p.SEOTitle, galley.FieldMetaDescription: p.SEODescription,
	} {
		if strings.TrimSpace(text) == "" {
			g.empty[field]++
		}
	}
}

// fieldColumns are the columns of the fields of a product.
var fieldColumns = map[galley.Field]column{
	galley.FieldTitle: colTitle, galley.FieldDescription: colBody, galley.FieldSEOTitle: colSEOTitle,
	galley.FieldMetaDescription: colSEODescription, galley.FieldAltText: colImageAlt,
}

// Unknown lists the fields of products that the file has no column for. Alt texts
// need the pictures too.
func (f *File) Unknown() []galley.Field {
	unknown := []galley.Field{}
	for _, field := range galley.Fields() {
		col, isOfProduct := fieldColumns[field]
		if isOfProduct && (!f.format.layout.has(col) || col == colImageAlt && !f.format.layout.has(colImageSrc)) {
			unknown = append(unknown, field)
		}
	}
	return unknown
}

// Found tells what the file was found to be. Counts and the report are those of
// the products that Each visited.
func (f *File) Found() galley.ProductFile {
	found := galley.ProductFile{
		Name: f.name, Format: f.formatFound(), Columns: []galley.FileColumn{}, Unknown: f.Unknown(), Empty: []galley.FieldCount{},
	}
	g := f.result
	if g == nil {
		g = newGathered(&f.format.layout)
	}
	found.Products, found.Variants, found.Images = g.products, g.variants, g.images
	found.LeftOut = g.report.result()
	for i, c := range f.format.layout.columns {
		found.Columns = append(found.Columns, g.column(i, c))
	}
	for _, field := range galley.Fields() {
		if col, is := fieldColumns[field]; !is || !f.format.layout.has(col) {
			continue
		}
		n := g.empty[field]
		if field == galley.FieldAltText {
			n = g.images - g.alts
		}
		found.Empty = append(found.Empty, galley.FieldCount{Field: field, Count: n})
	}
	return found
}

func (g *gathered) column(i int, c columnFound) galley.FileColumn {
	column := galley.FileColumn{Name: c.name, Kind: c.kind, Means: c.means(), Filled: g.filled[i], Of: g.products}
	if c.kind == galley.ColumnKept && readsLikeCopy(c.name, g.cells[i], g.sentences[i]) {
		column.Kind = galley.ColumnAsCopy
	}
	for field, col := range fieldColumns {
		if c.is == col && g.layout.index[col] == i {
			column.Field = field
		}
	}
	if column.Field == galley.FieldAltText {
		column.Filled, column.Of = g.alts, g.images
	}
	return column
}

var separatorNames = map[byte]string{',': "comma", ';': "semicolon", '\t': "tab", '|': "pipe"}

func (f *File) formatFound() galley.FileFormat {
	separator := separatorNames[f.format.separator]
	if separator == "" {
		separator = string(rune(f.format.separator))
	}
	found := galley.FileFormat{
		Separator: separator, Hint: f.format.hint, DecimalComma: f.found.decimalComma, Header: f.format.header,
		Encoding: f.format.characters.name, Number: f.found.votes.example(f.found.decimalComma),
	}
	found.NumberRead, _ = plainNumber(found.Number, found.DecimalComma)
	if f.format.characters.guess || f.format.characters.chosen {
		found.Ask = f.found.ask
	}
	return found
}

// proof shows a cell of the row in the file's encoding and as UTF-8, nil where
// both are the same.
func (c characters) proof(r *row) *galley.EncodingProof {
	if !c.guess && !c.chosen {
		return nil
	}
	for _, col := range []column{colTitle, colVendor, colBody, colSEOTitle, colTags, colType} {
		cell := r.text(col)
		bytes := cell
		if c.decode != nil {
			written, err := c.decode.NewEncoder().String(cell)
			if err != nil {
				continue
			}
			bytes = written
		}
		if !utf8.ValidString(bytes) {
			return &galley.EncodingProof{Chosen: c.chosen, Line: r.line, Column: r.layout.name(col), Read: cut(cell), AsUTF8: cut(bytes)}
		}
	}
	return nil
}
