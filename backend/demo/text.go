package demo

import (
	"strings"

	"golang.org/x/net/html"

	"galley/backend/demo/graph"
)

// plainText is HTML without its tags, with collapsed spaces.
func plainText(source string) string {
	var out strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(source))
	hidden := 0
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return strings.Join(strings.Fields(out.String()), " ")
		case html.TextToken:
			if hidden == 0 {
				out.Write(tokens.Text())
			}
		case html.StartTagToken:
			hidden += invisible(tokens)
			out.WriteByte(' ')
		case html.EndTagToken:
			hidden = max(0, hidden-invisible(tokens))
			out.WriteByte(' ')
		case html.SelfClosingTagToken:
			out.WriteByte(' ')
		}
	}
}

// invisible is 1 for tags whose content is not shown.
func invisible(tokens *html.Tokenizer) int {
	name, _ := tokens.TagName()
	if tag := string(name); tag == "script" || tag == "style" {
		return 1
	}
	return 0
}

// truncated cuts a text to the requested number of characters.
func truncated(call *graph.Call, text string) string {
	limit, given := call.Args.Int("truncateAt")
	runes := []rune(text)
	if !given || limit < 0 || len(runes) <= limit {
		return text
	}
	const ellipsis = "..."
	return string(runes[:max(0, limit-len(ellipsis))]) + ellipsis
}
