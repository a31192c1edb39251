package blocks_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"pgregory.net/rapid"

	"galley/backend/blocks"
)

// around lists the elements around a text on a page, as a browser reads it.
func around(t require.TestingT, page, text string) string {
	nodes, err := html.ParseFragment(strings.NewReader(page), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	require.NoError(t, err)
	found := "nowhere"
	var walk func(n *html.Node, path string)
	walk = func(n *html.Node, path string) {
		if n.Type == html.TextNode && strings.Contains(n.Data, text) {
			found = path
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, path+" "+n.Data)
		}
	}
	for _, n := range nodes {
		walk(n, "")
	}
	return found
}

// requireSides checks that all that an answer has before a tab mark is before it
// on the page, and all that it has behind it is behind it.
func requireSides(t require.TestingT, order []blocks.Block, content string) {
	place := func(part string) int {
		if strings.Count(content, part) != 1 {
			return -1 // which of them it is cannot be told
		}
		return strings.Index(content, part)
	}
	for i, tab := range order {
		mark := place(tab.Raw)
		if !tab.Divides() || mark < 0 {
			continue
		}
		for j, b := range order {
			words := fmt.Sprintf("words%d", b.Number)
			require.Equal(t, j <= i, place(words) < mark, "%s and %s in %s", words, tab.Raw, content)
			if at := place(b.Raw); j != i && at >= 0 && !b.IsOpen() {
				require.Equal(t, j < i, at < mark, "%s and %s in %s", b.Raw, tab.Raw, content)
			}
		}
	}
}

// Wherever the tokens are, no block of the shop swallows a paragraph of the answer,
// and none changes tabs.
func TestNoBlockSwallowsTheText(t *testing.T) {
	part := rapid.SampledFrom([]string{
		"<p>An oak lamp for the desk.</p>", "<p>Turn it on at <a href=/night>night</a>.</p>", "<ul><li>Oak</li><li>Flax</li></ul>", "<h3 id=care>Care</h3>",
		"<table><tr><td>Oak<td>9 cm</table>", "<table><tr><td>Oak", "<iframe src=x></iframe>", "<iframe src=y>", "<details><summary>Care</summary><p>Dust it.</details>",
		"<details><summary>More", "<div class=stars-widget><span>Stars</span></div>", "<div class=stars-widget><span>Stars", "<!-- split -->", "<!-- split",
		"<h6>Shipping</h6>", "<h6>Returns", "<form action=/x><input name=a></form>", "<form action=/y><select name=b><option>1", "<textarea name=c>", "<video src=v></video>",
		"<video src=w controls>", "<object data=o></object>", "<x-stars></x-stars>", "<x-stars product=1>", "<script>x()</script>", "<script>y(", "<style>p{}</style>",
		"<svg><path/></svg>", "<svg><g>", "<a name=top></a>", "</div>", "</p>", "</table>", "<div class=rte>", "<template><p>x", "<noscript><img src=a>",
	})
	often := rapid.SampledFrom([]string{"<p>An oak lamp for the desk.</p>", "<table><tr><td>Flax<td>8 cm</table>", "<!-- split -->"})
	rapid.Check(t, func(t *rapid.T) {
		fragment := strings.Join(rapid.SliceOfN(rapid.OneOf(part, often), 1, 9).Draw(t, "parts"), "")
		p := blocks.Cut(fragment)
		var answer strings.Builder
		order := rapid.Permutation(p.Blocks).Draw(t, "order")
		for _, b := range order {
			form := rapid.SampledFrom([]string{"<p>words%d</p>[[KEEP %d]]", "<p>words%d [[KEEP %d]] more.</p>", "<p>words%d.</p><p>[[KEEP %d]] More.</p>"}).Draw(t, "form")
			fmt.Fprintf(&answer, form, b.Number, b.Number)
		}
		answer.WriteString("<p>words0</p>")
		run := answer.String()
		if rapid.Bool().Draw(t, "in one paragraph") {
			run = "<p>" + strings.NewReplacer("<p>", "", "</p>", " ").Replace(run) + "</p>"
		}
		content, missing := p.Place(run)
		require.Empty(t, missing)
		requireSides(t, order, content)
		for n := range len(p.Blocks) + 1 {
			text := fmt.Sprintf("words%d", n)
			require.Equal(t, around(t, p.Head+"<p>"+text+"</p>"+p.Tail, text), around(t, content, text), "%s", content)
		}
	})
}
