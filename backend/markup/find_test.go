package markup_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/markup"
)

func TestFindsWordsInText(t *testing.T) {
	for _, c := range []struct {
		name, text, words string
		matchCase, whole  bool
		want              []string
	}{
		{"any case", "Oak and oak, OAK", "oak", false, false, []string{"Oak", "oak", "OAK"}},
		{"this case", "Oak and oak, OAK", "oak", true, false, []string{"oak"}},
		{"within words", "oak, oaken, soak", "oak", false, false, []string{"oak", "oak", "oak"}},
		{"whole words", "oak, oaken, soak, oak-grown", "oak", false, true, []string{"oak", "oak"}},
		{"whole words with accents", "caf, café, cafe\u0301", "caf", false, true, []string{"caf"}},
		{"signs at the edges", "5 % off, 15 % off", "5 %", false, true, []string{"5 %"}},
		{"without overlap", "aaaa", "aa", false, false, []string{"aa", "aa"}},
		{"accents written apart", "cafe\u0301 and café", "café", false, false, []string{"cafe\u0301", "café"}},
		{"no half of a letter", "cafe\u0301", "cafe", false, false, nil},
		{"no-break spaces", "24\u00a0cm, 24\u202fcm, 24 cm", "24 cm", false, false, []string{"24\u00a0cm", "24\u202fcm", "24 cm"}},
		{"not over lines", "24\ncm", "24 cm", false, false, nil},
		{"apostrophes", "the shop’s, the shop's", "shop's", true, false, []string{"shop’s", "shop's"}},
		{"hyphens", "T\u2011shirt, T-shirt", "t-shirt", false, true, []string{"T\u2011shirt", "T-shirt"}},
		{"Greek", "Σίγμα, σίγμας", "ΣΊΓΜΑΣ", false, false, []string{"σίγμας"}},
		{"Chinese words", "这个水壶很轻", "水壶", false, true, []string{"水壶"}},
		{"nothing", "oak", "", false, false, nil},
		{"longer than the text", "oak", "oak tree", false, false, nil},
		{"signs of a pattern", "a.c (abc)", "a.c", false, false, []string{"a.c"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, at := range (markup.Query{Words: c.words, MatchCase: c.matchCase, WholeWords: c.whole}).In(c.text) {
				got = append(got, at.Of(c.text))
			}
			require.Equal(t, c.want, got)
		})
	}
}

func TestReplacesWordsInVisibleTextOnly(t *testing.T) {
	for _, c := range []struct {
		name, content, words, with, want string
		field                            galley.Field
	}{
		{"plain text", "Oak shelf of oak", "oak", "elm", "elm shelf of elm", galley.FieldTitle},
		{"plain text is no HTML", "A <oak> & b", "oak", "<b>", "A <<b>> & b", galley.FieldTitle},
		{"not in tags", `<p class="oak"><a href="/oak" title="oak">Oak</a> oak</p><!-- oak -->`, "oak", "elm", `<p class="oak"><a href="/oak" title="oak">elm</a> elm</p><!-- oak -->`, galley.FieldDescription},
		{"not in scripts", `<script>oak()</script><style>.oak{}</style><p>oak</p>`, "oak", "elm", `<script>oak()</script><style>.oak{}</style><p>elm</p>`, galley.FieldDescription},
		{"entities stay", "<p>R&amp;D &ndash; oak &copy;&nbsp;2020</p>", "oak", "elm", "<p>R&amp;D &ndash; elm &copy;&nbsp;2020</p>", galley.FieldDescription},
		{"an entity is its character", "<p>Caf&eacute; &amp; bar</p>", "café & bar", "pub", "<p>pub</p>", galley.FieldDescription},
		{"no half of an entity", "<p>a &notit; b</p>", "it", "x", "<p>a &notit; b</p>", galley.FieldDescription},
		{"across elements", "<p>made of <b>solid</b> oak</p>", "solid oak", "elm", "<p>made of <b>elm</b></p>", galley.FieldDescription},
		{"white space of the source", "<p>made of solid\n   oak</p>", "solid oak", "elm", "<p>made of elm</p>", galley.FieldDescription},
		{"a space that is looked for", "<p>solid \n oak</p>", " oak", "", "<p>solid</p>", galley.FieldDescription},
		{"markup in the words", "<p>oak</p>", "oak", "<b>elm</b> & ash", "<p>&lt;b&gt;elm&lt;/b&gt; &amp; ash</p>", galley.FieldDescription},
		{"not over blocks", "<p>solid</p><p>oak</p>", "solid oak", "elm", "<p>solid</p><p>oak</p>", galley.FieldDescription},
		{"many", "<ul>\n<li>oak</li>\n<li>oak <i>oak</i></li></ul>", "oak", "elm", "<ul>\n<li>elm</li>\n<li>elm <i>elm</i></li></ul>", galley.FieldDescription},
		{"broken markup", "<p>oak <b>oak</p> & oak < 3", "oak", "elm", "<p>elm <b>elm</p> & elm < 3", galley.FieldDescription},
		{"Windows lines", "<p>solid\r\noak</p>", "solid oak", "elm", "<p>elm</p>", galley.FieldDescription},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := markup.Query{Words: c.words}.In(markup.PageOf(c.field, c.content).Text)
			got, _ := markup.ReplaceAll(c.field, c.content, at, c.with, nil)
			require.Equal(t, c.want, got)
		})
	}
}

func TestReplacesNothingInWhatIsKept(t *testing.T) {
	content := "<p>oak</p><table><tr><td>oak</td></tr></table><p>oak</p>"
	from := strings.Index(content, "<table>")
	kept := []markup.Span{{Start: from, End: strings.Index(content, "</table>") + len("</table>")}}
	at := markup.Query{Words: "oak"}.In(markup.VisibleText(content))
	got, done := markup.ReplaceAll(galley.FieldDescription, content, at, "elm", kept)
	require.Equal(t, "<p>elm</p><table><tr><td>oak</td></tr></table><p>elm</p>", got)
	require.Equal(t, []markup.Span{at[0], at[2]}, done)
}

// FuzzReplaceAll: the visible text is the old one with the words exchanged, and
// replacing words by themselves changes no byte.
func FuzzReplaceAll(f *testing.F) {
	f.Add("<p>Stands <b>24</b> cm off &amp; 24\ncm on</p>", "24 cm", "x")
	f.Add("a &lt; b\n<li>c &notit; <pre>\nq</pre><textarea>a</textarea>", "a", "&")
	f.Fuzz(func(t *testing.T, content, words, with string) {
		content = strings.ToValidUTF8(content, "?")
		with = strings.Join(strings.Fields(strings.ToValidUTF8(with, "?")), "")
		if strings.ContainsAny(words+with, "\r\x00") || with == "" {
			return
		}
		text := markup.VisibleText(content)
		at := markup.Query{Words: words}.In(text)
		got, done := markup.ReplaceAll(galley.FieldDescription, content, at, with, nil)
		var want strings.Builder
		from := 0
		for _, s := range done {
			if strings.ContainsAny(s.Of(text), " \n") {
				return
			}
			want.WriteString(text[from:s.Start] + with)
			from = s.End
		}
		want.WriteString(text[from:])
		require.Equal(t, want.String(), markup.VisibleText(got), "%q", got)
	})
}
