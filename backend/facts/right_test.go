package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
	"galley/backend/language"
)

// What a contradiction should say is offered only where the words can be exchanged.
func TestRight(t *testing.T) {
	for _, c := range []struct {
		name, source, text, words, right string
		lang                             language.Code
	}{
		{"a depth", "Height 24 cm, depth 18 cm.", "The light has a depth of 24 cm.", "24 cm", "18 cm", "en"},
		{"a depth, of German data", "Die Leuchte ist für die Wand. Tiefe: 18 cm, Höhe 24 cm.", "The light has a depth of 24 cm.", "24 cm", "18 cm", "en"},
		{"a count", "The rucksack has 4 pockets.", "The rucksack has six pockets.", "six pockets", "4 pockets", "en"},
		{"a material", "The bench has an oak frame and walnut legs.", "The bench has a walnut frame.", "walnut", "oak", "en"},
		{"a period", "With a 2-year warranty.", "With a 5-year warranty.", "5-year warranty", "2-year warranty", "en"},
		{"a promise that the data denies", "The ring is nickel-free.", "The ring contains nickel.", "nickel", "", "en"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := facts.SheetOf([]facts.Source{{Kind: facts.FromText, Text: c.source}}, c.lang)
			var found []facts.Claim
			for _, claim := range sheet.Judge(c.text, c.lang) {
				if claim.Grade == facts.Contradicts {
					found = append(found, claim)
				}
			}
			require.Len(t, found, 1)
			require.Equal(t, c.words, found[0].Of(c.text))
			require.Equal(t, c.right, found[0].Right)
		})
	}
}
