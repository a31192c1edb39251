package checks

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// span is a piece of a text, in bytes.
type span struct{ start, end int }

func (s span) of(text string) string { return text[s.start:s.end] }

// WordCount counts the words of a text for people. A word may hold hyphens and
// apostrophes ("hand-made") and a figure its points ("1.8"); where a script is
// written without spaces, each Chinese or Japanese character counts as one.
func WordCount(text string) int { return len(words(text)) }

// words finds the words of a text as people count them.
func words(text string) []span { return scanWords(text, joinsWord) }

// tokens finds the words of a text as facts are compared by: hyphens part them,
// so that "eco-friendly" and "eco friendly" are the same.
func tokens(text string) []span { return scanWords(text, joinsToken) }

type joiner func(prev, r, next rune) bool

func scanWords(text string, joins joiner) []span {
	var (
		found []span
		start = -1
		prev  rune
	)
	for i, r := range text {
		switch {
		case isWhole(r):
			found = closeWord(found, start, i)
			found = append(found, span{i, i + utf8.RuneLen(r)})
			start = -1
		case isWordRune(r):
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

func closeWord(found []span, start, end int) []span {
	if start < 0 {
		return found
	}
	return append(found, span{start, end})
}

func nextRune(text string, at int) rune {
	if at < 0 || at >= len(text) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return r
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// isWhole reports whether the character is a word by itself.
func isWhole(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

func joinsWord(prev, r, next rune) bool {
	switch r {
	case '-', '\u2010', '\u2011':
		return isWordRune(prev) && isWordRune(next) && !isWhole(next)
	}
	return joinsToken(prev, r, next)
}

func joinsToken(prev, r, next rune) bool {
	switch r {
	case '\'', '\u2019':
		return unicode.IsLetter(prev) && unicode.IsLetter(next) && !isWhole(next)
	case '.', ',':
		return unicode.IsDigit(prev) && unicode.IsDigit(next)
	}
	return false
}

// lowered returns the words of a text in lower case.
func lowered(text string, spans []span) []string {
	list := make([]string, len(spans))
	for i, s := range spans {
		list[i] = strings.ToLower(s.of(text))
	}
	return list
}

// stem takes the plural off an English word, and a possessive, so that "lamps"
// meets "lamp". Words of other languages pass, some of them shortened alike in
// text and source, which does no harm.
func stem(word string) string {
	w := strings.ReplaceAll(strings.ToLower(word), "\u2019", "'")
	w = strings.TrimSuffix(w, "'s")
	switch {
	case len(w) <= 3:
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case hasAnySuffix(w, "sses", "shes", "ches", "xes", "zzes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !hasAnySuffix(w, "ss", "us", "is"):
		return w[:len(w)-1]
	}
	return w
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}

// stems returns the tokens of a text, stemmed.
func stems(text string) []string {
	spans := tokens(text)
	list := make([]string, len(spans))
	for i, s := range spans {
		list[i] = stem(s.of(text))
	}
	return list
}
