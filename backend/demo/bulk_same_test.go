package demo_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
)

// paged reads by pages what allProducts reads in bulk.
const paged = `query ($after: String) { products(first: 100, after: $after, sortKey: ID) { pageInfo { hasNextPage endCursor } nodes {
  __typename id title descriptionHtml tags seo { title } category { name } priceRangeV2 { minVariantPrice { amount } } options { name values }
  variants(first: 250) { nodes { id sku price inventoryItem { measurement { weight { value unit } } } } }
  media(first: 250, sortKey: ID) { nodes { __typename id alt ... on MediaImage { image { url width } } } }
  metafields(first: 250) { nodes { id namespace key value } }
  collections(first: 250) { nodes { id title } }
} } }`

// TestListsHoldWhatPagesHold: for random shops, the lines of a list, put together by
// their parents, are what the pages say.
func TestListsHoldWhatPagesHold(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			dice := rand.New(rand.NewPCG(seed, 7))
			s := serve(t, demo.Options{Seed: demo.Seed{Products: 1 + dice.IntN(620)}, Faults: "deleted@product"})
			disturb(s, dice)
			want := readPaged(s)
			grouped := dice.IntN(2) == 0
			var got struct {
				Started struct{ BulkOperation operation }
			}
			s.into(&got, startBulk, vars{"query": allProducts, "grouped": grouped})
			done := s.finish(got.Started.BulkOperation)
			require.Equal(t, fmt.Sprint(len(want)), done.RootObjectCount)
			require.Equal(t, want, joined(t, linesOf(t, s.fetch(*done.URL, nil).body)))
		})
	}
}

// disturb writes odd texts into some products, and deletes others.
func disturb(s *server, dice *rand.Rand) {
	s.t.Helper()
	odd := []string{`"`, `\`, "/", "<b>", "&", "é", "鶴", "👜", "\t", "\u0001", "\u2028", `\u0041`, "__parentId", " a "}
	for range 40 {
		var text strings.Builder
		text.WriteString("x")
		for range dice.IntN(12) {
			text.WriteString(odd[dice.IntN(len(odd))])
		}
		id := fmt.Sprintf("gid://shopify/Product/%d", 8_400_000_000_001+dice.IntN(620))
		if dice.IntN(4) == 0 {
			s.data(`query ($id: ID!) { product(id: $id) { id } }`, vars{"id": id}) // is deleted just before
			continue
		}
		s.update(vars{"id": id, "title": text.String(), "descriptionHtml": text.String() + "\n\r"})
	}
}

// node is an object of the shop, its children by kind.
type node map[string]any

// children are the connections of allProducts, by the kind of their nodes.
var children = map[string]string{"ProductVariant": "variants", "MediaImage": "media", "Metafield": "metafields", "Collection": "collections"}

func readPaged(s *server) []node {
	s.t.Helper()
	var all []node
	for after := any(nil); ; {
		var got struct {
			Products struct {
				Nodes    []node
				PageInfo struct {
					HasNextPage bool
					EndCursor   string
				}
			}
		}
		s.into(&got, paged, vars{"after": after})
		for _, product := range got.Products.Nodes {
			for _, connection := range children {
				found, _ := product[connection].(map[string]any)
				product[connection] = inOrder(found["nodes"].([]any))
			}
			all = append(all, product)
		}
		if !got.Products.PageInfo.HasNextPage {
			return all
		}
		after = got.Products.PageInfo.EndCursor
	}
}

// joined puts lines together by their parents.
func joined(t *testing.T, lines []map[string]any) []node {
	t.Helper()
	var all []node
	byID := map[any]node{}
	for _, line := range lines {
		parent, isChild := line["__parentId"]
		if !isChild {
			product := node(line)
			for _, connection := range children {
				product[connection] = []any{}
			}
			byID[line["id"]] = product
			all = append(all, product)
			continue
		}
		delete(line, "__parentId")
		kind, _, _ := strings.Cut(strings.TrimPrefix(fmt.Sprint(line["id"]), "gid://shopify/"), "/")
		connection, product := children[kind], byID[parent]
		require.NotEmpty(t, connection, line)
		product[connection] = append(product[connection].([]any), line)
	}
	for _, product := range all {
		for _, connection := range children {
			product[connection] = inOrder(product[connection].([]any))
		}
	}
	return all
}

// inOrder sorts nodes by their ids: the order of a product's collections is not told.
func inOrder(nodes []any) []any {
	id := func(n any) string { return fmt.Sprint(n.(map[string]any)["id"]) }
	slices.SortFunc(nodes, func(a, b any) int { return strings.Compare(id(a), id(b)) })
	return nodes
}
