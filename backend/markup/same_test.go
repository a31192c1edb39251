package markup

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"pgregory.net/rapid"

	"galley/backend/galley"
)

func TestSameHTML(t *testing.T) {
	for _, same := range [][2]string{
		{"<p>Oak</p>", "<p>Oak</p>\n"},
		{"<p>Oak</p><p>Linen</p>", "\n<p> Oak\n</p>\n\n<p>Linen"},
		{"Oak<br>Linen", "Oak<br />\nLinen"},
		{`<a href="/x" title="y">Oak</a>`, `<A title='y' href=/x>Oak</a>`},
		{"Oak &amp; linen, 5 &lt; 6, caf\u00e9", "Oak & linen, 5 &lt; 6, caf&eacute;"},
		{"<ul><li>Oak<li>Linen</ul>", "<ul>\n<li>Oak</li>\n<li>Linen</li>\n</ul>"},
		{"<p>Oak <em>lamp</em></p>", "<p>Oak\n  <em>lamp</em></p>"},
		{"<p>Oak</p><!-- note -->", "<p>Oak</p>"},
		{"", " \n"},
	} {
		require.True(t, SameHTML(same[0], same[1]), "%q %q", same[0], same[1])
	}
	for _, other := range [][2]string{
		{"<p>Oak</p>", "<p>Oak.</p>"},
		{"<p>Oak lamp</p>", "<p>Oaklamp</p>"},
		{"<p>Oak<em> lamp</em></p>", "<p>Oak<em>lamp</em></p>"},
		{"<p>Oak <em>lamp</em></p>", "<p>Oak<em>lamp</em></p>"},
		{"<p>Oak</p><p>Linen</p>", "<p>Oak Linen</p>"},
		{"<p>Oak</p>", "<div>Oak</div>"},
		{`<a href="/x">Oak</a>`, `<a href="/y">Oak</a>`},
		{"<p>Oak\u00a0lamp</p>", "<p>Oak lamp</p>"},
		{"<p></p>", ""},
	} {
		require.False(t, SameHTML(other[0], other[1]), "%q %q", other[0], other[1])
	}
}

// rendered returns a fragment as a browser would serialise it after parsing.
func rendered(t *rapid.T, fragment string) string {
	nodes, err := html.ParseFragment(strings.NewReader(fragment), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	require.NoError(t, err)
	var out strings.Builder
	for _, n := range nodes {
		require.NoError(t, html.Render(&out, n))
	}
	return out.String()
}

func TestSameHTMLAcceptsRewrittenPage(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		page := rapid.StringMatching(`(<p>( |a|\n|<b> a</b>|<br>|&amp;){0,4}(</p>)?|<ul>(<li>( |a|<b>a</b>)?){0,3}</ul>|<a href="x">a </a>| |\n|a){0,8}`).Draw(rt, "page")
		require.True(rt, SameHTML(page, "\n"+page+"\n"), page)
		require.True(rt, SameHTML(page, rendered(rt, page)), page)
	})
}

// The editor shows by the same cases whether there is something to save.
func TestTextsOfTheEditorAreCompared(t *testing.T) {
	file, err := os.ReadFile("../../frontend/src/testing/sameText.json")
	require.NoError(t, err)
	var cases []struct {
		Field galley.Field
		A, B  string
		Same  bool
	}
	require.NoError(t, json.Unmarshal(file, &cases))
	require.NotEmpty(t, cases)
	for _, c := range cases {
		require.Equal(t, c.Same, SameText(c.Field, c.A, c.B), "%+v", c)
		require.Equal(t, c.Same, SameText(c.Field, c.B, c.A), "%+v", c)
	}
}
