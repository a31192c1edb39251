package markup

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/abbreviations.txt
var abbreviationList string

// abbreviations are the words after which a full stop does not end a sentence.
var abbreviations = sync.OnceValue(func() map[string]bool { return setOf(strings.Fields(abbreviationList)...) })

// SentencesIn splits a span of text into sentences of at least one word. A line
// feed always ends a sentence; a full stop does not if it belongs to a figure,
// an abbreviation or an initial, or if a small letter follows.
func SentencesIn(text string, within Span) []Span {
	var found []Span
	add := func(from, to int) {
		if WordCount(text[from:to]) > 0 {
			found = append(found, Span{from, to})
		}
	}
	start := within.Start
	for i := within.Start; i < within.End; {
		r, size := utf8.DecodeRuneInString(text[i:within.End])
		i += size
		if r != '\n' && !IsTerminator(r) {
			continue
		}
		end := skipClosers(text, Span{i, within.End})
		if r != '\n' && !endsSentence(text, start, i-size, Span{end, within.End}, r) {
			continue
		}
		add(start, end)
		start, i = end, end
	}
	add(start, within.End)
	return found
}

// IsTerminator reports whether the character can end a sentence.
func IsTerminator(r rune) bool { return strings.ContainsRune(".!?…。！？", r) }

// skipClosers skips further terminators and closing quotes and brackets.
func skipClosers(text string, s Span) int {
	for i, r := range text[s.Start:s.End] {
		if !IsTerminator(r) && !strings.ContainsRune(")]\"'”’»", r) {
			return s.Start + i
		}
	}
	return s.End
}

// endsSentence judges the terminator at dot, given the text before it from
// start and the text after it in rest.
func endsSentence(text string, start, dot int, rest Span, terminator rune) bool {
	if strings.ContainsRune("。！？", terminator) || rest.Start >= rest.End {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[rest.Start:rest.End])
	if !unicode.IsSpace(next) {
		return false
	}
	if terminator != '.' {
		return true
	}
	word := lastWord(text[start:dot])
	before := strings.TrimRight(text[start:dot-len(word)], " \u00a0")
	if abbreviations()[strings.ToLower(word)] || (isInitial(word) && !endsInDigit(before)) {
		return false
	}
	following := strings.TrimSpace(text[rest.Start:rest.End])
	first, _ := utf8.DecodeRuneInString(following)
	return !unicode.IsLower(first)
}

func lastWord(text string) string {
	at := strings.LastIndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '(' })
	return text[at+1:]
}

// endsInDigit distinguishes the W of "40 W" from an initial.
func endsInDigit(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsDigit(r)
}

// isInitial reports whether a word is one capital letter, as in "J. Smith".
func isInitial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsUpper(r) && r != 'I'
}

// Sentences splits a visible text into its sentences, without surrounding
// space.
func Sentences(text string) []string {
	var list []string
	for _, s := range SentencesIn(text, Span{0, len(text)}) {
		list = append(list, strings.TrimSpace(s.Of(text)))
	}
	return list
}
