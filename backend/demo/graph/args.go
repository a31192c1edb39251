package graph

import "encoding/json"

// Args are a field's arguments after coercion, with defaults filled in. Values
// are nil, string, bool, int, float64, []any, map[string]any, and any JSON value
// for the schema's own scalars. Arguments that were not given are absent, to
// distinguish them from an explicit null.
type Args map[string]any

// Has reports whether an argument was given, even as null.
func (a Args) Has(name string) bool {
	_, has := a[name]
	return has
}

// HasAt reports whether an argument was given within input objects: HasAt("seo",
// "title").
func (a Args) HasAt(path ...string) bool {
	for _, name := range path[:len(path)-1] {
		a, _ = a.Object(name)
	}
	return a.Has(path[len(path)-1])
}

// String returns a string, and whether it is present and not null.
func (a Args) String(name string) (string, bool) {
	value, ok := a[name].(string)
	return value, ok
}

// Int returns a whole number, and whether it is present and not null.
func (a Args) Int(name string) (int, bool) {
	value, ok := a[name].(int)
	return value, ok
}

// Bool returns a boolean; null and absent are false.
func (a Args) Bool(name string) bool {
	value, _ := a[name].(bool)
	return value
}

// Object returns an input object, and whether it is present and not null.
func (a Args) Object(name string) (Args, bool) {
	value, ok := a[name].(map[string]any)
	return value, ok
}

// Objects returns a list of input objects.
func (a Args) Objects(name string) []Args {
	var objects []Args
	for _, item := range a.list(name) {
		if object, ok := item.(map[string]any); ok {
			objects = append(objects, object)
		}
	}
	return objects
}

// Strings returns a list of strings, and whether it is present and not null.
func (a Args) Strings(name string) ([]string, bool) {
	list, ok := a[name].([]any)
	texts := make([]string, 0, len(list))
	for _, item := range list {
		if text, isText := item.(string); isText {
			texts = append(texts, text)
		}
	}
	return texts, ok
}

func (a Args) list(name string) []any {
	list, _ := a[name].([]any)
	return list
}

// wholeNumber reads an Int from JSON or a literal: 32 bits, as GraphQL requires.
func wholeNumber(value any) (int, bool) {
	var number int64
	switch value := value.(type) {
	case json.Number:
		parsed, err := value.Int64()
		if err != nil {
			return 0, false
		}
		number = parsed
	case int:
		number = int64(value)
	default:
		return 0, false
	}
	return int(number), number >= -1<<31 && number < 1<<31
}
