package graph

import "github.com/vektah/gqlparser/v2/ast"

// RootField is a field that an operation selects on the root.
type RootField struct {
	Name string
	Args Args
}

// Name returns the operation's name, or "".
func (o *Operation) Name() string { return o.operation.Name }

// RootFields lists the operation's root fields, in order.
func (o *Operation) RootFields() []RootField {
	fields := make([]RootField, 0, len(o.groups))
	for _, group := range o.groups {
		fields = append(fields, RootField{Name: group.first().Name, Args: group.args})
	}
	return fields
}

// Selects reports whether the operation selects a field, by its path below a root
// field: Selects("seo", "title"). Fragments are resolved.
func (o *Operation) Selects(path ...string) bool {
	for _, group := range o.groups {
		for _, field := range group.fields {
			if o.selects(field.SelectionSet, path) {
				return true
			}
		}
	}
	return false
}

func (o *Operation) selects(set ast.SelectionSet, path []string) bool {
	for _, selection := range set {
		below, rest := set[:0:0], path
		switch selection := selection.(type) {
		case *ast.Field:
			if selection.Name != path[0] {
				continue
			}
			if len(path) == 1 {
				return true
			}
			below, rest = selection.SelectionSet, path[1:]
		case *ast.InlineFragment:
			below = selection.SelectionSet
		case *ast.FragmentSpread:
			below = selection.Definition.SelectionSet
		}
		if o.selects(below, rest) {
			return true
		}
	}
	return false
}

// Lacking returns Shopify's answer for a root without such a field, nil if the
// operation does not select it.
func (o *Operation) Lacking(field string) *Error {
	for _, group := range o.groups {
		if asked := group.first(); asked.Name == field {
			return undefined(o.root, asked).under(documentPath(o.document, asked))
		}
	}
	return nil
}
