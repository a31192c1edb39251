package blocks

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"galley/backend/markup"
)

// found is a block in the source.
type found struct {
	markup.Span

	labels    []string
	phrasing  bool // may be in running text
	inline    bool // is in running text
	invisible bool // has no place on the page that a customer could see
	divides   bool // what follows it is another part of the page
	words     int  // that only an attribute keeps from being rewritten
}

// cutter finds the blocks of a fragment.
type cutter struct {
	source string
	words  int  // of the whole fragment
	loose  bool // containers with words are not kept: there is little else
	blocks []found
	prose  int // words outside of blocks
}

// The prose left when containers are kept: less than this part of what they
// hold, where they hold a text of its own, and they are the text.
const (
	leastProse = 3 // in tenths
	ownText    = 40
)

// Cut finds the blocks of a fragment.
func Cut(fragment string) Page {
	body, outer := unwrap(parse(fragment))
	c := newCutter(fragment, body, false)
	if inside := c.heldWords(); inside >= ownText && c.prose*10 < (c.prose+inside)*leastProse {
		c = newCutter(fragment, body, true)
	}
	return c.page(outer)
}

func newCutter(fragment string, body *node, loose bool) *cutter {
	c := &cutter{source: fragment, loose: loose, words: body.words}
	c.blocks, c.prose = c.inside(body)
	return c
}

// heldWords counts the words in containers that are kept.
func (c *cutter) heldWords() int {
	total := 0
	for _, b := range c.blocks {
		total += b.words
	}
	return total
}

// unwrap finds the innermost container that holds all of a text. Its tags, and
// the styles and scripts beside it, are kept around whatever is written.
func unwrap(n *node) (*node, markup.Span) {
	outer := n.inner
	for {
		only := onlyContainer(n)
		if only == nil || !containers[only.name] || only.words == 0 {
			return n, outer
		}
		n, outer = only, only.inner
	}
}

// onlyContainer is the only child of a node that shows anything.
func onlyContainer(n *node) *node {
	var only *node
	for _, c := range n.children {
		switch {
		case c.kind == html.TextToken && strings.TrimSpace(c.text) == "", c.kind == html.CommentToken, c.isElement("style", "script", "link", "meta"):
		case c.isElement() && only == nil:
			only = c
		default:
			return nil
		}
	}
	return only
}

// inside finds the blocks within a node, and counts the words outside of them.
func (c *cutter) inside(n *node) (blocks []found, words int) {
	for _, child := range n.children {
		var some []found
		count := 0
		switch child.kind {
		case html.TextToken:
			some, count = c.inText(child)
		case html.StartTagToken:
			some, count = c.element(child)
		case html.CommentToken:
			if NoteMatters(child.text) {
				some = []found{{Span: markup.Span{Start: child.start, End: child.end}, labels: []string{noteLabel(child.text)}, invisible: !isTabNote(child.text), divides: isTabNote(child.text)}}
			}
		default:
		}
		blocks, words = append(blocks, some...), words+count
	}
	return blocks, words
}

func (c *cutter) inText(n *node) (blocks []found, words int) {
	raw, at := c.source[n.start:n.end], 0
	for _, m := range code().FindAllStringIndex(raw, -1) {
		words += markup.WordCount(html.UnescapeString(raw[at:m[0]]))
		blocks = append(blocks, found{Span: markup.Span{Start: n.start + m[0], End: n.start + m[1]}, labels: []string{codeLabel(raw[m[0]:m[1]])}, phrasing: true})
		at = m[1]
	}
	return blocks, words + markup.WordCount(html.UnescapeString(raw[at:]))
}

func (c *cutter) element(n *node) ([]found, int) {
	if b, kept := c.whole(n); kept {
		return []found{b}, 0
	}
	blocks, words := c.inside(n)
	if words > 0 {
		if !containers[n.name] {
			for i, b := range blocks {
				blocks[i].inline = b.phrasing
			}
		}
		return blocks, words
	}
	if len(blocks) == 0 || partOfList[n.name] {
		return blocks, 0
	}
	return []found{c.around(n, blocks)}, 0
}

// partOfList are the elements that are nothing outside of their parent.
var partOfList = setOf("li", "dt", "dd")

// around makes one block of an element that holds nothing but blocks.
func (c *cutter) around(n *node, blocks []found) found {
	all := found{Span: markup.Span{Start: n.start, End: n.end}, phrasing: phrasing[n.name], invisible: true}
	for _, b := range blocks {
		all.labels = append(all.labels, b.labels...)
		all.invisible = all.invisible && b.invisible
		all.divides = all.divides || b.divides
		all.phrasing = all.phrasing && b.phrasing
	}
	return all
}

// phrasing are the elements that occur in running text.
var phrasing = setOf("a", "abbr", "b", "bdi", "bdo", "button", "code", "em", "font", "i", "img", "input", "kbd", "label", "mark",
	"picture", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "svg", "time", "u", "var")

// whole reports whether an element is kept as it is.
func (c *cutter) whole(n *node) (found, bool) {
	b := found{Span: markup.Span{Start: n.start, End: n.end}, phrasing: phrasing[n.name], invisible: invisible[n.name], divides: n.name == "h6"}
	raw := b.Of(c.source)
	if n.name == "meta" && n.attr("itemprop") == "" {
		return b, false
	}
	if label, always := always[n.name]; always {
		b.labels = []string{label(n, raw)}
		return b, !c.isProse(n)
	}
	if isCustom(n.name) {
		b.labels = []string{named("element", n.name)}
		return b, true
	}
	switch {
	case n.words == 0 && n.media && !hasAttribute(n):
		return b, false // named by what it holds
	case !hasMeaning(n) && (n.words > 0 || !isPlaceholder(n)):
		return b, false
	}
	b.labels, b.words = []string{attributeLabel(n, raw)}, n.words
	return b, n.words == 0 || c.keepsWords(n)
}

