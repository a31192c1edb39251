package sameness

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/language"
	"galley/backend/markup"
)

// Words that do not tell texts apart: those of the product's name, and figures.
const (
	masked = 1
	number = 2
)

// shortWord is how many bytes a word has at most that says nothing of what a text is
// about: an article, a preposition.
const shortWord = 2

// scanned is the words of a text as hashes, which are the same in every process.
type scanned struct {
	plain  []uint64 // of the words as they are
	shown  []uint64 // with masked and number in the place of names and figures
	common []bool   // of the first ones: words that a language repeats, and figures
	// telling is how many words are no names and figures.
	telling int
	// closing is where the last sentence begins.
	closing int
}

// sentenceEnds are the marks behind which a sentence ends.
const sentenceEnds = ".!?…。！？\n"

func (s *scanned) scan(t Text) {
	own := map[uint64]bool{}
	for _, at := range markup.Tokens(t.Name) {
		if w := at.Of(t.Name); !language.IsCommon(w) { // “The Hesper” is told by one word
			own[hashOf(w)] = true
		}
	}
	s.plain, s.shown, s.common, s.telling, s.closing = s.plain[:0], s.shown[:0], s.common[:0], 0, 0
	before := 0
	for _, at := range markup.Tokens(t.Words) {
		w := at.Of(t.Words)
		if strings.ContainsAny(t.Words[before:at.Start], sentenceEnds) {
			s.closing = len(s.shown)
		}
		before = at.End
		h := hashOf(w)
		s.plain = append(s.plain, h)
		first, _ := utf8.DecodeRuneInString(w)
		switch {
		case own[h]:
			h = masked
		case unicode.IsDigit(first):
			h = number
		default:
			s.telling++
		}
		s.shown = append(s.shown, h)
		if len(s.common) < openings {
			s.common = append(s.common, h == number || len(w) <= shortWord || language.IsCommon(w))
		}
	}
}

// hashOf is the hash of a word in lower case.
func hashOf(w string) uint64 {
	for i := range len(w) {
		if c := w[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			w = fold(w)
			break
		}
	}
	h := uint64(14695981039346656037) // FNV-1a
	for i := range len(w) {
		h = (h ^ uint64(w[i])) * 1099511628211
	}
	return mix(h)
}

// hashAll is the hash of a run of words, 0 for none.
func hashAll(words []uint64) uint64 {
	h := uint64(0)
	for _, w := range words {
		h = mix(h ^ w)
	}
	return h
}

// fold is a word in lower case.
func fold(w string) string { return strings.Map(unicode.ToLower, w) }
