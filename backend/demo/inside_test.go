package demo

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/adminschema"
	"galley/backend/demo/graph"
)

// TestEveryFieldOfTheSchemaIsAnswered fails where an operation was added that the
// demo shop cannot answer.
func TestEveryFieldOfTheSchemaIsAnswered(t *testing.T) {
	schema, err := graph.New(adminschema.SDL, resolvers(), graph.ShopifyCosts())
	require.NoError(t, err)
	// The demo shop has pictures only, and no job outlasts a mutation: none of its answers is of these types.
	never := []string{"ExternalVideo.", "Video.", "Model3d.", "GenericFile.", "FileError.", "MediaError.", "MediaWarning.", "Job."}
	for _, field := range schema.Unanswered() {
		var known bool
		for _, prefix := range never {
			known = known || strings.HasPrefix(field, prefix)
		}
		require.True(t, known, "%s has no resolver", field)
	}
}

func TestFilesThatAreNotReadyAreUnchanged(t *testing.T) {
	ctx := context.Background()
	shop, err := Open(ctx, Options{Seed: Seed{Products: 1}})
	require.NoError(t, err)
	defer shop.Close()
	_, err = shop.db.write.ExecContext(ctx, "UPDATE media SET status = 'PROCESSING'")
	require.NoError(t, err)
	require.JSONEq(t, `{"data": {"fileUpdate": {"files": [], "userErrors": [
	  {"field": ["files"], "message": "Non-ready files cannot be updated.", "code": "NON_READY_STATE"}]}}}`,
		ask(t, shop, `mutation { fileUpdate(files: [{id: \"gid://shopify/MediaImage/33100000000001\", alt: \"x\"}]) { files { id } userErrors { field message code } } }`))
	require.JSONEq(t, `{"data": {"node": {"fileStatus": "PROCESSING", "image": null, "preview": {"image": null}}}}`,
		ask(t, shop, `{ node(id: \"gid://shopify/MediaImage/33100000000001\") { ... on MediaImage { fileStatus image { url } preview { image { url } } } } }`))
}

func TestInternalErrorHasARequestID(t *testing.T) {
	ctx := context.Background()
	shop, err := Open(ctx, Options{Seed: Seed{Products: 1}})
	require.NoError(t, err)
	defer shop.Close()
	_, err = shop.db.write.ExecContext(ctx, "UPDATE products SET tags = '{}'")
	require.NoError(t, err)
	text := ask(t, shop, `{ products(first: 1) { nodes { id } } }`)
	require.Contains(t, text, "Internal error. Looks like something went wrong on our end.")
	require.Contains(t, text, `"code":"INTERNAL_SERVER_ERROR"`)
	require.Contains(t, text, `"requestId":"`)
	require.NotContains(t, text, `"data"`)
}

// ask posts a query, quotation marks escaped, and gives the answer without its cost.
func ask(t *testing.T, shop *Shop, query string) string {
	t.Helper()
	request := httptest.NewRequest(http.MethodPost, "/admin/api/2026-10/graphql.json", strings.NewReader(`{"query": "`+query+`"}`))
	request.Header.Set("X-Shopify-Access-Token", shop.Token())
	response := httptest.NewRecorder()
	shop.Handler().ServeHTTP(response, request)
	require.Equal(t, http.StatusOK, response.Code)
	text, _, hasCost := strings.Cut(response.Body.String(), `,"extensions":{"cost"`)
	if hasCost {
		text += "}"
	}
	return text
}

// BenchmarkProductsPage reads a page as a sync does, out of 100,000 products.
func BenchmarkProductsPage(b *testing.B) {
	shop, err := Open(context.Background(), Options{Bucket: 1e12, Seed: Seed{Products: 100_000}})
	require.NoError(b, err)
	defer shop.Close()
	const body = `{"query": "{ products(first: 250, sortKey: ID, after: \"eyJsYXN0X2lkIjo4NDAwMDAwMDUwMDAwLCJsYXN0X3ZhbHVlIjoiODQwMDAwMDA1MDAwMCJ9\") { nodes { id handle title descriptionHtml vendor productType tags status seo { title description } options { name values } variants(first: 20) { nodes { sku price } } media(first: 20) { nodes { id alt ... on MediaImage { image { url width height } } } } metafields(first: 20) { nodes { key value } } } pageInfo { hasNextPage endCursor } } }"}`
	for b.Loop() {
		request := httptest.NewRequest(http.MethodPost, "/admin/api/2026-10/graphql.json", strings.NewReader(body))
		request.Header.Set("X-Shopify-Access-Token", shop.Token())
		response := httptest.NewRecorder()
		shop.Handler().ServeHTTP(response, request)
		if response.Code != http.StatusOK || !strings.Contains(response.Body.String(), "8400000050250") {
			b.Fatal(response.Body.String()[:300])
		}
	}
}

// BenchmarkSeed fills a shop with 200,000 products, the most there can be.
func BenchmarkSeed(b *testing.B) {
	for b.Loop() {
		shop, err := Open(context.Background(), Options{Seed: Seed{Products: MaxProducts}})
		require.NoError(b, err)
		require.NoError(b, shop.Close())
	}
}
