package productcsv

import (
	"encoding/csv"
	"io"
	"strconv"
)

// TextColumns says which texts a file of texts holds, besides handle and title.
type TextColumns struct {
	Body, SEOTitle, SEODescription, Images bool
}

// And is the union of both.
func (c TextColumns) And(d TextColumns) TextColumns {
	return TextColumns{
		Body: c.Body || d.Body, SEOTitle: c.SEOTitle || d.SEOTitle,
		SEODescription: c.SEODescription || d.SEODescription, Images: c.Images || d.Images,
	}
}

// WriteTexts writes a file that changes texts and nothing else when Shopify
// imports it over existing products: handle, title, and the columns named. A
// column that is in the file is imported for every product, so all hold their
// text in it; with Images, every picture of a product has a row.
func WriteTexts(w io.Writer, products []Product, columns TextColumns) error {
	out := csv.NewWriter(w)
	if err := out.Write(columns.header()); err != nil {
		return err
	}
	for i := range products {
		for _, record := range columns.records(&products[i]) {
			if err := out.Write(record); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func (c TextColumns) header() []string {
	names := []string{columnNames[colHandle][0], columnNames[colTitle][0]}
	for _, col := range c.columns() {
		names = append(names, columnNames[col][0])
	}
	return names
}

func (c TextColumns) columns() []column {
	var cols []column
	if c.Body {
		cols = append(cols, colBody)
	}
	if c.SEOTitle {
		cols = append(cols, colSEOTitle)
	}
	if c.SEODescription {
		cols = append(cols, colSEODescription)
	}
	if c.Images {
		cols = append(cols, colImageSrc, colImagePosition, colImageAlt)
	}
	return cols
}

func (c TextColumns) records(p *Product) [][]string {
	rows := 1
	if c.Images {
		rows = max(1, len(p.Images))
	}
	out := make([][]string, rows)
	for i := range out {
		out[i] = []string{Guard(p.Handle), ""}
		if i == 0 {
			out[i][1] = Guard(p.Title)
		}
		for _, col := range c.columns() {
			out[i] = append(out[i], p.cell(col, i))
		}
	}
	return out
}

// cell is a product's text in a column, on its first row, or a picture's.
func (p *Product) cell(col column, row int) string {
	if row < len(p.Images) {
		switch col {
		case colImageSrc:
			return Guard(p.Images[row].Src)
		case colImagePosition:
			return strconv.Itoa(row + 1)
		case colImageAlt:
			return Guard(p.Images[row].Alt)
		default:
		}
	}
	if row > 0 {
		return ""
	}
	switch col {
	case colBody:
		return Guard(p.BodyHTML)
	case colSEOTitle:
		return Guard(p.SEOTitle)
	case colSEODescription:
		return Guard(p.SEODescription)
	default:
		return ""
	}
}
