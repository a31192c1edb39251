package demo

import (
	"context"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestListsOfBulkOperationsNeedNoSecondReader: clients that hold all readers can
// all list bulk operations.
func TestListsOfBulkOperationsNeedNoSecondReader(t *testing.T) {
	shop, release := heldShop(t)
	answers := askAtOnce(shop, 20, `{ shop { id } bulkOperations(first: 1) { nodes { id } } }`)
	for shop.db.read.Stats().InUse < maxReaders {
		runtime.Gosched()
	}
	release()
	for range 20 {
		require.Contains(t, <-answers, `"bulkOperations":{"nodes":[]}`)
	}
}

// TestPollsHoldNoReader: clients that wait for bulk operations leave the readers to
// others.
func TestPollsHoldNoReader(t *testing.T) {
	shop, release := heldShop(t)
	before := shop.db.write.Stats().WaitCount
	answers := askAtOnce(shop, 20, `{ bulkOperation(id: \"gid://shopify/BulkOperation/1\") { id } bulkOperations(first: 1) { nodes { id } } }`)
	for shop.db.write.Stats().WaitCount < before+maxReaders {
		runtime.Gosched()
	}
	require.Zero(t, shop.db.read.Stats().InUse)
	release()
	for range 20 {
		require.Contains(t, <-answers, `"bulkOperation":null,"bulkOperations":{"nodes":[]}`)
	}
}

// heldShop is a shop whose bulk operations nobody can look at before release.
func heldShop(t *testing.T) (shop *Shop, release func()) {
	t.Helper()
	ctx := context.Background()
	shop, err := Open(ctx, Options{Seed: Seed{Products: 1}})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, shop.Close()) })
	tx, err := shop.db.write.BeginTx(ctx, nil)
	require.NoError(t, err)
	release = sync.OnceFunc(func() { require.NoError(t, tx.Rollback()) })
	t.Cleanup(release)
	return shop, release
}

// askAtOnce sends a query, quotation marks escaped, from as many clients.
func askAtOnce(shop *Shop, clients int, query string) <-chan string {
	answers := make(chan string, clients)
	for range clients {
		go func() {
			request := httptest.NewRequest(http.MethodPost, "/admin/api/2026-10/graphql.json", strings.NewReader(`{"query": "`+query+`"}`))
			request.Header.Set("Content-Type", "application/json")
			request.Header.Set("X-Shopify-Access-Token", shop.Token())
			response := httptest.NewRecorder()
			shop.Handler().ServeHTTP(response, request)
			answers <- response.Body.String()
		}()
	}
	return answers
}
