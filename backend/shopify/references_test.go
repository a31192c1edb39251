package shopify_test

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/galley"
)

// lamps have attributes of their category, which refer to entries.
const lamps = "Handle,Title,Product Category,Variant Price,Colour (product.metafields.shopify.color-pattern),Fabric (product.metafields.custom.fabric)\n" +
	"pell,Pell,Home & Garden > Lighting > Lamps,90,Brass; Sage green,Linen\n" +
	"orla,Orla,Home & Garden > Lighting > Lamps,80,Brass,\n" +
	"fern,Fern,,70,,Wool\n"

func lampShop(t *testing.T, transport http.RoundTripper) []galley.Product {
	t.Helper()
	path := filepath.Join(t.TempDir(), "lamps.csv")
	require.NoError(t, os.WriteFile(path, []byte(lamps), 0o600))
	return syncAll(t, demoClientOver(t, demo.Options{Seed: demo.Seed{Catalogues: []string{path}}}, transport))
}

func TestNamesOfReferencesAndCategoriesAreFacts(t *testing.T) {
	var asked atomic.Int64
	products := lampShop(t, roundTrip(func(r *http.Request) (*http.Response, error) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		if bytes.Contains(body, []byte("ReferenceNames")) {
			asked.Add(1)
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		return http.DefaultTransport.RoundTrip(r)
	}))
	require.Equal(t, []galley.Fact{{Name: "Fabric", Value: "Linen"}, {Name: "Color pattern", Value: "Brass, Sage green"}}, products[0].Metafields)
	require.Equal(t, []galley.Fact{{Name: "Color pattern", Value: "Brass"}}, products[1].Metafields)
	require.Equal(t, "Home & Garden > Lighting > Lamps", products[0].Category)
	require.Empty(t, products[2].Category)
	require.EqualValues(t, 1, asked.Load(), "one request for all of a page")
}

// referring is a product whose metafields refer to others.
func referring(metafields string) string {
	product := strings.Replace(partialProduct, `"seo":null`, `"category":{"fullName":"Lighting > Lamps"},"seo":{"title":null,"description":null}`, 1)
	return strings.Replace(product, `"metafields":null`, `"metafields":{"nodes":[`+metafields+`],"pageInfo":{"hasNextPage":false}}`, 1)
}

const references = `{"namespace":"shopify","key":"finish","type":"list.metaobject_reference","value":"[\"gid://shopify/Metaobject/1\",\"gid://shopify/Metaobject/2\"]"},` +
	`{"namespace":"custom","key":"shape","type":"product_taxonomy_value_reference","value":"gid://shopify/TaxonomyValue/7"},` +
	`{"namespace":"custom","key":"goes_with","type":"product_reference","value":"gid://shopify/Product/9"},` +
	`{"namespace":"custom","key":"broken","type":"list.metaobject_reference","value":"no list"},` +
	`{"namespace":"custom","key":"care","type":"rich_text_field","value":"{\"type\":\"root\",\"children\":[{\"type\":\"paragraph\",\"children\":[{\"type\":\"text\",\"value\":\"Dry cloth\"}]}]}"}`

func TestReferencesOfEachTypeAreNamed(t *testing.T) {
	page := `{"products":{"nodes":[` + referring(references) + `],"pageInfo":{"hasNextPage":false}}}`
	shop := newScript(t, data(page), data(`{"nodes":[{"id":"gid://shopify/Metaobject/1","displayName":"Brass"},null,{"id":"gid://shopify/TaxonomyValue/7","name":"Round"}]}`), data(counted))
	batch, err := shop.client().Products(context.Background(), "")
	require.NoError(t, err)
	require.Equal(t, []galley.Fact{{Name: "Finish", Value: "Brass"}, {Name: "Shape", Value: "Round"}, {Name: "Care", Value: "Dry cloth"}}, batch.Products[0].Metafields)
	require.Equal(t, "Lighting > Lamps", batch.Products[0].Category)
	require.JSONEq(t, `{"ids":["gid://shopify/Metaobject/1","gid://shopify/Metaobject/2","gid://shopify/TaxonomyValue/7"]}`, string(shop.asked[1].Variables))
}

func TestAShopThatDoesNotNameReferencesIsSynced(t *testing.T) {
	page := `{"products":{"nodes":[` + referring(references) + `],"pageInfo":{"hasNextPage":false}}}`
	denied := `{"data":null,"errors":[{"message":"Access denied for displayName field. Required access: read_metaobjects access scope.","path":["nodes",0,"displayName"],"extensions":{"code":"ACCESS_DENIED"}}]}`
	shop := newScript(t, data(page), respond(200, denied), data(counted))
	batch, err := shop.client().Products(context.Background(), "")
	require.NoError(t, err)
	require.Equal(t, []galley.Fact{{Name: "Care", Value: "Dry cloth"}}, batch.Products[0].Metafields)
}

func TestACategoryThatFailedKeepsItsLastValue(t *testing.T) {
	page := partialPage(strings.Replace(referring(""), `{"fullName":"Lighting > Lamps"}`, "null", 1), pathError(`["products","nodes",0,"category"]`))
	batch, err := newScript(t, respond(200, page), data(counted)).client().Products(context.Background(), "")
	require.NoError(t, err)
	require.Equal(t, []galley.ProductPart{galley.PartCategory}, batch.Products[0].Unread)
	require.Equal(t, "Lamps", batch.Products[0].KeepUnread(galley.Product{Category: "Lamps"}).Category)
}
