package blocks

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"galley/backend/markup"
)

// Kind is what a part of a description is.
type Kind string

// The kinds of parts, beside pictures, links, frames and tables.
const (
	Form       Kind = "forms"
	Section    Kind = "sections"
	Drawing    Kind = "drawings"
	Script     Kind = "scripts"
	StyleBlock Kind = "style_blocks"
	Quotation  Kind = "quotations"
	CodeSample Kind = "code"
	Line       Kind = "lines"
	Tab        Kind = "tabs"
	Widget     Kind = "widgets"
	Attribute  Kind = "attributes"
	Anchor     Kind = "anchors"
	Shortcode  Kind = "shortcodes"
	Figure     Kind = "figures"
	Formatting Kind = "formatting"
)

// partKinds are the elements that are parts with all that they hold.
var partKinds = map[string]Kind{
	"form": Form, "input": Form, "button": Form, "select": Form, "textarea": Form, "output": Form, "meter": Form, "progress": Form,
	"details": Section, "dialog": Section, "svg": Drawing, "canvas": Drawing, "math": Drawing, "map": Drawing,
	"script": Script, "noscript": Script, "style": StyleBlock, "link": StyleBlock,
	"blockquote": Quotation, "pre": CodeSample, "code": CodeSample, "hr": Line, "h6": Tab, "template": Widget, "model": Widget, "marquee": Widget,
	"picture": Figure, "figure": Figure,
}

// Parts counts the parts of a fragment, each by what makes it that part: its
// markup and words, a value, a piece of code.
func Parts(fragment string) map[Kind]map[string]int {
	parts := partList{}
	parts.within(fragment, parse(fragment))
	return parts
}

type partList map[Kind]map[string]int

func (l partList) add(k Kind, is string) {
	if l[k] == nil {
		l[k] = map[string]int{}
	}
	l[k][is]++
}

func (l partList) within(fragment string, n *node) {
	for _, c := range n.children {
		switch c.kind {
		case html.TextToken:
			for _, found := range Codes(fragment[c.start:c.end]) {
				l.add(Shortcode, found)
			}
		case html.CommentToken:
			if NoteMatters(c.text) {
				l.add(Tab, strings.TrimSpace(c.text))
			}
		case html.StartTagToken:
			l.element(fragment, c)
		default:
		}
	}
}

func (l partList) element(fragment string, n *node) {
	kind, isPart := partKinds[n.name]
	switch {
	case isPart && n.isElement("script", "style", "noscript"):
		l.add(kind, signature(n)+strings.TrimSpace(fragment[n.inner.Start:n.inner.End]))
		return
	case isPart:
		l.add(kind, form(fragment[n.start:n.end]))
		return
	case isCustom(n.name), n.isElement("iframe") && n.attr("src") == "": // one with an address is told by it
		l.add(Widget, signature(n))
	}
	l.attributes(n)
	l.within(fragment, n)
}

func (l partList) attributes(n *node) {
	for _, a := range n.attrs {
		switch {
		case FormatMatters(a):
			l.add(Formatting, a.Key+"="+a.Val)
		case a.Key == "class" && (ClassMatters(a.Val) || (n.words == 0 && len(n.children) == 0 && isPlaceholder(n))):
			l.add(Widget, a.Val)
		case !AttributeMatters(n.name, a):
		case a.Key == "id" || a.Key == "name":
			l.add(Anchor, a.Val)
		default:
			l.add(Attribute, a.Key+"="+a.Val)
		}
	}
}

// signature is an element's name and attributes, in one order.
func signature(n *node) string {
	var all []string
	for _, a := range n.attrs {
		all = append(all, a.Key+"="+a.Val)
	}
	slices.Sort(all)
	return n.name + " " + strings.Join(all, " ") + ">"
}

// form is the markup of a part, whatever its spelling.
func form(raw string) string {
	if same, ok := markup.Canonical(raw); ok {
		return same
	}
	return raw
}

// Table is a table's rows: the words of the cells of each, and the caption.
type Table []string

// Tables reads the outermost tables of a fragment.
func Tables(fragment string) []Table {
	var tables []Table
	var walk func(n *node)
	walk = func(n *node) {
		for _, c := range n.children {
			if c.isElement("table") {
				tables = append(tables, tableRows(fragment, c))
				continue
			}
			walk(c)
		}
	}
	walk(parse(fragment))
	return tables
}

func tableRows(fragment string, n *node) Table {
	var rows Table
	words := func(n *node) string {
		return strings.ToLower(strings.Join(strings.Fields(markup.VisibleText(fragment[n.inner.Start:n.inner.End])), " "))
	}
	for _, c := range n.children {
		switch {
		case c.isElement("caption"):
			rows = append(rows, words(c))
		case c.isElement("tr"):
			var cells []string
			for _, cell := range c.children {
				if cell.isElement("td", "th") {
					cells = append(cells, words(cell))
				}
			}
			rows = append(rows, strings.Join(cells, "\t"))
		default:
			rows = append(rows, tableRows(fragment, c)...)
		}
	}
	return rows
}
