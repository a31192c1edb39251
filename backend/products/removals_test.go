package products_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/products"
)

// emptyPages is a shop that lists no products for a number of reads, and still
// reports its count.
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

func TestEmptyPageRemovesNothing(t *testing.T) {
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
			broken := products.New(s, &emptyPages{Shop: remote, empty: test.empty}, galleytest.NewClock(), "p1")
			_, err = broken.Sync(bg, shop, nil)
			require.Equal(t, test.code, galley.CodeOf(err), err)
			now, err := s.ShopOverview(bg, shop.ID)
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
		now, err := s.ShopOverview(bg, shop.ID)
		require.NoError(t, err)
		require.Equal(t, 60, now.ProductCount)
		require.Equal(t, 4, now.Missing)
	}
	missing, err := c.Removals(bg, shop)
	require.NoError(t, err)
	require.Equal(t, 4, missing.Count)
	require.ElementsMatch(t, idsOf(products[:4]), refIDs(missing.Products))
	res, err := c.SyncAndRemove(bg, shop, missing.Plan, nil)
	require.NoError(t, err)
	require.Equal(t, 4, res.Removed)
	now, err := s.ShopOverview(bg, shop.ID)
	require.NoError(t, err)
	require.Equal(t, 56, now.ProductCount)
	require.Zero(t, now.Missing)
}

// TestRemovesOnlyWhatWasConfirmed: between the question and the answer the shop
// changes, and lists nothing at all.
func TestRemovesOnlyWhatWasConfirmed(t *testing.T) {
	c, remote, s, shop := newDesk(t, 60)
	_, err := c.Sync(bg, shop, nil)
	require.NoError(t, err)
	catalogue := galleytest.Products(60)
	remove := func(from, to int) {
		for _, p := range catalogue[from:to] {
			remote.Remove(p.ID)
		}
	}
	has := func(p galley.Product) bool {
		_, err := s.Product(bg, shop.ID, p.ID)
		return err == nil
	}
	remove(0, 4)
	_, err = c.Sync(bg, shop, nil)
	require.NoError(t, err)
	shown, err := c.Removals(bg, shop)
	require.NoError(t, err)

	remove(4, 6)
	res, err := c.SyncAndRemove(bg, shop, shown.Plan, nil)
	require.NoError(t, err)
	require.Equal(t, 4, res.Removed)
	require.Equal(t, 2, res.Missing, "these were in no plan that a person saw")
	for i, p := range catalogue {
		require.Equal(t, i >= 4, has(p), "product %d", i)
	}
	_, err = c.SyncAndRemove(bg, shop, shown.Plan, nil)
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err), "the plan was used")
	_, err = c.SyncAndRemove(bg, shop, "", nil)
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err), "no plan at all confirms nothing")

	second, err := c.Removals(bg, shop)
	require.NoError(t, err)
	silent := products.New(s, &emptyPages{Shop: remote, empty: 100}, galleytest.NewClock(), "p1")
	res, err = silent.SyncAndRemove(bg, shop, second.Plan, nil)
	require.NoError(t, err)
	require.Equal(t, 2, res.Removed)
	require.Equal(t, 54, res.Missing, "an empty page takes no more than was confirmed")
	require.Equal(t, 54, res.Products)

	_, err = c.Sync(bg, shop, nil)
	require.NoError(t, err)
	_, err = c.SyncAndRemove(bg, shop, second.Plan, nil)
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err))
	now, err := s.ShopOverview(bg, shop.ID)
	require.NoError(t, err)
	require.Equal(t, 54, now.ProductCount)
	require.Zero(t, now.Missing)
}

// TestKeepsConfirmedProductsThatAreBack: the shop lists them again by the time
// that the confirmation is carried out.
func TestKeepsConfirmedProductsThatAreBack(t *testing.T) {
	c, remote, s, shop := newDesk(t, 10)
	_, err := c.Sync(bg, shop, nil)
	require.NoError(t, err)
	broken := products.New(s, &missingPages{Shop: remote, hidden: 4}, galleytest.NewClock(), "p1")
	res, err := broken.Sync(bg, shop, nil)
	require.NoError(t, err)
	require.Equal(t, 4, res.Missing)
	shown, err := c.Removals(bg, shop)
	require.NoError(t, err)
	res, err = c.SyncAndRemove(bg, shop, shown.Plan, nil)
	require.NoError(t, err)
	require.Zero(t, res.Removed)
	require.Zero(t, res.Missing)
	require.Equal(t, 10, res.Products)
}

// missingPages is a shop that neither lists nor counts some of its products.
type missingPages struct {
	*galleytest.Shop
	hidden int
}

func (m *missingPages) Client(context.Context, galley.Shop) (galley.ShopClient, error) { return m, nil }

func (m *missingPages) Products(ctx context.Context, cursor string) (galley.ProductBatch, error) {
	page, err := m.Shop.Products(ctx, cursor)
	page.Products = page.Products[min(m.hidden, len(page.Products)):]
	return page, err
}

func (m *missingPages) Info(ctx context.Context) (galley.ShopInfo, error) {
	info, err := m.Shop.Info(ctx)
	info.Products -= m.hidden
	return info, err
}

func idsOf(products []galley.Product) (ids []string) {
	for _, p := range products {
		ids = append(ids, p.ID)
	}
	return ids
}

func refIDs(products []galley.ProductRef) (ids []string) {
	for _, p := range products {
		ids = append(ids, p.ID)
	}
	return ids
}

func TestAsksBeforeRemoving(t *testing.T) {
	for _, test := range []struct {
		unseen, known int
		asks          bool
	}{{0, 100, false}, {3, 20, false}, {4, 79, true}, {4, 80, false}, {5, 80, true}, {1, 1, true}, {3, 3, true}, {0, 0, false}} {
		require.Equal(t, test.asks, galley.AsksBeforeRemoving(test.unseen, test.known), "%d of %d", test.unseen, test.known)
	}
}
