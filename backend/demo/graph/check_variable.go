package graph

import (
	"encoding/json"

	"github.com/vektah/gqlparser/v2/ast"
)

func fitsInt(raw string) bool {
	_, fits := wholeNumber(json.Number(raw))
	return fits
}

// checkVariable checks a variable's declaration.
func (in *inspector) checkVariable(variable *ast.VariableDefinition) {
	if variable.Definition == nil {
		in.add(validationError("undefinedType", map[string]any{"typeName": variable.Type.Name()},
			"%s isn't a defined input type (on $%s)", variable.Type.Name(), variable.Variable).at(variable.Position))
		return
	}
	value := variable.DefaultValue
	if value == nil || !variable.Definition.IsInputType() || in.checkValue(argumentOwner{position: variable.Position}, variable.Type, value, nil) {
		return
	}
	in.add(validationError("defaultValueInvalidType",
		map[string]any{"variableName": variable.Variable, "typeName": variable.Type.String()},
		"Default value for $%s doesn't match type %s", variable.Variable, variable.Type.String()).at(variable.Position))
}

// checkVariables follows each operation through its fragments and checks that
// its variables are declared, used, and of types that fit their places.
func (in *inspector) checkVariables() {
	for _, operation := range in.document.Operations {
		use := variableUse{inspector: in, operation: operation, used: make(map[string]bool), seen: make(map[string]bool)}
		use.directives(operation.Directives)
		use.selections(operation.SelectionSet)
		for _, variable := range operation.VariableDefinitions {
			if use.used[variable.Variable] {
				continue
			}
			in.add(validationError("variableNotUsed", map[string]any{"variableName": variable.Variable},
				"Variable $%s is declared by %s but not used", variable.Variable, operationName(operation)).
				at(variable.Position).under([]any{operationLabel(operation)}))
		}
	}
}

// variableUse is a walk through one operation.
type variableUse struct {
	*inspector

	operation *ast.OperationDefinition
	used      map[string]bool
	seen      map[string]bool // fragments
}

func (u *variableUse) selections(set ast.SelectionSet) {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			u.directives(selection.Directives)
			if selection.Definition != nil {
				u.arguments(selection.Definition.Arguments, selection.Arguments)
			}
			u.selections(selection.SelectionSet)
		case *ast.InlineFragment:
			u.directives(selection.Directives)
			u.selections(selection.SelectionSet)
		case *ast.FragmentSpread:
			u.directives(selection.Directives)
			if fragment := selection.Definition; fragment != nil && !u.seen[fragment.Name] {
				u.seen[fragment.Name] = true
				u.directives(fragment.Directives)
				u.selections(fragment.SelectionSet)
			}
		}
	}
}

func (u *variableUse) directives(directives ast.DirectiveList) {
	for _, directive := range directives {
		if directive.Definition != nil {
			u.arguments(directive.Definition.Arguments, directive.Arguments)
		}
	}
}

func (u *variableUse) arguments(defined ast.ArgumentDefinitionList, given ast.ArgumentList) {
	for _, argument := range given {
		if definition := defined.ForName(argument.Name); definition != nil {
			u.value(argument.Name, definition.Type, definition.DefaultValue != nil, argument.Value)
		}
	}
}

func (u *variableUse) value(name string, typ *ast.Type, hasDefault bool, value *ast.Value) {
	switch value.Kind {
	case ast.Variable:
		u.variable(name, typ, hasDefault, value)
	case ast.ListValue:
		for _, child := range value.Children {
			if typ.Elem != nil {
				u.value(name, typ.Elem, false, child.Value)
			}
		}
	case ast.ObjectValue:
		definition := u.types.Types[typ.Name()]
		for _, child := range value.Children {
			if field := definition.Fields.ForName(child.Name); field != nil {
				u.value(child.Name, field.Type, field.DefaultValue != nil, child.Value)
			}
		}
	}
}

func (u *variableUse) variable(name string, typ *ast.Type, hasDefault bool, value *ast.Value) {
	u.used[value.Raw] = true
	variable := u.operation.VariableDefinitions.ForName(value.Raw)
	if variable == nil {
		u.add(validationError("variableNotDefined", map[string]any{"variableName": value.Raw},
			"Variable $%s is used by %s but not declared", value.Raw, operationName(u.operation)).
			at(value.Position).under([]any{operationLabel(u.operation)}))
		return
	}
	if variable.Definition == nil || fits(variable, typ, hasDefault) {
		return
	}
	u.add(validationError("variableMismatch",
		map[string]any{
			"variableName": value.Raw, "typeName": variable.Type.String(),
			"argumentName": name, "errorMessage": "Type mismatch",
		},
		"Type mismatch on variable $%s and argument %s (%s / %s)", value.Raw, name, variable.Type.String(), typ.String()).
		at(value.Position).under([]any{operationLabel(u.operation)}))
}

// fits reports whether a variable may be used where the type is expected. A
// default on either side allows a nullable variable for a non-null type.
func fits(variable *ast.VariableDefinition, typ *ast.Type, hasDefault bool) bool {
	own := variable.Type
	if typ.NonNull && !own.NonNull && (variable.DefaultValue != nil || hasDefault) {
		loose := *typ
		loose.NonNull = false
		typ = &loose
	}
	return own.IsCompatible(typ)
}
