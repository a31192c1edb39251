package checks

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

var abbreviations = sync.OnceValue(func() set { return dataSet("abbreviations") })

// sentences parts a stretch of text into sentences that hold at least one
// word. A line feed always ends one; a full stop does not where it belongs to
// a figure, an abbreviation or an initial, or where a small letter follows.
func sentences(text string, within span) []span {
	var found []span
	add := func(from, to int) {
		if WordCount(text[from:to]) > 0 {
			found = append(found, span{from, to})
		}
	}
	start := within.start
	for i := within.start; i < within.end; {
		r, size := utf8.DecodeRuneInString(text[i:within.end])
		i += size
		if r != '\n' && !isTerminator(r) {
			continue
		}
		end := skipClosers(text, span{i, within.end})
		if r != '\n' && !endsSentence(text, start, i-size, span{end, within.end}, r) {
			continue
		}
		add(start, end)
		start, i = end, end
	}
	add(start, within.end)
	return found
}

func isTerminator(r rune) bool { return strings.ContainsRune(".!?…。！？", r) }

// skipClosers passes further terminators and closing quotes and brackets.
func skipClosers(text string, s span) int {
	for i, r := range text[s.start:s.end] {
		if !isTerminator(r) && !strings.ContainsRune(")]\"'”’»", r) {
			return s.start + i
		}
	}
	return s.end
}

// endsSentence judges the terminator at dot, with what stands before it from
// start and after it in rest.
func endsSentence(text string, start, dot int, rest span, terminator rune) bool {
	if strings.ContainsRune("。！？", terminator) || rest.start >= rest.end {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[rest.start:rest.end])
	if !unicode.IsSpace(next) {
		return false
	}
	if terminator != '.' {
		return true
	}
	word := lastWord(text[start:dot])
	before := strings.TrimRight(text[start:dot-len(word)], " \u00a0")
	if abbreviations().has(strings.ToLower(word)) || (isInitial(word) && !endsInDigit(before)) {
		return false
	}
	following := strings.TrimSpace(text[rest.start:rest.end])
	first, _ := utf8.DecodeRuneInString(following)
	return !unicode.IsLower(first)
}

func lastWord(text string) string {
	at := strings.LastIndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '(' })
	return text[at+1:]
}

// endsInDigit tells the W of "40 W" from an initial.
func endsInDigit(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsDigit(r)
}

// isInitial reports whether a word is one capital letter, as in "J. Smith".
func isInitial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsUpper(r) && r != 'I'
}

// Sentences parts a visible text into its sentences, without the space around
// them.
func Sentences(text string) []string {
	var list []string
	for _, s := range sentences(text, span{0, len(text)}) {
		list = append(list, strings.TrimSpace(s.of(text)))
	}
	return list
}
