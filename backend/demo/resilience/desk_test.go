// Package resilience_test puts the real client and the publishing service in
// front of a demo shop with faults.
package resilience_test

import (
	"context"
	"log/slog"
	"net/http"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"galley/backend/demo"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/publishing"
	"galley/backend/shopify"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("database/sql.(*DB).connectionOpener"))
}

var bg = context.Background()

// plenty is a bucket that only a fault empties.
const plenty = 1_000_000

// desk is a home that holds a shop's products, and two ways to the same shop:
// one with faults, and one that sees it as it is.
type desk struct {
	*publishing.Service

	t       *testing.T
	world   *storetest.World
	store   *store.Store
	id      galley.ShopID
	faulty  *demo.Shop
	client  *shopify.Client // to the faulty side
	token   string          // that opens the shop
	plain   *shopify.Client
	journal *demo.Journal
	job     galley.JobID

	silent bool // the faulty side may be silent for longer than a client waits
}

// restless is the system clock with a Sleep that returns at once: leases last
// their real time, but tests do not wait between tries.
type restless struct{ galley.SystemClock }

// Sleep implements galley.Clock.
func (restless) Sleep(ctx context.Context, _ time.Duration) error { return ctx.Err() }

// newDesk syncs a shop of invented products. Its faults begin after that.
func newDesk(t *testing.T, products int, faults string) *desk {
	t.Helper()
	return (&desk{t: t}).lay(products, faults)
}

func (d *desk) lay(products int, faults string) *desk {
	d.t.Helper()
	d.journal = &demo.Journal{}
	path := filepath.Join(d.t.TempDir(), "shop.db")
	_, d.plain = d.open(demo.Options{Path: path, Seed: demo.Seed{Products: products}}, false)
	d.world = storetest.NewWorldOf(d.t, restless{}, d.snapshot())
	d.store, d.id = d.world.Store, d.world.Shop.ID
	d.faulty, d.client = d.open(demo.Options{Path: path, Faults: faults, Journal: d.journal}, d.silent)
	d.Service = publishing.New(d.store, d.world.Settings)
	return d
}

// patience is how long a client waits for one answer. No answer takes so long.
const patience = 2 * time.Minute

// open serves the shop to a new client. The two share a clock on which
// waiting takes no time.
func (d *desk) open(options demo.Options, silent bool) (*demo.Shop, *shopify.Client) {
	d.t.Helper()
	clock := galleytest.NewClock()
	options.Clock = clock
	var transport http.RoundTripper = &http.Transport{MaxIdleConnsPerHost: 8}
	if silent {
		s := newSilence(clock, transport)
		options.Clock, transport = s, s
	}
	options.Bucket, options.RestoreRate = plenty, 1000
	shop, err := demo.Open(bg, options)
	require.NoError(d.t, err)
	d.t.Cleanup(func() { require.NoError(d.t, shop.Close()) })
	server, err := shop.Serve(bg, "127.0.0.1:0")
	require.NoError(d.t, err)
	d.t.Cleanup(func() { require.NoError(d.t, server.Close()) })
	client, err := shopify.New(shopify.Config{
		Endpoint: server.Endpoint, Token: server.Token, Clock: clock, Logger: slog.New(slog.DiscardHandler),
		HTTP: transport, Timeout: patience,
	})
	require.NoError(d.t, err)
	d.t.Cleanup(client.Close)
	d.token = server.Token
	return shop, client
}

// Client implements galley.ShopClients.
func (d *desk) Client(context.Context, galley.Shop) (galley.ShopClient, error) { return d.client, nil }

// snapshot is everything that the shop has, when it changed apart.
func (d *desk) snapshot() []galley.Product {
	d.t.Helper()
	var all []galley.Product
	for cursor := ""; ; {
		page, err := d.plain.Products(bg, cursor)
		require.NoError(d.t, err)
		for _, p := range page.Products {
			p.UpdatedAt = time.Time{}
			all = append(all, p)
		}
		if cursor = page.Next; cursor == "" {
			return all
		}
	}
}

// write makes a job with a draft for each item.
func (d *desk) write(f galley.Field) {
	d.t.Helper()
	d.job = d.world.Drafted(f, func(id galley.ItemID) string { return draft(f, id) })
}

// draft is a text that no product has by itself.
func draft(f galley.Field, id galley.ItemID) string {
	text := "Draft of the " + f.Label() + ", item " + string(id) + " – é木"
	if f.IsHTML() {
		text = "<p>" + text + "</p><ul><li>Oak</li></ul>"
	}
	return text
}

// dispatch lets the outbox be worked once, as far as it goes.
func (d *desk) dispatch() error {
	_, err := publishing.NewDispatcher(d.store, d, restless{}, "dispatcher", slog.New(slog.DiscardHandler)).Dispatch(bg, d.id)
	return err
}

// publish decides all drafts to the shop.
func (d *desk) publish() {
	d.t.Helper()
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(d.t, err)
}

// undo decides to put back all that was published.
func (d *desk) undo() {
	d.t.Helper()
	_, _, err := d.UndoNow(bg, galley.UndoRequest{JobID: d.job})
	require.NoError(d.t, err)
}

// settle works the outbox until nothing waits, as the dispatcher does that tries
// a shop again and again.
func (d *desk) settle() {
	d.t.Helper()
	for range 500 {
		_ = d.dispatch() // the shop is tried again
		left, err := d.store.WaitingOf(bg, d.job)
		require.NoError(d.t, err)
		if left == 0 {
			return
		}
	}
	require.Fail(d.t, "the outbox does not become empty")
}

func (d *desk) item(pos int) galley.Item {
	d.t.Helper()
	it, err := d.store.Item(bg, galley.NewItemID(d.job, pos))
	require.NoError(d.t, err)
	return it
}

// halted is what the person reads about the shop as a whole, "" for nothing.
func (d *desk) halted() string {
	d.t.Helper()
	shop, err := d.store.Shop(bg, string(d.id))
	require.NoError(d.t, err)
	if shop.Halted == nil {
		return ""
	}
	return shop.Halted.Message.String()
}

// writes are the changes that requests made, oldest first.
func (d *desk) writes() []demo.Change {
	var made []demo.Change
	for _, change := range d.journal.Changes() {
		if change.By == demo.ByClient {
			made = append(made, change)
		}
	}
	return made
}

// requestsMet returns the number of requests that the first fault was checked against.
func (d *desk) requestsMet() int { return d.faulty.Faults()[0].Met }
