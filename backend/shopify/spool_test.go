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

// Products are in parts as they come, each with all its records, wherever those come. Parts that nothing came for are
// none, and the last takes what is more than was said.
func TestPartsOfASpoolAreInOrder(t *testing.T) {
	s, err := newSpool(t.TempDir(), 3*partSize-1)
	require.NoError(t, err)
	t.Cleanup(s.close)
	require.Len(t, s.parts, 3)
	s.partSize = 4
	add := func(products string) {
		for _, p := range products {
			require.NoError(t, s.add([]byte(string(p)), func(block []byte) []byte { return append(block, byte(p), '.') }))
		}
	}
	add("aabcb")
	first, err := s.read(0, nil)
	require.NoError(t, err)
	require.Equal(t, "a.a.", string(first))
	add("a")
	s.full()
	require.Len(t, s.parts, 2)
	again, err := newSpool(t.TempDir(), 3*partSize-1)
	require.NoError(t, err)
	t.Cleanup(again.close)
	again.partSize, s = 4, again
	add("aabcdefghba")
	s.full()
	for number, want := range []string{"a.a.a.", "b.c.b.", "d.e.f.g.h."} {
		records, err := s.read(number, nil)
		require.NoError(t, err)
		require.Equal(t, want, string(records))
	}
}

// A part is in memory as a whole: a product of any size, or a size that is wrong, must not fill it.
func TestPartOfASpoolIsBounded(t *testing.T) {
	s, err := newSpool(t.TempDir(), 0)
	require.NoError(t, err)
	t.Cleanup(s.close)
	s.partSize, s.mostPart = 50, 100
	add := func(product string, bytes int) error {
		return s.add([]byte(product), func(block []byte) []byte { return append(block, make([]byte, bytes)...) })
	}
	require.NoError(t, add("p1", 60))
	require.NoError(t, add("p2", 60))
	require.NoError(t, add("p1", 40))
	err = add("p1", 1)
	require.Equal(t, galley.CodeInvalidFile, galley.CodeOf(err), err)
}
