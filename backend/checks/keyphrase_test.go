package checks_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/checks"
	"galley/backend/galley"
)

// mentionsIn is a text of so many words with the phrase in it so often.
func mentionsIn(words, mentions int, phrase string) string {
	rest := words - mentions*len(strings.Fields(phrase))
	return "<p>" + strings.Repeat(phrase+". ", mentions) + strings.Repeat("light ", rest) + "</p>"
}

func TestKeyphraseDensityOfOneWord(t *testing.T) {
	// 0.7 + 1/3 of a mention count for each one
	requirePoints(t, "keyphrase_density", checks.Text{Field: galley.FieldDescription, Keyphrase: "lamp"}, []boundary{
		{"none in a short text", mentionsIn(50, 0, "lamp"), 4},
		{"one in 50 words", mentionsIn(50, 1, "lamp"), 9},
		{"two in 50 words", mentionsIn(50, 2, "lamp"), -10},
		{"three in 50 words", mentionsIn(50, 3, "lamp"), -50},
		{"one in 51 words", mentionsIn(51, 1, "lamp"), 9},
		{"two in 51 words", mentionsIn(51, 2, "lamp"), 9},
		{"two in 99 words", mentionsIn(99, 2, "lamp"), 9},
		{"three in 99 words", mentionsIn(99, 3, "lamp"), -10},
		{"four in 99 words", mentionsIn(99, 4, "lamp"), -50},
		{"one in 100 words", mentionsIn(100, 1, "lamp"), 4},
		{"two in 100 words", mentionsIn(100, 2, "lamp"), 9},
		{"absent", mentionsIn(200, 0, "lamp"), 4},
		{"0.5 %", mentionsIn(413, 2, "lamp"), 9},
		{"under 0.5 %", mentionsIn(414, 2, "lamp"), 4},
		{"3 %", mentionsIn(207, 6, "lamp"), 9},
		{"over 3 %", mentionsIn(206, 6, "lamp"), -10},
		{"4 %", mentionsIn(207, 8, "lamp"), -10},
		{"over 4 %", mentionsIn(206, 8, "lamp"), -50},
	})
}

func TestKeyphraseDensityOfFourWords(t *testing.T) {
	const phrase = "brass reading lamp dimmer" // each mention counts for 0.7 + 4/3
	requirePoints(t, "keyphrase_density", checks.Text{Field: galley.FieldDescription, Keyphrase: phrase}, []boundary{
		{"one", mentionsIn(200, 1, phrase), 4},
		{"two are enough in a text of 100 words", mentionsIn(100, 2, phrase), 9},
		{"3 %", mentionsIn(204, 3, phrase), 9},
		{"over 3 %", mentionsIn(203, 3, phrase), -10},
		{"4 %", mentionsIn(204, 4, phrase), -10},
		{"over 4 %", mentionsIn(203, 4, phrase), -50},
	})
}

func TestKeyphraseLength(t *testing.T) {
	for _, c := range []struct {
		phrase  string
		content string
		points  int
	}{
		{"brass lamp", "A lamp for the table.", 3},
		{"brass reading lamp", "A lamp for the table.", 6},
		{"brass reading lamp dimmer", "A lamp for the table.", 9},
		{"brass reading lamp dimmer switch cord", "A lamp for the table.", 9},
		{"brass reading lamp dimmer switch cord plug", "A lamp for the table.", 6},
		{"brass reading lamp dimmer switch cord plug shade", "A lamp for the table.", 6},
		{"brass reading lamp dimmer switch cord plug shade bulb", "A lamp for the table.", 3},
		{"a new and real lamp for the large table", "A lamp for the table.", 3},
		{"messinglampe", "Die Lampe ist für den Tisch und das Bett.", 3},
		{"messinglampe dimmer", "Die Lampe ist für den Tisch und das Bett.", 6},
		{"messinglampe dimmer schirm", "Die Lampe ist für den Tisch und das Bett.", 9},
		{"messinglampe dimmer schirm kabel stecker fuß", "Die Lampe ist für den Tisch und das Bett.", 9},
		{"messinglampe dimmer schirm kabel stecker fuß leinen", "Die Lampe ist für den Tisch und das Bett.", 6},
		{"messinglampe dimmer schirm kabel stecker fuß leinen eiche", "Die Lampe ist für den Tisch und das Bett.", 3},
		{"lampe laiton pied chêne", "La lampe est faite pour vous et dans le lin.", 9},
		{"lampe de grand pied dans un laiton", "La lampe est faite pour vous et dans le lin.", 6},
		{"lámpara latón pie roble", "La lámpara es para usted y con una mesa.", 9},
		{"lámpara pequeña de pie con latón", "La lámpara es para usted y con una mesa.", 6},
	} {
		requirePoints(t, "keyphrase_length", checks.Text{Field: galley.FieldDescription, Keyphrase: c.phrase},
			[]boundary{{c.phrase, "<p>" + c.content + "</p>", c.points}})
	}
}

// A guess from the title scores nothing; what a person set does.
func TestKeyphraseIsScoredOnlyWhereSet(t *testing.T) {
	draft := checks.Text{Field: galley.FieldDescription, Content: "<p>The outdoor stuff.</p>", Subject: galley.Product{
		Title: "Wooden outdoor table", ProductType: "Outdoor stuff",
	}.Subject()}
	for _, r := range checks.Run(draft).Score.Rules {
		require.NotContains(t, r.ID, "keyphrase")
	}
	draft.Keyphrases = galley.Keyphrases{{Text: "wooden outdoor table", Source: galley.KeyphraseTyped}}
	require.Equal(t, 3, ruleOf(t, checks.Run(draft), "keyphrase_in_first_paragraph").Points)
}

func TestKeyphraseOfTheLanguageOfTheText(t *testing.T) {
	draft := checks.Text{Field: galley.FieldDescription, Content: "<p>Der Tisch ist aus Holz und für den Garten.</p>"}
	draft.Keyphrases = galley.Keyphrases{{Language: "en", Text: "wooden table"}, {Language: "de", Text: "tisch holz"}}
	require.Equal(t, 9, ruleOf(t, checks.Run(draft), "keyphrase_in_first_paragraph").Points)
}
