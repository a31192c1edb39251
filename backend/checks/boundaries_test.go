package checks_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/checks"
	"galley/backend/galley"
)

// boundary is one side of a threshold. Points of notApplied say that the rule
// must not be in the score.
type boundary struct {
	name    string
	content string
	points  int
}

const notApplied = 99

func requirePoints(t *testing.T, rule string, draft checks.Text, cases []boundary) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			draft.Content = c.content
			got := ruleOf(t, checks.Run(draft), rule)
			if c.points == notApplied {
				require.Nil(t, got)
				return
			}
			require.NotNil(t, got)
			require.Equal(t, c.points, got.Points, "measured %s", got.Measured)
			require.Equal(t, verdictFor(c.points), got.Verdict)
		})
	}
}

func verdictFor(points int) galley.Verdict {
	switch points {
	case 9, 8:
		return galley.VerdictGood
	case 6:
		return galley.VerdictFair
	}
	return galley.VerdictPoor
}

func wordsOf(n int) string { return strings.TrimSpace(strings.Repeat("lamp ", n)) }

func paragraphOf(n int) string { return "<p>" + wordsOf(n) + "</p>" }

// sentencesOf makes n sentences, the first of which are special.
func sentencesOf(n, special int, specialOne, plainOne string) string {
	return "<p>" + strings.Repeat(specialOne+" ", special) + strings.Repeat(plainOne+" ", n-special) + "</p>"
}

func TestDescriptionLength(t *testing.T) {
	requirePoints(t, "description_length", checks.Text{Field: galley.FieldDescription}, []boundary{
		{"none", "", -20},
		{"49", paragraphOf(49), -20},
		{"50", paragraphOf(50), -10},
		{"99", paragraphOf(99), -10},
		{"100", paragraphOf(100), 3},
		{"149", paragraphOf(149), 3},
		{"150", paragraphOf(150), 6},
		{"199", paragraphOf(199), 6},
		{"200", paragraphOf(200), 9},
		{"200 over a list and a table", "<ul><li>" + wordsOf(100) + "</li></ul><table><tr><td>" + wordsOf(100) + "</td></tr></table>", 9},
		{"a script without spaces", "<p>" + strings.Repeat("山", 300) + "</p>", notApplied},
	})
}

func TestParagraphLength(t *testing.T) {
	requirePoints(t, "paragraph_length", checks.Text{Field: galley.FieldDescription}, []boundary{
		{"70", paragraphOf(70), 9},
		{"71", paragraphOf(71), 6},
		{"100", paragraphOf(100), 6},
		{"101", paragraphOf(101), 3},
		{"the longest counts", paragraphOf(10) + paragraphOf(101) + paragraphOf(10), 3},
		{"a double line break ends one", wordsOf(60) + "<br><br>" + wordsOf(60), 9},
		{"a single one does not", wordsOf(60) + "<br>" + wordsOf(60), 3},
		{"text without tags", wordsOf(71), 6},
		{"lists are no paragraphs", "<ul><li>" + wordsOf(120) + "</li></ul>", notApplied},
	})
}

func TestSentenceLength(t *testing.T) {
	long, short := "The "+wordsOf(20)+".", "The lamp lamp."
	requirePoints(t, "sentence_length", checks.Text{Field: galley.FieldDescription}, []boundary{
		{"20 words are short", "<p>" + wordsOf(20) + ".</p>", 9},
		{"21 words are long", "<p>" + wordsOf(21) + ".</p>", 3},
		{"20 %", sentencesOf(100, 20, long, short), 9},
		{"21 %", sentencesOf(100, 21, long, short), 6},
		{"25 %", sentencesOf(100, 25, long, short), 6},
		{"26 %", sentencesOf(100, 26, long, short), 3},
	})
}

