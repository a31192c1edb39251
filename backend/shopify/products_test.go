package shopify_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// listed is one product of a page, with the changes that a test needs.
func listed(id int, media, variants, metafields string) string {
	return fmt.Sprintf(`{"id":"gid://shopify/Product/%d","handle":"oak-table","title":"Oak table","descriptionHtml":"<p>Warm</p>",
		"vendor":"Quillmoor","productType":"Tables","status":"ACTIVE","tags":["oak","table"],"updatedAt":"2026-10-02T08:00:00Z",
		"onlineStoreUrl":"https://quillmoor.example/products/oak-table","seo":{"title":null,"description":""},
		"options":[{"name":"Size","values":["S","L"]}],
		"priceRangeV2":{"minVariantPrice":{"amount":"10.0","currencyCode":"EUR"},"maxVariantPrice":{"amount":"12.5"}},
		"variants":%s,"media":%s,"metafields":%s}`, id, variants, media, metafields)
}

const lastPage = `"pageInfo":{"hasNextPage":false,"endCursor":"end"}`

func nodes(list string) string { return `{"nodes":[` + list + `],` + lastPage + `}` }

func nodesThen(list, cursor string) string {
	return `{"nodes":[` + list + `],"pageInfo":{"hasNextPage":true,"endCursor":"` + cursor + `"}}`
}

func pageOf(products, next string) string {
	if next != "" {
		return `{"products":` + nodesThen(products, next) + `}`
	}
	return `{"products":` + nodes(products) + `}`
}

func mediaImage(id int, alt string) string {
	return fmt.Sprintf(`{"__typename":"MediaImage","id":"gid://shopify/MediaImage/%d","alt":%s,"image":{"url":"https://cdn.example/%d.jpg","width":800,"height":600}}`, id, alt, id)
}

const counted = `{"productsCount":{"count":2}}`

func TestListedProductHasAllFields(t *testing.T) {
	media := nodesThen(mediaImage(1, `null`)+`,{"__typename":"Video","id":"gid://shopify/Video/2","alt":"clip"}`, "m1")
	variants := nodesThen(`{"sku":"A"},{"sku":null}`, "v1")
	metafields := nodesThen(`{"namespace":"custom","key":"care_guide","type":"single_line_text_field","value":"Wipe"}`, "f1")
	shop := newScript(t,
		data(pageOf(listed(1, media, variants, metafields), "p1")),
		data(`{"product":{"media":`+nodesThen(mediaImage(3, `""`), "m2")+`}}`),
		data(`{"product":{"media":`+nodes(`{"__typename":"MediaImage","id":"gid://shopify/MediaImage/4","alt":"Leg","image":null}`)+`}}`),
		data(`{"product":{"variants":`+nodes(`{"sku":"C"}`)+`}}`),
		data(`{"product":{"metafields":`+nodes(`{"namespace":"app--7","key":"x","type":"single_line_text_field","value":"no"}`)+`}}`),
		data(counted))
	batch, err := shop.client().Products(context.Background(), "")
	require.NoError(t, err)
	require.Equal(t, galley.ProductBatch{Next: "p1", Total: 2, Products: []galley.Product{{
		ID: "gid://shopify/Product/1", Handle: "oak-table", Title: "Oak table", DescriptionHTML: "<p>Warm</p>", Vendor: "Quillmoor",
		ProductType: "Tables", Status: "active", Tags: []string{"oak", "table"}, SEOTitle: galley.Null(), MetaDescription: galley.Text(""),
		Options: []galley.Option{{Name: "Size", Values: []string{"S", "L"}}}, Metafields: []galley.Fact{{Name: "Care guide", Value: "Wipe"}},
		SKUs: []string{"A", "C"}, VariantCount: 3, PriceMin: "10.0", PriceMax: "12.5", Currency: "EUR",
		URL: "https://quillmoor.example/products/oak-table", UpdatedAt: time.Date(2026, 10, 2, 8, 0, 0, 0, time.UTC),
		Images: []galley.Image{
			{ID: "gid://shopify/MediaImage/1", URL: "https://cdn.example/1.jpg", Alt: galley.Null(), Position: 1, Width: 800, Height: 600},
			{ID: "gid://shopify/MediaImage/3", URL: "https://cdn.example/3.jpg", Alt: galley.Text(""), Position: 2, Width: 800, Height: 600},
			{ID: "gid://shopify/MediaImage/4", Alt: galley.Text("Leg"), Position: 3},
		},
	}}}, batch)

	var operations []string
	for _, request := range shop.requests() {
		operations = append(operations, request.Operation)
	}
	require.Equal(t, []string{"ProductsPage", "MoreMedia", "MoreMedia", "MoreVariants", "MoreMetafields", "ProductsCount"}, operations)
	require.JSONEq(t, `{"first":25,"weights":true}`, string(shop.requests()[0].Variables), "no cursor, no null")
	require.JSONEq(t, `{"id":"gid://shopify/Product/1","first":250,"after":"m2"}`, string(shop.requests()[2].Variables))
}

