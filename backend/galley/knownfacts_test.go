package galley_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestKnownFactsAreThoseThatPeopleCorrected(t *testing.T) {
	of := galley.Subject{Product: galley.Product{Metafields: []galley.Fact{
		{Name: "Weight", Value: "1.4 kg"}, {Name: "Arm", Value: "Brass"}, {Name: "Weight", Value: "2 kg", Scope: "Large", Kind: galley.FactWeight},
	}}}
	of.Noted.Facts = []galley.NotedFact{
		{State: galley.FactStruck, Row: "a", Was: galley.FactEdit{Attribute: "weight", Value: "1.4 KG"}},
		{State: galley.FactCorrected, Row: "b", Was: galley.FactEdit{Attribute: "Arm", Value: "Brass"}, FactEdit: galley.FactEdit{Attribute: "Arm", Value: "Steel"}},
		{State: galley.FactAdded, FactEdit: galley.FactEdit{Value: "Waxed by hand"}},
	}
	of.Noted.Scoped = []galley.ScopedFact{{Fact: "Made in Leeds"}}
	require.Equal(t, []galley.Fact{
		{Name: "Weight", Value: "2 kg", Scope: "Large", Kind: galley.FactWeight}, {Name: "Arm", Value: "Steel"}, {Value: "Waxed by hand"}, {Value: "Made in Leeds"},
	}, of.KnownFacts())
	require.Equal(t, "Weight (Large)", of.KnownFacts()[0].Label())
	require.Equal(t, []string{"weight: 1.4 KG", "Arm: Brass"}, of.Noted.Untrue())
}
