package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
)

// press is a product with few facts.
func press() []facts.Source {
	return []facts.Source{
		{Kind: facts.FromTitle, Text: "Flower Press"},
		{Kind: facts.FromText, Text: "A flower press of beech plywood with four brass bolts and ten sheets of blotting paper. Folding handle."},
	}
}

func held(text string) []string {
	var found []string
	for _, c := range facts.SheetOf(press(), "en").Judge(text, "en") {
		if c.IsHeld() {
			found = append(found, c.Of(text))
		}
	}
	return found
}

func TestClaimsWithoutCue(t *testing.T) {
	for text, want := range map[string][]string{
		"A felted lanyard keeps it shut.":             {"felted lanyard"},
		"A spirit gauge and a stencil.":               {"gauge", "stencil"},
		"Laser-etched markers on the lid.":            {"Laser-etched markers"},
		"With a tweezer, a ruler.":                    {"With a tweezer", "a ruler"},
		"It floats.":                                  {"floats"},
		"The resealable sachet is a lovely surprise.": {"resealable sachet"},
		"Great for hamsters.":                         {"hamsters"},
		"Fits every tripod.":                          {"tripod"},
	} {
		require.Equal(t, want, held(text), text)
	}
}

func TestNeutralProse(t *testing.T) {
	for _, text := range []string{
		"Walks in the woods never end at the gate.", "Saturday afternoon, boots by the door, kettle on.", "Pack a picnic and a good novel.",
		"A quiet pleasure for curious people.", "Would a poppy survive in your pocket?", "Because some summers deserve to last.",
		"Folds are folds, and bolts are bolts.", "Four bolts, ten sheets, one press.", "Whether it is a daisy or a fern, press it.",
		"Friends will ask where you found it.", "For rainy evenings and long memories.", "A present that feels personal.",
	} {
		require.Empty(t, held(text), text)
	}
}
