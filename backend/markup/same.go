package markup

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// SameHTML reports whether two fragments are the same page. How tags are
// closed, the order of attributes, how characters are escaped, and runs of
// white space between words make no difference; everything else does.
func SameHTML(a, b string) bool {
	if a == b {
		return true
	}
	one, ok := Canonical(a)
	other, also := Canonical(b)
	return ok && also && one == other
}

// Canonical is a form that fragments of the same page share, see SameHTML.
func Canonical(fragment string) (string, bool) {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(fragment), body)
	if err != nil { // nested deeper than any real page
		return "", false
	}
	w := canon{atEdge: true}
	for _, n := range nodes {
		w.node(n)
	}
	w.edge()
	return w.out.String(), true
}

// canon writes a page in its canonical form.
type canon struct {
	out    strings.Builder
	blank  bool // white space precedes the next content
	atEdge bool // at the start of a block, where white space is invisible
}

func (w *canon) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
	case html.ElementNode:
		w.element(n)
	default: // comments are not part of the page
	}
}

func (w *canon) text(s string) {
	begins := s != strings.TrimLeftFunc(s, isSpace)
	for i, word := range strings.FieldsFunc(s, isSpace) {
		w.blank = w.blank || begins || i > 0
		w.space()
		w.out.WriteString(html.EscapeString(word))
		w.atEdge = false
	}
	w.blank = w.blank || s != strings.TrimRightFunc(s, isSpace)
}

func isSpace(r rune) bool { return strings.ContainsRune(" \t\n\r\f", r) }

// space writes pending white space if it is visible.
func (w *canon) space() {
	if w.blank && !w.atEdge {
		w.out.WriteByte(' ')
	}
	w.blank = false
}

func (w *canon) edge() { w.blank, w.atEdge = false, true }

func (w *canon) element(n *html.Node) {
	_, block := blockElements[n.Data]
	block = block || n.Data == "br"
	if block {
		w.edge()
	}
	w.space()
	w.out.WriteString("<" + n.Data)
	attributes := slices.SortedFunc(slices.Values(n.Attr), func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
	for _, a := range attributes {
		w.out.WriteString(" " + a.Key + `="` + html.EscapeString(a.Val) + `"`)
	}
	w.out.WriteByte('>')
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		w.node(child)
	}
	if block {
		w.edge()
	}
	w.out.WriteString("</" + n.Data + ">")
}
