package contract

import (
	"galley/backend/galley"
)

// Problem is an error as the pages read it.
type Problem struct {
	Code    galley.Code `json:"code"`
	Message string      `json:"message"`
	Detail  string      `json:"detail,omitempty"` // what the shop or the endpoint really said, where there is something
}

// ProblemOf describes an error.
func ProblemOf(err error) Problem {
	return Problem{Code: galley.CodeOf(err), Message: galley.MessageOf(err), Detail: galley.DetailOf(err)}
}
