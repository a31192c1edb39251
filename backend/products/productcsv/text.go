package productcsv

import (
	"strings"
	"unicode/utf8"
)

// Text decodes a file to UTF-8 by its byte order mark, or else by a guess, without
// the mark.
func Text(content string) string {
	c := charactersOf([]byte(content), "")
	if c.isUTF8() && !utf8.ValidString(content) {
		if found, err := guessed(strings.NewReader(content)); err == nil {
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
