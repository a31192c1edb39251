package facts

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"galley/backend/markup"
)

// hasTable reports whether a table may begin in a text.
func hasTable(text string) bool {
	const tag = "<table"
	for {
		at := strings.IndexByte(text, '<')
		if at < 0 || len(text)-at < len(tag) {
			return false
		}
		if strings.EqualFold(text[at:at+len(tag)], tag) {
			return true
		}
		text = text[at+1:]
	}
}

// tableCells reads the tables of a text, a line for each cell with its column
// and row, and returns the text without them.
func tableCells(source Source, variants set) (cells []line, rest string) {
	var out strings.Builder
	z := html.NewTokenizer(strings.NewReader(source.Text))
	var table strings.Builder
	depth := 0
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			out.WriteString(table.String())
			return cells, out.String()
		}
		raw := string(z.Raw())
		name, _ := z.TagName()
		if string(name) == "table" && kind == html.StartTagToken {
			depth++
		}
		if depth == 0 {
			out.WriteString(raw)
			continue
		}
		table.WriteString(raw)
		if string(name) == "table" && kind == html.EndTagToken {
			if depth--; depth == 0 {
				cells = append(cells, cellsOf(source, rowsOf(table.String()), variants)...)
				table.Reset()
				out.WriteString("<p></p>")
			}
		}
	}
}

// rowsOf returns the texts of a table's cells, row by row.
func rowsOf(table string) [][]string {
	var g grid
	z := html.NewTokenizer(strings.NewReader(table))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			g.endCell()
			return g.rows
		}
		raw := string(z.Raw())
		name, _ := z.TagName()
		g.take(string(name), kind == html.StartTagToken, raw)
	}
}

// grid gathers the cells of a table.
type grid struct {
	rows   [][]string
	cell   strings.Builder
	inCell bool
}

func (g *grid) take(tag string, isStart bool, raw string) {
	switch tag {
	case "tr", "td", "th":
		g.endCell()
		if tag == "tr" && isStart {
			g.rows = append(g.rows, nil)
		}
		g.inCell = tag != "tr" && isStart
	default:
		if g.inCell {
			g.cell.WriteString(raw)
		}
	}
}

func (g *grid) endCell() {
	if n := len(g.rows); g.inCell && n > 0 {
		g.rows[n-1] = append(g.rows[n-1], strings.Join(strings.Fields(markup.VisibleText(g.cell.String())), " "))
	}
	g.inCell = false
	g.cell.Reset()
}

// cellsOf gives each cell the name of its column and row. A table of two
// columns is a list of names and values. Where the columns are named after
// variants, the rows name what is measured.
func cellsOf(source Source, rows [][]string, variants set) []line {
	var lines []line
	add := func(name, scope, text string) {
		if text != "" {
			lines = append(lines, line{Source: Source{Kind: FromTable, Name: name, Text: text, Weak: source.Weak, Model: source.Model}, scope: scope})
		}
	}
	if isList(rows) && !namesVariant(rows[0], variants) {
		for _, row := range rows {
			add(row[0], "", row[1])
		}
		return lines
	}
	for n, row := range rows {
		if n == 0 || len(row) == 0 {
			continue
		}
		header := rows[0]
		add(cellAt(header, 0), "", row[0])
		areColumns := areVariants(header, row[0], variants)
		for i := 1; i < len(row); i++ {
			if name := cellAt(header, i); areColumns {
				add(row[0], name, row[i])
			} else {
				add(name, row[0], row[i])
			}
		}
	}
	return lines
}

// areVariants reports whether the columns of a table are variants and its rows
// attributes.
func areVariants(header []string, row string, variants set) bool {
	switch {
	case len(header) < 2 || variants[fold(row)]:
		return false
	case namesVariant(header, variants):
		return true
	}
	return isAttribute(row) && !slices.ContainsFunc(header[1:], isAttribute)
}

// namesVariant reports whether a column is named after a variant.
func namesVariant(header []string, variants set) bool {
	return len(header) > 1 && slices.ContainsFunc(header[1:], func(name string) bool { return variants[fold(name)] })
}

// isList reports whether a table has a name and a value in each row, and no
// heading above them.
func isList(rows [][]string) bool {
	for _, row := range rows {
		if len(row) != 2 {
			return false
		}
	}
	isHeaded := len(rows) > 1 && !hasAmount(rows[0][1]) && hasAmount(rows[1][1]) && !isAttribute(rows[1][0])
	return len(rows) > 0 && !isHeaded
}

func cellAt(row []string, i int) string {
	if i >= len(row) {
		return ""
	}
	return row[i]
}

func hasAmount(text string) bool { return strings.ContainsAny(text, "0123456789") }

// isAttribute reports whether a name says what a figure measures.
func isAttribute(name string) bool {
	for _, lex := range lexicons() {
		for _, w := range splitWords(name, lex.lang) {
			for _, form := range w.forms {
				for _, t := range lex.terms[form] {
					if t.class == attribute || t.class == Feature {
						return true
					}
				}
			}
		}
	}
	return false
}