func TestSubheadingDistance(t *testing.T) {
	h := "<h3>Lamp</h3>"
	requirePoints(t, "subheading_distance", checks.Text{Field: galley.FieldDescription}, []boundary{
		{"300", paragraphOf(300), 9},
		{"301 without any subheading", paragraphOf(301), 2},
		{"301", paragraphOf(301) + h + paragraphOf(1), 6},
		{"350", paragraphOf(350) + h + paragraphOf(1), 6},
		{"351", paragraphOf(351) + h + paragraphOf(1), 3},
		{"each stretch by itself", paragraphOf(300) + h + paragraphOf(300), 9},
		{"the longest counts", paragraphOf(10) + h + paragraphOf(351), 3},
		{"over several paragraphs", h + paragraphOf(150) + paragraphOf(151), 6},
	})
}

func TestPassiveVoice(t *testing.T) {
	passive, active := "The lamp was made by hand.", "You switch the lamp on."
	requirePoints(t, "passive_voice", checks.Text{Field: galley.FieldDescription}, []boundary{
		{"10 %", sentencesOf(100, 10, passive, active), 9},
		{"11 %", sentencesOf(100, 11, passive, active), 6},
		{"15 %", sentencesOf(100, 15, passive, active), 6},
		{"16 %", sentencesOf(100, 16, passive, active), 3},
		{"Dutch", "<p>De lamp is een licht en wordt met de hand voor ons gemaakt.</p>", notApplied},
	})
}

func TestTransitionWords(t *testing.T) {
	tied, plain := "However, you like the lamp.", "You like the light very much."
	requirePoints(t, "transition_words", checks.Text{Field: galley.FieldDescription}, []boundary{
		{"200 words need none", "<p>" + strings.Repeat("You like lamps and the light. ", 33) + "Lamps shine.</p>", notApplied},
		{"201 words do", "<p>" + strings.Repeat("You like lamps and the light. ", 33) + "Lamps do shine.</p>", 3},
		{"30 %", sentencesOf(100, 30, tied, plain), 9},
		{"29 %", sentencesOf(100, 29, tied, plain), 6},
		{"20 %", sentencesOf(100, 20, tied, plain), 6},
		{"19 %", sentencesOf(100, 19, tied, plain), 3},
	})
}

func TestKeyphraseInFirstParagraph(t *testing.T) {
	requirePoints(t, "keyphrase_in_first_paragraph", checks.Text{Field: galley.FieldDescription, Keyphrase: "brass lamp"}, []boundary{
		{"one sentence", "<h2>Light</h2><p>A lamp of brass. It shines.</p>", 9},
		{"in another form", "<p>Brass lamps shine.</p>", 3},
		{"in a list", "<ul><li>A brass lamp</li></ul><p>It shines.</p>", 9},
		{"with a hyphen", "<p>A brass-lamp set.</p>", 9},
		{"two sentences", "<p>A lamp. It is brass.</p>", 6},
		{"second paragraph only", "<p>A light.</p><p>A brass lamp.</p>", 3},
		{"one word only", "<p>A lamp.</p>", 3},
		{"in a list before any paragraph", "<ul><li>A brass lamp.</li></ul>", 9},
	})
	requirePoints(t, "keyphrase_in_first_paragraph", checks.Text{Field: galley.FieldDescription}, []boundary{
		{"no keyphrase", "<p>A light.</p>", notApplied},
	})
}

func TestMainHeadings(t *testing.T) {
	requirePoints(t, "h1_in_text", checks.Text{Field: galley.FieldDescription}, []boundary{
		{"none", "<p>Lamp</p>", 8},
		{"one", "<h1>Lamp</h1>", 8},
		{"two", "<h1>Lamp</h1><h1>Lamp</h1>", 1},
		{"no text, nothing to judge", "", notApplied},
	})
}

func TestSEOTitleWidth(t *testing.T) {
	requirePoints(t, "seo_title_width", checks.Text{Field: galley.FieldSEOTitle}, []boundary{
		{"none", "", 1},
		{"1 px and more", ".", 9},
		{"600 px", titleOfWidth(t, 600), 9},
		{"601 px", titleOfWidth(t, 601), 3},
	})
}

