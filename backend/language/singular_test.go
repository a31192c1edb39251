package language_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/language"
)

func TestSingular(t *testing.T) {
	for word, want := range map[string]string{
		"lamps": "lamp", "berries": "berry", "ties": "tie", "glasses": "glass", "brushes": "brush", "benches": "bench",
		"boxes": "box", "glass": "glass", "cactus": "cactus", "basis": "basis", "shop's": "shop", "gas": "gas", "lamp": "lamp",
	} {
		require.Equal(t, want, language.Singular(word), word)
	}
}
