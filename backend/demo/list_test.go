package demo_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/demo"
)

type productPage struct {
	Products struct {
		Nodes    []struct{ Handle string }
		PageInfo struct {
			HasNextPage, HasPreviousPage bool
			StartCursor, EndCursor       *string
		}
	}
}

// TestPagingVisitsEveryProductOnce pages with any size, order and direction.
func TestPagingVisitsEveryProductOnce(t *testing.T) {
	const total = 61
	s := serve(t, demo.Options{Seed: demo.Seed{Products: total}})
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.IntRange(1, total+5).Draw(t, "size")
		sort := rapid.SampledFrom([]string{
			"ID", "TITLE", "VENDOR", "PRODUCT_TYPE", "CREATED_AT", "UPDATED_AT", "PUBLISHED_AT", "INVENTORY_TOTAL", "RELEVANCE",
		}).Draw(t, "sort")
		reverse, backwards := rapid.Bool().Draw(t, "reverse"), rapid.Bool().Draw(t, "backwards")
		whole := handles(page(s, fmt.Sprintf("first: 250, sortKey: %s, reverse: %t", sort, reverse)))
		require.Len(t, whole, total)

		var seen []string
		var cursor string
		for range total + 1 {
			window := fmt.Sprintf("first: %d, sortKey: %s, reverse: %t", size, sort, reverse)
			if backwards {
				window = fmt.Sprintf("last: %d, sortKey: %s, reverse: %t", size, sort, reverse)
			}
			got := page(s, window+cursor)
			more := got.Products.PageInfo.HasNextPage
			require.LessOrEqual(t, len(got.Products.Nodes), size)
			if backwards {
				more = got.Products.PageInfo.HasPreviousPage
				seen = append(handles(got), seen...)
				cursor = fmt.Sprintf(", before: %q", *got.Products.PageInfo.StartCursor)
			} else {
				seen = append(seen, handles(got)...)
				cursor = fmt.Sprintf(", after: %q", *got.Products.PageInfo.EndCursor)
			}
			if !more {
				break
			}
		}
		require.Equal(t, whole, seen)
	})
}

func page(s *server, window string) productPage {
	var got productPage
	s.into(&got, "{ products("+window+") { nodes { handle } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }", nil)
	return got
}

func handles(p productPage) []string {
	all := make([]string, len(p.Products.Nodes))
	for i, node := range p.Products.Nodes {
		all[i] = node.Handle
	}
	return all
}

func TestPagesOfVariantsAndMedia(t *testing.T) {
	s := serveSmall(t)
	var first struct {
		Product struct {
			Variants struct {
				Nodes    []struct{ Title string }
				PageInfo struct {
					HasNextPage bool
					EndCursor   string
				}
			}
		}
	}
	const query = `query ($id: ID!, $after: String) { product(id: $id) { variants(first: 1, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } } } }`
	s.into(&first, query, vars{"id": mug})
	require.Equal(t, "S", first.Product.Variants.Nodes[0].Title)
	require.True(t, first.Product.Variants.PageInfo.HasNextPage)
	s.into(&first, query, vars{"id": mug, "after": first.Product.Variants.PageInfo.EndCursor})
	require.Equal(t, "L", first.Product.Variants.Nodes[0].Title)
	require.False(t, first.Product.Variants.PageInfo.HasNextPage)

	require.JSONEq(t, `{"product": {"variants": {"nodes": [{"title": "L"}], "pageInfo": {"hasPreviousPage": true}},
	  "reversed": {"nodes": [{"title": "L"}, {"title": "S"}]}, "bySKU": {"nodes": [{"title": "L"}, {"title": "S"}]}, "media": {"nodes": []}}}`,
		s.data(`query ($id: ID!) { product(id: $id) { variants(last: 1) { nodes { title } pageInfo { hasPreviousPage } }
		  reversed: variants(first: 5, reverse: true) { nodes { title } } bySKU: variants(first: 5, sortKey: SKU) { nodes { title } } media(first: 0) { nodes { id } } } }`, vars{"id": mug}))
}

