package galley

import "time"

// Lesson is what was learned about a model of an endpoint by asking it: where
// it is, in which form it takes requests, and how long its answers may be. It is
// kept from one start to the next, since asking costs tokens.
type Lesson struct {
	Base        string    `json:"base"`        // where it was found
	Structured  Structure `json:"structured"`  // the form of answer that it takes
	Limit       string    `json:"limit"`       // the parameter that bounds an answer, "" for none
	Temperature bool      `json:"temperature"` // it takes one
	Thinks      bool      `json:"thinks"`      // it spends tokens before it writes
	NoSystem    bool      `json:"no_system"`   // instructions go into the user's message
	More        int       `json:"more"`        // tokens that answers have beyond the usual limit, since one was cut
	Most        int       `json:"most"`        // the most tokens of an answer that the endpoint takes, 0 where not known
	Sees        *bool     `json:"sees"`        // whether pictures can be sent, nil where it was not asked
	Batches     *bool     `json:"batches"`     // whether the endpoint takes batches, nil where it was not asked
	LearnedAt   time.Time `json:"learned_at"`
}
