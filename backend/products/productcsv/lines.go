package productcsv

import (
	"bufio"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxRow is the longest row that is read, in bytes: the longest texts that
// Shopify takes fit several times. A quotation mark that is never closed would
// otherwise have the rest of the file in memory as one value.
const maxRow = 16 << 20

var (
	errLongRow = errors.New("row too long")
	errNotUTF8 = errors.New("not UTF-8")
)

// textLine is one line of the file without its end.
type textLine struct {
	text   string
	number int // from 1, as an editor counts
}

// lines reads the lines of a text, of which some can be put back.
type lines struct {
	in     *bufio.Reader
	cr     bool // a carriage return alone ends a line
	isUTF8 bool // a line that is not UTF-8 is errNotUTF8
	number int
	back   []textLine
}

func newLines(r io.Reader, cr bool) *lines {
	return &lines{in: bufio.NewReaderSize(r, 64<<10), cr: cr}
}

// next returns io.EOF after the last line.
func (l *lines) next() (textLine, error) {
	if n := len(l.back); n > 0 {
		line := l.back[n-1]
		l.back = l.back[:n-1]
		return line, nil
	}
	text, err := l.read()
	if err != nil {
		return textLine{}, err
	}
	if l.isUTF8 && !utf8.ValidString(text) {
		return textLine{}, errNotUTF8
	}
	l.number++
	if l.number == 1 {
		text = strings.TrimLeft(text, byteOrderMark)
	}
	return textLine{text, l.number}, nil
}

// putBack returns lines, in their order, to be read again.
func (l *lines) putBack(read []textLine) {
	for _, line := range slices.Backward(read) {
		l.back = append(l.back, line)
	}
}

// read reads up to a line end. What old systems and full disks leave behind the
// last line is no part of it.
func (l *lines) read() (string, error) {
	var text []byte
	for {
		piece, err := l.piece()
		text = append(text, piece...)
		ended := err == nil
		switch {
		case len(text) > maxRow:
			return "", errLongRow
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF):
			whole := strings.TrimRight(string(text), endMarks)
			if whole == "" {
				return "", io.EOF
			}
			return strings.TrimRight(whole, "\r"), nil
		case err != nil:
			return "", err
		case ended:
			return strings.TrimRight(string(text), "\r\n"+endMarks), nil
		}
	}
}

// endMarks are Ctrl-Z and the zeros of a full disk.
const endMarks = "\x1a\x00"

// piece reads up to and with a line end, or to the end of the buffer.
func (l *lines) piece() ([]byte, error) {
	if !l.cr {
		return l.in.ReadSlice('\n')
	}
	if _, err := l.in.Peek(1); err != nil {
		return nil, err
	}
	held, _ := l.in.Peek(l.in.Buffered())
	for i, b := range held {
		if b != '\r' && b != '\n' {
			continue
		}
		end := i + 1
		if b == '\r' && l.followedByLineFeed(end) {
			end++
		}
		piece, err := l.in.Peek(end)
		if err == nil {
			_, err = l.in.Discard(end)
		}
		return piece, err
	}
	_, err := l.in.Discard(len(held))
	if err == nil {
		err = bufio.ErrBufferFull
	}
	return held, err
}

func (l *lines) followedByLineFeed(at int) bool {
	next, err := l.in.Peek(at + 1)
	return err == nil && next[at] == '\n'
}
