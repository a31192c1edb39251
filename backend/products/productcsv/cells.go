package productcsv

import "strings"

// progress is how far a row is read after one of its lines.
type progress int

const (
	rowDone   progress = iota
	rowOpen            // a quoted cell goes on in the next line
	rowBroken          // a mark closes a cell that goes on
)

// cells splits lines into the cells of one row. Quotation marks within a cell
// that does not begin with one are part of it, and so is white space around a
// cell but where it surrounds quotation marks.
type cells struct {
	separator byte
	// closes decides whether the mark at a place of the line, which is not
	// doubled, ends a quoted cell; marks counts those of the cell up to it.
	closes    func(line string, at, marks int) bool
	backslash bool // a backslash before a mark escapes it
	literal   func(rest string) bool

	list   []string
	cell   strings.Builder
	quoted bool
	marks  int
}

// strictCells reads as the standard has it.
func strictCells(separator byte) *cells { return &cells{separator: separator} }

// line reads the next line of the row.
func (c *cells) line(text string) progress {
	i := 0
	if c.quoted {
		c.cell.WriteByte('\n')
	}
	for {
		if !c.quoted {
			next, more := c.begin(text, i)
			if !more && !c.quoted {
				return rowDone
			}
			i = next
			continue
		}
		next, state := c.goOn(text, i)
		if state != rowDone {
			return state
		}
		if !c.quoted && next > len(text) {
			return rowDone
		}
		i = next
	}
}

// begin reads a cell without marks, or up to the mark that opens one. more is
// false after the last cell of the line.
func (c *cells) begin(text string, i int) (next int, more bool) {
	start := c.skipSpace(text, i)
	if start < len(text) && text[start] == '"' && (c.literal == nil || !c.literal(text[start:])) {
		c.quoted, c.marks = true, 1
		return start + 1, true
	}
	end := strings.IndexByte(text[i:], c.separator)
	if end < 0 {
		c.list = append(c.list, text[i:])
		return len(text), false
	}
	c.list = append(c.list, text[i:i+end])
	return i + end + 1, true
}

// goOn reads a quoted cell up to its closing mark and the separator after it. A
// place behind the line means that the row is done.
func (c *cells) goOn(text string, i int) (next int, state progress) {
	at := strings.IndexByte(text[i:], '"')
	if at < 0 {
		c.cell.WriteString(text[i:])
		return i, rowOpen
	}
	at += i
	c.marks++
	if c.backslash && at > i && text[at-1] == '\\' {
		c.cell.WriteString(text[i:at-1] + `"`)
		return at + 1, rowDone
	}
	c.cell.WriteString(text[i:at])
	if at+1 < len(text) && text[at+1] == '"' {
		c.marks++
		c.cell.WriteByte('"')
		return at + 2, rowDone
	}
	behind := c.skipSpace(text, at+1)
	ends := behind == len(text) || text[behind] == c.separator
	switch {
	case c.closes == nil && !ends:
		return at, rowBroken
	case !ends, c.closes != nil && !c.closes(text, at, c.marks):
		c.cell.WriteByte('"')
		return at + 1, rowDone
	}
	c.list = append(c.list, c.cell.String())
	c.cell.Reset()
	c.quoted = false
	return behind + 1, rowDone
}

func (c *cells) skipSpace(text string, i int) int {
	for i < len(text) && (text[i] == ' ' || text[i] == '\r' || text[i] == '\t' && c.separator != '\t') {
		i++
	}
	return i
}

// isWord is true of a cell that only begins with a word in marks: up to the next
// separator it has an even number of them, and does not end with one.
func (c *cells) isWord(rest string) bool {
	if end := strings.IndexByte(rest, c.separator); end >= 0 {
		rest = rest[:end]
	}
	rest = strings.TrimRight(rest, " \t\r")
	return strings.Count(rest, `"`)%2 == 0 && !strings.HasSuffix(rest, `"`)
}

// tolerantCells are the ways to read a row that is not as the standard has it,
// the most likely first.
func tolerantCells(separator byte) []*cells {
	inPairs := func(_ string, _, marks int) bool { return marks%2 == 0 }
	always := func(string, int, int) bool { return true }
	paired := &cells{separator: separator, closes: inPairs}
	paired.literal = paired.isWord
	words := &cells{separator: separator, closes: always}
	words.literal = words.isWord
	return []*cells{
		{separator: separator, closes: always, backslash: true},
		paired,
		words,
		{separator: separator, closes: always},
		{separator: separator, literal: func(string) bool { return true }},
	}
}
