package resilience_test

import (
	"context"
	"log/slog"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/products"
	"galley/backend/shopify"
	"galley/backend/store/storetest"
)

// enough products for a sync to ask for a list of all.
const enough = 1000

// copier syncs a large demo shop through the real client. All share a clock on
// which waiting takes no time.
type copier struct {
	*products.Service

	t      *testing.T
	clock  *galleytest.Clock
	shop   galley.Shop
	faulty *demo.Shop
	client *shopify.Client
	plain  *shopify.Client // to the same shop, without its faults
}

// Client implements galley.ShopClients.
func (c *copier) Client(context.Context, galley.Shop) (galley.ShopClient, error) {
	return c.client, nil
}

func newCopier(t *testing.T, faults string) *copier {
	t.Helper()
	clock := galleytest.NewClock()
	path := t.TempDir() + "/shop.db"
	w := storetest.NewUnsyncedWorld(t, clock, 0)
	c := &copier{t: t, clock: clock, shop: w.Shop}
	_, c.plain = c.open(clock, demo.Options{Path: path, Seed: demo.Seed{Products: enough}})
	c.faulty, c.client = c.open(clock, demo.Options{Path: path, Faults: faults})
	c.Service = products.New(w.Store, c, clock, "p1")
	return c
}

func (c *copier) open(clock *galleytest.Clock, options demo.Options) (*demo.Shop, *shopify.Client) {
	c.t.Helper()
	options.Clock, options.Bucket, options.RestoreRate = clock, plenty, 1000
	shop, err := demo.Open(bg, options)
	require.NoError(c.t, err)
	c.t.Cleanup(func() { require.NoError(c.t, shop.Close()) })
	server, err := shop.Serve(bg, "127.0.0.1:0")
	require.NoError(c.t, err)
	c.t.Cleanup(func() { require.NoError(c.t, server.Close()) })
	transport := &http.Transport{MaxIdleConnsPerHost: 8}
	c.t.Cleanup(transport.CloseIdleConnections)
	client, err := shopify.New(shopify.Config{
		Endpoint: server.Endpoint, Token: server.Token, Clock: clock, Logger: slog.New(slog.DiscardHandler), HTTP: transport, Timeout: patience,
	})
	require.NoError(c.t, err)
	c.t.Cleanup(client.Close)
	return shop, client
}

// sync syncs until it succeeds, as a person tries again.
func (c *copier) sync(tries int) products.SyncResult {
	c.t.Helper()
	for try := 1; ; try++ {
		result, err := c.Sync(bg, c.shop, nil)
		if err == nil {
			return result
		}
		require.NotEmpty(c.t, galley.MessageOf(err))
		require.Less(c.t, try, tries, "%v", err)
	}
}

// requireCopy requires the local copy to be the shop, product by product.
func (c *copier) requireCopy() {
	c.t.Helper()
	ids, err := c.IDs(bg, galley.ProductQuery{ShopID: c.shop.ID})
	require.NoError(c.t, err)
	var want []string
	for cursor := ""; ; {
		page, err := c.plain.Products(bg, cursor)
		require.NoError(c.t, err)
		for _, p := range page.Products {
			want = append(want, p.ID)
			kept, err := c.Product(bg, c.shop.ID, p.ID)
			require.NoError(c.t, err)
			require.Equal(c.t, bare(p), bare(kept))
		}
		if cursor = page.Next; cursor == "" {
			break
		}
	}
	require.ElementsMatch(c.t, want, ids)
}

// bare is a product without what only a copy has, and without addresses: the
// two sides of the shop have hosts of their own.
func bare(p galley.Product) galley.Product {
	p.ShopID, p.ReadAt, p.UpdatedAt = "", nil, p.UpdatedAt.UTC()
	p.URL, p.Images = "", append([]galley.Image(nil), p.Images...)
	for i := range p.Images {
		p.Images[i].URL = ""
	}
	return p
}

// TestListsInBadWeather syncs a large shop with each fault of lists, once and for
// good. In the end the copy is the shop, and later syncs read changes again.
func TestListsInBadWeather(t *testing.T) {
	tests := map[string]struct{ once, always galley.SyncKind }{
		"bulk-refused":                     {galley.SyncPages, galley.SyncPages},
		"bulk-fails":                       {galley.SyncList, galley.SyncPages},
		"bulk-cancels":                     {galley.SyncList, galley.SyncPages},
		"bulk-expires":                     {galley.SyncList, galley.SyncPages},
		"bulk-slow":                        {galley.SyncList, galley.SyncList}, // 10 minutes
		"bulk-slow:1h":                     {galley.SyncList, galley.SyncPages},
		"bulk-cut":                         {galley.SyncList, galley.SyncList},
		"bulk-garbled":                     {galley.SyncList, galley.SyncPages},
		"bulk-gone":                        {galley.SyncList, galley.SyncPages},
		"cut-after@bulkOperationRunQuery":  {galley.SyncList, galley.SyncList},
		"cut-before@bulkOperationRunQuery": {galley.SyncList, ""}, // no list is begun, and no sync ends, while it stays
		"throttled@bulkOperation":          {galley.SyncList, ""}, // no list is begun, and no sync ends, while it stays
	}
	for spec, want := range tests {
		t.Run(spec, func(t *testing.T) {
			c := newCopier(t, spec+":times=1")
			require.Equal(t, want.once, c.sync(2).Kind)
			c.requireCopy()
			require.Equal(t, 1, c.faulty.Faults()[0].Fired)
			require.Equal(t, galley.SyncChanges, c.sync(1).Kind)
			if want.always == "" {
				return
			}
			c = newCopier(t, spec)
			require.Equal(t, want.always, c.sync(1).Kind)
			c.requireCopy()
		})
	}
}

// TestSyncsReadChangesThatTheSearchFindsLate: what a sync missed because the search
// did not know it yet, the next one reads.
func TestSyncsReadChangesThatTheSearchFindsLate(t *testing.T) {
	c := newCopier(t, "search-lags:10m")
	require.Equal(t, galley.SyncList, c.sync(1).Kind)
	c.clock.Advance(time.Hour)
	page, err := c.plain.Products(bg, "")
	require.NoError(t, err)
	id := page.Products[0].ID
	_, err = galleytest.WriteField(bg, c.plain, galley.FieldTitle, galley.ProductTarget(id), galley.Text("Changed"))
	require.NoError(t, err)
	c.clock.Advance(time.Minute)
	require.Equal(t, galley.SyncChanges, c.sync(1).Kind)
	missed, err := c.Product(bg, c.shop.ID, id)
	require.NoError(t, err)
	require.NotEqual(t, "Changed", missed.Title)
	c.clock.Advance(20 * time.Minute)
	require.Equal(t, galley.SyncChanges, c.sync(1).Kind)
	c.requireCopy()
}
