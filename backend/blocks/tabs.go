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
		case isTabMark(c):
			t.marks++
			t.next()
		case c.kind == html.TextToken:
			t.shows = t.shows || strings.TrimSpace(c.text) != ""
		case c.isElement():
			t.shows = t.shows || showsItself(c)
			t.within(c)
		}
	}
}

func isTabMark(n *node) bool {
	return n.kind == html.CommentToken && NoteMatters(n.text) && isTabNote(n.text) || n.isElement("h6")
}

// showsItself reports whether an element is to be seen without a word in it.
func showsItself(n *node) bool {
	return (n.media || always[n.name] != nil || isCustom(n.name)) && !invisible[n.name]
}
