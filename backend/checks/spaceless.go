package checks

import (
	"unicode"

	"galley/backend/language"
	"galley/backend/markup"
)

// isSpaceless reports whether most letters belong to scripts without spaces
// between words, so that word counts mean something else.
func isSpaceless(text string) bool {
	spaceless := 0
	for _, r := range text {
		if unicode.IsLetter(r) && (markup.IsWhole(r) || unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)) {
			spaceless++
		}
	}
	return spaceless*2 > language.Letters(text)
}
