package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
)

// A row of the sheet tells people something: what is denied is a thing, a language is no origin, and
// "nickel-free" is not denied once more.
func TestRowsSaySomething(t *testing.T) {
	type row struct {
		class     facts.Class
		attribute string
		value     string
		denied    bool
	}
	for _, c := range []struct {
		text string
		want []row
	}{
		{"A calendar without a year.", nil},
		{"Charge it when it is not in use.", nil},
		{"Measured on the garment, not on the body.", nil},
		{"No longer made.", nil},
		{"Nothing that catches.", nil},
		{"Dates but no weekdays.", []row{{facts.Promise, "", "weekdays", true}}},
		{"Scrub it without soap.", []row{{facts.Promise, "", "soap", true}}},
		{"It does not shrink.", []row{{facts.Promise, "", "shrink", true}}},
		{"It is latex-free.", []row{{facts.Promise, "", "latex-free", false}}},
		{"One side in English.", []row{{facts.Feature, "language", "English", false}}},
		{"The other in French, German and Spanish.", []row{
			{facts.Feature, "language", "French", false}, {facts.Feature, "language", "German", false}, {facts.Feature, "language", "Spanish", false},
		}},
		{"With English instructions.", []row{{facts.Feature, "language", "English", false}}},
		{"A hull in French oak.", []row{{facts.Origin, "", "French", false}, {facts.Material, "", "oak", false}}},
		{"Blocks of European beech.", []row{{facts.Origin, "", "European", false}, {facts.Material, "", "beech", false}}},
	} {
		var got []row
		for _, r := range facts.SheetOf([]facts.Source{{Kind: facts.FromText, Text: c.text}}, "en").Rows() {
			got = append(got, row{r.Class, r.Attribute, r.Value, r.Denied})
		}
		require.Equal(t, c.want, got, c.text)
	}
}

// Words in a language are no source for where a material is from.
func TestALanguageIsNoOrigin(t *testing.T) {
	sheet := facts.SheetOf([]facts.Source{{Kind: facts.FromText, Text: "A wall calendar on an oak bar, the weekdays in English."}}, "en")
	require.Contains(t, gradesOf(sheet, "A bar of English oak."), facts.NoSource)
	require.NotContains(t, gradesOf(sheet, "Its weekdays are in English."), facts.NoSource)
	require.NotContains(t, gradesOf(sheet, "Its weekdays are in English."), facts.Contradicts)
}
