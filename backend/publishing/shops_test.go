package publishing_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/publishing"
	"galley/backend/store/storetest"
)

// shopsByID has a client of its own for one shop, and another for the rest.
type shopsByID struct {
	own  map[galley.ShopID]*galleytest.Shop
	rest *galleytest.Shop
}

func (s shopsByID) Client(_ context.Context, shop galley.Shop) (galley.ShopClient, error) {
	if own, known := s.own[shop.ID]; known {
		return own, nil
	}
	return s.rest, nil
}

// One shop does not answer until the text of the other is published.
func TestAShopThatIsSlowDoesNotHoldUpAnother(t *testing.T) {
	for name, work := range map[string]func(d *publishing.Dispatcher, ids []galley.ShopID) error{
		"until idle": func(d *publishing.Dispatcher, _ []galley.ShopID) error { return d.RunUntilIdle(bg) },
		"of a plan":  func(d *publishing.Dispatcher, ids []galley.ShopID) error { return d.WaitShops(bg, ids) },
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, 30, galley.FieldTitle)
			_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
			require.NoError(t, err)
			product := galleytest.Products(1)[0]
			other := storetest.WithShop(t, d.store, galley.Shop{
				ID: "6a9c2f0e-0000-4000-8000-000000000002", Name: "Another shop", Kind: galley.ShopShopify,
				Domain: "another.myshopify.com", Currency: "EUR", CreatedAt: d.clock.Now(),
			}, []galley.Product{product})
			storetest.Save(t, d.store, other.ID, product, galley.TextEdit{
				Field: galley.FieldTitle, Expected: galley.Text(product.Title), Value: galley.Text("Quick"),
			})
			quick := galleytest.NewShop(product)
			published := make(chan struct{})
			quick.Fault = first("written", func(galley.Target) error {
				close(published)
				return nil
			})
			d.shop.Fault = func(call string, _ galley.Target) error {
				if call == "wait" {
					<-published
				}
				return nil
			}
			clients := shopsByID{own: map[galley.ShopID]*galleytest.Shop{other.ID: quick}, rest: d.shop}
			dispatcher := publishing.NewDispatcher(d.store, clients, d.clock, "p1", quiet())
			require.NoError(t, work(dispatcher, []galley.ShopID{d.id, other.ID}))
			require.Equal(t, 30, d.counts().Published)
			require.Len(t, quick.Writes(), 1)
		})
	}
}