func TestSearch(t *testing.T) {
	s := serve(t, demo.Options{Seed: demo.Seed{Catalogues: []string{file(t, "shop.csv", `Handle,Title,Vendor,Type,Tags,Status,Variant SKU,Variant Price,Gift Card
blue-mug,Blue Mug,Aldermill,Mugs,"stoneware, summer sale",active,MUG-1,12,
red-mug,Red mug large,Brightwick,Mugs,stoneware,draft,MUG-2,15,
lamp,Кружка лампа,Aldermill,Lamps,"new",active,L-9,80,
card,Gift card,,Cards,,active,G-1,10,true
`)}}})
	s.clock.move(48 * 3600e9)
	s.update(vars{"id": "gid://shopify/Product/8400000000003", "title": "Кружка лампа 2"})
	tests := map[string][]string{
		"":                                       {"blue-mug", "red-mug", "lamp", "card"},
		"mug":                                    {"blue-mug", "red-mug"},
		"MUG blue":                               {"blue-mug"},
		"кружка":                                 {"lamp"},
		"mu*":                                    {"blue-mug", "red-mug"},
		"mug-2":                                  {"red-mug"},
		"title:mug":                              {"blue-mug", "red-mug"},
		`title:"mug large"`:                      {"red-mug"},
		"title:'large mug'":                      nil,
		"vendor:aldermill":                       {"blue-mug", "lamp"},
		"vendor:alder":                           nil,
		"vendor:alder*":                          {"blue-mug", "lamp"},
		"product_type:Mugs -vendor:A*":           {"red-mug"},
		"tag:'summer sale'":                      {"blue-mug"},
		"tag:summer":                             nil,
		"tag:stoneware NOT tag:summer*":          {"red-mug"},
		"tag:new OR tag:'summer sale'":           {"blue-mug", "lamp"},
		"(tag:new OR mug) AND vendor:A*":         {"blue-mug", "lamp"},
		"tag_not:stoneware":                      {"lamp", "card"},
		"status:draft":                           {"red-mug"},
		"status:ACTIVE,draft mug":                {"blue-mug", "red-mug"},
		"handle:lamp":                            {"lamp"},
		"id:8400000000004":                       {"card"},
		"id:gid://shopify/Product/8400000000004": {"card"},
		"id:>=8400000000003":                     {"lamp", "card"},
		"sku:mug-1":                              {"blue-mug"},
		"sku:MUG*":                               {"blue-mug", "red-mug"},
		"price:>12":                              {"red-mug", "lamp"},
		"gift_card:true":                         {"card"},
		"updated_at:>2026-11-03":                 {"lamp"},
		"updated_at:>'2026-11-04T08:59:59Z'":     {"lamp"},
		"updated_at:2026-11-04":                  {"lamp"},
		"updated_at:>='2026-11-04T09:00:01Z'":    nil,
		"updated_at:>=2026-11-04T23:59:59Z":      {"lamp"}, // without quotation marks only the day counts
		"updated_at:<2026-11-03 mug":             {"blue-mug", "red-mug"},
		"colour:red mug":                         {"blue-mug", "red-mug"},
	}
	for query, want := range tests {
		t.Run(query, func(t *testing.T) {
			s.t = t
			var got productPage
			s.into(&got, `query ($query: String) { products(first: 10, query: $query) { nodes { handle } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`, vars{"query": query})
			require.Equal(t, want, slices.Clip(append([]string(nil), handles(got)...)))
			require.JSONEq(t, fmt.Sprintf(`{"productsCount": {"count": %d, "precision": "EXACT"}}`, len(want)),
				s.data(`query ($query: String) { productsCount(query: $query) { count precision } }`, vars{"query": query}))
		})
	}
}

func TestSearchReportsIgnoredParts(t *testing.T) {
	s := serveSmall(t)
	var answer struct {
		Extensions struct{ Search json.RawMessage }
	}
	decode(t, s.send(`{ found: products(first: 1, query: "colour:red") { nodes { id } } }`, nil), &answer)
	require.JSONEq(t, `[{"path": ["found"], "query": "colour:red", "parsed": {"field": "colour", "match_all": "red"},
	  "warnings": [{"field": "colour", "message": "Invalid search field for this query.", "code": "invalid_field"}]}]`, string(answer.Extensions.Search))
}

func TestCountsUpToALimit(t *testing.T) {
	s := serve(t, demo.Options{Seed: demo.Seed{Products: 12}})
	require.JSONEq(t, `{"a": {"count": 10, "precision": "AT_LEAST"}, "b": {"count": 12, "precision": "EXACT"}, "c": {"count": 12, "precision": "EXACT"}}`,
		s.data(`{ a: productsCount(limit: 10) { count precision } b: productsCount(limit: 12) { count precision } c: productsCount(limit: null) { count precision } }`, nil))
}
