package blocks_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/blocks"
	"galley/backend/markup"
)

const sizeTable = `<table class="sizes" data-app="chart"><tr><th>Size</th><th>Chest</th></tr><tr><td>S</td><td>92 cm</td></tr><tr><td>M</td><td>98 cm</td></tr></table>`

func TestKindsThatAreCutOut(t *testing.T) {
	for name, c := range map[string]struct{ fragment, text string }{
		"size table":        {"<p>Shirt.</p>" + sizeTable, "<p>Shirt.</p>[[KEEP 1: size table, 3 rows]]"},
		"frame with a wrap": {`<div class="wrap" style="padding-top:56%"><iframe src="https://www.youtube.com/embed/1"></iframe></div><p>Lamp.</p>`, "[[KEEP 1: video]]<p>Lamp.</p>"},
		"map":               {`<p>Lamp.</p><iframe src="https://www.google.com/maps/embed?x"></iframe>`, "<p>Lamp.</p>[[KEEP 1: map]]"},
		"video":             {"<p>Lamp.</p><video controls><source src=a.mp4></video>", "<p>Lamp.</p>[[KEEP 1: video]]"},
		"images in a row":   {"<p>Lamp.</p><img src=a><img src=b>\n<img src=c>", "<p>Lamp.</p>[[KEEP 1: 3 × image]]"},
		"image in a line":   {`<p>Made of <img src="oak.png" alt="oak"> oak.</p>`, `<p>Made of [[KEEP 1: image "oak"]] oak.</p>`},
		"image alone":       {`<p class="c"><a href="/big"><img src="a"></a></p><p>Lamp.</p>`, "[[KEEP 1: image]]<p>Lamp.</p>"},
		"details":           {"<p>Lamp.</p><details><summary>Care</summary><p>Dust it.</p></details>", `<p>Lamp.</p>[[KEEP 1: folded section "Care"]]`},
		"tabs":              {"<p>Lamp.</p><h6>Shipping</h6><p>Two days.</p>", `<p>Lamp.</p>[[KEEP 1: tab "Shipping"]]<p>Two days.</p>`},
		"tab mark":          {"<p>Lamp.</p><!-- split --><p>Care.</p>", `<p>Lamp.</p>[[KEEP 1: tab mark "split"]]<p>Care.</p>`},
		"widget":            {`<p>Lamp.</p><div class="jdgm-widget" data-id="7"></div>`, `<p>Lamp.</p>[[KEEP 1: widget "jdgm-widget"]]`},
		"anchor":            {`<p>Lamp.</p><p><a name="size"></a>Sizes and more</p>`, `<p>Lamp.</p><p>[[KEEP 1: anchor "size"]]Sizes and more</p>`},
		"heading of a link": {`<p>Lamp.</p><h3 id="care">Care</h3><p>Dust.</p>`, `<p>Lamp.</p>[[KEEP 1: heading "Care"]]<p>Dust.</p>`},
		"liquid":            {"<p>Now {{ product.price | money }} each.</p>", "<p>Now [[KEEP 1: template code]] each.</p>"},
		"shortcode":         {"<p>Lamp.</p><p>[widget id=3]</p>", `<p>Lamp.</p>[[KEEP 1: shortcode "widget id 3"]]`},
		"custom element":    {"<p>Lamp.</p><x-stars product=1></x-stars>", `<p>Lamp.</p>[[KEEP 1: element "x-stars"]]`},
		"structured data":   {`<p>A</p><script type="application/ld+json">{"a":1}</script><p>B</p>`, "<p>A</p>[[KEEP 1: data for search engines]]<p>B</p>"},
		"a token of ours":   {"<p>See [[KEEP 1: table]] here.</p>", "<p>See [[KEEP 1: mark]] here.</p>"},

		"styles and scripts around it": {"<style>p{}</style><p>Lamp.</p><script>x()</script>", "<p>Lamp.</p>"},
		"a wrapper of the whole":       {`<div class="rte" id="d1"><p>Lamp of oak.</p></div>`, "<p>Lamp of oak.</p>"},
		"pasted noise":                 {`<meta charset="utf-8"><p class="p1" data-mce-fragment="1" id="docs-internal-guid-1"><!--StartFragment--><span style="font-weight:400">Lamp.</span></p>`, `<meta charset="utf-8"><p class="p1" data-mce-fragment="1" id="docs-internal-guid-1"><!--StartFragment--><span style="font-weight:400">Lamp.</span></p>`},
		"plain":                        {"<h2>Lamp</h2><p>A <b>lamp</b> [sic] by <a href='/oak'>us</a>.</p><ul><li>oak</li></ul>", "<h2>Lamp</h2><p>A <b>lamp</b> [sic] by <a href='/oak'>us</a>.</p><ul><li>oak</li></ul>"},
	} {
		t.Run(name, func(t *testing.T) {
			p := blocks.Cut(c.fragment)
			require.Equal(t, c.text, p.Text)
			require.Equal(t, c.fragment, p.Original())
		})
	}
}

