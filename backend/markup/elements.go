package markup

import "golang.org/x/net/html"

// maxOpen limits how deeply blocks may nest.
const maxOpen = 1000

// kinds are the elements that give their text a kind; other text is a
// paragraph.
var kinds = map[string]BlockKind{
	"h1": Heading, "h2": Heading, "h3": Heading, "h4": Heading, "h5": Heading, "h6": Heading,
	"li": Item, "dt": Item, "dd": Item, "summary": Heading,
	"td": Cell, "th": Cell, "caption": Cell, "figcaption": Cell,
}

// hiddenElements have content that is not shown. Frames are listed for their
// fallback content, which browsers with frames do not show.
var hiddenElements = setOf("script", "style", "template", "title", "iframe", "noembed", "noframes", "noscript",
	"object", "select", "datalist", "svg", "math", "video", "audio", "canvas")

// blockElements start and end a line of their own.
var blockElements = setOf("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
	"dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
	"header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
	"table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")

// setOf returns a set of words.
func setOf(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// Attribute returns the value of a tag's attribute, "" where it has none.
func Attribute(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
