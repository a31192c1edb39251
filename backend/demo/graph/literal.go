package graph

import (
	"encoding/json"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
)

// arguments returns a field's arguments with defaults filled in. The document is
// valid, so literals match their types.
func arguments(types *ast.Schema, defined ast.ArgumentDefinitionList, given ast.ArgumentList, vars map[string]any) Args {
	args := make(Args, len(defined))
	for _, definition := range defined {
		argument := given.ForName(definition.Name)
		switch {
		case argument != nil && !isUnset(argument.Value, vars):
			args[definition.Name] = literal(types, definition.Type, argument.Value, vars)
		case definition.DefaultValue != nil:
			args[definition.Name] = literal(types, definition.Type, definition.DefaultValue, nil)
		}
	}
	return args
}

// isUnset reports whether a value is a variable that the request leaves out;
// such an argument counts as absent.
func isUnset(value *ast.Value, vars map[string]any) bool {
	if value.Kind != ast.Variable {
		return false
	}
	_, has := vars[value.Raw]
	return !has
}

// literal converts a value of the document to a value of Args.
func literal(types *ast.Schema, typ *ast.Type, value *ast.Value, vars map[string]any) any {
	switch value.Kind {
	case ast.Variable:
		return vars[value.Raw]
	case ast.NullValue:
		return nil
	}
	if typ.Elem != nil {
		return literalList(types, typ, value, vars)
	}
	switch value.Kind {
	case ast.ObjectValue:
		return literalObject(types, typ, value, vars)
	case ast.BooleanValue:
		return value.Raw == "true"
	case ast.IntValue, ast.FloatValue:
		return literalNumber(typ.NamedType, value.Raw)
	default:
		return value.Raw
	}
}

func literalList(types *ast.Schema, typ *ast.Type, value *ast.Value, vars map[string]any) any {
	if value.Kind != ast.ListValue {
		return []any{literal(types, typ.Elem, value, vars)}
	}
	items := make([]any, 0, len(value.Children))
	for _, child := range value.Children {
		items = append(items, literal(types, typ.Elem, child.Value, vars))
	}
	return items
}

func literalObject(types *ast.Schema, typ *ast.Type, value *ast.Value, vars map[string]any) any {
	fields := make(map[string]any, len(value.Children))
	for _, field := range types.Types[typ.NamedType].Fields {
		child := value.Children.ForName(field.Name)
		switch {
		case child != nil && !isUnset(child, vars):
			fields[field.Name] = literal(types, field.Type, child, vars)
		case field.DefaultValue != nil:
			fields[field.Name] = literal(types, field.Type, field.DefaultValue, nil)
		}
	}
	return fields
}

func literalNumber(typeName, raw string) any {
	switch typeName {
	case "Int":
		number, _ := strconv.Atoi(raw)
		return number
	case "Float":
		number, _ := strconv.ParseFloat(raw, 64)
		return number
	case "ID":
		return raw
	default:
		return json.Number(raw)
	}
}
