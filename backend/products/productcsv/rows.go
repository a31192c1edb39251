package productcsv

import (
	"errors"
	"io"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// rows reads the rows of one file that belong to products. What belongs to none
// goes to the report.
type rows struct {
	records      *records
	format       *format
	layout       *layout
	names        []string // the column names as they are in the file
	decimalComma bool
	report       *report
	// spoilt says of handles, in lower case, that a row of theirs could not be
	// read.
	spoilt map[string]bool

	above    string // the handle of the product above, "" below a row that was left out
	leftOut  bool   // the row above was left out
	left     int    // rows left out
	handles  int    // rows that name a handle
	firstWhy messages.Message
	spelling map[string]string // of each handle, in its first row
}

// openRows reads up to the end of the header.
func openRows(r io.ReadSeeker, f *format, decimalComma bool, rep *report) (*rows, error) {
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	in := newLines(f.characters.reader(r), f.cr)
	in.isUTF8 = f.characters.isUTF8()
	all := &rows{
		records: &records{lines: in, separator: f.separator}, format: f, layout: &f.layout,
		decimalComma: decimalComma, report: rep, spoilt: map[string]bool{}, spelling: map[string]string{},
	}
	for {
		header, err := all.record()
		if errors.Is(err, io.EOF) {
			return nil, fileError(messages.CSVChanged)
		}
		if err != nil {
			return nil, err
		}
		if header.line == f.header {
			all.use(header.fields)
			return all, nil
		}
	}
}

func (a *rows) use(header []string) {
	a.names = header
	a.records.width, a.records.handle = a.layout.width, a.layout.index[colHandle]
}

func (a *rows) record() (record, error) {
	rec, err := a.records.next()
	if errors.Is(err, errLongRow) {
		err = fileError(messages.CSVRowTooLong(maxRow >> 20))
	}
	return rec, err
}

// next gives the next row of a product, or io.EOF.
func (a *rows) next() (*row, error) {
	for {
		rec, err := a.record()
		if err != nil {
			return nil, err
		}
		if rec.isBlank() || a.isHeader(rec) {
			continue
		}
		r := &row{record: rec, layout: a.layout, decimalComma: a.decimalComma, report: a.report}
		if a.belongs(r) && a.isSound(r) {
			return r, nil
		}
	}
}

// isHeader recognises the column names in the middle of a file that was put
// together from several, which may have their columns in another order.
func (a *rows) isHeader(rec record) bool {
	if !slices.EqualFunc(rec.fields, a.names, func(x, y string) bool { return visible(x) == visible(y) }) {
		if !slices.ContainsFunc(rec.fields, namesHandle) {
			return false
		}
		found := newLayout(rec.fields)
		if !found.isHeader(rec.fields) {
			return false
		}
		a.layout = &found
		a.use(rec.fields)
	}
	a.report.add(finding{kind: galley.FindingRight, line: rec.line, column: a.layout.name(colHandle), cell: rec.fields[a.layout.index[colHandle]], why: messages.FileHeaderAgain})
	a.above, a.leftOut = "", false
	return true
}

// namesHandle is true of Shopify's names of the column with the handle.
func namesHandle(cell string) bool {
	const longest = 24 // bytes, with characters that have no shape
	return len(cell) <= longest && slices.Contains(columnNames[colHandle], visible(cell))
}

// isHeader is true of a row of which most cells name a column in Shopify's own
// spelling. A product may be called Handle and have an option Title.
func (l *layout) isHeader(cells []string) bool {
	own, filled := 0, 0
	for i, cell := range cells {
		if visible(cell) == "" {
			continue
		}
		filled++
		found := l.columns[i]
		if found.is != noColumn && found.kind != galley.ColumnTwice && slices.ContainsFunc(columnNames[found.is], func(name string) bool { return name == visible(cell) }) {
			own++
		}
	}
	return own >= 3 && own*2 > filled
}

// belongs finds the product of a row. A row without a handle belongs to the
// product above, if it names no other and adds something.
func (a *rows) belongs(r *row) bool {
	if r.handle = visible(r.word(colHandle)); r.handle != "" {
		a.handles++
	}
	if r.broken {
		a.leave(r, galley.FindingRow, a.layout.name(a.openText(r)), strings.Join(r.fields, string(a.records.separator)), messages.FileRowQuotes)
		a.above, a.leftOut = "", true
		a.spoil(visible(strings.Trim(r.handle, `"`)))
		return false
	}
	if r.handle != "" {
		a.above, a.leftOut, r.begins = r.handle, false, true
		return true
	}
	title := visible(r.word(colTitle))
	adds := r.isVariant() || r.word(colImageSrc) != ""
	switch {
	case title != "":
		a.leaveRow(r, messages.FileRowNoHandle(cut(title)))
		a.above, a.leftOut = "", true
	case !adds:
		a.leaveRow(r, messages.FileRowNoProduct)
	case a.above != "":
		r.handle = a.above
		a.leave(r, galley.FindingRight, a.layout.name(colHandle), "", messages.FileRowOfProductAbove)
		return true
	case a.leftOut:
		a.leaveRow(r, messages.FileRowBelowLeftOut)
	default:
		a.leaveRow(r, messages.FileRowNothingAbove)
	}
	return false
}

// openText is the column of the first cell of a broken row that opens a mark.
func (a *rows) openText(r *row) column {
	for i, field := range r.fields {
		if strings.HasPrefix(strings.TrimLeft(field, " "), `"`) && i < len(a.layout.columns) && a.layout.columns[i].is != noColumn {
			return a.layout.columns[i].is
		}
	}
	return colHandle
}

func (a *rows) leaveRow(r *row, why messages.Message) {
	a.leave(r, galley.FindingRow, a.layout.name(colHandle), r.raw(colHandle), why)
}

func (a *rows) leave(r *row, kind galley.FindingKind, column, cell string, why messages.Message) {
	if kind == galley.FindingRow {
		if a.left++; a.left == 1 {
			a.firstWhy = why
		}
	}
	a.report.add(finding{kind: kind, line: r.line, last: r.last, column: column, cell: cell, why: why})
}

func (a *rows) spoil(handle string) {
	if handle != "" {
		a.spoilt[strings.ToLower(handle)] = true
	}
}
