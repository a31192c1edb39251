package contract

import (
	"errors"

	"galley/backend/galley"
)

// Problem is an error as the pages read it.
type Problem struct {
	Code    galley.Code `json:"code"`
	Message string      `json:"message"`
	Detail  string      `json:"detail,omitempty"` // the cause, where there is one
}

// ProblemOf describes an error.
func ProblemOf(err error) Problem {
	p := Problem{Code: galley.CodeOf(err), Message: galley.MessageOf(err), Detail: err.Error()}
	if known, ok := errors.AsType[*galley.Error](err); ok {
		p.Detail = known.Error()
	}
	return p
}
