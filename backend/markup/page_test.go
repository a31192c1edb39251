package markup_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/markup"
)

func TestVisibleText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", " a\n b ", "a b"},
		{"entities", "a &amp; b&nbsp;c &eacute;", "a & b\u00a0c é"},
		{"blocks", "<p>a</p>\n<p>b</p><div>c</div>d", "a\nb\nc\nd"},
		{"inline", "a<b>b</b> <i>c</i>", "ab c"},
		{"line breaks", "a<br>b<br/>\n<br>c", "a\nb\nc"},
		{"lists and tables", "<ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table>", "a\nb\nc\nd"},
		{"invisible elements", "a<script>x</script><style>y</style><!-- z --><template>t</template>b<iframe>f</iframe>", "ab"},
		{"pictures", `a <img alt="x"> b`, "a b"},
		{"not markup", "a < b <3", "a < b <3"},
		{"unclosed", "<p>a<p>b<li>c", "a\nb\nc"},
		{"empty", "<p></p>", ""},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, markup.VisibleText(c.in)) })
	}
}

func TestWordCount(t *testing.T) {
	for text, want := range map[string]int{
		"":                              0,
		"one two":                       2,
		"hand-made, eco‑friendly lamps": 3,
		"don't, l’été":                  2,
		"1.8 m and 1,500 g":             5,
		"– a & b / c –":                 3,
		"山と川":                           3,
		"café naïve":                    2,
		"light.Next":                    2,
		"-dash- 'quoted'":               2,
		"Grüße, Привет, Καλημέρα, مرحبا.": 4,
	} {
		require.Equal(t, want, markup.WordCount(text), text)
	}
}
