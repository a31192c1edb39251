package shopify

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPageSizeHalvesAndGrowsBackCarefully(t *testing.T) {
	c, err := New(Config{Endpoint: "http://127.0.0.1:1", Token: "t"})
	require.NoError(t, err)
	c.setPageSize(100)
	for _, want := range []int{50, 25, 12, 6, 3, 3} {
		c.halvePages(c.pageSizeNow())
		require.Equal(t, want, c.pageSizeNow())
	}
	var sizes []int
	for range 12 {
		c.fitPages(c.pageSizeNow(), 10) // cheap: cost is no bound
		sizes = append(sizes, c.pageSizeNow())
	}
	require.Equal(t, []int{3, 3, 3, 6, 6, 6, 6, 12, 12, 12, 12, 24}, sizes)
	for range 40 {
		c.fitPages(c.pageSizeNow(), 10)
	}
	require.Equal(t, mostPageSize, c.pageSizeNow())
}
