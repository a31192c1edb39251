package products_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/products"
)

// circling is a shop in which, for one call, the page at 10 leads to 20, and the page at 20 to 10. It gives up after 50
// pages.
type circling struct {
	*galleytest.ListingShop

	call  string
	pages int
}

func (s *circling) Client(context.Context, galley.Shop) (galley.ShopClient, error) { return s, nil }

func (s *circling) lead(call, cursor string, next *string, err error) error {
	if call != s.call || err != nil {
		return err
	}
	if s.pages++; s.pages > 50 {
		return galley.NewError(galley.CodeOffline, messages.AsRecorded("50 pages were read."))
	}
	if *next = "10"; cursor == "10" {
		*next = "20"
	}
	return nil
}

func (s *circling) Products(ctx context.Context, cursor string) (galley.ProductBatch, error) {
	page, err := s.ListingShop.Products(ctx, cursor)
	err = s.lead("products", cursor, &page.Next, err)
	return page, err
}

func (s *circling) Changes(ctx context.Context, since time.Time, cursor string) (galley.ProductBatch, error) {
	page, err := s.ListingShop.Changes(ctx, since, cursor)
	err = s.lead("changes", cursor, &page.Next, err)
	return page, err
}

func (s *circling) Deletions(ctx context.Context, since time.Time, cursor string) ([]string, string, error) {
	ids, next, err := s.ListingShop.Deletions(ctx, since, cursor)
	err = s.lead("deletions", cursor, &next, err)
	return ids, next, err
}

func (s *circling) Collections(ctx context.Context, cursor string) (galley.CollectionBatch, error) {
	page, err := s.ListingShop.Collections(ctx, cursor)
	err = s.lead("collections", cursor, &page.Next, err)
	return page, err
}

func (s *circling) CollectionHeads(ctx context.Context, cursor string) (galley.CollectionBatch, error) {
	page, err := s.ListingShop.CollectionHeads(ctx, cursor)
	err = s.lead("heads", cursor, &page.Next, err)
	return page, err
}

// A sync of a shop whose pages lead in a circle ends, and nothing is removed. So does the next one, which continues it.
func TestPagesThatLeadInACircleEndTheSync(t *testing.T) {
	for call, of := range map[string]struct{ whole, collections bool }{
		"products":    {whole: true},
		"changes":     {},
		"deletions":   {},
		"collections": {whole: true, collections: true},
		"heads":       {collections: true},
	} {
		t.Run(call, func(t *testing.T) {
			c := newCollected(t)
			c.change(1001)
			shop := &circling{ListingShop: c.remote, call: call}
			service := products.New(c.store, shop, c.clock, "p1")
			sync := service.Sync
			if of.whole {
				sync = service.SyncWhole
			}
			for again := range 2 {
				if shop.pages = 0; again == 1 && call == "heads" {
					shop.call = "collections" // which are read instead
				}
				result, err := sync(bg, c.shop, nil)
				if of.collections {
					require.NoError(t, err)
					require.NotNil(t, result.CollectionsError)
					require.Equal(t, galley.CodeShopFailed, result.CollectionsError.Code)
				} else {
					require.Equal(t, galley.CodeShopFailed, galley.CodeOf(err), err)
				}
				require.Positive(t, shop.pages)
				require.LessOrEqual(t, shop.pages, 4)
				sync = service.Sync
			}
			known, missing, err := c.store.CountProducts(bg, c.shop.ID)
			require.NoError(t, err)
			require.Equal(t, []int{300, 0}, []int{known, missing})
			page, err := c.Collections(bg, galley.CollectionQuery{ShopID: c.shop.ID})
			require.NoError(t, err)
			require.Equal(t, 25, page.Total)
		})
	}
}
