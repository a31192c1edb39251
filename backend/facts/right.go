package facts

import (
	"strings"

	"galley/backend/language"
)

// asWritten is what a fact says in the words of its source, "" of a denial.
func (s *Sheet) asWritten(f *fact) string {
	text := s.lines[f.line].reading()
	if f.negative || f.freeOf || f.End > len(text) {
		return ""
	}
	return strings.TrimSpace(f.Of(text))
}

// numbersIn is how many numbers in digits a text has.
func numbersIn(text string) int {
	count := 0
	for at := nextNumber(text, 0); at >= 0; at = nextNumber(text, numberEnd(text, at, language.Other)) {
		count++
	}
	return count
}

// isExchanged are the classes where the words of a fact can take the place of
// those of a claim; a figure's in any language.
var isExchanged = map[Class]bool{Figure: true, Warranty: true, Count: true, Material: true, Colour: true, Size: true}

// keepRight drops the right words where they cannot take the place of a claim:
// a promise that the data denies, words of another language, or one figure for
// two.
func keepRight(text string, claims []Claim, sameLanguage bool) {
	for i, c := range claims {
		if !canReplace(c, c.Of(text), sameLanguage) {
			claims[i].Right = ""
		}
	}
}

func canReplace(c Claim, words string, sameLanguage bool) bool {
	switch figures := numbersIn(c.Right); {
	case !isExchanged[c.Class] || c.Right == "" || c.Right == words:
		return false
	case c.Class == Warranty && lastWord(c.Right) != lastWord(words):
		return false
	case figures > 0:
		return figures == max(1, numbersIn(words)) && (sameLanguage || c.Class == Figure)
	default:
		return sameLanguage && numbersIn(words) == 0
	}
}

func lastWord(text string) string {
	words := strings.Fields(text)
	if len(words) == 0 {
		return ""
	}
	return fold(words[len(words)-1])
}
