package shopify_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func partialPage(product, errs string) string {
	return fmt.Sprintf(`{"data":{"products":{"nodes":[%s],"pageInfo":{"hasNextPage":false}}},"errors":[%s]}`, product, errs)
}

const partialProduct = `{"id":"gid://shopify/Product/1","handle":"lamp","title":"Lamp","descriptionHtml":"<p>Oak.</p>","vendor":"A","productType":"Lamp",
	"status":"ACTIVE","tags":[],"updatedAt":"2026-11-01T08:00:00Z","onlineStoreUrl":null,"options":[],"seo":null,
	"priceRangeV2":{"minVariantPrice":{"amount":"1.00","currencyCode":"EUR"},"maxVariantPrice":{"amount":"1.00"}},
	"variants":{"nodes":[{"sku":"L1"}],"pageInfo":{"hasNextPage":false}},
	"media":{"nodes":[],"pageInfo":{"hasNextPage":false}},"metafields":null}`

func pathError(path string) string {
	return `{"message":"Internal error.","path":` + path + `,"extensions":{"code":"INTERNAL_SERVER_ERROR"}}`
}

func TestOptionalFieldThatFailedDoesNotFailThePage(t *testing.T) {
	page := partialPage(partialProduct, pathError(`["products","nodes",0,"seo"]`)+","+pathError(`["products","nodes",0,"metafields"]`))
	shop := newScript(t, respond(200, page), data(counted))
	batch, err := shop.client().Products(context.Background(), "")
	require.NoError(t, err)
	require.Len(t, batch.Products, 1)
	require.Equal(t, "Lamp", batch.Products[0].Title)
	require.Equal(t, []string{"L1"}, batch.Products[0].SKUs, "what came is kept")
	require.Equal(t, []galley.ProductPart{galley.PartSEO, galley.PartMetafields}, batch.Products[0].Unread)
}

func TestErrorsAboutTheProductsFailThePage(t *testing.T) {
	for _, path := range []string{
		`["products"]`, `["products","nodes"]`, `["products","nodes",0]`, `["products","nodes",0,"id"]`, `["products","nodes",0,"title"]`,
		`["products","nodes",0,"descriptionHtml"]`, `["products","pageInfo","endCursor"]`, `["shop","name"]`, `null`,
	} {
		page := partialPage(partialProduct, pathError(`["products","nodes",0,"seo"]`)+","+pathError(path))
		client := newScript(t, respond(200, page), respond(200, page), respond(200, page), respond(200, page), respond(200, page),
			respond(200, page), respond(200, page), respond(200, page), respond(200, page), respond(200, page)).client()
		_, err := client.Products(context.Background(), "")
		require.Error(t, err, path)
	}
}
