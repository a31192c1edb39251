package products_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/products"
)

// collecting is a shop whose first page of collections is answered only when that is allowed.
type collecting struct {
	*listing

	shop    *slowCollections
	service *products.Service
}

type slowCollections struct {
	galley.ShopLister

	asked  chan struct{}
	answer chan struct{}
	ended  chan struct{} // the first page is not waited for any more
}

func (s *slowCollections) Client(context.Context, galley.Shop) (galley.ShopClient, error) {
	return s, nil
}

func (s *slowCollections) Collections(ctx context.Context, cursor string) (galley.CollectionBatch, error) {
	if cursor == "" {
		close(s.asked)
		defer close(s.ended)
		select {
		case <-s.answer:
		case <-ctx.Done():
			return galley.CollectionBatch{}, ctx.Err()
		}
	}
	return s.ShopLister.Collections(ctx, cursor)
}

// newCollecting is a large shop with 25 collections, each with two of its products and one that it has not.
func newCollecting(t *testing.T) *collecting {
	l := newListing(t, 1530)
	l.remote.PutCollections(collections(25)...)
	shop := &slowCollections{ShopLister: l.remote, asked: make(chan struct{}), answer: make(chan struct{}), ended: make(chan struct{})}
	return &collecting{l, shop, products.New(l.store, shop, l.clock, "p1")}
}

// at does something once, at a point of the sync of the products.
func at(t *testing.T, point failpoint.Point, do func()) {
	done := false
	failpoint.Watch(func(p failpoint.Point) {
		if p == point && !done {
			done = true
			do()
		}
	})
	t.Cleanup(func() { failpoint.Watch(nil) })
}

// complete requires that all collections are there, with those of their members that are products, and that the next sync
// of changes need not read them.
func (c *collecting) complete(t *testing.T) {
	t.Helper()
	all, err := c.Collections(bg, galley.CollectionQuery{ShopID: c.listing.shop.ID})
	require.NoError(t, err)
	require.Equal(t, 25, all.Total)
	for _, found := range all.Collections {
		one, err := c.Collection(bg, c.listing.shop.ID, found.ID)
		require.NoError(t, err)
		require.Len(t, one.Products, 2)
	}
	facets, err := c.Facets(bg, galley.ProductQuery{ShopID: c.listing.shop.ID})
	require.NoError(t, err)
	require.NotEmpty(t, facets.Collections)
	for _, f := range facets.Collections {
		require.Equal(t, 2, f.Count, "the kept count is that of the products that are there")
	}
	c.matches()
}

func (c *collecting) readsNoCollectionsAgain(t *testing.T) {
	t.Helper()
	c.clock.Advance(time.Hour)
	c.remote.Fault = func(call string, _ galley.Target) error {
		require.NotEqual(t, "collections", call)
		return nil
	}
	require.Equal(t, galley.SyncChanges, c.listing.sync().Kind)
}

// Collections are read while the shop writes its list, before there is a product, or after the last one: it makes no
// difference.
func TestCollectionsAreReadBesideAList(t *testing.T) {
	for name, order := range map[string]func(t *testing.T, c *collecting){
		"before the products": func(t *testing.T, c *collecting) {
			at(t, failpoint.ListReady, func() {
				close(c.shop.answer)
				<-c.shop.ended
				require.Eventually(t, func() bool { // the last page is saved
					all, err := c.Collections(bg, galley.CollectionQuery{ShopID: c.listing.shop.ID})
					return err == nil && all.Total == 25
				}, time.Minute, time.Millisecond)
			})
		},
		"while they are saved": func(t *testing.T, c *collecting) {
			at(t, failpoint.SyncSaved, func() { close(c.shop.answer) })
		},
		"after them": func(t *testing.T, c *collecting) {
			at(t, failpoint.SyncAllRead, func() { close(c.shop.answer) })
		},
	} {
		t.Run(name, func(t *testing.T) {
			c := newCollecting(t)
			order(t, c)
			result, err := c.service.Sync(bg, c.listing.shop, nil)
			require.NoError(t, err)
			require.Equal(t, galley.SyncList, result.Kind)
			require.Nil(t, result.CollectionsError)
			require.Equal(t, 25, result.Collections)
			c.complete(t)
			c.readsNoCollectionsAgain(t)
		})
	}
}

