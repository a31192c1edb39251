package crashtest

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/failpoint"
	domain "galley/backend/galley"
	"galley/backend/store"
)

// listed is how many products the shop of this file has: its list has two parts, each saved in several transactions.
const listed = 2_100

// openListingShop serves a shop that writes lists, and counts those that it is asked for.
func openListingShop(t *testing.T) (s *shop, asked *atomic.Int64) {
	s, asked = &shop{t: t, writes: map[string]int{}}, &atomic.Int64{}
	var err error
	s.demo, err = demo.Open(context.Background(), demo.Options{Seed: demo.Seed{Products: listed}, RestoreRate: 1e9, Bucket: 1e9, BulkPace: 1e9})
	require.NoError(t, err)
	serve := s.demo.Handler()
	s.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		if bytes.Contains(body, []byte("bulkOperationRunQuery")) {
			asked.Add(1)
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		serve.ServeHTTP(w, r)
	}))
	t.Cleanup(func() {
		s.server.Close()
		require.NoError(t, s.demo.Close())
	})
	return s, asked
}

// A process that is killed at any point of a list is followed by one that goes on with the same list. Nothing is lost
// or there twice, and every product is found by its words.
func TestKillsOfAListLoseNothing(t *testing.T) {
	t.Parallel()
	shop, asked := openListingShop(t)
	g := galley{t: t, home: t.TempDir()}
	id := g.connect(shop)
	want := shop.descriptions()
	require.Len(t, want, listed)

	points := append(failpoint.ListPoints(), failpoint.SyncRead, failpoint.SyncCursor, failpoint.SyncSaved, failpoint.SyncAllRead)
	diesAt := func(d death, args ...string) bool {
		if d.at == failpoint.SyncPart { // large pages are saved in parts while another process has the file open
			other, err := store.Open(t.Context(), filepath.Join(g.home, store.FileName), domain.SystemClock{})
			require.NoError(t, err)
			defer func() { require.NoError(t, other.Close()) }()
		}
		return g.dies(d, args...)
	}
	for _, at := range points {
		require.True(t, diesAt(death{at: at, nth: 1}, "sync", id), "nothing was killed at %s", at)
		require.LessOrEqual(t, asked.Load(), int64(1), "killed at %s", at)
	}
	g.searchFinds(id, g.kept(want)) // before any word is in the index
	require.True(t, g.dies(death{at: failpoint.WordsIndexed, nth: 3}, "sync", id), "nothing was killed while words were indexed")
	g.searchFinds(id, listed)
	require.Equal(t, int64(1), asked.Load())
	g.run(nil, "", "sync", id)
	require.Equal(t, int64(2), asked.Load(), "after a sync that was killed, all products are read once more")
	require.Equal(t, listed, g.kept(want))
	g.searchFinds(id, listed)

	for _, d := range []death{{at: failpoint.SyncPart, nth: 2}, {at: failpoint.SyncCursor, nth: 2}, {at: failpoint.ListReady, nth: 1}} {
		require.True(t, diesAt(d, "sync", id, "--full"), "nothing was killed at %s", d)
		require.Equal(t, listed, g.kept(want), "killed at %s", d)
	}
	g.run(nil, "", "sync", id)
	require.Equal(t, listed, g.kept(want))
	g.searchFinds(id, listed)
}

// kept is how many products the home has. Each of them is as the shop has it, and has all that belongs to it.
func (g galley) kept(want map[string]string) int {
	g.t.Helper()
	l := g.look()
	defer l.close()
	texts := l.texts("SELECT id, description_html FROM products")
	for id, text := range texts {
		require.Equal(g.t, want[id], text, id)
	}
	lacking := l.texts(`SELECT p.id, p.title FROM products p WHERE
		NOT EXISTS (SELECT 1 FROM product_readings r WHERE r.product_row = p.row_id)
		OR NOT EXISTS (SELECT 1 FROM derived_phrases d WHERE d.shop_id = p.shop_id AND d.place_id = p.id)
		OR p.images <> (SELECT count(*) FROM images i WHERE i.product_row = p.row_id)
		OR (SELECT count(DISTINCT value) FROM json_each(p.tags) WHERE value <> '') <> (SELECT count(*) FROM product_tags t WHERE t.product_row = p.row_id)`)
	require.Empty(g.t, lacking)
	return len(texts)
}

// searchFinds requires that some of so many products are found by the words of their handles, and none by others.
func (g galley) searchFinds(id string, count int) {
	g.t.Helper()
	l := g.look()
	require.Equal(g.t, count, l.number("SELECT count(*) FROM products"))
	handles := l.texts("SELECT id, handle FROM products WHERE row_id % 300 = 1")
	l.close()
	type product struct{ Handle string }
	for _, handle := range handles {
		var found []product
		g.run(&found, "", "product", "list", id, "--search", handle)
		require.Contains(g.t, found, product{handle})
		require.Less(g.t, len(found), 10)
	}
	var found []product
	g.run(&found, "", "product", "list", id, "--search", "zirconium")
	require.Empty(g.t, found)
}
