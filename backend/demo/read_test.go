package demo_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
)

func TestPromptHasAllProductFacts(t *testing.T) {
	s := serveSmall(t)
	got := s.data(`query ($handle: String!) {
	  product: productByIdentifier(identifier: {handle: $handle}) {
	    __typename id legacyResourceId handle title description descriptionHtml vendor productType tags status
	    createdAt updatedAt publishedAt onlineStoreUrl onlineStorePreviewUrl templateSuffix isGiftCard
	    seo { title description }
	    options(first: 3) { id name position values optionValues { name hasVariants } }
	    variants(first: 5) { nodes {
	      id title displayName sku barcode price compareAtPrice position inventoryQuantity availableForSale
	      selectedOptions { name value } image { altText } inventoryItem { tracked sku }
	    } }
	    variantsCount { count precision } mediaCount { count }
	    media(first: 5) { nodes { __typename id alt mediaContentType status ... on MediaImage {
	      fileStatus image { id altText width height } } } }
	    images(first: 5) { nodes { id altText } }
	    featuredMedia { alt } featuredImage { altText }
	    priceRangeV2 { minVariantPrice { amount currencyCode } maxVariantPrice { amount } }
	    compareAtPriceRange { maxVariantCompareAtPrice { amount } }
	    totalInventory tracksInventory hasOutOfStockVariants hasOnlyDefaultVariant
	    metafield(namespace: "custom", key: "fabric") { value }
	    metafields(first: 5) { nodes { namespace key type value } }
	    collections(first: 5) { nodes { title handle } }
	  }
	}`, vars{"handle": "blue-mug"})
	page := s.Endpoint + "/products/blue-mug"
	require.JSONEq(t, fmt.Sprintf(`{"product": {
	  "__typename": "Product", "id": "gid://shopify/Product/8400000000001", "legacyResourceId": "8400000000001",
	  "handle": "blue-mug", "title": "Blue mug", "description": "For tea & coffee.",
	  "descriptionHtml": "<p>For <b>tea</b> &amp; coffee.</p>\n<script>alert(1)</script>",
	  "vendor": "Aldermill", "productType": "Mugs", "tags": ["Blue", "stoneware"], "status": "ACTIVE",
	  "createdAt": "2026-11-01T12:00:00Z", "updatedAt": "2026-11-01T13:00:00Z", "publishedAt": "2026-11-01T12:00:00Z",
	  "onlineStoreUrl": %[1]q, "onlineStorePreviewUrl": %[1]q, "templateSuffix": null, "isGiftCard": false,
	  "seo": {"title": "Mug for tea", "description": null},
	  "options": [{"id": "gid://shopify/ProductOption/84000000000010", "name": "Size", "position": 1, "values": ["S", "L"],
	    "optionValues": [{"name": "S", "hasVariants": true}, {"name": "L", "hasVariants": true}]}],
	  "variants": {"nodes": [
	    {"id": "gid://shopify/ProductVariant/45200000000001", "title": "S", "displayName": "Blue mug - S", "sku": "MUG-S",
	     "barcode": "0123", "price": "12.50", "compareAtPrice": "15.00", "position": 1, "inventoryQuantity": 4,
	     "availableForSale": true, "selectedOptions": [{"name": "Size", "value": "S"}], "image": {"altText": null},
	     "inventoryItem": {"tracked": true, "sku": "MUG-S"}},
	    {"id": "gid://shopify/ProductVariant/45200000000002", "title": "L", "displayName": "Blue mug - L", "sku": "MUG-L",
	     "barcode": null, "price": "13.00", "compareAtPrice": null, "position": 2, "inventoryQuantity": 0,
	     "availableForSale": false, "selectedOptions": [{"name": "Size", "value": "L"}], "image": null,
	     "inventoryItem": {"tracked": true, "sku": "MUG-L"}}]},
	  "variantsCount": {"count": 2, "precision": "EXACT"}, "mediaCount": {"count": 2},
	  "media": {"nodes": [
	    {"__typename": "MediaImage", "id": "gid://shopify/MediaImage/33100000000001", "alt": "A blue mug",
	     "mediaContentType": "IMAGE", "status": "READY", "fileStatus": "READY",
	     "image": {"id": "gid://shopify/ImageSource/33100000000001", "altText": "A blue mug", "width": 1000, "height": 1000}},
	    {"__typename": "MediaImage", "id": "gid://shopify/MediaImage/33100000000002", "alt": "",
	     "mediaContentType": "IMAGE", "status": "READY", "fileStatus": "READY",
	     "image": {"id": "gid://shopify/ImageSource/33100000000002", "altText": null, "width": 1000, "height": 1000}}]},
	  "images": {"nodes": [{"id": "gid://shopify/ProductImage/33100000000001", "altText": "A blue mug"},
	    {"id": "gid://shopify/ProductImage/33100000000002", "altText": null}]},
	  "featuredMedia": {"alt": "A blue mug"}, "featuredImage": {"altText": "A blue mug"},
	  "priceRangeV2": {"minVariantPrice": {"amount": "12.5", "currencyCode": "EUR"}, "maxVariantPrice": {"amount": "13.0"}},
	  "compareAtPriceRange": {"maxVariantCompareAtPrice": {"amount": "15.0"}},
	  "totalInventory": 4, "tracksInventory": true, "hasOutOfStockVariants": true, "hasOnlyDefaultVariant": false,
	  "metafield": {"value": "Stoneware"},
	  "metafields": {"nodes": [{"namespace": "custom", "key": "fabric", "type": "single_line_text_field", "value": "Stoneware"}]},
	  "collections": {"nodes": [{"title": "Mugs", "handle": "mugs"}]}
	}}`, page), got)
}

