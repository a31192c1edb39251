// Package work is what a peer is given to publish.
package work

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