// A text that is all in containers of a page builder is still rewritten.
func TestContainersWithTheWholeTextAreNotKept(t *testing.T) {
	prose := strings.Repeat("A lamp of oak for the desk. ", 12)
	section := `<div class="tab-content" data-tab="1"><p>` + prose + `</p></div>`
	p := blocks.Cut(section + section + section)
	require.Empty(t, p.Blocks)
	require.Contains(t, p.Text, "A lamp")

	p = blocks.Cut("<p>" + prose + prose + "</p>" + section)
	require.Len(t, p.Blocks, 1)
}

func TestPlace(t *testing.T) {
	p := blocks.Cut("<p>Shirt.</p>" + sizeTable + `<p>Care <img src="i.png"> well.</p><iframe src="https://v.example/1"></iframe>`)
	require.Len(t, p.Blocks, 3)
	table, image, frame := p.Blocks[0].Raw, p.Blocks[1].Raw, p.Blocks[2].Raw
	for name, c := range map[string]struct{ answer, want string }{
		"on lines of their own":   {"<p>New.</p>[[KEEP 1]]<p>Text.</p>[[KEEP 3]]", "<p>New.</p>" + table + "<p>Text.</p>" + frame},
		"in paragraphs":           {"<p>New.</p><p>[[KEEP 1]]</p><p>[[KEEP 3]] </p>", "<p>New.</p>" + table + frame},
		"in a sentence":           {"<p>New [[KEEP 1: size table, 3 rows]] text.</p><p>More.</p>", "<p>New  text.</p>" + table + "<p>More.</p>"},
		"before a sentence":       {"<p>[[KEEP 1]] New text.</p>", table + "<p> New text.</p>"},
		"in a list":               {"<ul><li>New</li><li>[[KEEP 3]]</li></ul>", "<ul><li>New</li></ul>" + frame},
		"an image in a sentence":  {"<p>New [[KEEP 2]] text.</p>", "<p>New " + image + " text.</p>"},
		"twice":                   {"<p>New.</p>[[KEEP 1]][[KEEP 1]]", "<p>New.</p>" + table},
		"invented":                {"<p>New.</p>[[KEEP 9: table]]", "<p>New.</p>"},
		"spelled another way":     {"<p>New.</p><p>**[[keep 1]]**</p><p>[KEEP #3 frame]</p>", "<p>New.</p>" + table + frame},
		"in an attribute":         {`<p><a title="[[KEEP 1]]" href="https://a.example">New</a></p>`, `<p><a title="" href="https://a.example">New</a></p>`},
		"other brackets":          {"<p>New.</p><p>【KEEP 1】</p><p>{{KEEP 3: frame}}</p>", "<p>New.</p>" + table + frame},
		"as an element":           {"<p>New.</p><KEEP 1><p>Text.</p>&lt;KEEP 3&gt;", "<p>New.</p>" + table + "<p>Text.</p>" + frame},
		"without brackets":        {"<p>New.</p><p>KEEP 1: size table, 3 rows</p><p>KEEP 3</p>", "<p>New.</p>" + table + frame},
		"in another language":     {"<p>New.</p>[[BEHALTEN 1: Tabelle]]<p>[[KEEP 3]]</p>", "<p>New.</p>" + table + frame},
		"no token at all":         {"<p>New. Keep 3 of them. (Keep 1 dry.)</p>", "<p>New. Keep 3 of them. (Keep 1 dry.)</p>"},
		"with a copy":             {"<p>New.</p>[[KEEP 1]]<table><tbody><tr><th>Size</th><th>Chest</th></tr><tr><td>S</td><td>92 cm</td></tr><tr><td>M</td><td>98 cm</td></tr></tbody></table>", "<p>New.</p>" + table},
		"a copy before it":        {sizeTable + "<p>New.</p>[[KEEP 1]]", "<p>New.</p>" + table},
		"a copy and no token":     {"<p>New.</p>" + strings.ReplaceAll(sizeTable, "\"sizes\"", "\"x\"") + "<p>Text.</p>", "<p>New.</p>" + table + "<p>Text.</p>"},
		"beside each other in li": {"<ul><li>[[KEEP 1]] [[KEEP 3]]</li></ul>", table + frame},
	} {
		t.Run(name, func(t *testing.T) {
			content, _ := p.Place(p.Tidy(c.answer, true))
			require.Equal(t, c.want, content)
		})
	}
	_, missing := p.Place("[[KEEP 1]] [[KEEP 2]]")
	require.Equal(t, "[[KEEP 3: frame]]", blocks.List(missing))
	require.Equal(t, p.Text, p.Hide(p.Original()))
}

