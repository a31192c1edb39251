package facts

import (
	"strings"

	"golang.org/x/net/html"

	"galley/backend/markup"
)

// tableCells reads the tables of a text, a line for each cell with its column
// and row, and returns the text without them.
func tableCells(source Source) (cells []line, rest string) {
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
				cells = append(cells, cellsOf(source, rowsOf(table.String()))...)
				table.Reset()
				out.WriteString("<p></p>")
			}
		}
	}
}

// rowsOf returns the texts of a table's cells, row by row.
func rowsOf(table string) [][]string {
	var rows [][]string
	var cell strings.Builder
	inCell := false
	z := html.NewTokenizer(strings.NewReader(table))
	end := func() {
		if inCell && len(rows) > 0 {
			text := strings.Join(strings.Fields(markup.VisibleText(cell.String())), " ")
			rows[len(rows)-1] = append(rows[len(rows)-1], text)
		}
		inCell = false
		cell.Reset()
	}
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			end()
			return rows
		}
		raw := string(z.Raw())
		name, _ := z.TagName()
		switch tag := string(name); {
		case tag == "tr" && kind == html.StartTagToken:
			end()
			rows = append(rows, nil)
		case (tag == "td" || tag == "th") && kind == html.StartTagToken:
			end()
			inCell = true
		case (tag == "td" || tag == "th" || tag == "tr") && kind == html.EndTagToken:
			end()
		case inCell:
			cell.WriteString(raw)
		}
	}
}

// cellsOf gives each cell the name of its column and row. A table of two
// columns is a list of names and values.
func cellsOf(source Source, rows [][]string) []line {
	var lines []line
	add := func(name, scope, text string) {
		if text != "" {
			lines = append(lines, line{Source: Source{Kind: FromTable, Name: name, Text: text, Weak: source.Weak}, scope: scope})
		}
	}
	isList := len(rows) > 0
	for _, row := range rows {
		isList = isList && len(row) == 2
	}
	if isList && !hasAmount(rows[0][1]) && len(rows) > 1 && hasAmount(rows[1][1]) && !isAttribute(rows[1][0]) {
		isList = false // a heading above two columns
	}
	for n, row := range rows {
		switch {
		case isList:
			add(row[0], "", row[1])
		case n == 0:
			continue
		default:
			add(firstOf(rows[0]), "", firstOf(row))
			for i := 1; i < len(row); i++ {
				header := ""
				if i < len(rows[0]) {
					header = rows[0][i]
				}
				name, variant := header, row[0]
				if isAttribute(row[0]) && !isAttribute(header) {
					name, variant = row[0], header
				}
				add(name, variant, row[i])
			}
		}
	}
	return lines
}

func firstOf(row []string) string {
	if len(row) == 0 {
		return ""
	}
	return row[0]
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
