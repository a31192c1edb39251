package blocks

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"galley/backend/markup"
)

// node is an element, a text or a comment, with its place in the source.
type node struct {
	kind       html.TokenType // StartTagToken for an element
	name       string
	attrs      []html.Attribute
	text       string // of a text without its escapes, or of a comment
	start, end int
	inner      markup.Span // of an element, between its tags
	children   []*node
	words      int  // that people see within it
	media      bool // it holds a picture, a frame or a video
}

// maxDepth is how deeply elements are told apart; deeper ones are siblings.
const maxDepth = 500

var (
	voids = setOf("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
	// closesParagraph are the elements whose start ends an open paragraph.
	closesParagraph = setOf("address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl",
		"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
		"main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul")
	// implied are the open elements that the start of another one ends.
	implied = map[string][]string{
		"li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "option": {"option"}, "tr": {"tr", "td", "th"},
		"td": {"td", "th"}, "th": {"td", "th"}, "tbody": {"thead", "tbody", "tr", "td", "th"}, "tfoot": {"thead", "tbody", "tr", "td", "th"},
	}
	// scopes are the elements within which an implied end is looked for.
	scopes = setOf("table", "ul", "ol", "menu", "dl", "td", "th", "button", "object", "select", "details", "form", "div", "section")
)

// barriers are the elements that the end tag of an element around them does not
// close; that of a table, a row or a cell does.
var (
	barriers      = setOf("table", "caption", "td", "th", "object", "applet", "marquee", "template")
	partsOfTables = setOf("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th")
)

func setOf(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// treeBuilder matches the tags of a fragment as browsers do, near enough: what
// is not well nested ends with its parent.
type treeBuilder struct {
	root *node
	open []*node // root first
	at   int
}

// parse reads a fragment. Every byte of it belongs to the root's range, and
// children are in the order of the source.
func parse(fragment string) *node {
	root := &node{kind: html.StartTagToken, end: len(fragment), inner: markup.Span{Start: 0, End: len(fragment)}}
	b := treeBuilder{root: root, open: []*node{root}}
	z := html.NewTokenizer(strings.NewReader(fragment))
	for z.Next() != html.ErrorToken {
		size := len(z.Raw())
		b.add(z.Token(), size)
	}
	if b.at < len(fragment) { // a tag that is cut off at the end
		b.append(&node{kind: html.TextToken, text: fragment[b.at:], start: b.at, end: len(fragment)})
	}
	b.closeTo(1, len(fragment), len(fragment))
	root.measure()
	return root
}

func (b *treeBuilder) add(t html.Token, size int) {
	start, end := b.at, b.at+size
	b.at = end
	switch t.Type {
	case html.StartTagToken, html.SelfClosingTagToken:
		b.closeImplied(t.Data, start)
		n := &node{kind: html.StartTagToken, name: t.Data, attrs: t.Attr, start: start, end: end, inner: markup.Span{Start: end, End: end}}
		b.append(n)
		if !voids[t.Data] && t.Type == html.StartTagToken && len(b.open) < maxDepth {
			b.open = append(b.open, n)
		}
	case html.EndTagToken:
		for i, open := range slices.Backward(b.open) {
			if i > 0 && open.name == t.Data {
				b.closeTo(i, start, end)
				return
			}
			if barriers[open.name] && !partsOfTables[t.Data] {
				return
			}
		}
	default:
		b.append(&node{kind: t.Type, text: t.Data, start: start, end: end})
	}
}

func (b *treeBuilder) append(n *node) {
	parent := b.open[len(b.open)-1]
	parent.children = append(parent.children, n)
}

// closeTo ends the open elements from i on: the first of them with an end tag
// in the range, those within it before that tag.
func (b *treeBuilder) closeTo(i, start, end int) {
	for j := len(b.open) - 1; j >= i; j-- {
		n := b.open[j]
		n.inner.End, n.end = start, start
		if j == i {
			n.end = end
		}
	}
	b.open = b.open[:min(i, len(b.open))]
}

func (b *treeBuilder) closeImplied(name string, at int) {
	ends := implied[name]
	if closesParagraph[name] {
		ends = []string{"p"}
	}
	if ends == nil {
		return
	}
	first := 0
	for i, open := range slices.Backward(b.open) {
		if slices.Contains(ends, open.name) {
			first = i
			if name == "li" || name == "p" {
				break
			}
		}
		if scopes[open.name] && !slices.Contains(ends, open.name) {
			break
		}
	}
	if first > 0 {
		b.closeTo(first, at, at)
	}
}

// unseen are the elements whose text is not shown.
var unseen = setOf("script", "style", "template", "title", "iframe", "noembed", "noframes", "noscript", "object", "select", "datalist", "svg", "math",
	"video", "audio", "canvas")

// measure counts the words of a node and all within it.
func (n *node) measure() {
	if n.kind == html.TextToken {
		n.words = markup.WordCount(n.text)
		return
	}
	n.media = n.isElement("img", "iframe", "video", "svg")
	for _, c := range n.children {
		c.measure()
		n.words += c.words
		n.media = n.media || c.media
	}
	if unseen[n.name] {
		n.words = 0
	}
}

func (n *node) attr(key string) string {
	for _, a := range n.attrs {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// isElement reports whether a node is an element, of one of the names if any
// are given.
func (n *node) isElement(names ...string) bool {
	return n.kind == html.StartTagToken && (len(names) == 0 || slices.Contains(names, n.name))
}

// count counts the elements of a name within a node.
func (n *node) count(name string) int {
	total := 0
	for _, c := range n.children {
		if c.isElement(name) {
			total++
		}
		total += c.count(name)
	}
	return total
}

// find returns the first element of a name within a node.
func (n *node) find(names ...string) *node {
	for _, c := range n.children {
		if c.isElement(names...) {
			return c
		}
		if found := c.find(names...); found != nil {
			return found
		}
	}
	return nil
}
