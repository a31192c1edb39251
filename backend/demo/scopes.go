package demo

import (
	"slices"
	"strings"

	"galley/backend/demo/graph"
)

// needed is the scope that a token needs for a field of the root. Others need
// none. Of several scopes, any one is enough. Source: the access scopes that
// Shopify's schema names; for fileUpdate, its denial.
var needed = map[string][]string{
	"products": {"read_products"}, "productsCount": {"read_products"},
	"product": {"read_products"}, "productByHandle": {"read_products"}, "productByIdentifier": {"read_products"},
	"productVariant": {"read_products"}, "productVariants": {"read_products"},
	"collection": {"read_products"}, "collections": {"read_products"},
	"node": {"read_products"}, "nodes": {"read_products"},
	"deletionEvents": {"read_products"},
	"files":          {"read_files"},
	"productUpdate":  {"write_products"}, "collectionUpdate": {"write_products"},
	"fileUpdate": {"write_files", "write_themes"},
}

// guard checks scopes before the resolvers of the root.
func guard(fields map[string]graph.Resolver) {
	for name, resolve := range fields {
		scopes, guarded := needed[name]
		if !guarded {
			continue
		}
		fields[name] = func(call *graph.Call, root any) (any, error) {
			if v, ok := root.(*view); ok && !v.mayAny(scopes) {
				return nil, denied(name, scopes)
			}
			return resolve(call, root)
		}
	}
}

// may reports whether the token has a scope. Writing implies reading.
func (v *view) may(scope string) bool {
	subject, isReading := strings.CutPrefix(scope, "read_")
	return slices.Contains(v.scopes, scope) || isReading && slices.Contains(v.scopes, "write_"+subject)
}

func (v *view) mayAny(scopes []string) bool { return slices.ContainsFunc(scopes, v.may) }

func denied(field string, scopes []string) *graph.Error {
	access := "`" + strings.Join(scopes, "` access scope or `") + "` access scope."
	failure := graph.Refuse("ACCESS_DENIED", "Access denied for %s field. Required access: %s", field, access)
	failure.Extensions["documentation"] = "https://shopify.dev/api/usage/access-scopes"
	failure.Extensions["requiredAccess"] = access
	return failure
}

// accessScopes are those of the token, what they imply included.
func (i installation) accessScopes() []scope {
	return slices.DeleteFunc(slices.Clone(knownScopes), func(s scope) bool { return !i.may(s.handle) })
}