// The text behind a tab mark is on that tab, also where the mark is within a paragraph.
func TestTabMarksPartParagraphs(t *testing.T) {
	p := blocks.Cut("<p>Lamp.</p><!-- split --><p>Wipe it.</p><h6>Shipping</h6><p>Mondays.</p>")
	content, missing := p.Place("<p>A lamp. [[KEEP 1]] Wipe <strong>it</strong>. [[KEEP 2]]On Mondays.</p>")
	require.Equal(t, "<p>A lamp. </p><!-- split --><p> Wipe <strong>it</strong>. </p><h6>Shipping</h6><p>On Mondays.</p>", content)
	require.Empty(t, missing)
	content, _ = p.Place("<p>A lamp.</p>[[KEEP 1]]<p>Wipe it.</p>[[KEEP 2]]<h3>Shipping</h3><p>Mondays.</p>")
	require.Equal(t, "<p>A lamp.</p><!-- split --><p>Wipe it.</p><h6>Shipping</h6><p>Mondays.</p>", content, "the tab is named once")

	p = blocks.Cut("<p>Lamp.</p>" + sizeTable + "<p>and</p><!-- split --><p>Wipe it.</p>")
	content, missing = p.Place("<p>A lamp. [[KEEP 1]] Sizes above. [[KEEP 2]] Wipe it.</p>")
	require.Equal(t, "<p>A lamp.  Sizes above. </p>"+sizeTable+"<!-- split --><p> Wipe it.</p>", content, "the table stays on its tab")
	require.Empty(t, missing)
}

// What a shop writes itself is no token, though it looks like one.
func TestTextsThatLookLikeTokens(t *testing.T) {
	p := blocks.Cut("<p>Lamp.</p>[[gallery 2]]<p>and</p>" + sizeTable)
	require.Len(t, p.Blocks, 2)
	for answer, want := range map[string]string{
		"<p>On a level floor (KEEP 2 M FROM CURTAINS).</p>":           "<p>On a level floor (KEEP 2 M FROM CURTAINS).</p>",
		"<p>Three parts (KEEP 3) of it.</p>":                          "<p>Three parts (KEEP 3) of it.</p>",
		"<p>A lamp.</p><p>[[gallery 2]]</p><p>Text.</p>[[KEEP 2]]":    "<p>A lamp.</p>[[gallery 2]]<p>Text.</p>" + sizeTable,
		"<p>A lamp.</p>[[gallery 2]]<p>Text.</p>(KEEP 2: size table)": "<p>A lamp.</p>[[gallery 2]]<p>Text.</p>" + sizeTable,
		"<p>A lamp.</p>[[KEEP 1]]<p>Text.</p>[[gallery 2]][[KEEP 2]]": "<p>A lamp.</p>[[gallery 2]]<p>Text.</p>[[gallery 2]]" + sizeTable,
		"<p>A lamp.</p>{{KEEP 9: frame}}【KEEP 8】":                     "<p>A lamp.</p>",
	} {
		content, _ := p.Place(p.Tidy(answer, true))
		require.Equal(t, want, content)
	}
	require.Equal(t, "(KEEP 1) and [[size 2]]", blocks.Cut("<p>Lamp.</p>").Tidy("(KEEP 1) and [[size 2]]", false))
}

// A heading or a sentence that says what a block says is no copy of it.
func TestTextsWithTheWordsOfABlock(t *testing.T) {
	figure := `<figure><img src="i.png"><figcaption>Oak lamp</figcaption></figure>`
	p := blocks.Cut("<p>Lamp.</p>" + figure)
	for _, answer := range []string{"<h2>Oak lamp</h2><p>It is warm.</p>[[KEEP 1]]", "<p>Oak lamp</p><p>It is warm.</p>[[KEEP 1]]"} {
		content, missing := p.Place(answer)
		require.Equal(t, strings.Replace(answer, "[[KEEP 1]]", figure, 1), content)
		require.Empty(t, missing)
	}
	content, missing := p.Place("<h2>Oak lamp</h2><p>It is warm.</p>")
	require.Equal(t, "<h2>Oak lamp</h2><p>It is warm.</p>", content)
	require.Len(t, missing, 1, "no place is guessed")
}

