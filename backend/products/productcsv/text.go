package productcsv

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Text decodes a file to UTF-8 by its byte order mark, or else by a guess, without
// the mark.
func Text(content string) string {
	c := charactersOf([]byte(content), "")
	if c.isUTF8() && !utf8.ValidString(content) {
		c = characters{decode: charmap.Windows1252}
		if found, err := guessed(strings.NewReader(content)); err == nil && !isOfSigns(content) {
			c = found
		}
	}
	if c.decode != nil {
		if decoded, err := c.decode.NewDecoder().String(content); err == nil {
			content = decoded
		}
	}
	return strings.TrimPrefix(strings.ToValidUTF8(content, "\uFFFD"), "\uFEFF")
}

// isOfSigns reports whether what is not ASCII are signs or ends of words: nothing tells the language of "220°C" or
// "5 €", and most programs write them as Windows does.
func isOfSigns(content string) bool {
	isIn := func(i int) bool { // a word
		return i >= 0 && i < len(content) && (content[i] >= utf8.RuneSelf || 'a' <= content[i]|0x20 && content[i]|0x20 <= 'z')
	}
	for i := range len(content) {
		if content[i] >= utf8.RuneSelf && isIn(i-1) && isIn(i+1) {
			return false
		}
	}
	return true
}
