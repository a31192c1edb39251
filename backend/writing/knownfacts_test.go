package writing

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestPromptHasWhatPeopleNoted(t *testing.T) {
	of := galley.Product{Title: "Pell", Category: "Home & Garden > Lighting", Metafields: []galley.Fact{
		{Name: "Weight", Value: "1.4 kg"}, {Name: "Weight", Value: "2 kg", Kind: galley.FactWeight, Scope: "Large"},
	}}.Subject()
	of.Noted.Facts = []galley.NotedFact{
		{State: galley.FactCorrected, Row: "a", Was: galley.FactEdit{Attribute: "Weight", Value: "1.4 kg"}, FactEdit: galley.FactEdit{Attribute: "Weight", Value: "1.1 kg"}},
		{State: galley.FactAdded, FactEdit: galley.FactEdit{Value: "Waxed by hand"}},
	}
	prompt := compose(galley.WriteRequest{Field: galley.FieldTitle}, dataFor(galley.FieldTitle, "", of, galley.Text("Pell"), nil), nil, false).User
	for _, line := range []string{
		"Category: Home & Garden > Lighting\n", "Weight (Large): 2 kg\n", "Weight: 1.1 kg\n", "Noted by the shop: Waxed by hand\n",
		"Not true, even where the data say so: Weight: 1.4 kg\n",
	} {
		require.Contains(t, prompt, line)
	}
	require.NotContains(t, prompt, "\nWeight: 1.4 kg\n")
}
