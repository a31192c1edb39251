package markup

import (
	"strings"

	"golang.org/x/net/html"

	"galley/backend/galley"
)

// Replace puts words in the place of a span of the text, as text. Start and end
// are rune offsets in the visible text, as in warnings. Markup is kept.
func Replace(f galley.Field, content string, start, end int, words string) string {
	content = strings.ToValidUTF8(content, "\uFFFD")
	p := PageOf(f, content)
	at := Span{byteOffset(p.Text, start), byteOffset(p.Text, end)}
	if !f.IsHTML() {
		return content[:at.Start] + words + content[at.End:]
	}
	c := cutter{cut: at, replaces: true, instead: words, pageBuilder: pageBuilder{tokenizer: html.NewTokenizer(strings.NewReader(content))}}
	for c.copyToken() {
	}
	return c.html.String()
}
