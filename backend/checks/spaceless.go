package checks

import (
	"unicode"

	"galley/backend/markup"
)

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
