package facts

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNumbersAboveHundred(t *testing.T) {
	g := lexicons()["en"].grammar
	for text, want := range map[string]struct {
		n    float64
		used int
	}{
		"two hundred pages":                   {200, 2},
		"two hundred and fifty pages":         {250, 4},
		"one hundred twenty pages":            {120, 3},
		"a hundred pages":                     {0, 0},
		"hundred pages":                       {100, 1},
		"three thousand five hundred and two": {3502, 6},
		"two dozen pens":                      {24, 2},
		"a hundred":                           {0, 0},
		"hundred pens and two caps":           {100, 1},
		"twenty-four pens":                    {24, 2},
		"two three":                           {2, 1},
		"hundred and sixty":                   {160, 3},
		"two hundred thousand":                {200000, 3},
		"pens":                                {0, 0},
	} {
		n, used := g.number(splitWords(text, "en"), 0)
		require.InDelta(t, want.n, n, 1e-9, text)
		require.Equal(t, want.used, used, text)
	}
}