func hasMeaning(n *node) bool {
	return ClassMatters(n.attr("class")) || isTabBar(n) || hasAttribute(n)
}

func hasAttribute(n *node) bool {
	return slices.ContainsFunc(n.attrs, func(a html.Attribute) bool { return AttributeMatters(n.name, a) })
}

// fewWords are as many as a label of something on the page has.
const fewWords = 8

// keepsWords reports whether the words of an element with attributes that
// matter are kept with it: not where they are most of the text.
func (c *cutter) keepsWords(n *node) bool {
	words := n.words
	switch {
	case phrasing[n.name]:
		return words <= fewWords
	case words*2 > c.words && words > fewWords:
		return false
	}
	return !c.loose || words <= fewWords
}

// isProse reports whether an element that is mostly kept is used for layout,
// and holds the text itself.
func (c *cutter) isProse(n *node) bool {
	if n.words*2 <= c.words || n.words < ownText {
		return false
	}
	switch n.name {
	case "blockquote", "pre", "figure":
		return true
	case "table":
		return longestCell(n) > longCell
	}
	return false
}

// longCell has more words than a cell of a table of facts.
const longCell = 60

func longestCell(n *node) int {
	most := 0
	for _, child := range n.children {
		if child.isElement("td", "th") {
			most = max(most, child.words)
		}
		most = max(most, longestCell(child))
	}
	return most
}

// isPlaceholder reports whether an empty element is there for an app or an icon.
func isPlaceholder(n *node) bool {
	class := n.attr("class")
	return (n.isElement("div", "span", "i", "section", "aside")) && class != "" && !pastedClass(class)
}

func pastedClass(class string) bool {
	return strings.HasPrefix(class, "Apple-") || strings.HasPrefix(class, "Mso") || (len(class) <= 3 && strings.ContainsAny(class, "0123456789"))
}

// isTabBar reports whether all words of a list are links to places on the page.
func isTabBar(n *node) bool {
	if !n.isElement("ul", "ol", "nav") {
		return false
	}
	links, other := 0, 0
	var walk func(n *node, inLink bool)
	walk = func(n *node, inLink bool) {
		for _, child := range n.children {
			if child.kind == html.TextToken && strings.TrimSpace(child.text) != "" && !inLink {
				other++
			}
			isLink := child.isElement("a") && strings.HasPrefix(child.attr("href"), "#")
			if isLink {
				links++
			}
			walk(child, inLink || isLink)
		}
	}
	walk(n, false)
	return links > 0 && other == 0
}

// isCustom reports whether an element is an app's own.
func isCustom(name string) bool { return strings.Contains(name, "-") && !strings.Contains(name, ":") }

// page makes the text for the prompt. What cannot be seen at either end keeps
// its place without a token.
func (c *cutter) page(body markup.Span) Page {
	blocks := c.merged()
	first, last := 0, len(blocks)
	for first < last && blocks[first].invisible && blank(c.source[body.Start:blocks[first].Start]) {
		body.Start = blocks[first].End
		first++
	}
	for last > first && blocks[last-1].invisible && blank(c.source[blocks[last-1].End:body.End]) {
		last--
		body.End = blocks[last].Start
	}
	p := Page{Head: c.source[:body.Start], Tail: c.source[body.End:]}
	var text strings.Builder
	at := body.Start
	for i, b := range blocks[first:last] {
		p.Blocks = append(p.Blocks, Block{Number: i + 1, Label: joinLabels(b.labels), Raw: b.Of(c.source), Inline: b.inline, divides: b.divides})
		p.between = append(p.between, c.source[at:b.Start])
		text.WriteString(c.source[at:b.Start] + p.Blocks[i].Token())
		at = b.End
	}
	if n := len(p.Blocks); n > 0 && at == body.End {
		p.Blocks[n-1].open = !isClosed(p.Blocks[n-1].Raw)
	}
	p.between = append(p.between, c.source[at:body.End])
	p.Text = text.String() + c.source[at:body.End]
	return p
}

// isClosed reports whether what follows a fragment on a page is not within it.
func isClosed(fragment string) bool {
	const after = "after"
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(fragment+"<p id="+after+">"), body)
	if err != nil || len(nodes) == 0 {
		return false
	}
	last := nodes[len(nodes)-1]
	return last.Type == html.ElementNode && last.Data == "p" && slices.ContainsFunc(last.Attr, func(a html.Attribute) bool { return a.Val == after })
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// merged makes one block of those with nothing between them.
func (c *cutter) merged() []found {
	var all []found
	for _, b := range c.blocks {
		if n := len(all); n > 0 && !b.inline && !all[n-1].inline && blank(c.source[all[n-1].End:b.Start]) {
			last := &all[n-1]
			last.End = b.End
			last.labels = append(last.labels, b.labels...)
			last.invisible = last.invisible && b.invisible
			last.divides = last.divides || b.divides
			last.phrasing = last.phrasing && b.phrasing
			continue
		}
		all = append(all, b)
	}
	return all
}
