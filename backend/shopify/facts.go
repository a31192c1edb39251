package shopify

import (
	"encoding/json"
	"strings"

	"galley/backend/galley"
	"galley/backend/markup"
	"galley/backend/shopify/internal/adminapi"
)

// factsOf picks the metafields that say something of the product in words or numbers, or refer to
// something with a name. Other references, links, colours and data of apps are no facts that a writer
// could use.
func factsOf(metafields []*adminapi.Metafield, names referenceNames) []galley.Fact {
	facts := []galley.Fact{}
	for _, m := range present(metafields) {
		if strings.HasPrefix(m.Namespace, "app--") {
			continue
		}
		value := names.of(m.Type, m.Value)
		if value == "" {
			value = factValue(m.Type, m.Value)
		}
		if value != "" {
			facts = append(facts, galley.Fact{Name: factName(m.Key), Value: value})
		}
	}
	return facts
}

// factName makes "care_guide" readable: "Care guide".
func factName(key string) string {
	name := strings.TrimSpace(strings.NewReplacer("_", " ", "-", " ").Replace(key))
	if name == "" {
		return key
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

// factValue reads a metafield's value by its type; "" if the type holds no fact.
// Source of the types: Shopify's list of metafield data types.
func factValue(kind, value string) string {
	if element, isList := strings.CutPrefix(kind, "list."); isList {
		return listValue(element, value)
	}
	switch kind {
	case "single_line_text_field", "multi_line_text_field", "number_integer", "number_decimal":
		return strings.TrimSpace(value)
	case "rich_text_field":
		text, _ := markup.RichText(value)
		return text
	case "boolean":
		return map[string]string{"true": "yes", "false": "no"}[value]
	case "dimension", "weight", "volume":
		return measuredValue(value)
	}
	return ""
}

func listValue(element, value string) string {
	var entries []json.RawMessage
	if json.Unmarshal([]byte(value), &entries) != nil {
		return ""
	}
	var values []string
	for _, entry := range entries {
		text := string(entry)
		var quoted string
		if json.Unmarshal(entry, &quoted) == nil {
			text = quoted
		}
		if fact := factValue(element, text); fact != "" {
			values = append(values, fact)
		}
	}
	return strings.Join(values, ", ")
}

// measuredValue reads {"value":25.0,"unit":"CENTIMETERS"}.
func measuredValue(value string) string {
	var measured struct {
		Value json.Number `json:"value"`
		Unit  string      `json:"unit"`
	}
	if json.Unmarshal([]byte(value), &measured) != nil || measured.Value == "" {
		return ""
	}
	number := measured.Value.String()
	if strings.Contains(number, ".") {
		number = strings.TrimRight(strings.TrimRight(number, "0"), ".")
	}
	return strings.TrimSpace(number + " " + strings.ToLower(strings.ReplaceAll(measured.Unit, "_", " ")))
}
