package graph

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

// maxTokens bounds the work of one document, far above any real client's.
const maxTokens = 20_000

// Request is the body of a client's POST.
type Request struct {
	Query     string         `json:"query"`
	Operation string         `json:"operationName"`
	Variables map[string]any `json:"variables"`
}

// Operation is a request that is valid and may be executed once.
type Operation struct {
	schema    *Schema
	document  *ast.QueryDocument
	operation *ast.OperationDefinition
	vars      map[string]any
	root      *ast.Definition
	groups    []*group
	// Cost is the highest cost of the operation, in points.
	Cost int
}

// IsMutation reports whether the operation writes.
func (o *Operation) IsMutation() bool { return o.operation.Operation == ast.Mutation }

// Prepare parses, validates and prices a request. Numbers in its variables are
// json.Number.
func (s *Schema) Prepare(request Request) (*Operation, []*Error) {
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: request.Query}, maxTokens)
	if err != nil {
		return nil, []*Error{parseError(request.Query, err)}
	}
	if errs := s.validate(document); len(errs) > 0 {
		return nil, errs
	}
	operation, failure := chooseOperation(document, request.Operation)
	if failure != nil {
		return nil, []*Error{failure}
	}
	vars, failure := s.variables(operation, request.Variables)
	if failure != nil {
		return nil, []*Error{failure}
	}
	prepared := &Operation{schema: s, document: document, operation: operation, vars: vars, root: s.types.Query}
	if prepared.IsMutation() {
		prepared.root = s.types.Mutation
	}
	prepared.groups = prepared.collect(prepared.root, operation.SelectionSet)
	prepared.Cost = prepared.requested()
	return prepared, nil
}

// parseError words a syntax error as Shopify's parser does, with its location.
func parseError(query string, err error) *Error {
	if strings.TrimSpace(query) == "" {
		return validationError("PARSE_ERROR", nil, "syntax error, unexpected end of file")
	}
	message, location := err.Error(), Location{Line: 1, Column: 1}
	if syntax, ok := err.(*gqlerror.Error); ok { //nolint:errorlint // the parser documents this type
		message = syntax.Message
		if len(syntax.Locations) > 0 {
			location = Location(syntax.Locations[0])
		}
	}
	message = strings.ReplaceAll(message, "<EOF>", "end of file")
	message = "syntax error, " + strings.ToLower(message[:1]) + message[1:]
	failure := validationError("PARSE_ERROR", nil, "%s at [%d, %d]", message, location.Line, location.Column)
	failure.Locations = []Location{location}
	return failure
}

func chooseOperation(document *ast.QueryDocument, name string) (*ast.OperationDefinition, *Error) {
	if len(document.Operations) == 0 {
		return nil, &Error{Message: "No query string was present"}
	}
	if name == "" && len(document.Operations) > 1 {
		return nil, &Error{Message: "An operation name is required"}
	}
	if name == "" {
		return document.Operations[0], nil
	}
	operation := document.Operations.ForName(name)
	if operation == nil {
		return nil, &Error{Message: `No operation named "` + name + `"`}
	}
	return operation, nil
}

// variables coerces the values of all variables, defaults filled in.
func (s *Schema) variables(operation *ast.OperationDefinition, given map[string]any) (map[string]any, *Error) {
	vars := make(map[string]any)
	for _, definition := range operation.VariableDefinitions {
		value, has := given[definition.Variable]
		switch {
		case has, definition.Type.NonNull && definition.DefaultValue == nil:
			check := coercer{types: s.types}
			vars[definition.Variable] = check.value(definition.Type, value, nil)
			if len(check.problems) > 0 {
				return nil, invalidVariable(definition, value, check.problems)
			}
		case definition.DefaultValue != nil:
			vars[definition.Variable] = literal(s.types, definition.Type, definition.DefaultValue, nil)
		}
	}
	return vars, nil
}

func invalidVariable(definition *ast.VariableDefinition, value any, problems []problem) *Error {
	details := make([]string, 0, len(problems))
	for _, problem := range problems {
		if len(problem.Path) > 0 {
			details = append(details, dotted(problem.Path)+" ("+problem.Explanation+")")
		}
		if problem.Path == nil {
			problem.Path = []any{}
		}
	}
	message := "Variable $" + definition.Variable + " of type " + definition.Type.String() + " was provided invalid value"
	if len(details) > 0 {
		message += " for " + strings.Join(details, ", ")
	}
	return validationError(CodeInvalidVariable, map[string]any{"value": value, "problems": problems}, "%s", message).
		at(definition.Position)
}
