package checks

// maxOpen bounds how deeply blocks may nest in what is read.
const maxOpen = 1000

// kinds are the elements that say what their text is; text in no such element
// is a paragraph.
var kinds = map[string]blockKind{
	"h1": heading, "h2": heading, "h3": heading, "h4": heading, "h5": heading, "h6": heading,
	"li": item, "dt": item, "dd": item, "summary": heading,
	"td": cell, "th": cell, "caption": cell, "figcaption": cell,
}

// hiddenElements have content that no one reads. Frames stand here for what
// they hold between their tags, which is only shown where frames are not.
var hiddenElements = setOf("script", "style", "template", "title", "iframe", "noembed", "noframes", "noscript",
	"object", "select", "datalist", "svg", "math", "video", "audio", "canvas")

// blockElements begin and end a line of their own.
var blockElements = setOf("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
	"dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
	"header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
	"table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")

func setOf(words ...string) set {
	s := set{}
	s.add(words...)
	return s
}
