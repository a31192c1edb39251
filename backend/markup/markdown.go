package markup

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// markdown reads CommonMark with tables. Tags within the text stay: what comes
// out is sanitised before it is shown.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough), goldmark.WithRendererOptions(html.WithUnsafe()))

// bullet is how models write list items where they do not write Markdown.
var bullet = regexp.MustCompile(`(?m)^([ \t]*)[•‣▪] +`)

// FromMarkdown makes HTML of a text in Markdown, or in plain lines. The result
// is not safe yet: sanitise it.
func FromMarkdown(text string) string {
	var out bytes.Buffer
	if err := markdown.Convert([]byte(bullet.ReplaceAllString(text, "$1- ")), &out); err != nil {
		return text // a buffer takes every write, so that this does not happen
	}
	return strings.ReplaceAll(strings.TrimSpace(out.String()), ">\n<", "><")
}
