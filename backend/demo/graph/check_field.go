package graph

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// checkField checks one field; the walker calls it for each.
func (in *inspector) checkField(field *ast.Field) {
	if field.ObjectDefinition == nil || field.ObjectDefinition.IsLeafType() {
		return // below a field that does not exist or has nothing below it
	}
	if field.Definition == nil {
		in.add(undefined(field.ObjectDefinition, field).under(in.pathOf(field)))
		return
	}
	in.checkSelections(field)
	in.checkRequired(field)
	for _, argument := range field.Arguments {
		in.checkArgument(field, argument)
	}
}

func undefined(object *ast.Definition, field *ast.Field) *Error {
	return validationError("undefinedField", map[string]any{"typeName": object.Name, "fieldName": field.Name},
		"Field '%s' doesn't exist on type '%s'", field.Name, object.Name).at(field.Position)
}

// checkSelections requires selections on objects and forbids them on leaves.
func (in *inspector) checkSelections(field *ast.Field) {
	definition := in.types.Types[field.Definition.Type.Name()]
	details := map[string]any{"nodeName": "field '" + field.Name + "'", "typeName": definition.Name}
	switch {
	case !definition.IsLeafType() && len(field.SelectionSet) == 0:
		in.add(validationError("selectionMismatch", details,
			"Field must have selections (field '%s' returns %s but has no selections. Did you mean '%s { ... }'?)",
			field.Name, definition.Name, field.Name).at(field.Position).under(in.pathOf(field)))
	case definition.IsLeafType() && len(field.SelectionSet) > 0:
		names := make([]string, len(field.SelectionSet))
		for i, selection := range field.SelectionSet {
			label, _ := describe(selection)
			names[i] = `"` + label + `"`
		}
		in.add(validationError("selectionMismatch", details,
			"Selections can't be made on scalars (field '%s' returns %s but has selections [%s])",
			field.Name, definition.Name, strings.Join(names, ", ")).at(field.Position).under(in.pathOf(field)))
	}
}

// checkRequired requires every non-null argument without a default.
func (in *inspector) checkRequired(field *ast.Field) {
	var missing []string
	for _, argument := range field.Definition.Arguments {
		if argument.Type.NonNull && argument.DefaultValue == nil && field.Arguments.ForName(argument.Name) == nil {
			missing = append(missing, argument.Name)
		}
	}
	if len(missing) == 0 {
		return
	}
	names := strings.Join(missing, ", ")
	in.add(validationError("missingRequiredArguments",
		map[string]any{"className": "Field", "name": field.Name, "arguments": names},
		"Field '%s' is missing required arguments: %s", field.Name, names).
		at(field.Position).under(in.pathOf(field)))
}

func (in *inspector) checkArgument(field *ast.Field, argument *ast.Argument) {
	definition := field.Definition.Arguments.ForName(argument.Name)
	if definition == nil {
		in.add(validationError("argumentNotAccepted",
			map[string]any{"name": field.Name, "typeName": "Field", "argumentName": argument.Name},
			"Field '%s' doesn't accept argument '%s'", field.Name, argument.Name).
			at(argument.Position).under(in.pathOf(field, argument.Name)))
		return
	}
	owner := argumentOwner{kind: "Field", name: field.Name, path: in.pathOf(field), position: field.Position}
	if reason, deprecated := deprecation(definition.Directives); deprecated {
		in.refuseDeprecated(owner, argument.Name, reason, argument.Position)
		return
	}
	in.checkLiteral(owner, argument.Name, definition.Type, argument.Value)
}

// refuseDeprecated is stricter than Shopify, which still accepts these
// arguments, because Shopify is going to remove them.
func (in *inspector) refuseDeprecated(owner argumentOwner, name, reason string, position *ast.Position) {
	in.add(validationError("deprecatedArgument",
		map[string]any{"name": owner.name, "typeName": owner.kind, "argumentName": name},
		"Argument '%s' on %s '%s' is deprecated: %s", name, owner.kind, owner.name, strings.TrimSpace(reason)).
		at(position).under(append(owner.path, name)))
}

func deprecation(directives ast.DirectiveList) (reason string, deprecated bool) {
	directive := directives.ForName("deprecated")
	if directive == nil {
		return "", false
	}
	if argument := directive.Arguments.ForName("reason"); argument != nil {
		reason = argument.Value.Raw
	}
	return reason, true
}

func (in *inspector) checkDirective(directive *ast.Directive) {
	if directive.Definition == nil {
		return // a standard rule reports it
	}
	owner := argumentOwner{kind: "Directive", name: directive.Name, position: directive.Position}
	for _, argument := range directive.Arguments {
		definition := directive.Definition.Arguments.ForName(argument.Name)
		if definition == nil {
			in.add(validationError("argumentNotAccepted",
				map[string]any{"name": directive.Name, "typeName": "Directive", "argumentName": argument.Name},
				"Directive '%s' doesn't accept argument '%s'", directive.Name, argument.Name).at(argument.Position))
			continue
		}
		in.checkLiteral(owner, argument.Name, definition.Type, argument.Value)
	}
	for _, definition := range directive.Definition.Arguments {
		if definition.Type.NonNull && definition.DefaultValue == nil && directive.Arguments.ForName(definition.Name) == nil {
			in.add(validationError("missingRequiredArguments",
				map[string]any{"className": "Directive", "name": directive.Name, "arguments": definition.Name},
				"Directive '%s' is missing required arguments: %s", directive.Name, definition.Name).at(directive.Position))
		}
	}
}
