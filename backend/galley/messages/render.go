package messages

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"galley/backend/galley/fields"
)

// A placeholder is {name}, {name as format} or {name: one|many}. The last
// writes one of two words by a number: {n} {n: text|texts}.
var placeholder = regexp.MustCompile(`\{([a-z_]+)(?: as ([a-z]+)|: ([^|}]*)\|([^}]*))?\}`)

// formats write a parameter where its type alone does not say how.
var formats = map[string]func(any) string{
	"quoted":     func(v any) string { return strconv.Quote(text(v)) },
	"money":      money,
	"count":      func(v any) string { return thousands(int(number(v))) },
	"span":       span,
	"percent":    func(v any) string { return fmt.Sprintf("%.0f %%", number(v)) },
	"tenths":     func(v any) string { return fmt.Sprintf("%.1f %%", number(v)) },
	"hundredths": func(v any) string { return fmt.Sprintf("%.2f %%", number(v)) },
	"joined":     func(v any) string { return strings.Join(words(v), " and ") },
	"series":     series,
	"label":      func(v any) string { return fields.ID(text(v)).Label() },
	"day":        day,
	"choice":     func(v any) string { return strings.Join(words(v), ", ") },
	"reason":     func(v any) string { return strings.TrimSuffix(strings.TrimPrefix(text(v), "Not written: "), ".") },
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

// series writes a list with "and" before its last word.
func series(v any) string {
	list := words(v)
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " and " + list[last]
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

// money writes US dollars with two digits, or with as many as a small amount
// needs: $0.00 would say that it is nothing.
func money(v any) string {
	usd := number(v)
	if usd == 0 || usd >= 0.01 {
		return fmt.Sprintf("$%.2f", usd)
	}
	const significant = 2
	digits := significant - 1 - int(math.Floor(math.Log10(usd)))
	return "$" + strconv.FormatFloat(usd, 'f', digits, 64)
}

// thousands writes a number with its thousands apart: 1,248.
func thousands(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// span writes a duration as people say it: 7 minutes.
func span(v any) string {
	d, isDuration := v.(time.Duration)
	if !isDuration {
		d, _ = time.ParseDuration(text(v))
	}
	for _, unit := range []struct {
		name string
		of   time.Duration
	}{{"hours", time.Hour}, {"minutes", time.Minute}} {
		if d >= 2*unit.of {
			return fmt.Sprintf("%.0f %s", d.Round(unit.of).Hours()/unit.of.Hours(), unit.name)
		}
	}
	return fmt.Sprintf("%.0f seconds", d.Seconds())
}

func day(v any) string {
	switch v := v.(type) {
	case time.Time:
		return v.Local().Format("2 January 2006, 15:04")
	case string:
		if t, err := time.Parse(time.RFC3339, v); err == nil {
			return day(t)
		}
		return v
	}
	return text(v)
}
