package graph

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

func (in *inspector) checkInlineFragment(fragment *ast.InlineFragment) {
	if fragment.TypeCondition == "" || fragment.ObjectDefinition == nil {
		return
	}
	condition := in.types.Types[fragment.TypeCondition]
	if condition == nil {
		in.add(validationError("undefinedType", map[string]any{"typeName": fragment.TypeCondition},
			"No such type %s, so it can't be a fragment condition", fragment.TypeCondition).
			at(fragment.Position).under(in.pathOf(fragment)))
		return
	}
	if !in.overlap(fragment.ObjectDefinition, condition) {
		in.add(validationError("cannotSpreadFragment",
			map[string]any{
				"typeName": condition.Name, "fragmentName": "unknown", "parentName": fragment.ObjectDefinition.Name,
			},
			"Fragment on %s can't be spread inside %s", condition.Name, fragment.ObjectDefinition.Name).
			at(fragment.Position).under(in.pathOf(fragment)))
	}
}

func (in *inspector) checkSpread(spread *ast.FragmentSpread) {
	if spread.Definition == nil {
		in.add(validationError("useAndDefineFragment", map[string]any{"fragmentName": spread.Name},
			"Fragment %s was used, but not defined", spread.Name).at(spread.Position).under(in.pathOf(spread)))
		return
	}
	condition := in.types.Types[spread.Definition.TypeCondition]
	if condition == nil || spread.ObjectDefinition == nil || in.overlap(spread.ObjectDefinition, condition) {
		return
	}
	in.add(validationError("cannotSpreadFragment",
		map[string]any{
			"typeName": condition.Name, "fragmentName": spread.Name, "parentName": spread.ObjectDefinition.Name,
		},
		"Fragment %s on %s can't be spread inside %s", spread.Name, condition.Name, spread.ObjectDefinition.Name).
		at(spread.Position).under(in.pathOf(spread)))
}

// checkFragmentUse requires every fragment to have an existing type and to be used.
func (in *inspector) checkFragmentUse() {
	used := make(map[string]bool)
	for _, operation := range in.document.Operations {
		markUsed(operation.SelectionSet, used)
	}
	for _, fragment := range in.document.Fragments {
		if in.types.Types[fragment.TypeCondition] == nil {
			in.add(validationError("undefinedType", map[string]any{"typeName": fragment.TypeCondition},
				"No such type %s, so it can't be a fragment condition", fragment.TypeCondition).
				at(fragment.Position).under([]any{"fragment " + fragment.Name}))
		}
		if !used[fragment.Name] {
			in.add(validationError("useAndDefineFragment", map[string]any{"fragmentName": fragment.Name},
				"Fragment %s was defined, but not used", fragment.Name).
				at(fragment.Position).under([]any{"fragment " + fragment.Name}))
		}
	}
}

func markUsed(set ast.SelectionSet, used map[string]bool) {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			markUsed(selection.SelectionSet, used)
		case *ast.InlineFragment:
			markUsed(selection.SelectionSet, used)
		case *ast.FragmentSpread:
			if !used[selection.Name] && selection.Definition != nil {
				used[selection.Name] = true
				markUsed(selection.Definition.SelectionSet, used)
			}
		}
	}
}

// overlap reports whether an object can be of both types.
func (in *inspector) overlap(a, b *ast.Definition) bool {
	for _, possible := range in.possible(a) {
		if slices.Contains(in.possible(b), possible) {
			return true
		}
	}
	return false
}

// possible lists the object types behind a type: itself, or its implementers.
func (in *inspector) possible(definition *ast.Definition) []*ast.Definition {
	if definition.Kind == ast.Object {
		return []*ast.Definition{definition}
	}
	return in.types.GetPossibleTypes(definition)
}
