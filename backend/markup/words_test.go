package markup

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// The pages count words by the same cases.
func TestWordsAreCountedAsOnThePages(t *testing.T) {
	file, err := os.ReadFile("../../frontend/src/testing/words.json")
	require.NoError(t, err)
	var cases [][2]any
	require.NoError(t, json.Unmarshal(file, &cases))
	require.NotEmpty(t, cases)
	for _, c := range cases {
		require.InDelta(t, c[1], WordCount(c[0].(string)), 0, "%q", c[0])
	}
}
