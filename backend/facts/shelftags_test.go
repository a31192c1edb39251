package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
)

func TestTagsInCapitals(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		held      int
	}{
		{"DIY", "Found under: cable, flex and DIY.", 0},
		{"AČ", "Filed under: cable and AČ.", 0},
		{"الفانوس", "Filed under: cable and الفانوس.", 0},
		{"WALNUT", "A flex of walnut.", 1},
		{"NEW_SS26", "Made in Sweden of walnut.", 2},
	} {
		sheet := facts.SheetOf([]facts.Source{
			{Kind: facts.FromTitle, Text: "Braided flex cable"},
			{Kind: facts.FromTag, Text: c.tag},
			{Kind: facts.FromText, Text: "Round flex with a cotton braid."},
		}, "en")
		held := 0
		for _, claim := range sheet.Judge(c.text, "en") {
			if claim.IsHeld() {
				held++
			}
		}
		require.Equal(t, c.held, held, c.text)
	}
}

// A word such as "just" in a denial of the data denies nothing that a text says.
func TestAdverbsOfDenialsAreNotDenied(t *testing.T) {
	const text = "The joints are sprung and not just tightened."
	sheet := facts.SheetOf([]facts.Source{{Kind: facts.FromTitle, Text: "Floor lamp"}, {Kind: facts.FromText, Text: text}}, "en")
	for _, said := range []string{text, "They stay, because the joints are sprung and not just tightened."} {
		for _, claim := range sheet.Judge(said, "en") {
			require.False(t, claim.IsHeld(), "%s: %s", said, claim.Of(said))
		}
	}
}