// titleOfWidth composes a title of exactly that many pixels.
func titleOfWidth(t *testing.T, px int) string {
	t.Helper()
	want := fmt.Sprintf("%d px", px)
	for e := 40; e < 56; e++ {
		for i := range 40 {
			title := strings.Repeat("e", e) + strings.Repeat("i", i)
			if r := ruleOf(t, checks.Run(checks.Text{Field: galley.FieldSEOTitle, Content: title}), "seo_title_width"); r.Measured.String() == want {
				return title
			}
		}
	}
	t.Fatalf("no title of %s", want)
	return ""
}

func TestKeyphraseInSEOTitle(t *testing.T) {
	requirePoints(t, "keyphrase_in_seo_title", checks.Text{Field: galley.FieldSEOTitle, Keyphrase: "brass lamp"}, []boundary{
		{"at the start", "Brass lamp | Aldermill", 9},
		{"after an article", "The brass lamp of Aldermill", 9},
		{"later", "Aldermill brass lamp", 6},
		{"in another order", "Lamp of brass", 6},
		{"words missing", "Lamp | Aldermill", 2},
	})
}

func TestKeyphraseInHandle(t *testing.T) {
	for _, c := range []struct {
		keyphrase, handle string
		points            int
	}{
		{"brass lamp", "brass-lamp-large", 9},
		{"brass lamp", "lamp-large", 6},
		{"brass lamp", "light", 6},
		{"tall brass table lamp", "brass-table-lamp", 9},
		{"tall brass table lamp", "table-lamp", 6},
		{"лампа", "lampa", notApplied},
		{"brass lamp", "", notApplied},
	} {
		draft := checks.Text{Field: galley.FieldSEOTitle, Keyphrase: c.keyphrase, Subject: galley.Subject{Product: galley.Product{Handle: c.handle}}}
		requirePoints(t, "keyphrase_in_handle", draft, []boundary{{c.keyphrase + " in " + c.handle, "Lamp", c.points}})
	}
}

func TestMetaDescription(t *testing.T) {
	of := func(n int) string { return strings.Repeat("é", n) }
	requirePoints(t, "meta_description_length", checks.Text{Field: galley.FieldMetaDescription}, []boundary{
		{"none", "", 1},
		{"1", of(1), 6},
		{"120", of(120), 6},
		{"121", of(121), 9},
		{"156", of(156), 9},
		{"157", of(157), 6},
	})
	requirePoints(t, "keyphrase_in_meta_description", checks.Text{Field: galley.FieldMetaDescription, Keyphrase: "lamp"}, []boundary{
		{"never", "A light.", 3},
		{"once", "A lamp.", 9},
		{"twice", "A lamp. Two lamps.", 9},
		{"three times", "A lamp, a lamp, a lamp.", 3},
	})
}

func TestTitle(t *testing.T) {
	of := func(n int) string { return strings.Repeat("i", n) }
	draft := checks.Text{Field: galley.FieldTitle}
	requirePoints(t, "title_length", draft, []boundary{
		{"none", "", 1}, {"1", of(1), 9}, {"70", of(70), 9}, {"71", of(71), 6}, {"255", of(255), 6}, {"256", of(256), 3},
	})
	requirePoints(t, "seo_title_width", draft, []boundary{{"in place of the SEO title", of(70), 9}})
	draft.Product.SEOTitle = galley.Text("Lamp")
	requirePoints(t, "seo_title_width", draft, []boundary{{"the product has an SEO title", of(70), notApplied}})
	requirePoints(t, "keyphrase_in_seo_title", draft, []boundary{{"none was given", "Lamp", notApplied}})
	draft.Keyphrase = "lamp"
	requirePoints(t, "keyphrase_in_seo_title", draft, []boundary{{"given", "Lamp", 9}})
}

func TestTotal(t *testing.T) {
	draft := checks.Text{Field: galley.FieldSEOTitle, Content: "Aldermill brass lamp", Keyphrase: "brass lamp"}
	require.Equal(t, 83, checks.Run(draft).Score.Total) // round(100 × (9 + 6) ÷ 18)

	empty := checks.Run(checks.Text{Field: galley.FieldDescription})
	require.Equal(t, 0, empty.Score.Total) // −20 points do not go below zero
}
