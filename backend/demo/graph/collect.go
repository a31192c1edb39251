package graph

import (
	"github.com/vektah/gqlparser/v2/ast"
)

// group is everything under one key of a response object: a field, selected once
// or more.
type group struct {
	key        string
	fields     []*ast.Field
	definition *ast.FieldDefinition
	args       Args
	// below holds the groups of the selections, by the type of the object.
	below map[string][]*group
}

func (g *group) first() *ast.Field { return g.fields[0] }

// collect returns the fields that selections request of an object of a type, with
// fragments resolved, @skip and @include applied, and equal keys merged.
func (o *Operation) collect(object *ast.Definition, sets ...ast.SelectionSet) []*group {
	gathering := &gathering{Operation: o, object: object, seen: make(map[string]bool)}
	for _, set := range sets {
		gathering.selections(set)
	}
	return gathering.groups
}

type gathering struct {
	*Operation

	object *ast.Definition
	seen   map[string]bool // fragments
	groups []*group
}

func (g *gathering) selections(set ast.SelectionSet) {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			if g.wanted(selection.Directives) {
				g.field(selection)
			}
		case *ast.InlineFragment:
			if g.wanted(selection.Directives) && g.applies(selection.TypeCondition) {
				g.selections(selection.SelectionSet)
			}
		case *ast.FragmentSpread:
			if g.wanted(selection.Directives) && !g.seen[selection.Name] {
				g.seen[selection.Name] = true
				if g.applies(selection.Definition.TypeCondition) {
					g.selections(selection.Definition.SelectionSet)
				}
			}
		}
	}
}

func (g *gathering) field(field *ast.Field) {
	for _, known := range g.groups {
		if known.key == field.Alias {
			known.fields = append(known.fields, field)
			return
		}
	}
	added := &group{
		key: field.Alias, fields: []*ast.Field{field},
		definition: g.object.Fields.ForName(field.Name),
		below:      make(map[string][]*group),
	}
	if added.definition == nil { // __typename
		added.definition = field.Definition
	}
	added.args = arguments(g.schema.types, added.definition.Arguments, field.Arguments, g.vars)
	g.groups = append(g.groups, added)
}

// applies reports whether a fragment on the type is for this object.
func (g *gathering) applies(condition string) bool {
	if condition == "" || condition == g.object.Name {
		return true
	}
	for _, wider := range g.schema.types.GetImplements(g.object) {
		if wider.Name == condition {
			return true
		}
	}
	return false
}

func (g *gathering) wanted(directives ast.DirectiveList) bool {
	return !g.condition(directives, "skip", false) && g.condition(directives, "include", true)
}

func (g *gathering) condition(directives ast.DirectiveList, name string, otherwise bool) bool {
	directive := directives.ForName(name)
	if directive == nil {
		return otherwise
	}
	return arguments(g.schema.types, directive.Definition.Arguments, directive.Arguments, g.vars).Bool("if")
}

// under returns the groups below a group, for an object of a type.
func (o *Operation) under(above *group, object *ast.Definition) []*group {
	if known, has := above.below[object.Name]; has {
		return known
	}
	sets := make([]ast.SelectionSet, len(above.fields))
	for i, field := range above.fields {
		sets[i] = field.SelectionSet
	}
	collected := o.collect(object, sets...)
	above.below[object.Name] = collected
	return collected
}
