package shopify

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
)

// answer is the body of a GraphQL answer.
type answer struct {
	Data       payload       `json:"data"`
	Errors     graphQLErrors `json:"errors"`
	Extensions extensions    `json:"extensions"`
}

type extensions struct {
	Cost *costReport `json:"cost"`
}

// costReport is Shopify's extensions.cost. The actual cost is null where nothing was executed.
type costReport struct {
	Requested float64         `json:"requestedQueryCost"`
	Actual    *float64        `json:"actualQueryCost"`
	Status    *throttleStatus `json:"throttleStatus"`
}

// payload decodes data into the operation's own type. A request that was refused beforehand has no
// data at all, one that failed on the way may have a null.
type payload struct {
	into    any
	named   bool // the answer has data, even if null
	present bool // and it is not null
}

func (p *payload) UnmarshalJSON(text []byte) error {
	p.named = true
	if bytes.Equal(text, []byte("null")) {
		return nil
	}
	p.present = true
	return json.Unmarshal(text, p.into)
}

// graphQLError is one entry of an answer's errors.
type graphQLError struct {
	Message    string `json:"message"`
	Path       []any  `json:"path"`
	Locations  []any  `json:"locations"`
	Extensions struct {
		Code           string  `json:"code"`
		Cost           float64 `json:"cost"`    // of MAX_COST_EXCEEDED
		MaxCost        float64 `json:"maxCost"` // the same
		RequestID      string  `json:"requestId"`
		RequiredAccess string  `json:"requiredAccess"`
	} `json:"extensions"`
}

// graphQLErrors reads errors in each of Shopify's shapes: a list if GraphQL answered, a text or an
// object if the request did not get that far.
type graphQLErrors []graphQLError

func (l *graphQLErrors) UnmarshalJSON(text []byte) error {
	switch {
	case bytes.Equal(text, []byte("null")):
		return nil
	case text[0] == '[':
		var entries []graphQLError
		err := json.Unmarshal(text, &entries)
		*l = entries
		return err
	case text[0] == '"':
		var message string
		err := json.Unmarshal(text, &message)
		*l = graphQLErrors{{Message: message}}
		return err
	}
	*l = graphQLErrors{{Message: string(text)}}
	return nil
}

// find returns the first error of that code.
func (l graphQLErrors) find(code string) (graphQLError, bool) {
	for _, e := range l {
		if e.Extensions.Code == code {
			return e, true
		}
	}
	return graphQLError{}, false
}

// Error joins the messages.
func (l graphQLErrors) Error() string {
	messages := make([]string, len(l))
	for i, e := range l {
		messages[i] = e.Message
		if e.Extensions.Code != "" {
			messages[i] = e.Extensions.Code + ": " + e.Message
		}
	}
	return strings.Join(messages, "; ")
}

// errNotJSON is an answer by something that is not a shop: a web page, or one that was cut off.
var errNotJSON = errors.New("the answer is not JSON")

// read decodes a reply into data, the operation's own type.
func read(r *reply, data any) (answer, error) {
	a := answer{Data: payload{into: data}}
	if err := json.Unmarshal(r.body, &a); err != nil {
		return a, errors.Join(errNotJSON, err)
	}
	return a, nil
}
