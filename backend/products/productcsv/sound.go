package productcsv

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// isSound puts a row right whose cells do not fit the header, and takes out what
// no text has. A row of which a text is lost spoils its product.
func (a *rows) isSound(r *row) bool {
	if r.putRight {
		a.reportPutRight(r)
	}
	if !a.fitsWidth(r) {
		a.leaveRow(r, messages.FileRowTooWide)
		a.spoil(r.handle)
		return false
	}
	a.cleanCells(r)
	if col := r.lostText(); col != noColumn {
		a.spoil(r.handle)
		r.leaveOut(col, messages.FileCellNotText)
	}
	if r.begins {
		a.noteSpelling(r)
	}
	return true
}

// reportPutRight names the first text with a mark in it: that is most likely the
// one.
func (a *rows) reportPutRight(r *row) {
	at := a.layout.index[colHandle]
	for _, isLikely := range []func(string) bool{
		func(s string) bool { return strings.Contains(s, `"`) },
		func(s string) bool { return strings.ContainsAny(s, " ") },
	} {
		if i := slices.IndexFunc(r.fields, isLikely); i >= 0 {
			at = i
			break
		}
	}
	a.leave(&row{record: record{line: r.line, last: r.line}}, galley.FindingRight, a.columnName(at), r.fields[at], messages.FileQuotesPutRight)
}

func (a *rows) columnName(at int) string {
	if at < len(a.layout.columns) && a.layout.columns[at].name != "" {
		return a.layout.columns[at].name
	}
	return strconv.Itoa(at + 1)
}

// fitsWidth is true of a row that has no more cells than the header, after cells
// beyond it were put together or left out where it is clear which.
func (a *rows) fitsWidth(r *row) bool {
	width := a.layout.width
	for len(r.fields) > width && visible(r.fields[len(r.fields)-1]) == "" {
		r.fields = r.fields[:len(r.fields)-1]
	}
	if len(r.fields) <= width {
		return true
	}
	if a.join(r, width) {
		return true
	}
	if misfits, typed := r.misfits(); misfits > 0 || typed == 0 || a.endsInText(r, width) {
		return false
	}
	for i, cell := range r.fields[width:] {
		if visible(cell) != "" {
			a.leave(r, galley.FindingCell, strconv.Itoa(width+i+1), cell, messages.FileCellSurplus)
		}
	}
	r.fields = r.fields[:width]
	return true
}

// endsInText is true of a row whose last cell within the header holds a text,
// of which the cell beyond it may be a part.
func (a *rows) endsInText(r *row, width int) bool {
	if visible(r.fields[width-1]) == "" {
		return false
	}
	return slices.Contains(textColumns, a.layout.columns[width-1].is)
}

// textColumns may hold a separator in their text, as unknown ones may.
var textColumns = []column{colTitle, colBody, colSEOTitle, colSEODescription, colImageAlt, colTags, noColumn}

// join puts cells together that begin with white space: they were one text, with
// the separator and a space in it.
func (a *rows) join(r *row, width int) bool {
	separator := string(a.records.separator)
	if separator == "\t" {
		separator = ","
	}
	var joined []string
	first := -1
	for i, cell := range r.fields {
		isPart := i > 0 && strings.HasPrefix(cell, " ") && strings.TrimSpace(cell) != "" && strings.TrimSpace(joined[len(joined)-1]) != ""
		if !isPart {
			joined = append(joined, cell)
			continue
		}
		if first < 0 {
			first = len(joined) - 1
		}
		joined[len(joined)-1] += separator + cell
	}
	if first < 0 || len(joined) != width {
		return false
	}
	whole := *r
	whole.fields = joined
	before, _ := r.misfits()
	if after, _ := whole.misfits(); after > 0 && after >= before {
		return false
	}
	r.fields = joined
	a.leave(r, galley.FindingRight, a.columnName(first), joined[first], messages.FileCellsJoined)
	return true
}

// cleanCells takes controls out of cells, and empties those outside texts that
// are not UTF-8.
func (a *rows) cleanCells(r *row) {
	for i, cell := range r.fields {
		switch isValid := utf8.ValidString(cell); {
		case !isValid && !a.isText(i):
			r.fields[i] = ""
			a.leave(r, galley.FindingCell, a.columnName(i), cell, messages.FileCellNotText)
		case isValid && strings.ContainsFunc(cell, isNoText):
			r.fields[i] = strings.Map(dropNoText, cell)
			a.leave(r, galley.FindingRight, a.columnName(i), r.fields[i], messages.FileControlTakenOut)
		}
	}
}

func (a *rows) isText(at int) bool {
	for _, col := range []column{colHandle, colTitle, colBody, colSEOTitle, colSEODescription, colImageAlt} {
		if a.layout.index[col] == at {
			return true
		}
	}
	return false
}

// noteSpelling reports a handle that differs in case from the product's first
// row: Shopify has them in lower case.
func (a *rows) noteSpelling(r *row) {
	key := strings.ToLower(r.handle)
	first, known := a.spelling[key]
	if !known {
		a.spelling[key] = r.handle
		return
	}
	if first != r.handle {
		a.leave(r, galley.FindingRight, a.layout.name(colHandle), r.handle, messages.FileHandleCase(first))
	}
}