func TestShopQueryNamesTheShop(t *testing.T) {
	s := serveSmall(t)
	require.JSONEq(t, fmt.Sprintf(`{
	  "shop": {"id": "gid://shopify/Shop/68020000001", "name": "Demo shop", "myshopifyDomain": "galley-demo.myshopify.com",
	    "url": %[1]q, "primaryDomain": {"url": %[1]q, "host": %[2]q}, "currencyCode": "EUR",
	    "email": "shop@galley-demo.example", "plan": {"publicDisplayName": "Basic"}},
	  "currentAppInstallation": {"app": {"title": "Galley"}, "accessScopes": [{"handle": "read_products"},
	    {"handle": "write_products"}, {"handle": "read_files"}, {"handle": "write_files"}]},
	  "productsCount": {"count": 2, "precision": "EXACT"}
	}`, s.Endpoint, strings.TrimPrefix(s.Endpoint, "http://")), s.data(`{
	  shop { id name myshopifyDomain url primaryDomain { url host } currencyCode email plan { publicDisplayName } }
	  currentAppInstallation { app { title } accessScopes { handle } }
	  productsCount { count precision }
	}`, nil))
}

func TestSparseProductHasShopifyDefaults(t *testing.T) {
	s := serveSmall(t)
	require.JSONEq(t, `{"productByHandle": {
	  "title": "Кружка ламп", "status": "DRAFT", "publishedAt": null, "onlineStoreUrl": null, "descriptionHtml": "",
	  "vendor": "", "tags": [], "seo": {"title": null, "description": null}, "hasOnlyDefaultVariant": true,
	  "media": {"nodes": []}, "featuredMedia": null, "compareAtPriceRange": null, "options": [{"name": "Title"}],
	  "variants": {"nodes": [{"title": "Default Title", "sku": null, "price": "89.00"}]}
	}}`, s.data(`{ productByHandle(handle: "lamp") {
	  title status publishedAt onlineStoreUrl descriptionHtml vendor tags seo { title description } hasOnlyDefaultVariant
	  media(first: 1) { nodes { id } } featuredMedia { id } compareAtPriceRange { minVariantCompareAtPrice { amount } }
	  options { name } variants(first: 1) { nodes { title sku price } } } }`, nil))
}

