package resilience_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// After a shop fails over a page a few times, smaller pages are requested, and the
// sync comes through.
func TestHalvesPagesTheShopFailsOver(t *testing.T) {
	for _, fault := range []string{"500@ProductsPage", "503@ProductsPage", "silence@ProductsPage:2m"} {
		d := &desk{t: t, silent: strings.HasPrefix(fault, "silence")}
		d.lay(60, fault+":times=3")
		var sizes []int
		for cursor := ""; ; {
			page, err := d.client.Products(bg, cursor)
			require.NoError(t, err, fault)
			sizes = append(sizes, len(page.Products))
			if cursor = page.Next; cursor == "" {
				break
			}
		}
		require.Equal(t, []int{3, 3, 3, 3, 6, 6, 6, 6, 12, 12}, sizes, fault)
	}
}
