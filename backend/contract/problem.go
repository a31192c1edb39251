package contract

import (
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Problem is an error as pages and scripts read it: its code, its sentence, and
// the message that the sentence is rendered from.
type Problem struct {
	Code    galley.Code    `json:"code"`
	Message string         `json:"message"`
	ID      messages.ID    `json:"id,omitempty"`     // of the sentence: rewording it does not change the ID
	Params  map[string]any `json:"params,omitempty"` // the values in the sentence, by name
	Detail  string         `json:"detail,omitempty"` // what the shop or the endpoint really said, where there is something
}

// ProblemOf describes an error.
func ProblemOf(err error) Problem {
	p := Problem{Code: galley.CodeOf(err), Message: galley.MessageOf(err), Detail: galley.DetailOf(err)}
	if why := galley.ReasonOf(err); why != nil {
		record := why.Message.Record()
		p.ID, p.Params = record.ID, record.Params
	}
	return p
}
