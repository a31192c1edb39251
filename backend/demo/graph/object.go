package graph

import (
	"bytes"
	"encoding/json"
	"strconv"
)

// Object is a JSON object that keeps the order of its keys, which in GraphQL is
// the order in which fields were asked for.
type Object struct {
	keys   []string
	values []any
}

func (o *Object) add(key string, value any) {
	o.keys = append(o.keys, key)
	o.values = append(o.values, value)
}

// MarshalJSON implements json.Marshaler.
func (o *Object) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	w := jsonWriter{out: &out, encoder: json.NewEncoder(&out)}
	w.encoder.SetEscapeHTML(false)
	if err := w.object(o); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// jsonWriter writes text without escaping < > and &.
type jsonWriter struct {
	out     *bytes.Buffer
	encoder *json.Encoder
}

func (w *jsonWriter) object(o *Object) error {
	if o == nil {
		w.out.WriteString("null")
		return nil
	}
	w.out.WriteByte('{')
	for i, key := range o.keys {
		if i > 0 {
			w.out.WriteByte(',')
		}
		w.out.WriteString(strconv.Quote(key)) // names of GraphQL are plain ASCII
		w.out.WriteByte(':')
		if err := w.value(o.values[i]); err != nil {
			return err
		}
	}
	w.out.WriteByte('}')
	return nil
}

func (w *jsonWriter) value(value any) error {
	switch value := value.(type) {
	case *Object:
		return w.object(value)
	case []any:
		return w.list(value)
	default:
		if err := w.encoder.Encode(value); err != nil {
			return err
		}
		w.out.Truncate(w.out.Len() - 1) // Encode ends with a line feed
		return nil
	}
}

func (w *jsonWriter) list(items []any) error {
	w.out.WriteByte('[')
	for i, item := range items {
		if i > 0 {
			w.out.WriteByte(',')
		}
		if err := w.value(item); err != nil {
			return err
		}
	}
	w.out.WriteByte(']')
	return nil
}
