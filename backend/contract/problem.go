package contract

import (
	"encoding/json"
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

// Bridged is an error whose text is its Problem as JSON: Wails passes on nothing
// but an error's text.
func Bridged(err error) error {
	if err == nil {
		return nil
	}
	return bridged{err}
}

type bridged struct{ error }

func (b bridged) Unwrap() error { return b.error }

func (b bridged) Error() string {
	text, err := json.Marshal(ProblemOf(b.error))
	if err != nil {
		return galley.MessageOf(b.error)
	}
	return string(text)
}
