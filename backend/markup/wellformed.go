package markup

import (
	"strings"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// kindred maps elements to the nearest allowed ones.
var kindred = map[string]string{
	"b": "strong", "i": "em", "h1": "h2", "h5": "h4", "h6": "h4",
	"div": "p", "section": "p", "article": "p", "blockquote": "p", "header": "p", "footer": "p", "main": "p", "aside": "p",
	"figure": "p", "figcaption": "p", "address": "p", "center": "p", "pre": "p", "details": "p", "summary": "p", "hr": "p",
	"dl": "ul", "dt": "li", "dd": "li",
}

// maxPasses is how often sanitising may have to be repeated until nothing
// changes: browsers' rules for misnested markup can need a second pass.
const maxPasses = 4

func sanitize(fragment string, p *bluemonday.Policy) string {
	fragment = strings.ToValidUTF8(fragment, "\uFFFD")
	for range maxPasses {
		clean := onePass(fragment, p)
		if clean == fragment {
			return clean
		}
		fragment = clean
	}
	return asParagraphs(VisibleText(fragment))
}

func onePass(fragment string, p *bluemonday.Policy) string {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	clean := p.Sanitize(rename(fragment))
	nodes, err := html.ParseFragment(strings.NewReader(clean), body)
	if err != nil { // nested deeper than any real page
		return asParagraphs(VisibleText(clean))
	}
	var out strings.Builder
	for _, n := range nodes {
		render(&out, n)
	}
	return out.String()
}

// rename writes a fragment with kindred elements renamed and comments removed.
func rename(fragment string) string {
	var out strings.Builder
	z := html.NewTokenizer(strings.NewReader(fragment))
	for z.Next() != html.ErrorToken {
		t := z.Token()
		switch t.Type {
		case html.CommentToken, html.DoctypeToken:
			continue
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			if near, ok := kindred[t.Data]; ok {
				t.Data, t.DataAtom, t.Attr = near, atom.Lookup([]byte(near)), nil
			}
		}
		out.WriteString(t.String())
	}
	return out.String()
}

// render writes a node the way people write HTML: quotes in text stay quotes,
// empty paragraphs are dropped.
func render(out *strings.Builder, n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		out.WriteString(textEscaper.Replace(n.Data))
		return
	case n.Type != html.ElementNode || (n.DataAtom == atom.P && isBlank(n)):
		return
	}
	out.WriteString("<" + n.Data)
	for _, a := range n.Attr {
		out.WriteString(" " + a.Key + `="` + attrEscaper.Replace(a.Val) + `"`)
	}
	out.WriteString(">")
	if voidElements[n.Data] {
		return
	}
	if n.DataAtom != atom.Iframe { // content of frames is for browsers without them
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			render(out, c)
		}
	}
	out.WriteString("</" + n.Data + ">")
}

var (
	textEscaper  = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\u00a0", "&nbsp;")
	attrEscaper  = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\u00a0", "&nbsp;")
	voidElements = setOf("br", "img", "col")
)

// isBlank reports whether a node is invisible.
func isBlank(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		shows := c.Type == html.ElementNode && c.DataAtom != atom.Br
		if shows || (c.Type == html.TextNode && strings.TrimSpace(c.Data) != "") {
			return false
		}
	}
	return true
}

// asParagraphs is the last resort: text only.
func asParagraphs(text string) string {
	var out strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		if line != "" {
			out.WriteString("<p>" + textEscaper.Replace(line) + "</p>")
		}
	}
	return out.String()
}
