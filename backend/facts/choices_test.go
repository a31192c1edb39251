package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
)

// A choice between a thing and none of it is one of the options, however it is said.
func TestChoiceOfNone(t *testing.T) {
	pot := []facts.Source{
		{Kind: facts.FromTitle, Text: "Long Tom pot, terracotta"},
		{Kind: facts.FromOption, Name: "Size", Text: "Small"},
		{Kind: facts.FromOption, Name: "Saucer", Text: "Without saucer"},
		{Kind: facts.FromOption, Name: "Saucer", Text: "With saucer"},
		{Kind: facts.FromText, HTML: true, Text: "<p>A Long Tom is taller than it is wide.</p><p>With a saucer, the pot can stand indoors.</p>"},
	}
	for _, text := range []string{
		"There is a choice of saucer: Without saucer or With saucer.",
		"Saucer: Without saucer, With saucer.",
		"Choose it with or without saucer.",
	} {
		for words, grade := range grades(pot, text, "en") {
			require.Equal(t, facts.Supported, grade, "%s: %s", text, words)
		}
	}
}
