package galley_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestWeightFactsHaveTheScopeThatDecidesThem(t *testing.T) {
	type v = galley.VariantWeight
	weight := func(value, scope string) galley.Fact {
		return galley.Fact{Name: "Weight", Value: value, Kind: galley.FactWeight, Scope: scope}
	}
	for name, row := range map[string]struct {
		variants []v
		want     []galley.Fact
	}{
		"none":                    {nil, nil},
		"one":                     {[]v{{[]string{"Default Title"}, "340 g"}}, []galley.Fact{weight("340 g", "")}},
		"all the same":            {[]v{{[]string{"Red"}, "1 kg"}, {[]string{"Blue"}, "1 kg"}}, []galley.Fact{weight("1 kg", "")}},
		"not known":               {[]v{{[]string{"Red"}, ""}, {[]string{"Blue"}, ""}}, nil},
		"by size, in two colours": {[]v{{[]string{"Red", "S"}, "1 kg"}, {[]string{"Red", "L"}, "2 kg"}, {[]string{"Blue", "S"}, "1 kg"}, {[]string{"Blue", "L"}, "2 kg"}}, []galley.Fact{weight("1 kg", "S"), weight("2 kg", "L")}},
		"one of a size not known": {[]v{{[]string{"S"}, "1 kg"}, {[]string{"L"}, ""}}, []galley.Fact{weight("1 kg", "S")}},
		"each its own":            {[]v{{[]string{"Red", "S"}, "1 kg"}, {[]string{"Red", "L"}, "2 kg"}, {[]string{"Blue", "S"}, "3 kg"}}, []galley.Fact{weight("1 kg", "Red / S"), weight("2 kg", "Red / L"), weight("3 kg", "Blue / S")}},
		"an option is missing":    {[]v{{[]string{"Red", "S"}, "1 kg"}, {[]string{"Red"}, "2 kg"}}, []galley.Fact{weight("1 kg", "Red / S"), weight("2 kg", "Red")}},
	} {
		require.ElementsMatch(t, row.want, galley.WeightFacts(row.variants), name)
	}
}

func TestFormatWeight(t *testing.T) {
	require.Equal(t, "1.2505 kg", galley.FormatWeight(1.2505, "kg"))
	require.Equal(t, "340 g", galley.FormatWeight(340, "g"))
	require.Empty(t, galley.FormatWeight(0, "g"))
	require.Empty(t, galley.FormatWeight(-3, "g"))
	require.Empty(t, galley.FormatWeight(0.000001, "kg"))
}