func TestProductDeletedBetweenItsPages(t *testing.T) {
	shop := newScript(t, data(pageOf(listed(1, nodesThen(mediaImage(1, `null`), "m1"), nodes(""), nodes("")), "")),
		data(`{"product":null}`), data(counted))
	batch, err := shop.client().Products(context.Background(), "")
	require.NoError(t, err)
	require.Len(t, batch.Products[0].Images, 1)
	require.Empty(t, batch.Next)
}

// priced answers every page with the cost of its size, and refuses pages beyond the most a request may
// cost.
func priced(each float64) (http.HandlerFunc, *[]int) {
	var sizes []int
	return func(w http.ResponseWriter, r *http.Request) {
		var request struct {
			Variables struct {
				First int `json:"first"`
			} `json:"variables"`
		}
		if err := json.NewDecoder(r.Body).Decode(&request); err != nil || request.Variables.First == 0 {
			data(counted)(w, r)
			return
		}
		sizes = append(sizes, request.Variables.First)
		cost := each * float64(request.Variables.First)
		if cost > 1000 {
			respond(200, fmt.Sprintf(`{"errors":[{"message":"Query cost is %v","extensions":{"code":"MAX_COST_EXCEEDED","cost":%v,"maxCost":1000}}]}`, cost, cost))(w, r)
			return
		}
		respond(200, fmt.Sprintf(`{"data":%s,"extensions":{"cost":{"requestedQueryCost":%v,"actualQueryCost":%v,`+
			`"throttleStatus":{"maximumAvailable":2000,"currentlyAvailable":2000,"restoreRate":100}}}}`, pageOf("", fmt.Sprintf("p%d", len(sizes))), cost, cost))(w, r)
	}, &sizes
}

func TestPagesGrowAndShrinkByTheirCost(t *testing.T) {
	for _, row := range []struct {
		each float64
		want []int
	}{
		{1, []int{25, 50, 100, 200, 250, 250}}, // as many as Shopify takes
		{10, []int{25, 50, 50, 50}},            // 500 points: half of what a request may cost
		{200, []int{25, 2, 2, 2}},              // refused at first
		{900, []int{25, 1, 1, 1}},              // one by one, if it must be
		{17.3, []int{25, 28, 28, 28}},
	} {
		answer, sizes := priced(row.each)
		shop := newScript(t, answer)
		client := shop.client()
		cursor := "start" // not counted
		for len(*sizes) < len(row.want) {
			batch, err := client.Products(context.Background(), cursor)
			require.NoError(t, err)
			cursor = batch.Next
		}
		require.Equal(t, row.want, *sizes, "%v points each", row.each)
	}
}

func TestRequestsOversizedPageInParts(t *testing.T) {
	huge := func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`{"data":"`))
		chunk := []byte(strings.Repeat("x", 1<<20))
		for range 65 {
			if _, err := w.Write(chunk); err != nil {
				return
			}
		}
	}
	shop := newScript(t, huge, data(pageOf("", "")), data(counted))
	_, err := shop.client().Products(context.Background(), "")
	require.NoError(t, err)
	require.JSONEq(t, `{"first":12,"weights":true}`, string(shop.requests()[1].Variables))
}

func TestUnknownCursor(t *testing.T) {
	refusal := respond(200, `{"data":null,"errors":[{"message":"Invalid cursor for current pagination sort.","path":["products"],"extensions":{"code":"BAD_REQUEST"}}]}`)
	_, err := newScript(t, refusal).client().Products(context.Background(), "stale")
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	_, err = newScript(t, refusal).client().Products(context.Background(), "")
	require.Equal(t, galley.CodeInternal, galley.CodeOf(err))
	_, err = newScript(t, respond(401, `{}`)).client().Products(context.Background(), "stale")
	require.Equal(t, galley.CodeShopToken, galley.CodeOf(err))
}

func TestContinuedSyncCountsProductsOnce(t *testing.T) {
	shop := newScript(t, data(pageOf("", "p2")), data(counted), data(pageOf("", "")))
	client := shop.client()
	for _, cursor := range []string{"p1", "p2"} {
		batch, err := client.Products(context.Background(), cursor)
		require.NoError(t, err)
		require.Equal(t, 2, batch.Total)
	}
	require.Len(t, shop.requests(), 3)
}
