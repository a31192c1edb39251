package messages

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"
)

// Record is a message as the data file keeps it: its ID and parameters, never
// its sentence; and what was the cause, where there is one.
type Record struct {
	ID     ID             `json:"id"`
	Params map[string]any `json:"params,omitempty"`
	Detail string         `json:"detail,omitempty"`
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

// Column writes a record for a column: as JSON, and the zero Record as "".
func (r Record) Column() string {
	if r.ID == "" {
		return ""
	}
	b, err := json.Marshal(r)
	if err != nil {
		panic(err) // parameters are plain values
	}
	return string(b)
}

// ReadColumn reads what Column wrote, and the bare sentences of Galley 1.2 and
// earlier. What cannot be read is taken for a sentence: it must not hide its row.
func ReadColumn(column string) (r Record) {
	if column == "" {
		return Record{}
	}
	if column[0] == '{' && json.Unmarshal([]byte(column), &r) == nil {
		return r
	}
	return AsRecorded(column).Record()
}
