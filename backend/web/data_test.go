package web_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/web"
)

// withJob is a server whose home has the demo shop and a finished job.
func withJob(t *testing.T) (served, galley.ShopOverview, galley.Job) {
	t.Helper()
	s := serve(t)
	s.AddDemo()
	return s, s.Shop, s.Written(galley.JobSpec{Field: galley.FieldTitle})
}

func TestListsAreTheServicesOwn(t *testing.T) {
	s, shop, job := withJob(t)
	c := s.signedIn(t)

	query := url.Values{"shop_id": {string(shop.ID)}, "search": {"linen"}, "offset": {"1"}, "limit": {"2"}}
	r := get(t, c, s.base+"data/products?"+query.Encode())
	require.Equal(t, http.StatusOK, r.status, r.body)
	var products galley.ProductPage
	require.NoError(t, json.Unmarshal([]byte(r.body), &products))
	want, err := s.Products.Products(t.Context(), galley.ProductQuery{ShopID: shop.ID, Search: "linen", Offset: 1, Limit: 2})
	require.NoError(t, err)
	require.Equal(t, want, products)
	require.Len(t, products.Products, 2)

	query = url.Values{"shop_id": {string(shop.ID)}, "offset": {"1"}, "limit": {"1"}}
	r = get(t, c, s.base+"data/collections?"+query.Encode())
	require.Equal(t, http.StatusOK, r.status, r.body)
	var collections galley.CollectionPage
	require.NoError(t, json.Unmarshal([]byte(r.body), &collections))
	wantCollections, err := s.Products.Collections(t.Context(), galley.CollectionQuery{ShopID: shop.ID, Offset: 1, Limit: 1})
	require.NoError(t, err)
	require.Equal(t, wantCollections, collections)
	require.Len(t, collections.Collections, 1)
	require.Equal(t, 1, collections.Offset)

	query = url.Values{"job_id": {string(job.ID)}, "filter": {"unpublished"}, "limit": {"3"}}
	r = get(t, c, s.base+"data/items?"+query.Encode())
	require.Equal(t, http.StatusOK, r.status, r.body)
	var items galley.ItemPage
	require.NoError(t, json.Unmarshal([]byte(r.body), &items))
	require.Len(t, items.Items, 3)
	require.Equal(t, job.Counts.Unpublished, items.Total)

	window := httptest.NewRecorder()
	web.Window(web.API(bound{}, s.Graph), s.Graph, built).ServeHTTP(window, httptest.NewRequest(http.MethodGet, "/data/items?"+query.Encode(), nil))
	require.JSONEq(t, r.body, window.Body.String(), "the window gets the same")
}

func TestWrongListRequests(t *testing.T) {
	s := serve(t)
	c := s.signedIn(t)
	for path, status := range map[string]int{
		"data/items?job_id=1":           404,
		"data/items?job_id=1&filter=no": 400,
		"data/products?limit=many":      400,
		"data/products?offset=-1":       400,
		"data/products?limit=1001":      400,
		"data/collections?limit=many":   400,
		"data/collections?limit=1001":   400,
		"data/shops":                    404,
	} {
		r := get(t, c, s.base+path)
		require.Equal(t, status, r.status, path)
		_, message, _ := problem(t, r)
		require.NotEmpty(t, message, path)
	}
}

func TestServesDemoShopPictures(t *testing.T) {
	s, shop, _ := withJob(t)
	page, err := s.Products.Products(t.Context(), galley.ProductQuery{ShopID: shop.ID, Limit: 1})
	require.NoError(t, err)
	c := s.signedIn(t)
	r := get(t, c, s.base+page.Products[0].ImageURL[1:])
	require.Equal(t, http.StatusOK, r.status)
	require.Equal(t, "image/png", r.header.Get("Content-Type"))
	require.Equal(t, http.StatusNotFound, call(t, c, s.base+"demo/admin/api/2026-10/graphql.json", "{}").status, "its API is not to be had here")
}
