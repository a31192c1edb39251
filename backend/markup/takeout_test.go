package markup_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
	"galley/backend/markup"
)

// takeOut takes out the sentence that contains words.
func takeOut(t require.TestingT, f galley.Field, content, words string) string {
	visible := content
	if f.IsHTML() {
		visible = markup.VisibleText(content)
	}
	before, _, found := strings.Cut(visible, words)
	require.True(t, found, "%q is not in %q", words, visible)
	start := len([]rune(before))
	return markup.TakeOut(f, content, start, start+len([]rune(words)))
}

func TestTakeOut(t *testing.T) {
	for name, c := range map[string]struct {
		field                galley.Field
		content, words, want string
	}{
		"a sentence between two": {galley.FieldDescription, "<p>Oak. With a 5-year warranty. Oiled.</p>", "5-year warranty", "<p>Oak. Oiled.</p>"},
		"the first":              {galley.FieldDescription, "<p>The <em>best</em> lamp. Oak.</p>", "best", "<p>Oak.</p>"},
		"all of an item": {
			galley.FieldDescription, "<ul><li>Oak</li><li><strong>10 years</strong> of warranty</li></ul>", "10 years", "<ul><li>Oak</li></ul>",
		},
		"the only item takes its list along": {
			galley.FieldDescription, "<p>Oak.</p><ul>\n<li>10 years</li>\n</ul>", "10 years", "<p>Oak.</p>",
		},
		"a cell stays, empty": {
			galley.FieldDescription, "<table><tr><td>Oak</td><td>5 kg</td></tr></table>", "5 kg", "<table><tr><td>Oak</td><td></td></tr></table>",
		},
		"markup around it stays as it is": {
			galley.FieldDescription, `<P CLASS=a>Fish &amp; chips &lt; 3.  Best ever &amp; ever.<img src=x></P><my-tag>&nbsp;x</my-tag>`, "Best",
			`<P CLASS=a>Fish &amp; chips &lt; 3.  <img src=x></P><my-tag>&nbsp;x</my-tag>`,
		},
		"what apps and links find stays, empty": {
			galley.FieldDescription, `<h6>5 years</h6><p>Oak.</p>`, "5 years", `<h6></h6><p>Oak.</p>`,
		},
		"an anchor stays, empty": {
			galley.FieldDescription, `<p>Oak.</p><div><h3 id="years">5 years</h3></div>`, "5 years", `<p>Oak.</p><div><h3 id="years"></h3></div>`,
		},
		"a widget stays, empty": {
			galley.FieldDescription, `<p>Oak.</p><div data-app="stars">5 years</div><x-y>a</x-y>`, "5 years", `<p>Oak.</p><div data-app="stars"></div><x-y>a</x-y>`,
		},
		"where nothing would be left, only the words go": {galley.FieldDescription, "<p>The best lamp</p>", "best", "<p>The lamp</p>"},
		"a title":                {galley.FieldTitle, "Lamp, best in the world", "best in the world", "Lamp,"},
		"a meta description":     {galley.FieldMetaDescription, "Oak lamp. 5-year warranty! Ships today.", "5-year", "Oak lamp. Ships today."},
		"beyond the basic plane": {galley.FieldDescription, "<p>🪔 Lamp. The best. 灯。</p>", "best", "<p>🪔 Lamp. 灯。</p>"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.want, takeOut(t, c.field, c.content, c.words))
		})
	}
}

// Text outside the removed sentence is unchanged, byte for byte.
func TestTakeOutLeavesTheRest(t *testing.T) {
	word := rapid.StringMatching(`[A-Za-zäß&<]{1,8}`)
	rapid.Check(t, func(t *rapid.T) {
		paragraphs := rapid.SliceOfN(rapid.SliceOfN(word, 1, 4), 2, 5).Draw(t, "paragraphs")
		gone := rapid.IntRange(0, len(paragraphs)-1).Draw(t, "gone")
		var html strings.Builder
		var rest []string
		escape := strings.NewReplacer("&", "&amp;", "<", "&lt;")
		for i, words := range paragraphs {
			text := strings.Join(words, " ")
			if i == gone {
				text = "77 " + text
			} else {
				rest = append(rest, text)
			}
			html.WriteString("<p><b>" + escape.Replace(text) + "</b></p>\n")
		}
		got := takeOut(t, galley.FieldDescription, html.String(), "77")
		require.Equal(t, strings.Join(rest, "\n"), markup.VisibleText(got))
		require.Equal(t, len(rest), strings.Count(got, "<p>"), "the empty paragraph goes too")
	})
}
