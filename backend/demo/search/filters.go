package search

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// WordsFunction is the SQL function that Words uses: whether a text has the
// words of a phrase one after the other, the last one maybe only as a prefix.
const WordsFunction = "has_words"

// HasWords implements WordsFunction. Case does not matter, in any script.
func HasWords(text, phrase string, prefix bool) bool {
	wanted, words := fold(phrase), fold(text)
	if len(wanted) == 0 {
		return len(words) > 0
	}
	for start := 0; start+len(wanted) <= len(words); start++ {
		if beginsWith(words[start:], wanted, prefix) {
			return true
		}
	}
	return false
}

func beginsWith(words, wanted []string, prefix bool) bool {
	last := len(wanted) - 1
	if !slices.Equal(words[:last], wanted[:last]) {
		return false
	}
	return words[last] == wanted[last] || prefix && strings.HasPrefix(words[last], wanted[last])
}

func fold(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
}

// Words looks for the words of a term in any of the columns. Words without
// quotation marks in one term, such as blue-green, are a phrase too.
func Words(columns ...string) Filter {
	return func(t Term) (Condition, bool) {
		parts := make([]string, len(columns))
		args := make([]any, 0, 2*len(columns))
		for i, column := range columns {
			parts[i] = WordsFunction + "(" + column + ", ?, ?)"
			args = append(args, t.Value, t.IsPrefix)
		}
		return Condition{"(" + strings.Join(parts, " OR ") + ")", args}, true
	}
}

// Text compares a whole value or its beginning, ignoring case. The SQL has one
// %s after the column, for the comparison.
func Text(sql string) Filter {
	return func(t Term) (Condition, bool) {
		switch {
		case t.IsPrefix && t.Value == "":
			return Condition{strings.Replace(sql, "%s", "<> ''", 1), nil}, true
		case t.IsPrefix:
			value := escapeLike(t.Value) + "%"
			return Condition{strings.Replace(sql, "%s", `LIKE ? ESCAPE '\'`, 1), []any{value}}, true
		default:
			return Condition{strings.Replace(sql, "%s", "= ? COLLATE NOCASE", 1), []any{t.Value}}, true
		}
	}
}

func escapeLike(value string) string {
	return strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(value)
}

// Number compares a number; a global id counts as the number at its end.
func Number(column string) Filter {
	return func(t Term) (Condition, bool) {
		value := t.Value[strings.LastIndexByte(t.Value, '/')+1:]
		number, err := strconv.ParseFloat(value, 64)
		if t.IsPrefix && t.Value == "" {
			return Condition{column + " IS NOT NULL", nil}, true
		}
		return Condition{column + " " + comparison(t) + " ?", []any{number}}, err == nil
	}
}

func comparison(t Term) string {
	if t.Compare == "" {
		return "="
	}
	return t.Compare
}

// Time compares a time in seconds since 1970. A day means all of
// it, as does a time without quotation marks: only its day is read, as on Shopify
// (https://github.com/Shopify/shopify-api-ruby/issues/588).
func Time(column string, now time.Time) Filter {
	return func(t Term) (Condition, bool) {
		if t.Value == "now" {
			return Condition{column + " " + comparison(t) + " ?", []any{now.Unix()}}, true
		}
		at, err := time.Parse(time.RFC3339, t.Value)
		if err == nil && t.IsPhrase {
			return Condition{column + " " + comparison(t) + " ?", []any{at.Unix()}}, true
		}
		written := t.Value
		if err == nil {
			written = written[:len(time.DateOnly)]
		}
		day, err := time.Parse(time.DateOnly, written)
		start, end := day.Unix(), day.AddDate(0, 0, 1).Unix()
		switch t.Compare {
		case ">":
			return Condition{column + " >= ?", []any{end}}, err == nil
		case ">=":
			return Condition{column + " >= ?", []any{start}}, err == nil
		case "<":
			return Condition{column + " < ?", []any{start}}, err == nil
		case "<=":
			return Condition{column + " < ?", []any{end}}, err == nil
		default:
			return Condition{column + " >= ? AND " + column + " < ?", []any{start, end}}, err == nil
		}
	}
}

// OneOf compares a value with a list after commas, of which all must be known.
func OneOf(column string, known ...string) Filter {
	return func(t Term) (Condition, bool) {
		values := strings.Split(strings.ToLower(t.Value), ",")
		args := make([]any, len(values))
		for i, value := range values {
			value = strings.TrimSpace(value)
			if !slices.Contains(known, value) {
				return Condition{}, false
			}
			args[i] = value
		}
		return Condition{column + " IN (?" + strings.Repeat(", ?", len(args)-1) + ")", args}, true
	}
}

// Flag compares a truth value with a column of 0 and 1.
func Flag(column string) Filter {
	return func(t Term) (Condition, bool) {
		value := strings.ToLower(t.Value)
		return Condition{column + " = ?", []any{value == "true"}}, value == "true" || value == "false"
	}
}
