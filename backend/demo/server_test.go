package demo_test

import (
	"bytes"
	"context"
	"image/png"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/galley"
)

// TestSeveralProcessesSeeOneShop opens one new file many times at once, as a
// window, a browser and a command on one home do.
func TestSeveralProcessesSeeOneShop(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop ?%41#.db")
	const processes = 4
	shops := make([]*demo.Shop, processes)
	var wait sync.WaitGroup
	for i := range shops {
		wait.Go(func() {
			shop, err := demo.Open(context.Background(), demo.Options{Path: path, Seed: demo.Seed{Products: 500}, Clock: newClock()})
			if err == nil {
				shops[i] = shop
			}
		})
	}
	wait.Wait()
	servers := make([]*server, processes)
	for i, shop := range shops {
		require.NotNil(t, shop)
		t.Cleanup(func() { require.NoError(t, shop.Close()) })
		listening, err := shop.Serve(t.Context(), "127.0.0.1:0")
		require.NoError(t, err)
		servers[i] = &server{Server: listening, t: t}
		t.Cleanup(func() { require.NoError(t, listening.Close()) })
		require.Equal(t, servers[0].Token, listening.Token)
		require.JSONEq(t, `{"productsCount": {"count": 500}}`, servers[i].data(`{ productsCount { count } }`, nil))
	}
	servers[1].update(vars{"id": mug, "title": "Seen by all"})
	for _, s := range servers {
		require.JSONEq(t, `{"product": {"title": "Seen by all"}}`, s.data(`query ($id: ID!) { product(id: $id) { title } }`, vars{"id": mug}))
	}
}

func TestSeedDoesNotChangeExistingShop(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.db")
	open := func(seed demo.Seed) (*demo.Shop, error) {
		return demo.Open(context.Background(), demo.Options{Path: path, Seed: seed, Clock: newClock()})
	}
	shop, err := open(demo.Seed{Products: 3})
	require.NoError(t, err)
	token := shop.Token()
	require.NoError(t, shop.Close())

	_, err = open(demo.Seed{Products: 4})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	require.ErrorContains(t, err, "already filled with other products")
	for _, seed := range []demo.Seed{{}, {Products: 3}} {
		shop, err = open(seed)
		require.NoError(t, err)
		require.Equal(t, token, shop.Token())
		require.NoError(t, shop.Close())
	}
}

func TestConcurrentWritesAreAllKept(t *testing.T) {
	s := serve(t, demo.Options{Seed: demo.Seed{Products: 40}})
	var ids struct {
		Products struct{ Nodes []struct{ ID string } }
	}
	s.into(&ids, `{ products(first: 40) { nodes { id } } }`, nil)
	var wait sync.WaitGroup
	for _, node := range ids.Products.Nodes {
		wait.Go(func() {
			s.post(endpoint, "application/json", `{"query": "mutation { productUpdate(product: {id: \"`+node.ID+`\", title: \"T `+node.ID+`\"}) { userErrors { message } } }"}`, nil)
		})
	}
	wait.Wait()
	var after struct {
		Products struct{ Nodes []struct{ ID, Title string } }
	}
	s.into(&after, `{ products(first: 40) { nodes { id title } } }`, nil)
	for _, node := range after.Products.Nodes {
		require.Equal(t, "T "+node.ID, node.Title)
	}
}

