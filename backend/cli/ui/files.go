package ui

import (
	"fmt"
	"strings"

	"galley/backend/galley"
)

// ProductFile shows what a product file was found to be, and what was left out.
func (p *Page) ProductFile(f galley.ProductFile) {
	p.Line("%s, %s, %s: %s.", Many(f.Products, "product"), Many(f.Variants, "variant"), Many(f.Images, "picture"), formatOf(f.Format))
	if f.Format.Ask != nil {
		p.Line("Line %d, %s: %s", f.Format.Ask.Line, f.Format.Ask.Column, f.Format.Ask.Read)
		if !f.Format.Ask.Chosen {
			p.Line("The encoding is a guess. If the line reads right, open the file with --encoding %s.", f.Format.Encoding)
		}
	}
	if len(f.Unknown) > 0 {
		labels := make([]string, len(f.Unknown))
		for i, field := range f.Unknown {
			labels[i] = field.Label()
		}
		p.Line("Unknown, since the file has no column for it: %s. Not offered for writing, not scored, never exported.", strings.Join(labels, ", "))
		if f.Unknown[0] == galley.FieldTitle {
			p.Line("Without titles nothing can be exported: Shopify imports no file without them.")
		}
	}
	p.columns(f, galley.ColumnOther, "Understood under another name: %s.", func(c galley.FileColumn) string { return c.Name + " (" + c.Means + ")" })
	p.columns(f, galley.ColumnAsCopy, "Not used, but it looks like copy: %s.", func(c galley.FileColumn) string { return c.Name })
	p.leftOutOfFile(f.LeftOut)
}

// columns names the columns of a kind, if there are any.
func (p *Page) columns(f galley.ProductFile, kind galley.ColumnKind, sentence string, name func(galley.FileColumn) string) {
	var names []string
	for _, c := range f.Columns {
		if c.Kind == kind {
			names = append(names, name(c))
		}
	}
	if len(names) > 0 {
		p.Line(sentence, strings.Join(names, ", "))
	}
}

func formatOf(f galley.FileFormat) string {
	sign := "decimal point"
	if f.DecimalComma {
		sign = "decimal comma"
	}
	separators := map[string]string{"comma": "commas", "semicolon": "semicolons", "tab": "tabs", "pipe": "vertical bars"}
	separator := separators[f.Separator]
	if separator == "" {
		separator = fmt.Sprintf("%q", f.Separator)
	}
	return fmt.Sprintf("separated by %s, %s, column names in line %d, %s", separator, sign, f.Header, f.Encoding.Label())
}

// leftOutOfFile lists what was not read, or not as it is written.
func (p *Page) leftOutOfFile(r galley.FileReport) {
	if len(r.Entries) == 0 {
		return
	}
	p.Gap()
	if left := LeftOutOfFile(r); left != "" {
		p.Line("Left out: %s. Everything else was read.", left)
	} else {
		p.Line("Nothing was left out. Put right:")
	}
	rows := make([][]Cell, len(r.Entries))
	for i, e := range r.Entries {
		rows[i] = Plain(e.Lines, e.Column, e.Cell, e.Why.String())
	}
	p.Table([]Column{{"Line", false}, {"Column", false}, {"In the file", false}, {"Why", false}}, rows)
	if r.More > 0 {
		p.Line("and %s more.", Count(r.More))
	}
}

// LeftOutOfFile counts what was left out: "14 cells, 3 rows", "" for nothing.
func LeftOutOfFile(r galley.FileReport) string {
	var parts []string
	for _, part := range []struct {
		n    int
		what string
	}{{r.Cells, "cell"}, {r.Rows, "row"}, {r.Products, "product"}} {
		if part.n > 0 {
			parts = append(parts, Many(part.n, part.what))
		}
	}
	return strings.Join(parts, ", ")
}
