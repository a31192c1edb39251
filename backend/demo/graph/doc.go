// Package graph answers GraphQL requests as Shopify's Admin API does: it
// validates them against the schema with Shopify's wording of errors, prices
// them by Shopify's cost model, and executes them with a resolver per field.
// Package demo provides the resolvers; nothing here depends on products.
package graph
