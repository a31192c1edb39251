package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
	"galley/backend/language"
)

// How long a flask keeps tea hot is a figure, though "for 12 hours" alone may be none.
func TestTimesOfKeepingAreClaims(t *testing.T) {
	for text, lang := range map[string]language.Code{
		"The flask keeps drinks hot for 12 hours.":           "en",
		"It keeps tea hot for 12 hours, so you can walk on.": "en",
		"Elle garde le thé chaud pendant 12 heures.":         "fr",
	} {
		sheet := facts.SheetOf([]facts.Source{{Kind: facts.FromText, Text: "A flask of steel for tea."}}, lang)
		held := 0
		for _, claim := range sheet.Judge(text, lang) {
			if claim.Class == facts.Figure && claim.IsHeld() {
				held++
			}
		}
		require.NotZero(t, held, text)
	}
}
