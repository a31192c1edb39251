package catalogue_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/catalogue"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

// emptyPages is a shop that lists no products for so many reads, and still says
// how many it has.
type emptyPages struct {
	*galleytest.Shop
	empty int
}

func (e *emptyPages) Client(context.Context, galley.Shop) (galley.ShopClient, error) { return e, nil }

func (e *emptyPages) Products(ctx context.Context, cursor string) (galley.ProductBatch, error) {
	if e.empty > 0 {
		e.empty--
		return galley.ProductBatch{}, nil
	}
	return e.Shop.Products(ctx, cursor)
}

func TestAnEmptyPageRemovesNothing(t *testing.T) {
	for name, test := range map[string]struct {
		empty int
		code  galley.Code
	}{
		"once, and the shop is read again": {empty: 1},
		"again and again":                  {empty: 100, code: galley.CodeShopFailed},
	} {
		t.Run(name, func(t *testing.T) {
			c, remote, s, shop := newDesk(t, 20)
			_, err := c.Sync(bg, shop, nil)
			require.NoError(t, err)
			broken := catalogue.New(s, &emptyPages{Shop: remote, empty: test.empty}, galleytest.NewClock(), "p1")
			_, err = broken.Sync(bg, shop, nil)
			require.Equal(t, test.code, galley.CodeOf(err), err)
			now, err := s.Shop(bg, string(shop.ID))
			require.NoError(t, err)
			require.Equal(t, 20, now.ProductCount)
			require.Zero(t, now.Missing)
		})
	}
}

func TestKeepsManyMissingProductsUntilAPersonConfirms(t *testing.T) {
	c, remote, s, shop := newDesk(t, 60)
	_, err := c.Sync(bg, shop, nil)
	require.NoError(t, err)
	products := galleytest.Products(60)
	for _, p := range products[:4] {
		remote.Remove(p.ID)
	}
	for range 2 { // asked again by each sync
		res, err := c.Sync(bg, shop, nil)
		require.NoError(t, err)
		require.Zero(t, res.Removed)
		require.Equal(t, 4, res.Missing)
		now, err := s.Shop(bg, string(shop.ID))
		require.NoError(t, err)
		require.Equal(t, 60, now.ProductCount)
		require.Equal(t, 4, now.Missing)
	}
	res, err := c.SyncAndRemove(bg, shop, nil)
	require.NoError(t, err)
	require.Equal(t, 4, res.Removed)
	now, err := s.Shop(bg, string(shop.ID))
	require.NoError(t, err)
	require.Equal(t, 56, now.ProductCount)
	require.Zero(t, now.Missing)
}

func TestAsksBeforeRemoving(t *testing.T) {
	for _, test := range []struct {
		unseen, known int
		asks          bool
	}{{0, 100, false}, {3, 20, false}, {4, 79, true}, {4, 80, false}, {5, 80, true}, {1, 1, true}, {3, 3, true}, {0, 0, false}} {
		require.Equal(t, test.asks, galley.AsksBeforeRemoving(test.unseen, test.known), "%d of %d", test.unseen, test.known)
	}
}
