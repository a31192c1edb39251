package wire

import (
	"context"
	"log/slog"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"galley/backend/demo"
	"galley/backend/fileshop"
	"galley/backend/galley"
	"galley/backend/shopify"
	"galley/backend/shopify/signin"
)

// demoFile is the demo shop's own data within a home: the shop's texts, as
// opposed to the local copy.
const demoFile = "demo-shop.db"

// filesFolder holds the exports that file shops were opened from.
const filesFolder = "files"

// shopClients returns one client for each shop, since the client knows the
// shop's rate. The demo shop is started in process on first use, and contacted
// over loopback like any other.
type shopClients struct {
	home        string
	demoOptions demo.Options
	files       fileshop.Library
	keys        *signin.Keeper
	log         *slog.Logger

	mu      sync.Mutex
	clients map[galley.ShopID]galley.ShopClient
	demo    *demoShop
}

func newShopClients(demoOptions demo.Options, home string, texts fileshop.Texts, keys *signin.Keeper, log *slog.Logger) *shopClients {
	return &shopClients{
		home: home, demoOptions: demoOptions, files: fileshop.Library{Folder: filepath.Join(home, filesFolder), Texts: texts},
		keys: keys, log: log, clients: map[galley.ShopID]galley.ShopClient{},
	}
}

// Client implements galley.ShopClients. A Shopify client signs in with the
// credential in the key store.
func (c *shopClients) Client(ctx context.Context, shop galley.Shop) (galley.ShopClient, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := shop.Kind.Check(); err != nil {
		return nil, err
	}
	return clientOpeners[shop.Kind](c, ctx, shop)
}

// clientOpeners open the client of each kind of shop.
var clientOpeners = map[galley.ShopKind]func(*shopClients, context.Context, galley.Shop) (galley.ShopClient, error){
	galley.ShopShopify: (*shopClients).shopify,
	galley.ShopDemo:    (*shopClients).demoShop,
	galley.ShopFile:    (*shopClients).file,
}

func (c *shopClients) demoShop(ctx context.Context, _ galley.Shop) (galley.ShopClient, error) {
	d, err := c.openDemo(ctx)
	if err != nil {
		return nil, err
	}
	return d.client, nil
}

func (c *shopClients) shopify(_ context.Context, shop galley.Shop) (galley.ShopClient, error) {
	tokens, err := c.keys.Tokens(shop)
	if err != nil {
		return nil, err
	}
	if known, ok := c.clients[shop.ID]; ok {
		return known, nil
	}
	client, err := shopify.New(shopify.Config{Domain: shop.Domain, Endpoint: shop.Endpoint, Tokens: tokens, Logger: c.log, Folder: c.home})
	if err != nil {
		return nil, err
	}
	c.clients[shop.ID] = client
	return client, nil
}

// file reads a file shop's present export once. Any process may have replaced
// it by a newer one.
func (c *shopClients) file(ctx context.Context, shop galley.Shop) (galley.ShopClient, error) {
	run, err := c.files.Texts.FileRun(ctx, shop.ID)
	if err != nil {
		return nil, err
	}
	if known, ok := c.clients[shop.ID].(*fileshop.Client); ok && known.Run() == run {
		return known, nil
	}
	client, err := c.files.Client(ctx, shop.ID)
	if err != nil {
		return nil, err
	}
	c.clients[shop.ID] = client
	return client, nil
}

func (c *shopClients) openDemo(ctx context.Context) (*demoShop, error) {
	if c.demo != nil {
		return c.demo, nil
	}
	d, err := startDemo(ctx, c.demoOptions, c.home, c.log)
	if err != nil {
		return nil, err
	}
	c.demo = d
	makePrivate(c.home, c.log)
	return d, nil
}

func (c *shopClients) close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.demo == nil {
		return nil
	}
	return c.demo.close()
}

// demoPrefix replaces the demo shop's address in local copies: its port changes
// at each start.
const demoPrefix = "/demo"

