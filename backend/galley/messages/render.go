package messages

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A placeholder is {name}, {name as format} or {name: one|many}. The last
// writes one of two words by a number: {n} {n: text|texts}.
var placeholder = regexp.MustCompile(`\{([a-z_]+)(?: as ([a-z]+)|: ([^|}]*)\|([^}]*))?\}`)

// formats write a parameter where its type alone does not say how.
var formats = map[string]func(any) string{
	"quoted": func(v any) string { return strconv.Quote(text(v)) },
	"money":  money,
	"day":    day,
	"choice": func(v any) string { return strings.Join(words(v), ", ") },
	"reason": func(v any) string { return strings.TrimSuffix(strings.TrimPrefix(text(v), "Not written: "), ".") },
}

func (e entry) render(params Params) string {
	return placeholder.ReplaceAllStringFunc(e.sentence, func(found string) string {
		parts := placeholder.FindStringSubmatch(found)
		value := params[parts[1]]
		switch {
		case parts[2] != "":
			return formats[parts[2]](value)
		case strings.Contains(found, "|"):
			if number(value) == 1 {
				return parts[3]
			}
			return parts[4]
		}
		return text(value)
	})
}

// text writes a value in the way of its type.
func text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case []string:
		return strings.Join(v, ", ")
	case time.Time:
		return day(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case []any:
		return strings.Join(words(v), ", ")
	}
	return fmt.Sprint(v)
}

func words(v any) []string {
	switch v := v.(type) {
	case []string:
		return v
	case []any:
		list := make([]string, len(v))
		for i, w := range v {
			list[i] = text(w)
		}
		return list
	}
	return []string{text(v)}
}

func number(v any) float64 {
	switch v := v.(type) {
	case int:
		return float64(v)
	case int64:
		return float64(v)
	case float64:
		return v
	}
	return 0
}

// cent is the least amount that is written in dollars and cents.
const cent = 0.01

// money writes an amount in US dollars; small ones keep two figures.
func money(v any) string {
	usd := number(v)
	if usd > 0 && usd < cent {
		return "$" + strconv.FormatFloat(usd, 'g', 2, 64)
	}
	return fmt.Sprintf("$%.2f", usd)
}

func day(v any) string {
	switch v := v.(type) {
	case time.Time:
		return v.Format("2 January 2006, 15:04")
	case string:
		if t, err := time.Parse(time.RFC3339, v); err == nil {
			return day(t.Local())
		}
		return v
	}
	return text(v)
}
