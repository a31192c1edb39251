package graph

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// lines are lines of JSON, each an object.
type lines struct {
	text  []byte
	count int
}

func (l *lines) reset() { l.text, l.count = l.text[:0], 0 }

func (l *lines) append(others *lines) {
	l.text = append(l.text, others.text...)
	l.count += others.count
}

// object writes the line of a node, without its connections.
func (l *lines) object(fields []*plan, node any, parentID string) error {
	l.text = append(l.text, '{')
	if err := l.fields(fields, node); err != nil {
		return err
	}
	if parentID != "" {
		l.key([]byte(`"__parentId":`))
		l.string(parentID)
	}
	l.text = append(l.text, "}\n"...)
	l.count++
	return nil
}

func (l *lines) fields(fields []*plan, object any) error {
	for _, field := range fields {
		if field.isConnection {
			continue
		}
		l.key(field.key)
		answer, err := field.resolve(field.call, object)
		if refusal, ok := errors.AsType[*Error](err); ok {
			if field.typ.NonNull {
				return refusal
			}
			answer = nil
		} else if err != nil {
			return fmt.Errorf("%s: %w", field.name, err)
		}
		if err := l.value(field, answer); err != nil {
			return err
		}
	}
	return nil
}

// key writes a key, after a comma unless it is the first of its object.
func (l *lines) key(key []byte) {
	if l.text[len(l.text)-1] != '{' {
		l.text = append(l.text, ',')
	}
	l.text = append(l.text, key...)
}

func (l *lines) value(field *plan, value any) error {
	switch value := value.(type) {
	case nil:
		l.text = append(l.text, "null"...)
	case string:
		l.string(value)
	case bool:
		l.text = strconv.AppendBool(l.text, value)
	case int:
		l.text = strconv.AppendInt(l.text, int64(value), 10)
	case int64:
		l.text = strconv.AppendInt(l.text, value, 10)
	case []any:
		return l.list(field, value)
	default:
		if field.definition.IsLeafType() {
			return l.other(value)
		}
		fields, err := field.fieldsFor(value)
		if err != nil {
			return err
		}
		l.text = append(l.text, '{')
		if err := l.fields(fields, value); err != nil {
			return err
		}
		l.text = append(l.text, '}')
	}
	return nil
}

func (l *lines) list(field *plan, items []any) error {
	l.text = append(l.text, '[')
	for i, item := range items {
		if i > 0 {
			l.text = append(l.text, ',')
		}
		if err := l.value(field, item); err != nil {
			return err
		}
	}
	l.text = append(l.text, ']')
	return nil
}

// other writes a value of a scalar that is none of Go's usual ones.
func (l *lines) other(value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	l.text = append(l.text, text...)
	return nil
}

// string writes a text as Shopify does: slashes are escaped, letters of any script
// are not.
func (l *lines) string(text string) {
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	l.text = append(l.text, '"')
	start := 0
	for i := range len(text) {
		if c := text[i]; c < ' ' || c == '"' || c == '\\' || c == '/' {
			l.text = appendEscaped(append(l.text, text[start:i]...), c)
			start = i + 1
		}
	}
	l.text = append(append(l.text, text[start:]...), '"')
}

func appendEscaped(to []byte, c byte) []byte {
	switch c {
	case '\n':
		return append(to, `\n`...)
	case '\r':
		return append(to, `\r`...)
	case '\t':
		return append(to, `\t`...)
	case '"', '\\', '/':
		return append(to, '\\', c)
	default:
		return fmt.Appendf(to, `\u%04x`, c)
	}
}