// TestGraphQLBasics covers what clients in other languages send.
func TestGraphQLBasics(t *testing.T) {
	s := serveSmall(t)
	const mug, lamp = "gid://shopify/Product/8400000000001", "gid://shopify/Product/8400000000002"
	tests := map[string]struct {
		query string
		vars  vars
		want  string
	}{
		"aliases": {
			`{ a: product(id: "` + mug + `") { name: title } b: product(id: "` + lamp + `") { handle } }`, nil,
			`{"a": {"name": "Blue mug"}, "b": {"handle": "lamp"}}`,
		},
		"fragments": {
			`query { product(id: "` + mug + `") { ...Names ... on Product { vendor } ... { status } } } fragment Names on Product { title ...More } fragment More on Product { handle }`, nil,
			`{"product": {"title": "Blue mug", "handle": "blue-mug", "vendor": "Aldermill", "status": "ACTIVE"}}`,
		},
		"the order of the question": {
			`{ product(id: "` + mug + `") { vendor title } shop { name } }`, nil,
			`{"product":{"vendor":"Aldermill","title":"Blue mug"},"shop":{"name":"Demo shop"}}`,
		},
		"merged selections": {
			`{ product(id: "` + mug + `") { seo { title } } product(id: "` + mug + `") { seo { description } } }`, nil,
			`{"product": {"seo": {"title": "Mug for tea", "description": null}}}`,
		},
		"skip and include": {
			`query ($yes: Boolean!, $no: Boolean = false) { shop { name @include(if: $no) email @skip(if: $yes) id @include(if: $yes) ...@include(if: $no) { url } } }`,
			vars{"yes": true},
			`{"shop": {"id": "gid://shopify/Shop/68020000001"}}`,
		},
		"variables with defaults": {
			`query ($first: Int = 1, $reverse: Boolean = true) { products(first: $first, reverse: $reverse) { nodes { handle } } }`, nil,
			`{"products": {"nodes": [{"handle": "lamp"}]}}`,
		},
		"a default that is overridden by null": {
			`query ($query: String = "none") { products(first: 5, query: $query) { nodes { handle } } }`, vars{"query": nil},
			`{"products": {"nodes": [{"handle": "blue-mug"}, {"handle": "lamp"}]}}`,
		},
		"nodes of all kinds, in order": {
			`query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Product { title } ... on MediaImage { alt } ... on ProductVariant { sku } ... on Collection { handle } } }`,
			vars{"ids": []string{"gid://shopify/MediaImage/33100000000001", "gid://shopify/Product/1", lamp, "gid://shopify/ProductVariant/45200000000001", "gid://shopify/Collection/410500000001", mug, "gid://shopify/Order/1"}},
			`{"nodes": [{"__typename": "MediaImage", "id": "gid://shopify/MediaImage/33100000000001", "alt": "A blue mug"}, null,
			  {"__typename": "Product", "id": "` + lamp + `", "title": "Кружка ламп"},
			  {"__typename": "ProductVariant", "id": "gid://shopify/ProductVariant/45200000000001", "sku": "MUG-S"},
			  {"__typename": "Collection", "id": "gid://shopify/Collection/410500000001", "handle": "mugs"},
			  {"__typename": "Product", "id": "` + mug + `", "title": "Blue mug"}, null]}`,
		},
		"a node by interface": {
			`{ node(id: "gid://shopify/MediaImage/33100000000001") { ... on Media { alt } ... on File { fileStatus } ... on Product { title } } }`, nil,
			`{"node": {"alt": "A blue mug", "fileStatus": "READY"}}`,
		},
		"what is not there": {
			`{ product(id: "gid://shopify/Product/1") { id } productByIdentifier(identifier: {handle: "none"}) { id } }`, nil,
			`{"product": null, "productByIdentifier": null}`,
		},
		"an id as an input object": {
			`query ($by: ProductIdentifierInput!) { productByIdentifier(identifier: $by) { handle } }`, vars{"by": vars{"id": mug}},
			`{"productByIdentifier": {"handle": "blue-mug"}}`,
		},
		"one value where a list is wanted": {
			`query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`, vars{"ids": mug},
			`{"nodes": [{"id": "` + mug + `"}]}`,
		},
		"collections with their products": {
			`{ collections(first: 5, sortKey: TITLE) { nodes { title productsCount { count } products(first: 2) { nodes { handle } } hasProduct(id: "` + lamp + `") } } }`, nil,
			`{"collections": {"nodes": [{"title": "Lamps", "productsCount": {"count": 1}, "products": {"nodes": [{"handle": "lamp"}]}, "hasProduct": true},
			  {"title": "Mugs", "productsCount": {"count": 1}, "products": {"nodes": [{"handle": "blue-mug"}]}, "hasProduct": false}]}}`,
		},
		"files": {
			`{ files(first: 5, sortKey: ID, reverse: true) { edges { node { id alt ... on MediaImage { image { width } } } } } }`, nil,
			`{"files": {"edges": [{"node": {"id": "gid://shopify/MediaImage/33100000000002", "alt": "", "image": {"width": 1000}}},
			  {"node": {"id": "gid://shopify/MediaImage/33100000000001", "alt": "A blue mug", "image": {"width": 1000}}}]}}`,
		},
		"variants with their product": {
			`{ productVariants(first: 2, query: "sku:mug-l") { nodes { title product { title } } } }`, nil,
			`{"productVariants": {"nodes": [{"title": "L", "product": {"title": "Blue mug"}}]}}`,
		},
		"the schema": {
			`{ __type(name: "Product") { kind name fields { name } } __schema { queryType { name } mutationType { name } } }`, nil,
			"",
		},
		"a truncated description": {
			`{ product(id: "` + mug + `") { description(truncateAt: 9) } }`, nil,
			`{"product": {"description": "For te..."}}`,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s.t = t
			got := s.data(test.query, test.vars)
			switch {
			case test.want == "":
				require.Contains(t, got, `"descriptionHtml"`)
			case strings.HasPrefix(test.want, `{"product":{"vendor"`):
				require.Equal(t, test.want, got)
			default:
				require.JSONEq(t, test.want, got)
			}
		})
	}
}

