package facts_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
	"galley/backend/language"
)

// How long a flask keeps tea hot is a figure, though "for 12 hours" alone may be none. What a person is to do is none.
func TestTimesOfKeepingAreClaims(t *testing.T) {
	for text, is := range map[string]struct {
		lang language.Code
		held bool
	}{
		"The flask keeps drinks hot for 12 hours.":              {"en", true},
		"It keeps tea hot for 12 hours, so you can walk on.":    {"en", true},
		"It keeps coffee and tea hot for 12 hours.":             {"en", true},
		"Keep your tea hot for 12 hours.":                       {"en", true},
		"Elle garde le thé chaud pendant 12 heures.":            {"fr", true},
		"Keep the lid on and let the soup cool for 10 minutes.": {"en", false},
		"Stir the tea and keep it warm for 10 minutes.":         {"en", false},
		"The lid stays on while you let it cool for 5 minutes.": {"en", false},
	} {
		sheet := facts.SheetOf([]facts.Source{{Kind: facts.FromText, Text: "A flask of steel for tea and soup, with a lid."}}, is.lang)
		held := slices.ContainsFunc(sheet.Judge(text, is.lang), func(claim facts.Claim) bool {
			return claim.Class == facts.Figure && claim.IsHeld()
		})
		require.Equal(t, is.held, held, text)
	}
}

// The forms of a language's words speak for it too: "sac" and "dos" are French in any number.
func TestTitleOfTheShopsLanguageShowsNoOther(t *testing.T) {
	require.False(t, facts.ShowsAnother("Sac à dos Garrigue", "fr"))
	require.True(t, facts.ShowsAnother("Waterproof hiking backpack with pockets", "fr"))
}
