package markup

import (
	"unicode"
	"unicode/utf8"
)

// Span is a part of a text, in bytes.
type Span struct{ Start, End int }

// Of returns the part.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// WordCount counts words as people do. A word may contain hyphens and
// apostrophes ("hand-made") and a figure its points ("1.8"); in scripts without
// spaces, each Chinese or Japanese character counts as one.
func WordCount(text string) int { return len(Words(text)) }

// Words finds the words of a text as people count them.
func Words(text string) []Span { return scanWords(text, joinsWord) }

// Tokens finds the words by which facts are compared: hyphens separate them, so
// that "eco-friendly" and "eco friendly" are the same.
func Tokens(text string) []Span { return scanWords(text, joinsToken) }

// bytesOfWord is about how long a word is, with the space behind it.
const bytesOfWord = 6

type joiner func(prev, r, next rune) bool

func scanWords(text string, joins joiner) []Span {
	var (
		found = make([]Span, 0, len(text)/bytesOfWord+1)
		start = -1
		prev  rune
	)
	for i, r := range text {
		switch {
		case IsWhole(r):
			found = closeWord(found, start, i)
			found = append(found, Span{i, i + utf8.RuneLen(r)})
			start = -1
		case IsWordRune(r):
			if start < 0 {
				start = i
			}
		case start >= 0 && joins(prev, r, nextRune(text, i+utf8.RuneLen(r))):
		default:
			found = closeWord(found, start, i)
			start = -1
		}
		prev = r
	}
	return closeWord(found, start, len(text))
}

func closeWord(found []Span, start, end int) []Span {
	if start < 0 {
		return found
	}
	return append(found, Span{start, end})
}

func nextRune(text string, at int) rune {
	if at < 0 || at >= len(text) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return r
}

// IsWordRune reports whether the character can be part of a word.
func IsWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// IsWhole reports whether the character alone is a word.
func IsWhole(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

func joinsWord(prev, r, next rune) bool {
	switch r {
	case '-', '\u2010', '\u2011':
		return IsWordRune(prev) && IsWordRune(next) && !IsWhole(next)
	}
	return joinsToken(prev, r, next)
}

func joinsToken(prev, r, next rune) bool {
	switch r {
	case '\'', '\u2019':
		return unicode.IsLetter(prev) && unicode.IsLetter(next) && !IsWhole(next)
	case '.', ',':
		return unicode.IsDigit(prev) && unicode.IsDigit(next)
	}
	return false
}