// demoShop is the demo shop in process, and the client that talks to it.
type demoShop struct {
	shop   *demo.Shop
	server *demo.Server
	http   *shopify.Client
	client galley.ShopClient // the same, with addresses that last
}

func startDemo(ctx context.Context, o demo.Options, home string, log *slog.Logger) (*demoShop, error) {
	shop, err := demo.Open(ctx, o)
	if err != nil {
		return nil, err
	}
	// The server lives as long as the home is open, not as long as the call
	// that needed it first.
	server, err := shop.Serve(context.WithoutCancel(ctx), "127.0.0.1:0")
	if err != nil {
		_ = shop.Close()
		return nil, err
	}
	client, err := shopify.New(shopify.Config{Endpoint: server.Endpoint, Token: server.Token, Logger: log, Folder: home})
	if err != nil {
		_ = server.Close()
		_ = shop.Close()
		return nil, err
	}
	return &demoShop{shop: shop, server: server, http: client, client: stableAddresses{client, server.Endpoint}}, nil
}

func (d *demoShop) close() error {
	d.http.Close() // or the server would wait for its idle connections
	err := d.server.Close()
	if shopErr := d.shop.Close(); err == nil {
		err = shopErr
	}
	return err
}

// stableAddresses keeps the demo shop's port out of the local copy.
type stableAddresses struct {
	galley.ShopLister
	base string
}

func (s stableAddresses) Products(ctx context.Context, cursor string) (galley.ProductBatch, error) {
	page, err := s.ShopLister.Products(ctx, cursor)
	s.mend(page.Products)
	return page, err
}

func (s stableAddresses) Changes(ctx context.Context, since time.Time, cursor string) (galley.ProductBatch, error) {
	page, err := s.ShopLister.Changes(ctx, since, cursor)
	s.mend(page.Products)
	return page, err
}

func (s stableAddresses) ReadList(ctx context.Context, list galley.ProductList, from int, save func(galley.ListPart) error) error {
	return s.ShopLister.ReadList(ctx, list, from, func(part galley.ListPart) error {
		s.mend(part.Products)
		return save(part)
	})
}

func (s stableAddresses) mend(products []galley.Product) {
	for i := range products {
		p := &products[i]
		p.URL = s.stable(p.URL)
		for k := range p.Images {
			p.Images[k].URL = s.stable(p.Images[k].URL)
		}
	}
}

func (s stableAddresses) stable(url string) string {
	if rest, found := strings.CutPrefix(url, s.base); found {
		return demoPrefix + rest
	}
	return url
}

// Resolve turns an address of the local copy into one that a browser or a
// picture fetcher can open now.
func (g *Graph) Resolve(ctx context.Context, address string) (string, error) {
	return g.clients.resolve(ctx, address)
}

func (c *shopClients) resolve(ctx context.Context, address string) (string, error) {
	rest, found := strings.CutPrefix(address, demoPrefix+"/")
	if !found {
		return address, nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	d, err := c.openDemo(ctx)
	if err != nil {
		return "", err
	}
	return d.server.Endpoint + "/" + rest, nil
}

// isDemoPage reports whether a path of the demo shop is a page of a product, or
// belongs to one.
func isDemoPage(path string) bool {
	return path == "/style.css" || strings.HasPrefix(path, "/files/") || strings.HasPrefix(path, "/products/")
}

// DemoPages serves the demo shop's pictures and product pages under /demo/, so
// that the page can show them from its own origin. Its Admin API is not
// included.
func (g *Graph) DemoPages() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isDemoPage(strings.TrimPrefix(r.URL.Path, demoPrefix)) {
			http.NotFound(w, r)
			return
		}
		g.clients.mu.Lock()
		d, err := g.clients.openDemo(r.Context())
		g.clients.mu.Unlock()
		if err != nil {
			http.Error(w, galley.MessageOf(err), http.StatusBadGateway)
			return
		}
		http.StripPrefix(demoPrefix, d.shop.Handler()).ServeHTTP(w, r)
	})
}
