package productcsv

import (
	"errors"
	"io"
	"strings"
)

// record is the cells of one row of the file.
type record struct {
	fields   []string
	line     int // the first
	last     int
	putRight bool // its marks are not as the standard has them
	broken   bool // its cells could not be told apart: fields are those of the first line
}

func (r *record) isBlank() bool {
	for _, field := range r.fields {
		if visible(field) != "" {
			return false
		}
	}
	return true
}

// records reads the rows of a text.
type records struct {
	lines     *lines
	separator byte
	width     int // cells of the header, 0 while it is not known
	handle    int // the place of the handle among them
}

// maxMended is how many lines a row may have whose marks must be put right.
const maxMended = 400

// next returns io.EOF after the last row.
func (r *records) next() (record, error) {
	first, err := r.lines.next()
	if err != nil {
		return record{}, err
	}
	row := strictCells(r.separator)
	read := []textLine{first}
	size := len(first.text)
	state := row.line(first.text)
	for state == rowOpen && size <= maxRow {
		line, err := r.lines.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return record{}, err
		}
		read = append(read, line)
		size += len(line.text)
		state = row.line(line.text)
	}
	if state == rowDone && !r.swallows(read, len(row.list)) {
		return r.unwrapped(record{fields: row.list, line: first.number, last: read[len(read)-1].number}), nil
	}
	return r.mended(read)
}

// swallows is true of a row over several lines that has not as many cells as the
// header has, and in which other rows begin.
func (r *records) swallows(read []textLine, width int) bool {
	return len(read) > 1 && r.width > 0 && width != r.width && r.hasRows(read[1:])
}

func (r *records) hasRows(read []textLine) bool {
	for _, line := range read {
		if r.isRow(line.text) {
			return true
		}
	}
	return false
}

// isRow is true of a line that looks like the first of a row: it has all cells,
// or a marked one that goes on, and a handle.
func (r *records) isRow(line string) bool {
	row := strictCells(r.separator)
	state := row.line(line)
	isWhole := state == rowDone && (r.width == 0 || len(row.list) == r.width) || state == rowOpen && len(row.list) > r.handle
	return isWhole && len(row.list) > r.handle && isHandle(visible(row.list[r.handle]))
}

// isHandle is true of what Shopify makes of a title for an address. Text and
// markup are none.
func isHandle(s string) bool { return s != "" && !strings.ContainsAny(s, " <>\"/\\;,") }

// unwrapped splits a row that was saved as a single cell.
func (r *records) unwrapped(rec record) record {
	if len(rec.fields) != 1 && !r.onlyFirstFilled(rec.fields) || r.width == 1 || strings.IndexByte(rec.fields[0], r.separator) < 0 {
		return rec
	}
	row := strictCells(r.separator)
	for line := range strings.SplitSeq(rec.fields[0], "\n") {
		if row.line(line) == rowBroken {
			return rec
		}
	}
	if !row.quoted && (r.width == 0 || len(row.list) <= r.width) {
		rec.fields = row.list
	}
	return rec
}

func (r *records) onlyFirstFilled(fields []string) bool {
	return len(fields) > 1 && strings.Trim(strings.Join(fields[1:], ""), " ") == ""
}

// mended reads a row whose quotation marks are not as the standard has them. Of
// the ways to read it the one counts that gives as many cells as the header has,
// in as few lines as possible. Lines that are not part of the row are put back.
func (r *records) mended(read []textLine) (record, error) {
	var best *mend
	for _, way := range tolerantCells(r.separator) {
		if way.backslash && !strings.Contains(read[0].text, `\"`) {
			continue
		}
		tried, more, err := r.try(way, read)
		if err != nil {
			return record{}, err
		}
		read = more
		if tried.isBetter(best, r.width) {
			best = &tried
		}
	}
	if best == nil {
		return r.leftOut(read)
	}
	r.lines.putBack(read[best.lines:])
	return record{fields: best.fields, line: read[0].number, last: read[best.lines-1].number, putRight: true}, nil
}

// mend is a row as one of the tolerant ways reads it.
type mend struct {
	fields []string
	lines  int // 0 where the way does not work
}

func (m mend) isBetter(than *mend, width int) bool {
	switch {
	case m.lines == 0:
		return false
	case than == nil:
		return true
	case (len(m.fields) == width) != (len(than.fields) == width):
		return len(m.fields) == width
	}
	return m.lines < than.lines
}

// try reads a row in one way, taking more lines where it needs them.
func (r *records) try(way *cells, read []textLine) (tried mend, more []textLine, err error) {
	n := 0
	for {
		if n == len(read) {
			line, err := r.lines.next()
			if errors.Is(err, io.EOF) {
				return mend{}, read, nil
			}
			if err != nil {
				return mend{}, read, err
			}
			read = append(read, line)
		}
		n++
		if way.line(read[n-1].text) == rowDone {
			break
		}
		if n > maxMended {
			return mend{}, read, nil
		}
	}
	tried = mend{fields: way.list, lines: n}
	if !r.holds(tried, way, read) {
		tried.lines = 0
	}
	return tried, read, nil
}

// holds is false for a way that would take other rows for a text, or cut a text
// that goes on in the next line.
func (r *records) holds(tried mend, way *cells, read []textLine) bool {
	if r.width > 0 && len(tried.fields) > r.width || r.hasRows(read[1:tried.lines]) {
		return false
	}
	isLiteral := way.literal != nil && way.closes == nil
	if !isLiteral || strings.Count(read[0].text, `"`)%2 == 0 {
		return r.width == 0 || len(tried.fields) == r.width || tried.lines == 1
	}
	unmark(tried.fields)
	endsHere := len(read) == tried.lines || r.isRow(read[tried.lines].text)
	return endsHere && len(tried.fields) == r.width
}

// unmark takes away the marks around cells, and the one that opens a cell and is
// not closed.
func unmark(fields []string) {
	for i, field := range fields {
		inner, isMarked := strings.CutPrefix(strings.TrimLeft(field, " "), `"`)
		if !isMarked {
			continue
		}
		fields[i] = inner
		if whole, isClosed := strings.CutSuffix(inner, `"`); isClosed {
			fields[i] = strings.ReplaceAll(whole, `""`, `"`)
		}
	}
}

// leftOut gives up a row, up to the next line that looks like a row.
func (r *records) leftOut(read []textLine) (record, error) {
	row := &cells{separator: r.separator, literal: func(string) bool { return true }}
	row.line(read[0].text)
	rec := record{fields: row.list, line: read[0].number, last: read[0].number, broken: true}
	r.lines.putBack(read[1:])
	for {
		line, err := r.lines.next()
		if errors.Is(err, io.EOF) {
			return rec, nil
		}
		if err != nil {
			return rec, err
		}
		if r.isRow(line.text) {
			r.lines.putBack([]textLine{line})
			return rec, nil
		}
		rec.last = line.number
	}
}
