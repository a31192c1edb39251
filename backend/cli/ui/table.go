package ui

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// gap separates two columns.
const gap = 2

// narrowest is as far as the widest column of a table is cut on a small
// terminal.
const narrowest = 12

// Column is one column of a table.
type Column struct {
	Title   string
	Numbers bool // aligned to the right
}

// Cell is one value of a table.
type Cell struct {
	Text string
	Tone Tone
}

// Plain makes cells without a tone.
func Plain(texts ...string) []Cell {
	cells := make([]Cell, len(texts))
	for i, t := range texts {
		cells[i] = Cell{Text: t}
	}
	return cells
}

// Table writes rows under their titles. On a terminal, the widest column gives
// way until a row fits.
func (p *Page) Table(columns []Column, rows [][]Cell) {
	widths := p.fit(columns, rows)
	titles := make([]Cell, len(columns))
	for i, c := range columns {
		titles[i] = Cell{c.Title, ToneDim}
	}
	p.row(columns, widths, titles)
	for _, row := range rows {
		p.row(columns, widths, row)
	}
}

// fit measures the columns.
func (p *Page) fit(columns []Column, rows [][]Cell) []int {
	widths := make([]int, len(columns))
	total := -gap
	for i, c := range columns {
		widths[i] = runewidth.StringWidth(c.Title)
		for _, row := range rows {
			widths[i] = max(widths[i], runewidth.StringWidth(oneLine(row[i].Text)))
		}
		total += widths[i] + gap
	}
	widest := 0
	for i := range widths {
		if widths[i] > widths[widest] {
			widest = i
		}
	}
	if over := total - p.width; p.width > 0 && over > 0 {
		widths[widest] = max(min(narrowest, widths[widest]), widths[widest]-over)
	}
	return widths
}

func (p *Page) row(columns []Column, widths []int, cells []Cell) {
	var b strings.Builder
	for i, cell := range cells {
		text := runewidth.Truncate(oneLine(cell.Text), widths[i], "…")
		space := strings.Repeat(" ", widths[i]-runewidth.StringWidth(text))
		text = p.tinted(text, cell.Tone)
		switch {
		case columns[i].Numbers:
			text = space + text
		case i < len(cells)-1:
			text += space
		}
		if i > 0 {
			b.WriteString(strings.Repeat(" ", gap))
		}
		b.WriteString(text)
	}
	p.Line("%s", b.String())
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
