package replies

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// object returns a value as an object: itself, or the only element of a list.
func object(v any) map[string]any {
	switch v := v.(type) {
	case map[string]any:
		return v
	case []any:
		if len(v) > 0 {
			return object(v[0])
		}
	}
	return nil
}

// first returns the first of the fields that is there and not null.
func first(fields map[string]any, names ...string) any {
	for _, name := range names {
		if v := fields[name]; v != nil {
			return v
		}
	}
	return nil
}

// count returns a number of tokens in any type; 0 for none.
func count(v any) int {
	var n float64
	switch v := v.(type) {
	case float64:
		n = v
	case string:
		n, _ = strconv.ParseFloat(strings.TrimSpace(v), 64)
	}
	const most = 1e9
	if !(n > 0) {
		return 0
	}
	return int(math.Ceil(min(n, most)))
}

// word returns a text or a number as text, "" for anything else.
func word(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case float64:
		if v == math.Trunc(v) {
			return strconv.FormatFloat(v, 'f', 0, 64)
		}
		return fmt.Sprint(v)
	}
	return ""
}

// text returns the text of a value: a string, the texts of parts, or the text
// in an object.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		var out strings.Builder
		for _, part := range v {
			out.WriteString(text(part))
		}
		return out.String()
	case map[string]any:
		return text(first(v, "text", "content", "value", "summary", "thinking", "reasoning", "output_text"))
	}
	return ""
}
