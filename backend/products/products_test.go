package products_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/lease"
	"galley/backend/products"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

var bg = context.Background()

func newDesk(t *testing.T, count int) (*products.Service, *galleytest.Shop, *store.Store, galley.Shop) {
	w := storetest.NewUnsyncedWorld(t, galleytest.NewClock(), count)
	return products.New(w.Store, w.Remote, w.Clock, "p1"), w.Remote, w.Store, w.Shop
}

func TestSyncBringsAllAndThenOnlyWhatChanged(t *testing.T) {
	c, remote, s, shop := newDesk(t, 25)
	var seen []galley.Progress
	res, err := c.Sync(bg, shop, func(p galley.SyncProgress) { seen = append(seen, p.Progress) })
	require.NoError(t, err)
	require.Equal(t, 25, res.Products)
	require.Equal(t, 50, res.Images)
	require.Equal(t, []galley.Progress{galley.NewProgress(10, 25), galley.NewProgress(20, 25), galley.NewProgress(25, 25)}, seen)

	remote.Remove("gid://shopify/Product/1003")
	remote.Put(galley.FieldAltText, galley.ImageTarget("gid://shopify/MediaImage/5009"), galley.Text("A lamp."))
	res, err = c.Sync(bg, shop, nil)
	require.NoError(t, err)
	require.Equal(t, 1, res.Removed)
	require.Equal(t, 24, res.Products)
	p, err := c.Product(bg, shop.ID, "lamp-0004")
	require.NoError(t, err)
	require.Equal(t, galley.Text("A lamp."), p.Images[1].Alt)
	now, err := s.ShopOverview(bg, shop.ID)
	require.NoError(t, err)
	require.NotNil(t, now.SyncedAt)
	require.Nil(t, now.Sync)
}

func TestInterruptedSyncContinuesWhereItStopped(t *testing.T) {
	c, remote, _, shop := newDesk(t, 35)
	var pages []string
	remote.Fault = func(call string, at galley.Target) error {
		if call != "products" {
			return nil
		}
		pages = append(pages, at.ID)
		if len(pages) == 3 {
			return galley.NewError(galley.CodeOffline, messages.AsRecorded("The shop cannot be reached."))
		}
		return nil
	}
	_, err := c.Sync(bg, shop, nil)
	require.Equal(t, galley.CodeOffline, galley.CodeOf(err))
	res, err := c.Sync(bg, shop, nil)
	require.NoError(t, err)
	require.Equal(t, []string{"", "10", "20", "20", "30"}, pages)
	require.Equal(t, 35, res.Products)
	require.Zero(t, res.Removed)
}

func TestSyncRestartsAfterExpiredCursor(t *testing.T) {
	c, remote, _, shop := newDesk(t, 25)
	var pages []string
	forgot := false
	remote.Fault = func(call string, at galley.Target) error {
		if call != "products" {
			return nil
		}
		pages = append(pages, at.ID)
		switch {
		case len(pages) == 2:
			return errors.New("killed")
		case at.ID != "" && !forgot:
			forgot = true
			return galley.NewError(galley.CodeInvalidInput, messages.AsRecorded("Invalid cursor."))
		}
		return nil
	}
	_, err := c.Sync(bg, shop, nil)
	require.Error(t, err)
	res, err := c.Sync(bg, shop, nil)
	require.NoError(t, err)
	require.Equal(t, []string{"", "10", "10", "", "10", "20"}, pages)
	require.Equal(t, 25, res.Products)
}

func TestOneSyncOfAShopAtATime(t *testing.T) {
	c, _, s, shop := newDesk(t, 5)
	_, err := s.TakeLease(bg, "sync:"+string(shop.ID), "another process", lease.Term)
	require.NoError(t, err)
	_, err = c.Sync(bg, shop, nil)
	require.Equal(t, galley.CodeBusy, galley.CodeOf(err))
}

func TestSyncTakesOverFromAHungSync(t *testing.T) {
	clock := galleytest.NewClock()
	w := storetest.NewUnsyncedWorld(t, clock, 5)
	c, shop := products.New(w.Store, w.Remote, clock, "p1"), w.Shop
	_, err := w.Store.TakeLease(bg, "sync:"+string(shop.ID), "hung process", lease.Term)
	require.NoError(t, err)
	clock.Advance(lease.Term)

	began := clock.Now()
	res, err := c.Sync(bg, shop, nil)
	require.NoError(t, err)
	require.Equal(t, 5, res.Products)
	require.LessOrEqual(t, clock.Now().Sub(began), 16*time.Second)
}

func TestListRequestsAreBounded(t *testing.T) {
	c, _, _, shop := newDesk(t, 5)
	for _, q := range []galley.ProductQuery{{Limit: 1001}, {Limit: -1}, {Offset: -1}} {
		q.ShopID = shop.ID
		_, err := c.Products(bg, q)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	}
	_, err := c.Product(bg, shop.ID, "no-such-lamp")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}
