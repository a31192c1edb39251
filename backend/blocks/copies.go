package blocks

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"galley/backend/markup"
)

// withoutCopy puts the token of a block in the place of a piece that is a copy of
// the block, and nothing where the answer has that token as well.
func (w *placer) withoutCopy(piece string) string {
	words := folded(markup.VisibleText(piece))
	if words == "" {
		return piece
	}
	element := elementsOf(piece)
	for _, b := range w.page.Blocks {
		if b.Inline || folded(b.Words()) != words || !b.isLike(element) {
			continue
		}
		if w.named[b.Number] {
			return ""
		}
		w.named[b.Number] = true
		return mark(b.Number)
	}
	return piece
}

var headings = setOf("h1", "h2", "h3", "h4", "h5", "h6")

// isLike reports whether a piece of these elements with the words of a block is
// that block: it is of an element of the block that holds its words, a heading
// that names a tab, or the code of a block that has no element.
func (b Block) isLike(elements []string) bool {
	own := elementsOf(b.Raw)
	if len(own) == 0 || len(elements) == 0 {
		return len(own) == 0
	}
	return slices.Contains(own, elements[0]) || b.divides && headings[elements[0]]
}

// elementsOf are the elements that hold all the words of a fragment, the
// outermost first.
func elementsOf(fragment string) []string {
	var names []string
	for n := parse(fragment); ; {
		only := slices.IndexFunc(n.children, func(c *node) bool { return c.words > 0 })
		if only < 0 || n.children[only].words < n.words || n.children[only].kind != html.StartTagToken {
			return names
		}
		n = n.children[only]
		names = append(names, n.name)
	}
}

func folded(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }
