package graph

import (
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// introspection answers queries about the schema.
func introspection(types *ast.Schema) Resolvers {
	return Resolvers{
		"__Schema": On(map[string]func(*Call, *ast.Schema) (any, error){
			"description":      Get(func(*ast.Schema) any { return nil }),
			"types":            Get(allTypes),
			"queryType":        Get(func(s *ast.Schema) any { return named(s.Query) }),
			"mutationType":     Get(func(s *ast.Schema) any { return named(s.Mutation) }),
			"subscriptionType": Get(func(s *ast.Schema) any { return named(s.Subscription) }),
			"directives":       Get(allDirectives),
		}),
		"__Type":       typeFields(types),
		"__Field":      fieldFields(types),
		"__InputValue": inputFields(types),
		"__EnumValue": On(map[string]func(*Call, *ast.EnumValueDefinition) (any, error){
			"name":              Get(func(v *ast.EnumValueDefinition) any { return v.Name }),
			"description":       Get(func(v *ast.EnumValueDefinition) any { return text(v.Description) }),
			"isDeprecated":      Get(func(v *ast.EnumValueDefinition) any { return isDeprecated(v.Directives) }),
			"deprecationReason": Get(func(v *ast.EnumValueDefinition) any { return reason(v.Directives) }),
		}),
		"__Directive": On(map[string]func(*Call, *ast.DirectiveDefinition) (any, error){
			"name":         Get(func(d *ast.DirectiveDefinition) any { return d.Name }),
			"description":  Get(func(d *ast.DirectiveDefinition) any { return text(d.Description) }),
			"locations":    Get(func(d *ast.DirectiveDefinition) any { return List(d.Locations) }),
			"args":         func(call *Call, d *ast.DirectiveDefinition) (any, error) { return inputs(call, d.Arguments), nil },
			"isRepeatable": Get(func(d *ast.DirectiveDefinition) any { return d.IsRepeatable }),
		}),
	}
}

// shape is a type in a place: named, or a list of, or not null.
type shape struct {
	definition *ast.Definition
	typ        *ast.Type
}

// named returns a named type; nil stays null.
func named(definition *ast.Definition) any {
	if definition == nil {
		return nil
	}
	return shape{definition: definition}
}

func placed(types *ast.Schema, typ *ast.Type) shape {
	if !typ.NonNull && typ.Elem == nil {
		return shape{definition: types.Types[typ.NamedType]}
	}
	return shape{typ: typ}
}

func typeFields(types *ast.Schema) map[string]Resolver {
	return On(map[string]func(*Call, shape) (any, error){
		"kind": Get(kind),
		"name": Get(func(s shape) any {
			if s.definition == nil {
				return nil
			}
			return s.definition.Name
		}),
		"description":    ofDefinition(func(_ *Call, d *ast.Definition) any { return text(d.Description) }),
		"specifiedByURL": Get(func(shape) any { return nil }),
		"isOneOf": ofDefinition(func(_ *Call, d *ast.Definition) any {
			return d.Directives.ForName("oneOf") != nil
		}),
		"fields":     ofDefinition(visibleFields),
		"interfaces": ofDefinition(func(_ *Call, d *ast.Definition) any { return interfaces(types, d) }),
		"possibleTypes": ofDefinition(func(_ *Call, d *ast.Definition) any {
			if !d.IsAbstractType() {
				return nil
			}
			return namedList(types.GetPossibleTypes(d))
		}),
		"enumValues":  ofDefinition(enumValues),
		"inputFields": ofDefinition(visibleInputs),
		"ofType": Get(func(s shape) any {
			switch {
			case s.typ == nil:
				return nil
			case s.typ.NonNull:
				inner := *s.typ
				inner.NonNull = false
				return placed(types, &inner)
			default:
				return placed(types, s.typ.Elem)
			}
		}),
	})
}

func ofDefinition(get func(*Call, *ast.Definition) any) func(*Call, shape) (any, error) {
	return func(call *Call, s shape) (any, error) {
		if s.definition == nil {
			return nil, nil
		}
		return get(call, s.definition), nil
	}
}

func kind(s shape) any {
	switch {
	case s.definition != nil:
		return string(s.definition.Kind)
	case s.typ.NonNull:
		return "NON_NULL"
	default:
		return "LIST"
	}
}

func fieldFields(types *ast.Schema) map[string]Resolver {
	return On(map[string]func(*Call, *ast.FieldDefinition) (any, error){
		"name":              Get(func(f *ast.FieldDefinition) any { return f.Name }),
		"description":       Get(func(f *ast.FieldDefinition) any { return text(f.Description) }),
		"args":              func(call *Call, f *ast.FieldDefinition) (any, error) { return inputs(call, f.Arguments), nil },
		"type":              Get(func(f *ast.FieldDefinition) any { return placed(types, f.Type) }),
		"isDeprecated":      Get(func(f *ast.FieldDefinition) any { return isDeprecated(f.Directives) }),
		"deprecationReason": Get(func(f *ast.FieldDefinition) any { return reason(f.Directives) }),
	})
}

func inputFields(types *ast.Schema) map[string]Resolver {
	return On(map[string]func(*Call, input) (any, error){
		"name":        Get(func(i input) any { return i.name }),
		"description": Get(func(i input) any { return text(i.description) }),
		"type":        Get(func(i input) any { return placed(types, i.typ) }),
		"defaultValue": Get(func(i input) any {
			if i.value == nil {
				return nil
			}
			return i.value.String()
		}),
		"isDeprecated":      Get(func(i input) any { return isDeprecated(i.directives) }),
		"deprecationReason": Get(func(i input) any { return reason(i.directives) }),
	})
}

// input is an argument or a field of an input object.
type input struct {
	name, description string
	typ               *ast.Type
	value             *ast.Value
	directives        ast.DirectiveList
}

func inputs(call *Call, arguments ast.ArgumentDefinitionList) any {
	list := make([]any, 0, len(arguments))
	for _, a := range arguments {
		if shown(call, a.Directives) {
			list = append(list, input{a.Name, a.Description, a.Type, a.DefaultValue, a.Directives})
		}
	}
	return list
}

func visibleInputs(call *Call, definition *ast.Definition) any {
	if definition.Kind != ast.InputObject {
		return nil
	}
	list := make([]any, 0, len(definition.Fields))
	for _, f := range definition.Fields {
		if shown(call, f.Directives) {
			list = append(list, input{f.Name, f.Description, f.Type, f.DefaultValue, f.Directives})
		}
	}
	return list
}

func visibleFields(call *Call, definition *ast.Definition) any {
	if definition.Kind != ast.Object && definition.Kind != ast.Interface {
		return nil
	}
	list := make([]any, 0, len(definition.Fields))
	for _, field := range definition.Fields {
		if !strings.HasPrefix(field.Name, "__") && shown(call, field.Directives) {
			list = append(list, field)
		}
	}
	return list
}

func enumValues(call *Call, definition *ast.Definition) any {
	if definition.Kind != ast.Enum {
		return nil
	}
	list := make([]any, 0, len(definition.EnumValues))
	for _, value := range definition.EnumValues {
		if shown(call, value.Directives) {
			list = append(list, value)
		}
	}
	return list
}

// shown hides deprecated entries unless the query includes them.
func shown(call *Call, directives ast.DirectiveList) bool {
	return call.Args.Bool("includeDeprecated") || directives.ForName("deprecated") == nil
}

func interfaces(types *ast.Schema, definition *ast.Definition) any {
	if definition.Kind != ast.Object && definition.Kind != ast.Interface {
		return nil
	}
	list := make([]*ast.Definition, 0, len(definition.Interfaces))
	for _, name := range definition.Interfaces {
		list = append(list, types.Types[name])
	}
	return namedList(list)
}

func allTypes(types *ast.Schema) any {
	list := make([]*ast.Definition, 0, len(types.Types))
	for _, name := range slices.Sorted(maps.Keys(types.Types)) {
		list = append(list, types.Types[name])
	}
	return namedList(list)
}

func allDirectives(types *ast.Schema) any {
	list := make([]any, 0, len(types.Directives))
	for _, name := range slices.Sorted(maps.Keys(types.Directives)) {
		list = append(list, types.Directives[name])
	}
	return list
}

func namedList(definitions []*ast.Definition) []any {
	list := make([]any, len(definitions))
	for i, definition := range definitions {
		list[i] = named(definition)
	}
	return list
}

func isDeprecated(directives ast.DirectiveList) bool { return directives.ForName("deprecated") != nil }

func reason(directives ast.DirectiveList) any {
	reason, deprecated := deprecation(directives)
	if !deprecated {
		return nil
	}
	return reason
}

func text(text string) any {
	if text == "" {
		return nil
	}
	return text
}
