package blocks

import (
	"strings"

	"golang.org/x/net/html"
)

// EmptyTabs counts the tabs of a fragment that show nothing: its beginning, where
// it has tab marks, and what is behind each of them.
func EmptyTabs(fragment string) int {
	count := tabCount{}
	count.within(parse(fragment))
	if count.marks == 0 {
		return 0
	}
	count.next()
	return count.empty
}

// tabCount walks over the tabs of a fragment.
type tabCount struct {
	marks, empty int
	shows        bool // the tab that it is on
}

func (t *tabCount) next() {
	if !t.shows {
		t.empty++
	}
	t.shows = false
}

func (t *tabCount) within(n *node) {
	for _, c := range n.children {
		switch {
		case c.kind == html.TextToken:
			t.shows = t.shows || strings.TrimSpace(c.text) != ""
		case c.kind == html.CommentToken && NoteMatters(c.text) && isTabNote(c.text), c.isElement("h6"):
			t.marks++
			t.next()
		case c.isElement() && (c.media || always[c.name] != nil || isCustom(c.name)):
			t.shows = t.shows || !invisible[c.name]
			t.within(c)
		case c.isElement():
			t.within(c)
		}
	}
}