// TestSampleExportsLoadCompletely compares the shop's counts with the files.
func TestSampleExportsLoadCompletely(t *testing.T) {
	paths, err := filepath.Glob("../../../shared/catalogues/*.csv")
	require.NoError(t, err)
	if len(paths) == 0 {
		t.Skip("no sample exports beside the checkout")
	}
	s := serve(t, demo.Options{Seed: demo.Seed{Catalogues: paths}})
	var got struct {
		ProductsCount struct{ Count int }
		Products      struct {
			Nodes []struct {
				VariantsCount, MediaCount struct{ Count int }
			}
		}
	}
	s.into(&got, `{ productsCount { count } products(first: 250) { nodes { variantsCount { count } mediaCount { count } } } }`, nil)
	var variants, media int
	for _, p := range got.Products.Nodes {
		variants += p.VariantsCount.Count
		media += p.MediaCount.Count
	}
	require.Equal(t, []int{60, 66, 82}, []int{got.ProductsCount.Count, variants, media}, "20 products, 22 + 21 + 23 variants, 20 + 21 + 41 images")
}

func TestShopOpensWithSampleCatalogue(t *testing.T) {
	s := serve(t, demo.Options{})
	require.JSONEq(t, `{"productsCount": {"count": 77}}`, s.data(`{ productsCount { count } }`, nil))
}

func TestBrokenCatalogueLeavesNothingBehind(t *testing.T) {
	home := t.TempDir()
	path := filepath.Join(home, "shop.db")
	good, broken := file(t, "good.csv", small), file(t, "broken.csv", "Name,Title\nmug,Mug\n")
	_, err := demo.Open(t.Context(), demo.Options{Path: path, Seed: demo.Seed{Catalogues: []string{good, broken}}})
	require.ErrorContains(t, err, "broken.csv, line 1: there is no Handle column, so this is not a product export of Shopify. Nothing was imported.")
	shop, err := demo.Open(t.Context(), demo.Options{Path: path, Seed: demo.Seed{Catalogues: []string{good}}})
	require.NoError(t, err)
	require.NoError(t, shop.Close())
	left, err := os.ReadDir(home)
	require.NoError(t, err)
	require.Len(t, left, 1, "the database alone")
}
