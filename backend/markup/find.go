package markup

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Query is what to look for in the text that people see.
type Query struct {
	Words      string
	MatchCase  bool
	WholeWords bool // not within a longer word; scripts without spaces have no such words
}

// In returns where the words are in a text, in bytes, in order and without
// overlap. A letter and its accent are one character, however they are written;
// kinds of spaces within a line, of hyphens and of apostrophes are alike.
func (q Query) In(text string) (found []Span) {
	want := q.characters(q.Words)
	if len(want) == 0 {
		return nil
	}
	have := q.characters(text)
	for i := 0; i+len(want) <= len(have); i++ {
		at, ok := q.matchAt(have[i:], want)
		if !ok || q.WholeWords && !isWholeWord(text, at) {
			continue
		}
		found = append(found, at)
		i += len(want) - 1
	}
	return found
}

// character is one letter with its accents, in the form in which it is compared.
type character struct {
	at   Span
	same string
}

func (q Query) characters(text string) []character {
	list := make([]character, 0, len(text))
	for start := 0; start < len(text); {
		size := norm.NFC.NextBoundaryInString(text[start:], true)
		if size <= 0 {
			size = len(text) - start
		}
		at := Span{start, start + size}
		list = append(list, character{at: at, same: q.same(at.Of(text))})
		start = at.End
	}
	return list
}

// same is a character as it is compared.
func (q Query) same(letter string) string {
	runes := []rune(norm.NFC.String(letter))
	for i, r := range runes {
		r = alikeRune(r)
		if !q.MatchCase {
			r = foldRune(r)
		}
		runes[i] = r
	}
	return string(runes)
}

func (q Query) matchAt(have, want []character) (Span, bool) {
	for i, c := range want {
		if have[i].same != c.same {
			return Span{}, false
		}
	}
	return Span{have[0].at.Start, have[len(want)-1].at.End}, true
}

// foldRune is the least of the runes that differ by case only.
func foldRune(r rune) rune {
	least := r
	for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
		least = min(least, next)
	}
	return least
}

// alikeRune makes the runes alike that people write for one another.
func alikeRune(r rune) rune {
	switch r {
	case '\u00a0', '\u2007', '\u2009', '\u202f':
		return ' '
	case '\u2010', '\u2011':
		return '-'
	case '\u2018', '\u2019', '\u02bc':
		return '\''
	case '\u201c', '\u201d':
		return '"'
	}
	return r
}

// isWholeWord reports whether no word goes on beyond either end of a span.
func isWholeWord(text string, at Span) bool {
	return isWordEdge(text, at.Start) && isWordEdge(text, at.End)
}

func isWordEdge(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	inWord := at > 0 && at < len(text) && IsWordRune(before) && IsWordRune(after)
	return !inWord || isUnspaced(before) || isUnspaced(after)
}

// isUnspaced reports whether words of the script are written without spaces.
func isUnspaced(r rune) bool {
	return IsWhole(r) || unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
