// Package work is what a peer is given to do.
package work

import "encoding/json"

// Work is handed to a peer as JSON on its standard input.
type Work struct {
	Endpoint string `json:"endpoint"` // http://127.0.0.1:40123
	Token    string `json:"token"`
	Version  string `json:"version"` // of the Admin API
	Workers  int    `json:"workers"` // products at a time
	// Compare: each product is read before the write and again after it, and one that is not as it was
	// expected is left alone. Without, texts are written blind.
	Compare bool   `json:"compare"`
	Read    string `json:"read"`  // the query, with the variable $ids
	Write   string `json:"write"` // the mutation, with the variable $product
	Texts   []Text `json:"texts"`
}

// Text is a meta description of a product: what the shop is expected to have, and what it is to have.
type Text struct {
	ID     string `json:"id"` // gid://shopify/Product/1
	Before string `json:"before"`
	Value  string `json:"value"`
}

// Result is what a peer prints.
type Result struct {
	Written   int      `json:"written"`
	Conflicts int      `json:"conflicts"`
	Failed    int      `json:"failed"`
	Errors    []string `json:"errors"` // the first few
}

// The documents that peers send. They ask for what Galley asks for, and cost the same.
const (
	Read  = `query ProductSEO($ids: [ID!]!) { nodes(ids: $ids) { id ... on Product { seo { title description } } } }`
	Write = `mutation ProductUpdate($product: ProductUpdateInput!) {
  productUpdate(product: $product) { product { id seo { title description } } userErrors { field message } }
}`
)

// Writing is handed to a pool of writers as JSON on its standard input.
type Writing struct {
	BaseURL  string            `json:"base_url"` // of the model's API
	Workers  int               `json:"workers"`
	Requests []json.RawMessage `json:"requests"` // as Galley sent them
}

// Paging is handed to a pager as JSON on its standard input.
type Paging struct {
	Endpoint string `json:"endpoint"`
	Token    string `json:"token"`
	Version  string `json:"version"`
	Query    string `json:"query"` // with the variables $first and $after
	Size     int    `json:"size"`  // products of a page
	File     string `json:"file"`  // the SQLite file
}

// Page asks for what Galley keeps of products.
const Page = `query Products($first: Int!, $after: String) {
  products(first: $first, after: $after, sortKey: ID) {
    nodes {
      id handle title descriptionHtml vendor productType status tags updatedAt onlineStoreUrl
      category { fullName }
      seo { title description }
      options { name values }
      priceRangeV2 { minVariantPrice { amount currencyCode } maxVariantPrice { amount } }
      variants(first: 50) { nodes { sku title barcode inventoryItem { measurement { weight { unit value } } } } }
      media(first: 20) { nodes { id alt mediaContentType ... on MediaImage { image { url width height } } } }
      metafields(first: 20) { nodes { namespace key type value } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`
