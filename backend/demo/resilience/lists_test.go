package resilience_test

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/products"
	"galley/backend/shopify"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// large is how many products a shop has that writes a list for a sync.
const large = 1_100

// listDesk is a home whose shop is large and has not been synced. All share a clock on which waiting takes no time.
type listDesk struct {
	t      *testing.T
	clock  *galleytest.Clock
	client *shopify.Client
	store  *store.Store
	shop   galley.Shop
	faulty *demo.Shop
	server *demo.Server
}

func newListDesk(t *testing.T, faults string) *listDesk {
	clock := galleytest.NewClock()
	shop, err := demo.Open(bg, demo.Options{Seed: demo.Seed{Products: large}, Faults: faults, Clock: clock, Bucket: plenty, RestoreRate: 1000})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, shop.Close()) })
	server, err := shop.Serve(bg, "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, server.Close()) })
	client, err := shopify.New(shopify.Config{Endpoint: server.Endpoint, Token: server.Token, Clock: clock, Logger: slog.New(slog.DiscardHandler), Folder: t.TempDir(), Timeout: patience})
	require.NoError(t, err)
	t.Cleanup(client.Close)
	world := storetest.NewUnsyncedWorld(t, clock, 0)
	return &listDesk{t, clock, client, world.Store, world.Shop, shop, server}
}

// Client implements galley.ShopClients.
func (d *listDesk) Client(context.Context, galley.Shop) (galley.ShopClient, error) {
	return d.client, nil
}

// pagesOnly is a client that writes no lists.
type pagesOnly struct{ galley.ShopClient }

// Client implements galley.ShopClients.
func (p pagesOnly) Client(context.Context, galley.Shop) (galley.ShopClient, error) { return p, nil }

func (d *listDesk) trySync(s *store.Store, clients galley.ShopClients) (products.SyncResult, error) {
	return products.New(s, clients, d.clock, s.Holder()).Sync(bg, d.shop, nil)
}

// tables are the rows of what a sync keeps, without the numbers of rows.
func tables(t *testing.T, s *store.Store) (rows []string) {
	t.Helper()
	file, err := sql.Open("sqlite3_galley", "file:"+storetest.Path(t, s)+"?mode=ro")
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	for name, query := range map[string]string{
		"products":    "SELECT p.* FROM products p",
		"images":      "SELECT p.id AS product, i.* FROM images i JOIN products p ON p.row_id = i.product_row",
		"tags":        "SELECT p.id AS product, t.* FROM product_tags t JOIN products p ON p.row_id = t.product_row",
		"prints":      "SELECT * FROM text_prints",
		"collections": "SELECT * FROM collections",
		"members":     "SELECT c.id, m.product_id FROM collection_products m JOIN collections c ON c.row_id = m.collection_row",
	} {
		found, err := file.QueryContext(bg, query)
		require.NoError(t, err)
		defer found.Close()
		columns, err := found.Columns()
		require.NoError(t, err)
		for found.Next() {
			values := make([]any, len(columns))
			into := make([]any, len(columns))
			for i := range values {
				into[i] = &values[i]
			}
			require.NoError(t, found.Scan(into...))
			var row strings.Builder
			row.WriteString(name)
			for i, column := range columns {
				if !strings.HasSuffix(column, "row_id") && !strings.HasSuffix(column, "_row") && column != "read_at" && column != "sync_run" {
					fmt.Fprintf(&row, " %s=%v", column, values[i])
				}
			}
			rows = append(rows, row.String())
		}
		require.NoError(t, found.Err())
	}
	slices.Sort(rows)
	return rows
}

// matchesPages requires that the local copy is as a sync by pages makes it.
func (d *listDesk) matchesPages() {
	d.t.Helper()
	other := storetest.NewUnsyncedWorld(d.t, d.clock, 0)
	paged, err := d.trySync(other.Store, pagesOnly{d.client})
	require.NoError(d.t, err)
	require.Equal(d.t, galley.SyncPages, paged.Kind)
	require.Equal(d.t, large, paged.Products)
	want, found := tables(d.t, other.Store), tables(d.t, d.store)
	require.Len(d.t, found, len(want))
	for i := range want {
		require.Equal(d.t, want[i], found[i])
	}
}

func TestListAndPagesFillTheSameTables(t *testing.T) {
	d := newListDesk(t, "")
	listed, err := d.trySync(d.store, d)
	require.NoError(t, err)
	require.Equal(t, galley.SyncList, listed.Kind)
	require.Nil(t, listed.ListError)
	d.matchesPages()
}

// retype gives a product another type, which its automatic collections follow.
func (d *listDesk) retype(product int, kind string) {
	d.t.Helper()
	body := fmt.Sprintf(`{"query": "mutation { productUpdate(product: {id: \"gid://shopify/Product/%d\", productType: \"%s\"}) { userErrors { message } } }"}`, product, kind)
	request, err := http.NewRequestWithContext(bg, http.MethodPost, d.server.Endpoint+"/admin/api/2026-10/graphql.json", strings.NewReader(body))
	require.NoError(d.t, err)
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("X-Shopify-Access-Token", d.server.Token)
	response, err := http.DefaultClient.Do(request)
	require.NoError(d.t, err)
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	require.NoError(d.t, err)
	require.Contains(d.t, string(answer), `"userErrors":[]`)
}

// Products that move between automatic collections, whose own time of change stays, through faults of what is asked.
func TestChangesAndPagesFillTheSameTables(t *testing.T) {
	for _, faults := range []string{
		"", "500@CollectionHeads:times=2", "throttled@CollectionsOfProducts:times=2", "cut-after@CollectionsOfProducts:times=1", "429@CollectionHeads:times=1",
	} {
		t.Run("faults "+faults, func(t *testing.T) {
			d := newListDesk(t, faults)
			_, err := d.trySync(d.store, d)
			require.NoError(t, err)
			before := tables(t, d.store)
			d.clock.Advance(time.Hour)
			for i := range 120 {
				d.retype(8400000000001+i*3, []string{"Mugs", "Lamps", "Never seen"}[i%3])
			}
			result, err := d.trySync(d.store, d)
			require.NoError(t, err)
			require.Equal(t, galley.SyncChanges, result.Kind)
			require.Nil(t, result.CollectionsError)
			require.NotEqual(t, before, tables(t, d.store))
			if faults != "" {
				require.Positive(t, d.faulty.Faults()[0].Fired)
			}
			d.matchesPages()
		})
	}
}

// Whatever goes wrong with a shop's requests, a sync from a list ends with a right local copy, or says why not, and
// the next ends well.
func TestFaultsWhileAListIsRead(t *testing.T) {
	for _, faults := range []string{
		"throttled@StartList:times=3", "throttled@ListState:times=3", "500@StartList:times=1", "500@ListState:times=2", "cut-after@StartList:times=1",
		"cut-before@StartList:times=1", "cut-after@ListState:times=1", "401@ListState:times=1", "429@ListState:times=2",
	} {
		t.Run(faults, func(t *testing.T) {
			d := newListDesk(t, faults)
			for try := 1; ; try++ {
				result, err := d.trySync(d.store, d)
				if err == nil {
					require.Equal(t, galley.SyncList, result.Kind)
					break
				}
				require.NotEmpty(t, galley.ReasonOf(err).Message)
				require.Less(t, try, 4, err)
			}
			require.Positive(t, d.faulty.Faults()[0].Fired)
			d.matchesPages()
		})
	}
}
