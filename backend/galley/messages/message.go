// Package messages is the closed set of sentences that people read in errors,
// pause reasons, halts and warnings. The rest of the program speaks in
// messages: an ID and typed parameters. The sentence is rendered where a
// person or a script reads it: a page, a terminal or a JSON document.
package messages

import "maps"

// ID names one sentence of the catalogue. IDs are stored in the data file:
// reword a sentence freely, but never rename or reuse its ID.
type ID string

// Params are the values of a sentence's placeholders by name: string, int,
// float64 (US dollars), bool, time.Time, time.Duration, []string, or another
// Message.
type Params map[string]any

// Message is one thing to tell a person. The zero Message says nothing.
type Message struct {
	ID     ID     `json:"-"`
	Params Params `json:"-"`
}

// IsZero reports whether there is nothing to tell.
func (m Message) IsZero() bool { return m.ID == "" }

// Equal reports whether two messages say the same.
func (m Message) Equal(other Message) bool {
	return m.ID == other.ID && maps.EqualFunc(m.Params, other.Params, sameParam)
}

func sameParam(a, b any) bool { return plain(a) == plain(b) }

// String renders the sentence.
func (m Message) String() string {
	if m.IsZero() {
		return ""
	}
	return catalogue[m.ID].render(m.Params)
}

// MarshalText renders the sentence: in a JSON document a message is a string.
func (m Message) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads a sentence of a JSON document, whose ID is not known.
func (m *Message) UnmarshalText(text []byte) error {
	*m = Message{}
	if len(text) > 0 {
		*m = AsRecorded(string(text))
	}
	return nil
}

// AsRecorded is a sentence that is known only as text: from a data file of
// Galley 1.2 and earlier, or from a JSON document.
var AsRecorded = with1[string]("as_recorded", "{text}", "text")

// MapText returns the message with every text among its parameters changed.
func (m Message) MapText(change func(string) string) Message {
	if len(m.Params) == 0 {
		return m
	}
	changed := make(Params, len(m.Params))
	for name, v := range m.Params {
		switch v := v.(type) {
		case string:
			changed[name] = change(v)
		case []string:
			list := make([]string, len(v))
			for i, text := range v {
				list[i] = change(text)
			}
			changed[name] = list
		case Message:
			changed[name] = v.MapText(change)
		default:
			changed[name] = v
		}
	}
	return Message{m.ID, changed}
}