// Whatever ends the reading of products ends that of collections too, and the next sync brings both.
func TestNothingReadsCollectionsOnceTheSyncEnded(t *testing.T) {
	for name, end := range map[string]struct {
		code galley.Code
		do   func(c *collecting, stop func()) error
	}{
		"the shop fails": {galley.CodeOffline, func(*collecting, func()) error {
			return galley.NewError(galley.CodeOffline, messages.AsRecorded("Offline."))
		}},
		"a person stops it": {galley.CodeCancelled, func(_ *collecting, stop func()) error {
			stop()
			return galley.NewError(galley.CodeCancelled, messages.ShopCallStopped)
		}},
		"the program breaks": {"", func(*collecting, func()) error { panic("broken") }},
	} {
		t.Run(name, func(t *testing.T) {
			c := newCollecting(t)
			ctx, stop := context.WithCancel(bg)
			defer stop()
			c.remote.Fault = func(call string, target galley.Target) error {
				if call != "part" || target.ID != "1" {
					return nil
				}
				<-c.shop.asked
				return end.do(c, stop)
			}
			sync := func() error {
				_, err := c.service.Sync(ctx, c.listing.shop, nil)
				return err
			}
			if end.code == "" {
				require.Panics(t, func() { _ = sync() })
			} else {
				require.Equal(t, end.code, galley.CodeOf(sync()))
			}
			select {
			case <-c.shop.ended:
			default:
				require.Fail(t, "collections are still read")
			}
			c.remote.Fault = nil
			require.Equal(t, galley.SyncList, c.listing.sync().Kind)
			require.Len(t, c.remote.Lists, 1)
			c.complete(t)
		})
	}
}

// A fault of the shop's collections fails no sync; one of this computer does, and neither loses a product.
func TestFaultsOfCollectionsBesideAList(t *testing.T) {
	c := newCollecting(t)
	c.remote.Fault = func(call string, _ galley.Target) error {
		if call == "collections" {
			return galley.NewError(galley.CodeShopFailed, messages.AsRecorded("The shop failed."))
		}
		return nil
	}
	close(c.shop.answer)
	result, err := c.service.Sync(bg, c.listing.shop, nil)
	require.NoError(t, err)
	require.Equal(t, galley.CodeShopFailed, result.CollectionsError.Code)
	c.matches()

	c = newCollecting(t)
	c.remote.Fault = func(call string, _ galley.Target) error {
		if call == "collections" {
			panic("broken")
		}
		return nil
	}
	close(c.shop.answer)
	require.Panics(t, func() { _, _ = c.service.Sync(bg, c.listing.shop, nil) }, "it is a panic of the sync, which the window survives")
	c.matches()
}

// A list that fails is followed by pages, which begin later than the collections were read. So the next sync reads all
// collections.
func TestCollectionsBesideAListThatFailsAreReadAgain(t *testing.T) {
	c := newCollecting(t)
	c.remote.Fault = func(call string, _ galley.Target) error {
		if call == "list" {
			<-c.shop.ended
			c.clock.Advance(time.Minute)
			return galley.NewError(galley.CodeInvalidFile, messages.ShopListGone)
		}
		return nil
	}
	close(c.shop.answer)
	result, err := c.service.Sync(bg, c.listing.shop, nil)
	require.NoError(t, err)
	require.Equal(t, galley.SyncPages, result.Kind)
	require.Equal(t, 25, result.Collections)
	c.complete(t)
	changed := collections(25)
	changed[3].Members = []string{productGID(1003), productGID(1004), productGID(999999)}
	c.remote.PutCollections(changed...) // without a sign
	c.remote.Fault = nil
	c.clock.Advance(time.Hour)
	require.Equal(t, galley.SyncChanges, c.listing.sync().Kind)
	one, err := c.Collection(bg, c.listing.shop.ID, changed[3].ID)
	require.NoError(t, err)
	require.Equal(t, productGID(1003), one.Products[0].ID)
}
