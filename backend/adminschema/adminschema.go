// Package adminschema holds the part of Shopify's Admin GraphQL schema that Galley uses: what the
// client sends is generated from it, and what the demo shop accepts is validated against it.
//
// admin.graphql is generated from Shopify's published introspection file by build/schema/generate.sh
// (make schema); to have more of the schema, add an operation under backend/shopify/operations or
// backend/demo/operations and generate again.
package adminschema

import _ "embed"

// Version is the API version the schema describes, as in request paths and in the
// X-Shopify-API-Version header.
const Version = "2026-10"

// SDL is the trimmed schema in GraphQL's schema definition language, without descriptions.
// Arguments, input fields, fields and enum values keep their @deprecated marks.
//
//go:embed admin.graphql
var SDL string
