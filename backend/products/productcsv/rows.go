package productcsv

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"galley/backend/galley/messages"
)

// rows reads the records of one file, checking each for what would garble text.
type rows struct {
	csv    *csv.Reader
	source *bounded
	layout layout
}

// maxRow is the longest row that is read, in bytes: the longest texts that
// Shopify takes fit several times. A quotation mark that is never closed would
// otherwise have the rest of the file in memory as one value.
const maxRow = 16 << 20

// bounded limits the bytes read between two calls that end a row.
type bounded struct {
	io.Reader
	passed int
}

var errLongRow = errors.New("row too long")

func (b *bounded) Read(p []byte) (int, error) {
	if b.passed > maxRow {
		return 0, errLongRow
	}
	n, err := b.Reader.Read(p)
	b.passed += n
	return n, err
}

// openRows reads up to the end of the header.
func openRows(r io.Reader) (*rows, error) {
	buffered := bufio.NewReaderSize(r, 64<<10)
	if err := checkStart(buffered); err != nil {
		return nil, err
	}
	source := &bounded{Reader: buffered}
	reader := csv.NewReader(source)
	reader.FieldsPerRecord = -1
	file := &rows{csv: reader, source: source}
	header, err := file.record()
	if errors.Is(err, io.EOF) {
		return nil, fileError(messages.CSVEmpty)
	}
	if err != nil {
		return nil, err
	}
	file.layout = newLayout(header.fields)
	if !file.layout.has(colHandle) {
		return nil, noHandleColumn(header)
	}
	return file, nil
}

// next gives the next row with any value in it, or io.EOF.
func (f *rows) next() (*row, error) {
	for {
		record, err := f.record()
		if err != nil {
			return nil, err
		}
		if record.isBlank() {
			continue
		}
		if record.word(colHandle) == "" {
			return nil, lineError(record.line, messages.CSVRowWithoutHandle)
		}
		return record, nil
	}
}

// record reads one record. Line ends inside a value become \n.
func (f *rows) record() (*row, error) {
	f.source.passed = 0
	fields, err := f.csv.Read()
	if errors.Is(err, errLongRow) {
		return nil, fileError(messages.CSVRowTooLong(maxRow >> 20))
	}
	if err != nil {
		return nil, readError(err)
	}
	line, _ := f.csv.FieldPos(0)
	for i, field := range fields {
		if err := f.checkField(i, field); err != nil {
			return nil, err
		}
		fields[i] = unixLines(field)
	}
	return &row{layout: &f.layout, fields: fields, line: line}, nil
}

func (f *rows) checkField(i int, field string) error {
	if !utf8.ValidString(field) {
		return lineError(f.lineWithin(i, field, invalidAt(field)), messages.CSVNotUTF8)
	}
	if at := strings.IndexByte(field, 0); at >= 0 {
		return lineError(f.lineWithin(i, field, at), messages.CSVNotText)
	}
	if width := f.layout.width; width > 0 && i >= width && strings.TrimSpace(field) != "" {
		line, _ := f.csv.FieldPos(i)
		return lineError(line, messages.CSVRowTooWide(i+1, width))
	}
	return nil
}

// lineWithin gives the line of a byte inside a value that may span lines.
func (f *rows) lineWithin(i int, field string, at int) int {
	line, _ := f.csv.FieldPos(i)
	return line + strings.Count(field[:at], "\n")
}

// unixLines drops every carriage return before a line feed.
func unixLines(s string) string {
	if !strings.Contains(s, "\r\n") {
		return s
	}
	parts := strings.Split(s, "\n")
	for i, part := range parts[:len(parts)-1] {
		parts[i] = strings.TrimRight(part, "\r")
	}
	return strings.Join(parts, "\n")
}

func invalidAt(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return i
			}
		}
	}
	return 0
}

// readError words what the CSV reader found. It reports an unclosed quotation
// mark at the end of the file or at the next mark, far from its cause, so the
// line told is the one on which the row starts.
func readError(err error) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return err
	}
	switch {
	case errors.Is(parse.Err, csv.ErrBareQuote):
		return lineError(parse.Line, messages.CSVQuoteInValue)
	case errors.Is(parse.Err, csv.ErrQuote):
		return lineError(parse.StartLine, messages.CSVQuoteUnbalanced)
	default:
		return lineError(parse.StartLine, messages.CSVInvalid)
	}
}

// fileStarts are the first bytes of what people rename to .csv.
var fileStarts = []struct {
	start  string
	reason messages.Message
}{
	{"PK\x03\x04", messages.CSVIsXLSX},
	{"\xd0\xcf\x11\xe0", messages.CSVIsXLS},
	{"\xff\xfe", messages.CSVIsUTF16},
	{"\xfe\xff", messages.CSVIsUTF16},
	{"\x1f\x8b", messages.CSVIsGzip},
	{"%PDF", messages.CSVIsPDF},
}

const byteOrderMark = "\ufeff"

// checkStart refuses files of other kinds and skips a byte order mark.
func checkStart(r *bufio.Reader) error {
	start, err := r.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	for _, kind := range fileStarts {
		if bytes.HasPrefix(start, []byte(kind.start)) {
			return fileError(kind.reason)
		}
	}
	if bytes.HasPrefix(start, []byte(byteOrderMark)) {
		_, err = r.Discard(len(byteOrderMark))
		return err
	}
	return nil
}

// noHandleColumn explains a header without handles, which is most often a file
// of another kind or one that a spreadsheet saved its own way.
func noHandleColumn(header *row) error {
	if len(header.fields) == 1 && strings.Count(header.fields[0], ";") > 1 {
		return lineError(header.line, messages.CSVSemicolons)
	}
	if len(header.fields) == 1 && strings.Count(header.fields[0], "\t") > 1 {
		return lineError(header.line, messages.CSVTabs)
	}
	return lineError(header.line, messages.CSVNotProducts)
}
