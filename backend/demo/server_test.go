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
	path := filepath.Join(t.TempDir(), "a folder with ? and %41", "shop.db")
	path = filepath.Join(t.TempDir(), "shop ?%41#.db")
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

func TestAShopKeepsWhatItHas(t *testing.T) {
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

func TestWritesFromManySidesAreAllKept(t *testing.T) {
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
		response, body := s.get(node.Image.URL)
		require.Equal(t, "image/png", response.Header.Get("Content-Type"))
		require.Contains(t, response.Header.Get("Cache-Control"), "immutable")
		picture, err := png.Decode(bytes.NewReader(body))
		require.NoError(t, err)
		require.Equal(t, []int{node.Image.Width, node.Image.Height}, []int{picture.Bounds().Dx(), picture.Bounds().Dy()})
		_, again := s.get(node.Image.URL)
		require.Equal(t, body, again)
		whole = append(whole, body)

		_, small := s.get(node.Image.Small)
		picture, err = png.Decode(bytes.NewReader(small))
		require.NoError(t, err)
		require.Equal(t, 80, picture.Bounds().Dx())
		require.Less(t, len(small), len(body))
	}
	require.NotEqual(t, whole[0], whole[1])

	_, before := s.get(got.Product.Media.Nodes[0].Image.URL)
	s.update(vars{"id": mug, "title": "A lamp, after all", "productType": "Lamp"})
	_, after := s.get(got.Product.Media.Nodes[0].Image.URL)
	require.Equal(t, before, after, "new copy does not change the pictures")

	for _, path := range []string{"/files/1.png", "/files/x.png", "/files/33100000000001.svg", "/files/33100000000001"} {
		response, _ := s.get(s.Endpoint + path)
		require.Equal(t, http.StatusNotFound, response.StatusCode, path)
	}
	for _, size := range []string{"?width=-1", "?width=x", "?width=99999999999999999999", "?height=1"} {
		response, _ := s.get(s.Endpoint + "/files/33100000000001.png" + size)
		require.Equal(t, http.StatusOK, response.StatusCode, size)
	}
}

func TestProductPageShowsWhatIsLiveAndRunsNothing(t *testing.T) {
	s := serveSmall(t)
	s.update(vars{"id": mug, "title": "<i>Mug</i>", "seo": vars{"description": "A \"mug\""}, "descriptionHtml": `<h3>Hot</h3><table><tr><td>1</td></tr></table><script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a>`})
	response, body := s.get(s.Endpoint + "/products/blue-mug")
	require.Equal(t, http.StatusOK, response.StatusCode)
	page := string(body)
	require.Contains(t, page, "<h1>&lt;i&gt;Mug&lt;/i&gt;</h1>")
	require.Contains(t, page, "<title>Mug for tea</title>")
	require.Contains(t, page, "A &#34;mug&#34;")
	require.Contains(t, page, "<h3>Hot</h3><table><tr><td>1</td></tr></table>")
	require.Contains(t, page, "Alt text: A blue mug")
	for _, never := range []string{"<script", "onerror", "javascript:"} {
		require.NotContains(t, page, never)
	}
	require.Contains(t, response.Header.Get("Content-Security-Policy"), "default-src 'none'")
	response, _ = s.get(s.Endpoint + "/style.css")
	require.Equal(t, "text/css; charset=utf-8", response.Header.Get("Content-Type"))
	response, _ = s.get(s.Endpoint + "/products/none")
	require.Equal(t, http.StatusNotFound, response.StatusCode)
}

func TestServeEndsWithItsContext(t *testing.T) {
	shop, err := demo.Open(t.Context(), demo.Options{Seed: demo.Seed{Products: 1}})
	require.NoError(t, err)
	defer shop.Close() //nolint:errcheck // of a test
	ctx, cancel := context.WithCancel(context.Background())
	server, err := shop.Serve(ctx, "127.0.0.1:0")
	require.NoError(t, err)
	cancel()
	ended := make(chan error, 1)
	go func() { ended <- server.Close() }()
	select {
	case err := <-ended:
		require.NoError(t, err)
	case <-time.After(10 * time.Second):
		t.Fatal("the server did not end")
	}
	_, err = shop.Serve(t.Context(), "256.0.0.1:0")
	require.Equal(t, galley.CodeCannotRun, galley.CodeOf(err))
}
