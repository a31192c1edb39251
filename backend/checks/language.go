package checks

import (
	"strings"
	"sync"
	"unicode"

	"galley/backend/markup"
)

type language int

const (
	english language = iota
	foreign          // a language that is not English
)

var languages = sync.OnceValue(func() map[string]set {
	all := map[string]set{}
	for _, line := range dataLines("languages") {
		code, list, _ := strings.Cut(line, ":")
		all[code] = set{}
		all[code].add(strings.Fields(list)...)
	}
	return all
})

// maxForeignLetters is the share of letters beyond A to Z above which a text
// without any English function word counts as another language.
const maxForeignLetters = 0.05

// languageOf distinguishes English from other languages, by script and by the
// short words that each language repeats. A text without evidence (a title of
// two words, for example) counts as English.
func languageOf(text string) language {
	latin, others := countLetters(text)
	if others*2 > latin+others {
		return foreign
	}
	hits := functionWords(text)
	best := 0
	for code, n := range hits {
		if code != "en" {
			best = max(best, n)
		}
	}
	switch {
	case best > hits["en"]:
		return foreign
	case hits["en"] == 0 && best == 0 && accented(text) > maxForeignLetters:
		return foreign
	}
	return english
}

func functionWords(text string) map[string]int {
	hits := map[string]int{}
	for _, word := range lowered(text, markup.Words(text)) {
		for code, list := range languages() {
			if list.has(word) {
				hits[code]++
			}
		}
	}
	return hits
}

func countLetters(text string) (latin, others int) {
	for _, r := range text {
		switch {
		case !unicode.IsLetter(r):
		case unicode.Is(unicode.Latin, r):
			latin++
		default:
			others++
		}
	}
	return latin, others
}

// accented is the share of letters that are not A to Z.
func accented(text string) float64 {
	all, plain := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			all++
			if r < unicode.MaxASCII {
				plain++
			}
		}
	}
	if all == 0 {
		return 0
	}
	return 1 - float64(plain)/float64(all)
}

// isSpaceless reports whether most letters belong to scripts without spaces
// between words, so that word counts mean something else.
func isSpaceless(text string) bool {
	all, spaceless := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			all++
			if markup.IsWhole(r) || unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
				spaceless++
			}
		}
	}
	return spaceless*2 > all
}

// IsEnglish reports whether a text is English, or too short to tell.
func IsEnglish(text string) bool { return languageOf(text) == english }
