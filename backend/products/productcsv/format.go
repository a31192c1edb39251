package productcsv

import (
	"errors"
	"io"
	"regexp"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// format is how a file is written, as far as its first lines tell.
type format struct {
	characters characters
	cr         bool // a carriage return alone ends a line
	separator  byte
	hint       bool // named in a line sep=
	header     int  // the line of the column names
	layout     layout
}

const (
	// lookedAt is how much of a file is looked at for its format, in bytes.
	lookedAt = 256 << 10
	// rowsAbove is how many rows may be above the column names.
	rowsAbove = 60
)

// separators are those that spreadsheets and programs use, the most frequent
// first.
var separators = []byte{',', ';', '\t', '|'}

// hintLine is how a spreadsheet is told the separator.
var hintLine = regexp.MustCompile(`(?i)^\s*"?sep=([^"])"?[,;|\s]*$`)

// findFormat reads the first lines. A file that is no product list is refused
// with what it seems to be.
func findFormat(r io.ReadSeeker, chosen galley.FileEncoding) (f format, err error) {
	start, err := beginning(r)
	if err != nil {
		return f, err
	}
	if err := refuseOthers(start); err != nil {
		return f, err
	}
	f.characters = charactersOf(start, chosen)
	return f, f.findColumns(r)
}

// findColumns finds the column names, and what separates them.
func (f *format) findColumns(r io.ReadSeeker) error {
	sample, err := f.sample(r)
	if err != nil {
		return err
	}
	f.cr = endsWithCR(sample)
	if err := f.findHeader(sample); err != nil {
		return err
	}
	return refuseOtherExports(&f.layout)
}

func beginning(r io.ReadSeeker) ([]byte, error) {
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	start, err := io.ReadAll(io.LimitReader(r, lookedAt))
	return start, err
}

// sample is the beginning of the text.
func (f *format) sample(r io.ReadSeeker) (string, error) {
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	text, err := io.ReadAll(io.LimitReader(f.characters.reader(r), lookedAt))
	if err != nil {
		return "", err
	}
	sample := strings.TrimRight(string(text), endMarks+"\r\n")
	const share = 10 // controls are at least this part of what is no text
	if n := strings.Count(strings.Map(markNoText, sample), noTextMark); n*share > len(sample) {
		return "", fileError(messages.CSVNotText)
	}
	return sample, nil
}

const noTextMark = "\x00"

func markNoText(r rune) rune {
	if isNoText(r) {
		return 0
	}
	return r
}

func dropNoText(r rune) rune {
	if isNoText(r) {
		return -1
	}
	return r
}

// endsWithCR reports whether the first line end outside marks is a carriage
// return alone.
func endsWithCR(sample string) bool {
	quoted := false
	for i := range len(sample) {
		switch sample[i] {
		case '"':
			quoted = !quoted
		case '\n':
			if !quoted {
				return false
			}
		case '\r':
			if !quoted {
				return !strings.HasPrefix(strings.TrimLeft(sample[i:], "\r"), "\n")
			}
		}
	}
	return false
}

// findHeader looks for the row with the column names with each separator, and
// takes the one that gives the most names with a meaning.
func (f *format) findHeader(sample string) error {
	if visible(strings.Trim(sample, ",;|\t\r\n "+byteOrderMark+endMarks)) == "" {
		return fileError(messages.CSVEmpty)
	}
	if err := refuseMarkup(sample); err != nil {
		return err
	}
	first, _, _ := strings.Cut(strings.TrimLeft(sample, byteOrderMark+"\r\n"), "\n")
	hint := hintLine.FindStringSubmatch(strings.TrimRight(strings.Split(first, "\r")[0], "\r\n"))
	tried := separators
	if hint != nil && len(hint[1]) == 1 {
		tried = append([]byte{hint[1][0]}, separators...)
	}
	most := 0
	for i, separator := range tried {
		line, found, err := headerWith(sample, separator, f.cr)
		if err != nil {
			return err
		}
		if n := found.known(); n > most {
			most = n
			f.separator, f.header, f.layout = separator, line, found
			f.hint = hint != nil && i == 0
		}
		if f.hint && most > 0 {
			break
		}
	}
	if most == 0 {
		return whatItSeems(sample)
	}
	return nil
}

// headerWith finds the first row that names a handle; known is 0 for none.
func headerWith(sample string, separator byte, cr bool) (line int, found layout, err error) {
	rows := &records{lines: newLines(strings.NewReader(sample), cr), separator: separator}
	for range rowsAbove {
		row, err := rows.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if errors.Is(err, errLongRow) {
			return 0, layout{}, fileError(messages.CSVRowTooLong(maxRow >> 20))
		}
		if err != nil {
			return 0, layout{}, err
		}
		if found := newLayout(row.fields); found.has(colHandle) {
			return row.line, found, nil
		}
	}
	return 0, newLayout(nil), nil
}
