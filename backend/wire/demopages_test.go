package wire_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

var linked = regexp.MustCompile(`(?:href|src)="([^"]+)"`)

// TestDemoPagesFindTheirStyleAndPictures: every address that a product's page
// names leads to something, from where Galley serves the page.
func TestDemoPagesFindTheirStyleAndPictures(t *testing.T) {
	w := wiretest.Open(t, wire.Options{})
	shop, err := w.Shops.AddDemo(t.Context())
	require.NoError(t, err)
	_, err = w.Products.Sync(t.Context(), shop.Shop, nil)
	require.NoError(t, err)
	page, err := w.Products.Products(t.Context(), galley.ProductQuery{ShopID: shop.ID, Limit: 1})
	require.NoError(t, err)
	server := httptest.NewServer(w.DemoPages())
	t.Cleanup(server.Close)
	at, err := url.Parse(server.URL + "/demo/products/" + page.Products[0].Handle)
	require.NoError(t, err)

	get := func(address string) (kind, body string) {
		res, err := http.Get(address)
		require.NoError(t, err)
		defer res.Body.Close()
		require.Equal(t, http.StatusOK, res.StatusCode, address)
		text, err := io.ReadAll(res.Body)
		require.NoError(t, err)
		return res.Header.Get("Content-Type"), string(text)
	}
	_, html := get(at.String())
	kinds := map[string]int{}
	for _, match := range linked.FindAllStringSubmatch(html, -1) {
		to, err := at.Parse(match[1])
		require.NoError(t, err)
		kind, _ := get(to.String())
		kinds[strings.Split(kind, ";")[0]]++
	}
	require.Equal(t, 1, kinds["text/css"])
	require.Positive(t, kinds["image/png"]+kinds["image/jpeg"])
}
