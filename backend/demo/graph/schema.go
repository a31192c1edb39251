package graph

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// Schema is a schema with a resolver for each field. It is safe for concurrent use.
type Schema struct {
	types     *ast.Schema
	resolvers Resolvers
	costs     Costs
}

// Resolvers are the resolvers of fields, by type name, then by field name.
type Resolvers map[string]map[string]Resolver

// Resolver returns the value of one field of an object: nil; string, bool, int,
// int64 and float64 for leaves; List for lists; anything for objects, which is
// then the parent of their fields. Objects in the place of an interface or a
// union are Typed.
type Resolver func(call *Call, parent any) (any, error)

// Typed is an object with the name of its type.
type Typed interface{ TypeName() string }

// List returns the value of a list field; a nil slice becomes an empty list.
func List[T any](items []T) []any {
	list := make([]any, len(items))
	for i, item := range items {
		list[i] = item
	}
	return list
}

// On returns resolvers for fields of a type whose objects are of the Go type T.
func On[T any](fields map[string]func(*Call, T) (any, error)) map[string]Resolver {
	resolvers := make(map[string]Resolver, len(fields))
	for name, field := range fields {
		resolvers[name] = func(call *Call, parent any) (any, error) {
			object, ok := parent.(T)
			if !ok {
				return nil, fmt.Errorf("field %s was asked of a %T", name, parent)
			}
			return field(call, object)
		}
	}
	return resolvers
}

// Get returns a resolver from a function that cannot fail.
func Get[T any](get func(T) any) func(*Call, T) (any, error) {
	return func(_ *Call, object T) (any, error) { return get(object), nil }
}

// New returns a schema from its definition language, resolvers and a cost model.
func New(sdl string, resolvers Resolvers, costs Costs) (*Schema, error) {
	types, err := gqlparser.LoadSchema(&ast.Source{Name: "schema", Input: sdl})
	if err != nil {
		return nil, fmt.Errorf("load schema: %w", err)
	}
	schema := &Schema{types: types, resolvers: make(Resolvers), costs: costs}
	maps.Copy(schema.resolvers, introspection(types))
	maps.Copy(schema.resolvers, resolvers)
	root := schema.resolvers[types.Query.Name]
	if root == nil {
		root = make(map[string]Resolver)
		schema.resolvers[types.Query.Name] = root
	}
	root["__schema"] = func(*Call, any) (any, error) { return types, nil }
	root["__type"] = func(call *Call, _ any) (any, error) {
		name, _ := call.Args.String("name")
		return named(types.Types[name]), nil
	}
	return schema, nil
}

// Unanswered lists the fields of objects that have no resolver, as "Type.field".
func (s *Schema) Unanswered() []string {
	var missing []string
	for name, definition := range s.types.Types {
		if definition.Kind != ast.Object {
			continue
		}
		for _, field := range definition.Fields {
			if s.resolvers[name][field.Name] == nil {
				missing = append(missing, name+"."+field.Name)
			}
		}
	}
	slices.Sort(missing)
	return missing
}

// isConnection reports whether a type is a paginated list.
func isConnection(definition *ast.Definition) bool {
	return definition.Kind == ast.Object && strings.HasSuffix(definition.Name, "Connection") &&
		definition.Fields.ForName("pageInfo") != nil
}
