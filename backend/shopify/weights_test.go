package shopify_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/galley"
)

// weighed are products of which one weighs by its size, in two colours.
const weighed = "Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant Grams,Variant Price\n" +
	"throw,Throw,Colour,Sage,Size,Small,850,60\nthrow,,,Sage,,Large,1250.5,90\nthrow,,,Rust,,Small,850,60\nthrow,,,Rust,,Large,1250.5,90\n" +
	"mug,Mug,Title,Default Title,,,340,9\n" +
	"card,Card,Title,Default Title,,,0,2\n"

func weighedShop(t *testing.T, transport http.RoundTripper) []galley.Product {
	t.Helper()
	path := filepath.Join(t.TempDir(), "weighed.csv")
	require.NoError(t, os.WriteFile(path, []byte(weighed), 0o600))
	return syncAll(t, demoClientOver(t, demo.Options{Seed: demo.Seed{Catalogues: []string{path}}}, transport))
}

func TestWeightsOfVariantsAreFacts(t *testing.T) {
	products := weighedShop(t, nil)
	require.ElementsMatch(t, []galley.Fact{
		{Name: "Weight", Value: "850 g", Kind: galley.FactWeight, Scope: "Small"}, {Name: "Weight", Value: "1250.5 g", Kind: galley.FactWeight, Scope: "Large"},
	}, products[0].Metafields)
	require.Equal(t, []galley.Fact{{Name: "Weight", Value: "340 g", Kind: galley.FactWeight}}, products[1].Metafields)
	require.Empty(t, products[2].Metafields, "no weight is no fact")
}

// requestedCosts notes what the shop asks for each page of products.
func requestedCosts(costs *[]float64, sizes *[]int) http.RoundTripper {
	return roundTrip(func(r *http.Request) (*http.Response, error) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		response, err := http.DefaultTransport.RoundTrip(r)
		if err != nil || !bytes.Contains(body, []byte("query ProductsPage")) {
			return response, err
		}
		answer, err := io.ReadAll(response.Body)
		response.Body = io.NopCloser(bytes.NewReader(answer))
		var asked struct{ Variables struct{ First int } }
		var said struct {
			Extensions struct {
				Cost struct{ RequestedQueryCost float64 }
			}
		}
		if json.Unmarshal(body, &asked) == nil && json.Unmarshal(answer, &said) == nil {
			*costs, *sizes = append(*costs, said.Extensions.Cost.RequestedQueryCost), append(*sizes, asked.Variables.First)
		}
		return response, err
	})
}

func TestPagesOfProductsWithWeightsStayCheap(t *testing.T) {
	var costs []float64
	var sizes []int
	syncAll(t, demoClientOver(t, demo.Options{Seed: demo.Seed{Products: 600}}, requestedCosts(&costs, &sizes)))
	for i, size := range sizes {
		t.Logf("%d products: %v points", size, costs[i])
		if size == 250 {
			require.LessOrEqual(t, costs[i], 500.0, "half of what a request may cost")
		}
	}
	require.Contains(t, sizes, 250)
}

const accessDenied = `{"data":null,"errors":[{"message":"Access denied for inventoryItem field. Required access: read_inventory access scope.",` +
	`"path":["products","nodes",0,"variants","nodes",0,"inventoryItem"],"extensions":{"code":"ACCESS_DENIED"}}]}`

func TestAShopThatDeniesWeightsIsSyncedWithoutThem(t *testing.T) {
	page := pageOf(listed(1, nodes(""), nodes(`{"sku":"A","title":"Default Title"}`), nodes("")), "p1")
	last := pageOf(listed(2, nodes(""), nodes(`{"sku":"B","title":"Default Title"}`), nodes("")), "")
	shop := newScript(t, respond(200, accessDenied), data(page), data(counted), data(last))
	client := shop.client()
	batch, err := client.Products(context.Background(), "")
	require.NoError(t, err)
	require.Equal(t, []string{"A"}, batch.Products[0].SKUs)
	_, err = client.Products(context.Background(), batch.Next)
	require.NoError(t, err)
	var asked []bool
	for _, request := range shop.asked {
		if strings.Contains(string(request.Variables), "weights") {
			asked = append(asked, strings.Contains(string(request.Variables), `"weights":true`))
		}
	}
	require.Equal(t, []bool{true, false, false}, asked, "once denied, weights are not asked for again")
}

func TestAShopThatDeniesProductsIsNotAskedForever(t *testing.T) {
	shop := newScript(t, respond(200, accessDenied), respond(200, accessDenied))
	_, err := shop.client().Products(context.Background(), "")
	require.Equal(t, galley.CodeShopScope, galley.CodeOf(err))
}

func TestValuesOfOptionsThatAreEntriesAreNamed(t *testing.T) {
	product := strings.Replace(listed(1, nodes(""), nodes(`{"sku":"A","title":"Brass"}`), nodes("")), `["S","L"]`,
		`["gid://shopify/Metaobject/1","Plain","gid://shopify/Metaobject/2"]`, 1)
	require.Contains(t, product, "Metaobject/1")
	shop := newScript(t, data(pageOf(product, "")), data(`{"nodes":[{"id":"gid://shopify/Metaobject/1","displayName":"Brass"},null]}`), data(counted))
	batch, err := shop.client().Products(context.Background(), "")
	require.NoError(t, err)
	require.Equal(t, []galley.Option{{Name: "Size", Values: []string{"Brass", "Plain"}}}, batch.Products[0].Options)
}

func TestUnreadVariantsKeepTheirWeights(t *testing.T) {
	weight := func(value string) galley.Fact {
		return galley.Fact{Name: "Weight", Value: value, Kind: galley.FactWeight}
	}
	fabric := galley.Fact{Name: "Fabric", Value: "Wool"}
	known := galley.Product{Metafields: []galley.Fact{fabric, weight("850 g")}}
	variants := galley.Product{Metafields: []galley.Fact{{Name: "Fabric", Value: "Linen"}}, Unread: []galley.ProductPart{galley.PartVariants}}
	require.Equal(t, []galley.Fact{{Name: "Fabric", Value: "Linen"}, weight("850 g")}, variants.KeepUnread(known).Metafields)
	metafields := galley.Product{Metafields: []galley.Fact{weight("900 g")}, Unread: []galley.ProductPart{galley.PartMetafields}}
	require.Equal(t, []galley.Fact{fabric, weight("900 g")}, metafields.KeepUnread(known).Metafields)
	both := galley.Product{Unread: []galley.ProductPart{galley.PartMetafields, galley.PartVariants}}
	require.Equal(t, known.Metafields, both.KeepUnread(known).Metafields)
}
