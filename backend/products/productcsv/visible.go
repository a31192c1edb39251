package productcsv

import (
	"strings"
	"unicode"
)

// visible is a text without characters that have no shape, such as byte order
// marks, soft hyphens and Ctrl-Z, and without white space around it.
func visible(text string) string {
	if strings.ContainsFunc(text, hasNoShape) {
		text = strings.Map(func(r rune) rune {
			if hasNoShape(r) {
				return -1
			}
			return r
		}, text)
	}
	return strings.TrimSpace(text)
}

// hasNoShape is true of controls but white space, and of format characters. Those
// that join letters of Indic scripts and emoji are part of words.
func hasNoShape(r rune) bool {
	const joiner, nonJoiner = '\u200d', '\u200c'
	if r == joiner || r == nonJoiner {
		return false
	}
	return unicode.IsControl(r) && !unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)
}

// byteOrderMark may begin a text, and each part of one that was put together.
const byteOrderMark = "\ufeff"

// isNoText is true of characters that no text has, and that no shop takes.
func isNoText(r rune) bool {
	return unicode.IsControl(r) && !unicode.IsSpace(r)
}
