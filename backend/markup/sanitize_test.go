package markup_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"galley/backend/markup"
)

func TestSanitizeHTML(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"what is allowed stays", `<h2>A</h2><p>b <strong>c</strong> <em>d</em><br>e</p><ul><li>f</li></ul>`, `<h2>A</h2><p>b <strong>c</strong> <em>d</em><br>e</p><ul><li>f</li></ul>`},
		{"quotes stay quotes", `<p>It's 14" wide & "warm"</p>`, `<p>It's 14" wide &amp; "warm"</p>`},
		{"kindred tags", `<h1>A</h1><div>b <b>c</b> <i>d</i></div><h6>e</h6>`, `<h2>A</h2><p>b <strong>c</strong> <em>d</em></p><h4>e</h4>`},
		{"nested blocks", `<div><div><p>a</p></div></div>`, `<p>a</p>`},
		{"attributes", `<p class="x" style="color:red" onclick="x()" id="y">a</p>`, `<p>a</p>`},
		{"script and style", `a<script>alert(1)</script><style>p{}</style>b`, `ab`},
		{"links", `<a href="https://a.example/?b=1,2&c=3" onclick="x()" rel="x">a</a>`, `<a href="https://a.example/?b=1,2&amp;c=3">a</a>`},
		{"links to elsewhere", `<a href="javascript:x">a</a><a href="mailto:a@b">b</a><a href="/c">c</a><a href=" https://d.example">d</a>`, `abcd`},
		{"hidden script links", "<a href=\"java\nscript:x\">a</a><a href=\"&#106;avascript:x\">b</a><img src=\"data:text/html,x\">", `ab`},
		{"images", `<img src="https://a.example/b.jpg" alt="A &quot;lamp&quot;" width="10" onerror="x()">`, `<img src="https://a.example/b.jpg" alt="A &quot;lamp&quot;" width="10">`},
		{"tables", `<table border=1><tr><th scope="col" colspan="2">a</th></tr></table>`, `<table><tbody><tr><th scope="col" colspan="2">a</th></tr></tbody></table>`},
		{"frames", `a<iframe src="https://a.example"></iframe>b`, `ab`},
		{"cut short", `<p>a <strong>b`, `<p>a <strong>b</strong></p>`},
		{"comments", `a<!-- b -->c`, `ac`},
		{"plain text", "a\nb", "a\nb"},
		{"empty paragraphs", `<p></p><p> </p><p><br></p><p>&nbsp;</p><p>a</p>`, `<p>a</p>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, markup.SanitizeHTML(c.in))
		})
	}
}

func TestSanitizeDraftKeepsWhatTheShopHas(t *testing.T) {
	original := `<a href="/pages/care">c</a><a href="mailto:a@b.example">m</a><a href="javascript:x">x</a>
		<img src="//cdn.example.com/a.jpg"><iframe width="560" src="https://video.example.com/1" allow="autoplay"></iframe>`
	require.Equal(t, `<a href="/pages/care">c</a><a href="mailto:a@b.example">m</a>x
		<img src="//cdn.example.com/a.jpg"><iframe width="560" src="https://video.example.com/1"></iframe>`, markup.SanitizeDraft(original, original))

	other := `<a href="/pages/other">c</a><img src="//cdn.example.com/b.jpg"><iframe src="https://video.example.com/2"></iframe>`
	require.Equal(t, "c", markup.SanitizeDraft(other, original))
	require.Equal(t, "c", markup.SanitizeDraft(other, ""))
}

func TestDeeplyNestedMarkup(t *testing.T) {
	deep := strings.Repeat("<ul><li>", 2000) + "lamp" + strings.Repeat("</li></ul>", 2000)
	require.Equal(t, "<p>lamp</p>", markup.SanitizeHTML(deep))
}

// requireHarmless parses a fragment as a browser would and fails on anything
// that could run.
func requireHarmless(t require.TestingT, fragment string) {
	nodes, err := html.ParseFragment(strings.NewReader(fragment), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	require.NoError(t, err)
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			require.Contains(t, allowedElements, n.Data)
			for _, a := range n.Attr {
				requireHarmlessAttribute(t, a)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	for _, n := range nodes {
		walk(n)
	}
}

var allowedElements = []string{
	"p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "br", "a", "img", "iframe",
	"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "colgroup", "col",
}

func requireHarmlessAttribute(t require.TestingT, a html.Attribute) {
	require.False(t, strings.HasPrefix(a.Key, "on"), a.Key)
	require.NotContains(t, []string{"style", "class", "id", "srcdoc", "formaction"}, a.Key)
	if a.Key != "href" && a.Key != "src" {
		return
	}
	address := strings.ToLower(strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, a.Val))
	for _, scheme := range []string{"javascript:", "data:", "vbscript:"} {
		require.False(t, strings.HasPrefix(address, scheme), address)
	}
}

// What a page does not show must not become words when it is made safe: the
// places of warnings in both would differ.
func TestSanitisingShowsNoHiddenText(t *testing.T) {
	for _, name := range []string{"script", "style", "template", "title", "iframe", "noembed", "noframes", "noscript", "object", "select", "datalist",
		"svg", "math", "video", "audio", "canvas"} {
		content := "<p>A lamp.</p><" + name + "><span>hidden</span></" + name + "><p>Oak.</p>"
		require.Equal(t, "A lamp.\nOak.", markup.VisibleText(content), name)
		require.Equal(t, "A lamp.\nOak.", markup.VisibleText(markup.SanitizeDraft(content, content)), name)
	}
}
