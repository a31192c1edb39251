package messages

import (
	"bytes"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"time"
)

// Record is a message as the data file keeps it: its ID and parameters, never
// its sentence.
type Record struct {
	ID     ID             `json:"id"`
	Params map[string]any `json:"params,omitempty"`
}

// UnmarshalJSON also reads the bare sentence that earlier versions kept.
func (r *Record) UnmarshalJSON(b []byte) error {
	var sentence string
	if json.Unmarshal(b, &sentence) == nil {
		*r = Record{}
		if sentence != "" {
			*r = AsRecorded(sentence).Record()
		}
		return nil
	}
	type plain Record
	return json.Unmarshal(b, (*plain)(r))
}

// Record returns what the data file keeps.
func (m Message) Record() Record {
	r := Record{ID: m.ID}
	if len(m.Params) > 0 {
		r.Params = make(map[string]any, len(m.Params))
	}
	for name, v := range m.Params {
		r.Params[name] = recorded(v)
	}
	return r
}

func recorded(v any) any {
	switch v := v.(type) {
	case Message:
		return v.Record()
	case time.Duration:
		return v.String()
	}
	return v
}

// Message returns the message that was recorded.
func (r Record) Message() Message {
	m := Message{ID: r.ID}
	if len(r.Params) > 0 {
		m.Params = make(Params, len(r.Params))
	}
	for name, v := range r.Params {
		m.Params[name] = restored(v)
	}
	return m
}

func restored(v any) any {
	object, ok := v.(map[string]any)
	if !ok {
		return v
	}
	id, _ := object["id"].(string)
	params, _ := object["params"].(map[string]any)
	return Record{ID: ID(id), Params: params}.Message()
}

// plain is a comparable form of a parameter, the same before and after storage.
func plain(v any) string {
	b, err := json.Marshal(recorded(v))
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(bytes.TrimSpace(b))
}

// Value stores a message as the JSON of its Record, and the zero Message as "".
func (m Message) Value() (driver.Value, error) {
	if m.IsZero() {
		return "", nil
	}
	b, err := json.Marshal(m.Record())
	return string(b), err
}

// Scan reads what Value stored, and the bare sentences of earlier versions.
func (m *Message) Scan(column any) error {
	*m = Message{}
	text, ok := column.(string)
	switch {
	case !ok:
		return fmt.Errorf("a message is stored as text, not as %T", column)
	case text == "":
		return nil
	case text[0] != '{':
		*m = AsRecorded(text)
		return nil
	}
	var r Record
	if err := json.Unmarshal([]byte(text), &r); err != nil {
		*m = AsRecorded(text)
		return nil //nolint:nilerr // a reason that cannot be read must not hide its row
	}
	*m = r.Message()
	return nil
}
