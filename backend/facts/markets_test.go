package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
	"galley/backend/language"
)

// A system of sizes, a market, a plug or where a parcel comes from is no place
// where something was made.
func TestMarketsAreNoOrigins(t *testing.T) {
	for _, c := range []struct {
		name  string
		from  facts.Source
		text  string
		words string
		grade facts.Grade
	}{
		{"sizes as an option", facts.Source{Kind: facts.FromOption, Name: "Size", Text: "EU 35"}, "A sock made in the EU.", "made in the EU", facts.NoSource},
		{"sizes as an option, number first", facts.Source{Kind: facts.FromOption, Name: "Size", Text: "8 UK"}, "A sock made in the UK.", "made in the UK", facts.NoSource},
		{"the size itself", facts.Source{Kind: facts.FromOption, Name: "Size", Text: "EU 35"}, "A sock in size EU 35.", "EU", facts.Supported},
		{"a plug", facts.Source{Kind: facts.FromOption, Name: "Plug", Text: "UK"}, "A lamp made in the UK.", "made in the UK", facts.NoSource},
		{"the plug itself", facts.Source{Kind: facts.FromOption, Name: "Plug", Text: "UK"}, "A lamp with a UK plug.", "UK", facts.Supported},
		{"the plug, with its word", facts.Source{Kind: facts.FromOption, Name: "Plug", Text: "UK plug"}, "A lamp with a UK plug.", "UK", facts.Supported},
		{"a size in the text", facts.Source{Kind: facts.FromText, Text: "Sizes run from EU 36 to EU 42."}, "A sock made in the EU.", "made in the EU", facts.NoSource},
		{"an origin as an option", facts.Source{Kind: facts.FromOption, Name: "Origin", Text: "Portugal"}, "A sock made in Portugal.", "made in Portugal", facts.Supported},
		{"an origin in the text", facts.Source{Kind: facts.FromText, Text: "Knitted in Portugal."}, "A sock made in Portugal.", "made in Portugal", facts.Supported},
		{"wool of a place as an option", facts.Source{Kind: facts.FromOption, Name: "Material", Text: "Italian wool"}, "A scarf of Italian wool.", "Italian", facts.Supported},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := facts.SheetOf([]facts.Source{c.from, {Kind: facts.FromTitle, Text: "A sock"}}, language.English)
			var grades []facts.Grade
			for _, claim := range sheet.Judge(c.text, language.English) {
				if claim.Of(c.text) == c.words {
					grades = append(grades, claim.Grade)
				}
			}
			require.Equal(t, []facts.Grade{c.grade}, grades)
		})
	}
}
