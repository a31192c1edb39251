package shopify

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestPartsOfASpool(t *testing.T) {
	for size, want := range map[int64]int{0: mostParts, 1: 1, partSize: 2, mostList: mostParts} {
		s, err := newSpool(t.TempDir(), size)
		require.NoError(t, err)
		t.Cleanup(s.close)
		require.Len(t, s.parts, want, size)
	}
}

// A part is in memory as a whole: a product of any size, or a size that is wrong, must not fill it.
func TestPartOfASpoolIsBounded(t *testing.T) {
	s, err := newSpool(t.TempDir(), 0)
	require.NoError(t, err)
	t.Cleanup(s.close)
	s.mostPart = 100
	add := func(product string, bytes int) error {
		return s.add([]byte(product), func(block []byte) []byte { return append(block, make([]byte, bytes)...) })
	}
	require.NoError(t, add("p1", 60))
	require.NoError(t, add("p2", 60))
	require.NoError(t, add("p1", 40))
	err = add("p1", 1)
	require.Equal(t, galley.CodeInvalidFile, galley.CodeOf(err), err)
}
