package graph

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// argumentOwner is a field, a directive or an input object with arguments.
type argumentOwner struct {
	kind, name string
	path       []any
	position   *ast.Position
}

// checkLiteral checks a value of the document against the expected type, except
// the variables in it.
func (in *inspector) checkLiteral(owner argumentOwner, name string, typ *ast.Type, value *ast.Value) {
	path := append(append([]any{}, owner.path...), name)
	if in.checkValue(owner, typ, value, path) {
		return
	}
	in.add(validationError("argumentLiteralsIncompatible",
		map[string]any{"typeName": owner.kind, "argumentName": name},
		"Argument '%s' on %s '%s' has an invalid value (%s). Expected type '%s'.",
		name, owner.kind, owner.name, value.String(), typ.String()).at(owner.position).under(path))
}

// checkValue reports whether a value matches its type. Errors in a part of it
// are reported at the part, not for the whole.
func (in *inspector) checkValue(owner argumentOwner, typ *ast.Type, value *ast.Value, path []any) bool {
	switch {
	case value.Kind == ast.Variable:
		return true
	case value.Kind == ast.NullValue:
		return !typ.NonNull
	case typ.Elem != nil:
		return in.checkList(owner, typ, value, path)
	}
	switch definition := in.types.Types[typ.NamedType]; definition.Kind {
	case ast.InputObject:
		return in.checkObject(definition, value, path)
	case ast.Enum:
		return value.Kind == ast.EnumValue && definition.EnumValues.ForName(value.Raw) != nil
	default:
		return in.checkScalar(owner, definition.Name, value, path)
	}
}

func (in *inspector) checkList(owner argumentOwner, typ *ast.Type, value *ast.Value, path []any) bool {
	if value.Kind != ast.ListValue {
		return in.checkValue(owner, typ.Elem, value, path)
	}
	for i, child := range value.Children {
		if !in.checkValue(owner, typ.Elem, child.Value, append(append([]any{}, path...), i)) {
			return false
		}
	}
	return true
}

func (in *inspector) checkObject(definition *ast.Definition, value *ast.Value, path []any) bool {
	if value.Kind != ast.ObjectValue {
		return false
	}
	owner := argumentOwner{kind: "InputObject", name: definition.Name, path: path, position: value.Position}
	if definition.Directives.ForName("oneOf") != nil && len(value.Children) != 1 {
		in.add(validationError("invalidOneOfInputObject", map[string]any{"inputObjectType": definition.Name},
			"'%s' requires exactly one argument, but %d were provided.", definition.Name, len(value.Children)).
			at(value.Position).under(path))
	}
	for _, child := range value.Children {
		field := definition.Fields.ForName(child.Name)
		if field == nil {
			in.add(validationError("argumentNotAccepted",
				map[string]any{"name": definition.Name, "typeName": "InputObject", "argumentName": child.Name},
				"InputObject '%s' doesn't accept argument '%s'", definition.Name, child.Name).
				at(child.Position).under(append(append([]any{}, path...), child.Name)))
			continue
		}
		if reason, deprecated := deprecation(field.Directives); deprecated {
			in.refuseDeprecated(owner, child.Name, reason, child.Position)
			continue
		}
		in.checkLiteral(owner, child.Name, field.Type, child.Value)
	}
	in.checkRequiredFields(definition, value, path)
	return true
}

func (in *inspector) checkRequiredFields(definition *ast.Definition, value *ast.Value, path []any) {
	for _, field := range definition.Fields {
		if !field.Type.NonNull || field.DefaultValue != nil || value.Children.ForName(field.Name) != nil {
			continue
		}
		in.add(validationError("missingRequiredInputObjectAttribute",
			map[string]any{
				"argumentName": field.Name, "argumentType": field.Type.String(), "inputObjectType": definition.Name,
			},
			"Argument '%s' on InputObject '%s' is required. Expected type %s",
			field.Name, definition.Name, field.Type.String()).
			at(value.Position).under(append(append([]any{}, path...), field.Name)))
	}
}

// scalarLiterals are the kinds of literal that fit GraphQL's built-in scalars.
var scalarLiterals = map[string][]ast.ValueKind{
	"ID":      {ast.StringValue, ast.BlockValue, ast.IntValue},
	"String":  {ast.StringValue, ast.BlockValue},
	"Boolean": {ast.BooleanValue},
	"Int":     {ast.IntValue},
	"Float":   {ast.IntValue, ast.FloatValue},
}

func (in *inspector) checkScalar(owner argumentOwner, name string, value *ast.Value, path []any) bool {
	kinds, own := scalarLiterals[name]
	if !own {
		return !slices.Contains([]ast.ValueKind{ast.EnumValue, ast.ListValue, ast.ObjectValue}, value.Kind)
	}
	if !slices.Contains(kinds, value.Kind) {
		return false
	}
	if name == "ID" && !isGlobalID(value.Raw) {
		in.add(validationError("argumentLiteralsIncompatible", map[string]any{"typeName": "CoercionError"},
			"Invalid global id '%s'", value.Raw).at(owner.position).under(path))
	}
	return name != "Int" || fitsInt(value.Raw)
}
