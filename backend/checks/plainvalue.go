package checks

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// plainValue reads the JSON that Shopify keeps in some metafields: lists, and
// measures such as {"value":42.0,"unit":"CENTIMETERS"}.
func plainValue(value string) string {
	trimmed := strings.TrimSpace(value)
	if !strings.HasPrefix(trimmed, "{") && !strings.HasPrefix(trimmed, "[") {
		return value
	}
	decoder := json.NewDecoder(strings.NewReader(trimmed))
	decoder.UseNumber()
	var v any
	if decoder.Decode(&v) != nil {
		return value
	}
	return flatten(v)
}

func flatten(v any) string {
	switch v := v.(type) {
	case map[string]any:
		if amount, ok := v["value"]; ok {
			return strings.TrimSpace(flatten(amount) + " " + flatten(v["unit"]))
		}
		var parts []string
		for _, part := range v {
			parts = append(parts, flatten(part))
		}
		slices.Sort(parts)
		return strings.Join(parts, "; ")
	case []any:
		var parts []string
		for _, part := range v {
			parts = append(parts, flatten(part))
		}
		return strings.Join(parts, "; ")
	case nil:
		return ""
	}
	return fmt.Sprint(v)
}