// A block that nothing closes keeps its place at the end of the page, or it would
// swallow the text.
func TestBlocksWithoutAnEndStayLast(t *testing.T) {
	for _, open := range []string{"<details><summary>Care</summary><p>Wipe", `<div class="stars-widget" data-id="7"><span>Stars`, "<iframe src=x>", "<textarea name=x>note", "<table><tr><td>Oak"} {
		p := blocks.Cut("<p>A lamp for the desk.</p><hr>" + open)
		content, missing := p.Place("[[KEEP 1]]<p>A new lamp.</p>")
		require.Equal(t, "<p>A new lamp.</p><hr>"+open, content)
		require.Empty(t, missing)
	}
	p := blocks.Cut(`<div class="rte"><p>A lamp for the desk.</p><table><tr><td>Oak</div>`)
	content, _ := p.Place("[[KEEP 1]]<p>A new lamp.</p>")
	require.Equal(t, `<div class="rte"><p>A new lamp.</p><table><tr><td>Oak</div>`, content)
}

func TestTidyGivesTokensLinesOfTheirOwn(t *testing.T) {
	p := blocks.Cut("<p>Shirt.</p>" + sizeTable)
	html := markup.FromMarkdown(p.Tidy("A shirt.\n[[KEEP 1: size table, 3 rows]]\nWash it.", false))
	content, missing := p.Place(markup.SanitizeHTML(html))
	require.Equal(t, "<p>A shirt.</p>"+sizeTable+"<p>Wash it.</p>", content)
	require.Empty(t, missing)
}

// anyFragment makes markup of all kinds, well formed or not.
func anyFragment() *rapid.Generator[string] {
	parts := rapid.SampledFrom([]string{
		"<p>", "</p>", "<p id=a>", "<div class=tab>", "</div>", "<ul><li>", "</li></ul>", "<table><tr><td>", "</td></tr></table>", "<iframe src=x></iframe>",
		"<img src=a>", "<h6>", "</h6>", "<!-- split -->", "<!--", "<script>x()</script>", "<style>", "</style>", "<details><summary>", "</summary>", "</details>",
		"<x-y>", "</x-y>", "<a name=b></a>", "<hr/>", "<br>", "{{ a }}", "[w id=1]", "[[KEEP 1: table]]", "<svg><path/></svg>", "<noscript>", "</noscript>",
		"words of oak", " ", "\n", "&amp;", "\xff", "<", "<p", "é", "<form>", "</form>", "<blockquote>", "</blockquote>",
	})
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.OneOf(parts, parts, rapid.String()), 0, 30).Draw(t, "parts"), "")
	})
}

func TestCutAndPutBackIsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fragment := anyFragment().Draw(t, "fragment")
		p := blocks.Cut(fragment)
		require.Equal(t, fragment, p.Original())
		for _, b := range p.Blocks {
			require.Contains(t, p.Text, b.Token())
			require.Regexp(t, `^\[\[KEEP \d+: [^\[\]<>]+\]\]$`, b.Token())
		}
	})
}

// Whatever an answer does with the tokens, each block is put at most once, with
// its own bytes, and only blocks are added to the safe part of the answer.
func TestPlacePutsBytesOfBlocksOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := blocks.Cut(anyFragment().Draw(t, "fragment"))
		tokens := rapid.SampledFrom([]string{"[[KEEP 1]]", "[[KEEP 2: x]]", "[[KEEP 3]]", "[KEEP 99]", "<p>", "</p>", "words", "<ul><li>", "</li></ul>", "<strong>", "</strong>"})
		answer := strings.Join(rapid.SliceOfN(tokens, 0, 12).Draw(t, "answer"), "")
		safe := markup.SanitizeHTML(answer)
		want := len(p.Head) + len(p.Tail) + len(safe)
		content, missing := p.Place(safe)
		for _, b := range p.Blocks {
			if !strings.Contains(blocks.List(missing), b.Token()) {
				require.Contains(t, content, b.Raw)
				want += len(b.Raw)
			}
		}
		require.LessOrEqual(t, len(content), want)
	})
}

func FuzzCut(f *testing.F) {
	paths, _ := filepath.Glob("../demo/catalogue/*.csv")
	for _, path := range paths[:min(len(paths), 1)] {
		raw, _ := os.ReadFile(path)
		f.Add(string(raw[:min(len(raw), 4000)]))
	}
	f.Add("<p>a<table><tr><td>b</table>{{ c }}<!-- split -->")
	f.Fuzz(func(t *testing.T, fragment string) {
		p := blocks.Cut(fragment)
		if p.Original() != fragment {
			t.Fatalf("%q became %q", fragment, p.Original())
		}
	})
}

func BenchmarkCutNested(b *testing.B) {
	fragment := strings.Repeat("<div class=tab><p>words of oak", 10_000)
	for b.Loop() {
		blocks.Cut(fragment)
	}
}