func TestPictures(t *testing.T) {
	s := serveSmall(t)
	var got struct {
		Product struct {
			Media struct {
				Nodes []struct {
					Image struct {
						URL, Small    string
						Width, Height int
					}
				}
			}
		}
	}
	s.into(&got, `query ($id: ID!) { product(id: $id) { media(first: 5) { nodes { ... on MediaImage { image { url small: url(transform: {maxWidth: 80}) width height } } } } } }`, vars{"id": mug})
	var whole [][]byte
	for _, node := range got.Product.Media.Nodes {
		require.True(t, strings.HasPrefix(node.Image.URL, s.Endpoint+"/files/"))
		got := s.get(node.Image.URL)
		require.Equal(t, "image/png", got.header.Get("Content-Type"))
		require.Contains(t, got.header.Get("Cache-Control"), "immutable")
		picture, err := png.Decode(bytes.NewReader(got.body))
		require.NoError(t, err)
		require.Equal(t, []int{node.Image.Width, node.Image.Height}, []int{picture.Bounds().Dx(), picture.Bounds().Dy()})
		require.Equal(t, got.body, s.get(node.Image.URL).body)
		whole = append(whole, got.body)

		small := s.get(node.Image.Small).body
		picture, err = png.Decode(bytes.NewReader(small))
		require.NoError(t, err)
		require.Equal(t, 80, picture.Bounds().Dx())
		require.Less(t, len(small), len(got.body))
	}
	require.NotEqual(t, whole[0], whole[1])

	before := s.get(got.Product.Media.Nodes[0].Image.URL).body
	s.update(vars{"id": mug, "title": "A lamp, after all", "productType": "Lamp"})
	require.Equal(t, before, s.get(got.Product.Media.Nodes[0].Image.URL).body, "new copy does not change the pictures")

	for _, path := range []string{"/files/1.png", "/files/x.png", "/files/33100000000001.svg", "/files/33100000000001"} {
		require.Equal(t, http.StatusNotFound, s.get(s.Endpoint+path).status, path)
	}
	for _, size := range []string{"?width=-1", "?width=x", "?width=99999999999999999999", "?height=1"} {
		require.Equal(t, http.StatusOK, s.get(s.Endpoint+"/files/33100000000001.png"+size).status, size)
	}
}

func TestProductPageShowsWhatIsLiveAndRunsNothing(t *testing.T) {
	s := serveSmall(t)
	s.update(vars{"id": mug, "title": "<i>Mug</i>", "seo": vars{"title": "Mug for tea", "description": "A \"mug\""}, "descriptionHtml": `<h3>Hot</h3><table><tr><td>1</td></tr></table><script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a>`})
	got := s.get(s.Endpoint + "/products/blue-mug")
	require.Equal(t, http.StatusOK, got.status)
	page := got.text()
	require.Contains(t, page, "<h1>&lt;i&gt;Mug&lt;/i&gt;</h1>")
	require.Contains(t, page, "<title>Mug for tea</title>")
	require.Contains(t, page, "A &#34;mug&#34;")
	require.Contains(t, page, "<h3>Hot</h3><table><tr><td>1</td></tr></table>")
	require.Contains(t, page, "<li>A blue mug</li>")
	for _, never := range []string{"<script", "onerror", "javascript:"} {
		require.NotContains(t, page, never)
	}
	require.Contains(t, got.header.Get("Content-Security-Policy"), "default-src 'none'")
	require.Equal(t, "text/css; charset=utf-8", s.get(s.Endpoint+"/style.css").header.Get("Content-Type"))
	require.Equal(t, http.StatusNotFound, s.get(s.Endpoint+"/products/none").status)
}

func TestServeEndsWithItsContext(t *testing.T) {
	shop, err := demo.Open(t.Context(), demo.Options{Seed: demo.Seed{Products: 1}})
	require.NoError(t, err)
	defer shop.Close()
	ctx, cancel := context.WithCancel(context.Background())
	server, err := shop.Serve(ctx, "127.0.0.1:0")
	require.NoError(t, err)
	cancel()
	ended := make(chan error, 1)
	go func() { ended <- server.Close() }()
	select {
	case err := <-ended:
		require.NoError(t, err)
	case <-time.After(2 * time.Minute):
		t.Fatal("the server did not end")
	}
	_, err = shop.Serve(t.Context(), "256.0.0.1:0")
	require.Equal(t, galley.CodeCannotRun, galley.CodeOf(err))
}
