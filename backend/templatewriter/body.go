package templatewriter

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"galley/backend/blocks"
	"galley/backend/markup"
)

// bodyOf is the shop's text made well formed, in paragraphs, without this
// writer's own words.
func bodyOf(original string, mine map[string]bool) string {
	safe := markup.SanitizeDraft(original, original)
	nodes, err := html.ParseFragment(strings.NewReader(safe), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		return ""
	}
	b := body{mine: mine}
	for _, n := range nodes {
		b.add(n)
	}
	b.endParagraph()
	return b.out.String()
}

type body struct {
	out    strings.Builder
	loose  []*html.Node // text and inline elements outside of any block
	mine   map[string]bool
	breaks int
}

// add takes one top-level node. Shops with plain text separate paragraphs by
// two line breaks.
func (b *body) add(n *html.Node) {
	switch {
	case n.DataAtom == atom.Br:
		if b.breaks++; b.breaks > 1 {
			b.endParagraph()
		} else {
			b.loose = append(b.loose, n)
		}
		return
	case n.Type == html.TextNode && isToken(n.Data): // of a part of the page that stays as it is
		b.endParagraph()
		b.out.WriteString(strings.TrimSpace(n.Data))
		return
	case n.Type == html.TextNode || inline[n.DataAtom]:
		if n.Type != html.TextNode || strings.TrimSpace(n.Data) != "" {
			b.breaks = 0
		}
		b.loose = append(b.loose, n)
		return
	}
	b.endParagraph()
	if b.drop(n) {
		return
	}
	render(&b.out, n)
}

// isToken reports whether a text is nothing but tokens of blocks.
func isToken(text string) bool {
	return strings.TrimSpace(text) != "" && strings.TrimSpace(blocks.WithoutTokens(text)) == ""
}

var inline = map[atom.Atom]bool{atom.A: true, atom.Strong: true, atom.Em: true, atom.Img: true}

func (b *body) endParagraph() {
	p := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
	for _, n := range b.loose {
		p.AppendChild(n)
	}
	b.loose, b.breaks = nil, 0
	if !b.drop(p) {
		render(&b.out, p)
	}
}

// drop removes this writer's own words from a block and reports whether nothing
// is left. Only blocks of plain text are examined.
func (b *body) drop(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P:
		text, plain := plainText(n)
		if !plain {
			return false
		}
		kept := b.others(text)
		if kept == "" {
			return true
		}
		if kept != strings.TrimSpace(text) {
			replaceText(n, kept)
		}
		return false
	case atom.H2, atom.H3, atom.H4:
		text, plain := plainText(n)
		return plain && (b.mine[text] || strings.TrimSpace(text) == "")
	case atom.Ul:
		return b.dropItems(n)
	}
	return false
}

func (b *body) dropItems(list *html.Node) bool {
	for item := list.FirstChild; item != nil; {
		next := item.NextSibling
		if text, plain := plainText(item); plain && b.mine[oneLine(text)] {
			list.RemoveChild(item)
		}
		item = next
	}
	text, plain := plainText(list)
	return plain && strings.TrimSpace(text) == ""
}

// others returns the sentences of a text that are not this writer's.
func (b *body) others(text string) string {
	var kept []string
	dropped := false
	for _, s := range markup.Sentences(text) {
		if b.mine[s] {
			dropped = true
			continue
		}
		kept = append(kept, s)
	}
	if !dropped {
		return strings.TrimSpace(text)
	}
	return strings.Join(kept, " ")
}

// plainText is the text of a node; plain is false if it holds more.
func plainText(n *html.Node) (text string, plain bool) {
	if n.Type == html.TextNode {
		return n.Data, true
	}
	var out strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.TextNode {
			return "", false
		}
		out.WriteString(c.Data)
	}
	return out.String(), true
}

func replaceText(n *html.Node, text string) {
	for n.FirstChild != nil {
		n.RemoveChild(n.FirstChild)
	}
	n.AppendChild(&html.Node{Type: html.TextNode, Data: text})
}

func render(out *strings.Builder, n *html.Node) {
	_ = html.Render(out, n) // writing to a Builder does not fail
}
