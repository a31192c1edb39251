package graph

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// documentPath is the path of a selection in a document as in Shopify's
// validation errors: the operation, then fields by their response keys and
// fragments by their types.
func documentPath(document *ast.QueryDocument, wanted ast.Selection) []any {
	for _, operation := range document.Operations {
		if path := pathWithin(operation.SelectionSet, wanted, []any{operationLabel(operation)}); path != nil {
			return path
		}
	}
	for _, fragment := range document.Fragments {
		if path := pathWithin(fragment.SelectionSet, wanted, []any{"fragment " + fragment.Name}); path != nil {
			return path
		}
	}
	return nil
}

func pathWithin(selections ast.SelectionSet, wanted ast.Selection, above []any) []any {
	for _, selection := range selections {
		label, below := describe(selection)
		path := append(append(make([]any, 0, len(above)+1), above...), label)
		if selection == wanted {
			return path
		}
		if found := pathWithin(below, wanted, path); found != nil {
			return found
		}
	}
	return nil
}

func describe(selection ast.Selection) (string, ast.SelectionSet) {
	switch selection := selection.(type) {
	case *ast.Field:
		return selection.Alias, selection.SelectionSet
	case *ast.InlineFragment:
		if selection.TypeCondition == "" {
			return "...", selection.SelectionSet
		}
		return "... on " + selection.TypeCondition, selection.SelectionSet
	case *ast.FragmentSpread:
		return "... " + selection.Name, nil
	}
	return "", nil
}

// operationLabel is "query Name", or "query" for one without a name.
func operationLabel(operation *ast.OperationDefinition) string {
	return strings.TrimSpace(string(operation.Operation) + " " + operation.Name)
}

// operationName returns the name of an operation for use in a sentence.
func operationName(operation *ast.OperationDefinition) string {
	if operation.Name == "" {
		return "anonymous " + string(operation.Operation)
	}
	return operation.Name
}

// dotted returns a path within a value: 0.id.
func dotted(path []any) string {
	parts := make([]string, len(path))
	for i, part := range path {
		parts[i] = fmt.Sprint(part)
	}
	return strings.Join(parts, ".")
}

// steps is a path as a linked list, so that paths share their beginning.
type steps struct {
	above *steps
	key   any
}

func (s *steps) down(key any) *steps { return &steps{above: s, key: key} }

func (s *steps) path() []any {
	depth := 0
	for step := s; step != nil; step = step.above {
		depth++
	}
	path := make([]any, depth)
	for step := s; step != nil; step = step.above {
		depth--
		path[depth] = step.key
	}
	return path
}
