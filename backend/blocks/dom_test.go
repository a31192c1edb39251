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

// Wherever the tokens are, no block of the shop swallows a paragraph of the answer.
func TestNoBlockSwallowsTheText(t *testing.T) {
	part := rapid.SampledFrom([]string{
		"<p>An oak lamp for the desk.</p>", "<p>Turn it on at <a href=/night>night</a>.</p>", "<ul><li>Oak</li><li>Flax</li></ul>", "<h3 id=care>Care</h3>",
		"<table><tr><td>Oak<td>9 cm</table>", "<table><tr><td>Oak", "<iframe src=x></iframe>", "<iframe src=y>", "<details><summary>Care</summary><p>Dust it.</details>",
		"<details><summary>More", "<div class=stars-widget><span>Stars</span></div>", "<div class=stars-widget><span>Stars", "<!-- split -->", "<!-- split",
		"<h6>Shipping</h6>", "<h6>Returns", "<form action=/x><input name=a></form>", "<form action=/y><select name=b><option>1", "<textarea name=c>", "<video src=v></video>",
		"<video src=w controls>", "<object data=o></object>", "<x-stars></x-stars>", "<x-stars product=1>", "<script>x()</script>", "<script>y(", "<style>p{}</style>",
		"<svg><path/></svg>", "<svg><g>", "<a name=top></a>", "</div>", "</p>", "</table>", "<div class=rte>", "<template><p>x", "<noscript><img src=a>",
	})
	rapid.Check(t, func(t *rapid.T) {
		fragment := strings.Join(rapid.SliceOfN(part, 1, 7).Draw(t, "parts"), "")
		p := blocks.Cut(fragment)
		var answer strings.Builder
		for _, n := range rapid.Permutation(p.Blocks).Draw(t, "order") {
			fmt.Fprintf(&answer, "<p>words%d</p>[[KEEP %d]]", n.Number, n.Number)
		}
		answer.WriteString("<p>words0</p>")
		content, missing := p.Place(answer.String())
		require.Empty(t, missing)
		for n := range len(p.Blocks) + 1 {
			text := fmt.Sprintf("words%d", n)
			require.Equal(t, around(t, p.Head+"<p>"+text+"</p>"+p.Tail, text), around(t, content, text), "%s", content)
		}
	})
}
