// Package graph answers GraphQL requests as Shopify's Admin API does: it
// validates them against the schema with Shopify's wording of errors, prices
// them by Shopify's cost model, and executes them with a resolver a field. It
// knows nothing of products: package demo brings the resolvers.
package graph
