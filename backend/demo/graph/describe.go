package graph

import "github.com/vektah/gqlparser/v2/ast"

// RootField is a field that an operation asks of the root.
type RootField struct {
	Name string
	Args Args
}

// Name is the operation's, "" where it has none.
func (o *Operation) Name() string { return o.operation.Name }

// RootFields lists what the operation asks of the root, in order.
func (o *Operation) RootFields() []RootField {
	fields := make([]RootField, 0, len(o.groups))
	for _, group := range o.groups {
		fields = append(fields, RootField{Name: group.first().Name, Args: group.args})
	}
	return fields
}

// Selects reports whether the operation asks for a field by its path below a
// field of the root: Selects("seo", "title"). Fragments count as unfolded.
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

// Lacking is Shopify's answer where the root has no such field, nil where the
// operation does not ask for it.
func (o *Operation) Lacking(field string) *Error {
	for _, group := range o.groups {
		if asked := group.first(); asked.Name == field {
			return undefined(o.root, asked).under(documentPath(o.document, asked))
		}
	}
	return nil
}
