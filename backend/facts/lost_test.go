package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
)

// A short warning in other words is none that is lost: small words are no part of it.
func TestShortWarningsInOtherWords(t *testing.T) {
	for _, c := range []struct {
		earlier, text string
		lost          bool
	}{
		{"A lamp for the desk. Keep out of the reach of children.", "A lamp for the desk. Keep out of reach of children.", false},
		{"A bar of oats. Contains milk and nuts.", "A bar of oats. Contains nuts, milk.", false},
		{"A bar of oats. Contains milk and nuts.", "A bar of oats. Contains milk.", true},
		{"A lamp for the desk. Keep out of the reach of children.", "A lamp for the desk and the shelf.", true},
		{"Made of oak. The magnets hold six knives.", "Made of oak, with room for six knives.", false},
		{"A dress for the summer and during pregnancy.", "A dress for the summer, for mothers to be.", false},
		{"Kleid für Schwangere mit Bund.", "Ein Kleid für werdende Mütter.", false},
		{"A dress for the summer. Not suitable during pregnancy.", "A dress for the summer.", true},
		{"A tea of herbs. Not for pregnant women.", "A tea of herbs for the evening.", true},
		{"Ein Tee mit Kräutern. Für Schwangere nicht geeignet.", "Ein Tee mit Kräutern für den Abend.", true},
		{"A knife block of oak. Swallowed magnets are an emergency.", "A knife block of oak.", true},
	} {
		var warnings []string
		for _, l := range facts.LostBetween(c.earlier, c.text) {
			if l.Kind == facts.LostWarning {
				warnings = append(warnings, l.Words)
			}
		}
		require.Equal(t, c.lost, len(warnings) > 0, "%q: %v", c.text, warnings)
	}
}
