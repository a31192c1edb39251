package products_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestFactsOfAShopAreReplacedUpToTheirLimit(t *testing.T) {
	c, _, s, shop := newDesk(t, 1)
	require.NoError(t, c.SetFacts(bg, shop.ID, "Made in Porto"))
	err := c.SetFacts(bg, shop.ID, strings.Repeat("é", galley.MaxFacts+1))
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	now, err := s.Shop(bg, string(shop.ID))
	require.NoError(t, err)
	require.Equal(t, "Made in Porto", now.Facts)
	require.NoError(t, c.SetFacts(bg, shop.ID, ""))
}
