package markup

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// markdown reads CommonMark with tables. HTML tags in the text are kept: the
// result is sanitised before it is shown.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough), goldmark.WithRendererOptions(html.WithUnsafe()))

// bullet matches the list markers that models write instead of Markdown.
var bullet = regexp.MustCompile(`(?m)^([ \t]*)[•‣▪] +`)

// FromMarkdown converts Markdown, or plain lines, to HTML. The result is not
// safe: sanitise it.
func FromMarkdown(text string) string {
	var out bytes.Buffer
	if err := markdown.Convert([]byte(bullet.ReplaceAllString(text, "$1- ")), &out); err != nil {
		return text // writing to a buffer does not fail
	}
	return strings.ReplaceAll(strings.TrimSpace(out.String()), ">\n<", "><")
}
