package graph

import (
	"fmt"
	"maps"

	"github.com/vektah/gqlparser/v2/ast"
)

// Error is one entry of a response's "errors", in Shopify's shape.
type Error struct {
	Message    string         `json:"message"`
	Locations  []Location     `json:"locations,omitempty"`
	Path       []any          `json:"path,omitempty"`
	Extensions map[string]any `json:"extensions,omitempty"`
}

// Location is a place in the request's document, both from 1.
type Location struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

func (e *Error) Error() string { return e.Message }

// Codes of errors without further details.
const (
	CodeBadRequest       = "BAD_REQUEST"
	CodeInvalidArguments = "INVALID_FIELD_ARGUMENTS"
	CodeInvalidVariable  = "INVALID_VARIABLE"
	CodeMaxCost          = "MAX_COST_EXCEEDED"
	CodeMaxInputSize     = "MAX_INPUT_SIZE_EXCEEDED"
	CodeNotFound         = "RESOURCE_NOT_FOUND"
	CodeInternal         = "INTERNAL_SERVER_ERROR"
)

// Refuse returns an error for a resolver to return; the executor adds its path.
func Refuse(code, format string, args ...any) *Error {
	return &Error{
		Message:    fmt.Sprintf(format, args...),
		Extensions: map[string]any{"code": code},
	}
}

// validationError returns a validation error with a code and its details.
func validationError(code string, details map[string]any, format string, args ...any) *Error {
	extensions := map[string]any{"code": code}
	maps.Copy(extensions, details)
	return &Error{Message: fmt.Sprintf(format, args...), Extensions: extensions}
}

func (e *Error) at(position *ast.Position) *Error {
	if position != nil {
		e.Locations = append(e.Locations, Location{Line: position.Line, Column: position.Column})
	}
	return e
}

func (e *Error) under(path []any) *Error {
	e.Path = path
	return e
}
