package graph

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// problem is one error in a variable's value, in Shopify's format.
type problem struct {
	Path        []any  `json:"path"`
	Explanation string `json:"explanation"`
}

// coercer turns JSON values into arguments and records type errors.
type coercer struct {
	types    *ast.Schema
	problems []problem
}

func (c *coercer) complainf(path []any, format string, args ...any) {
	c.problems = append(c.problems, problem{
		Path:        append([]any{}, path...),
		Explanation: fmt.Sprintf(format, args...),
	})
}

// value coerces by GraphQL's rules of input coercion.
func (c *coercer) value(typ *ast.Type, value any, path []any) any {
	if value == nil {
		if typ.NonNull {
			c.complainf(path, "Expected value to not be null")
		}
		return nil
	}
	if typ.Elem != nil {
		return c.list(typ, value, path)
	}
	switch definition := c.types.Types[typ.NamedType]; definition.Kind {
	case ast.InputObject:
		return c.object(definition, value, path)
	case ast.Enum:
		return c.enum(definition, value, path)
	default:
		return c.scalar(definition.Name, value, path)
	}
}

func (c *coercer) list(typ *ast.Type, value any, path []any) any {
	items, isList := value.([]any)
	if !isList {
		return []any{c.value(typ.Elem, value, path)}
	}
	coerced := make([]any, len(items))
	for i, item := range items {
		coerced[i] = c.value(typ.Elem, item, append(path, i))
	}
	return coerced
}

func (c *coercer) object(definition *ast.Definition, value any, path []any) any {
	given, isObject := value.(map[string]any)
	if !isObject {
		c.complainf(path, "Expected %s to be a key-value object.", show(value))
		return nil
	}
	if definition.Directives.ForName("oneOf") != nil && len(given) != 1 {
		c.complainf(path, "'%s' requires exactly one argument, but %d were provided.", definition.Name, len(given))
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if definition.Fields.ForName(name) == nil {
			c.complainf(append(path, name), "Field is not defined on %s", definition.Name)
		}
	}
	coerced := make(map[string]any, len(given))
	for _, field := range definition.Fields {
		if value, has := given[field.Name]; has {
			coerced[field.Name] = c.value(field.Type, value, append(path, field.Name))
		} else if field.DefaultValue != nil {
			coerced[field.Name] = literal(c.types, field.Type, field.DefaultValue, nil)
		} else if field.Type.NonNull {
			c.complainf(append(path, field.Name), "Expected value to not be null")
		}
	}
	return coerced
}

func (c *coercer) enum(definition *ast.Definition, value any, path []any) any {
	name, isText := value.(string)
	if isText && definition.EnumValues.ForName(name) != nil {
		return name
	}
	names := make([]string, len(definition.EnumValues))
	for i, known := range definition.EnumValues {
		names[i] = known.Name
	}
	c.complainf(path, "Expected %s to be one of: %s", show(value), strings.Join(names, ", "))
	return nil
}

func (c *coercer) scalar(name string, value any, path []any) any {
	coerce, own := scalarValues[name]
	if !own {
		return value
	}
	coerced, ok := coerce(value)
	if !ok {
		c.complainf(path, "Could not coerce value %s to %s", show(value), name)
		return nil
	}
	if id, isText := coerced.(string); name == "ID" && isText && !isGlobalID(id) {
		c.complainf(path, "Invalid global id '%s'", id)
	}
	return coerced
}

// scalarValues coerce values to GraphQL's built-in scalars.
var scalarValues = map[string]func(any) (any, bool){
	"ID": func(value any) (any, bool) {
		if number, isNumber := value.(json.Number); isNumber {
			return number.String(), true
		}
		text, ok := value.(string)
		return text, ok
	},
	"String":  func(value any) (any, bool) { text, ok := value.(string); return text, ok },
	"Boolean": func(value any) (any, bool) { flag, ok := value.(bool); return flag, ok },
	"Int":     func(value any) (any, bool) { number, ok := wholeNumber(value); return number, ok },
	"Float": func(value any) (any, bool) {
		number, ok := value.(json.Number)
		if !ok {
			return nil, false
		}
		float, err := number.Float64()
		return float, err == nil
	},
}

// isGlobalID checks the form gid://shopify/Type/number, with any suffix.
func isGlobalID(id string) bool {
	rest, isGID := strings.CutPrefix(id, "gid://shopify/")
	kind, number, hasNumber := strings.Cut(rest, "/")
	return isGID && hasNumber && kind != "" && number != ""
}

// show returns a value as JSON for an error.
func show(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(text)
}
