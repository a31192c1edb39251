package fileshop

import (
	"strings"

	"galley/backend/galley"
	"galley/backend/markup"
	"galley/backend/products/productcsv"
)

// factsOf lists what an export says of a product beyond its texts: metafields,
// the columns for Google Shopping, and weights.
func factsOf(p productcsv.Product) []galley.Fact {
	facts := metafieldFacts(p.Extra, "")
	for _, v := range p.Variants {
		facts = append(facts, metafieldFacts(v.Extra, variantName(p, v))...)
	}
	for _, g := range p.Google() {
		facts = append(facts, galley.Fact{Name: g.Name, Value: g.Value, Kind: galley.FactGoogle})
	}
	return append(facts, weights(p)...)
}

func metafieldFacts(extra map[string]string, scope string) []galley.Fact {
	facts := []galley.Fact{}
	for _, m := range productcsv.Metafields(extra) {
		if value := factValue(m.Value); value != "" && !strings.HasPrefix(m.Namespace, "app--") {
			facts = append(facts, galley.Fact{Name: m.Name, Value: value, Scope: scope})
		}
	}
	return facts
}

// factValue reads a metafield as an export has it. References and addresses are
// no facts.
func factValue(value string) string {
	value = strings.TrimSpace(value)
	if text, isRich := markup.RichText(value); isRich {
		return text
	}
	switch low := strings.ToLower(value); {
	case strings.Contains(low, "gid://"), strings.HasPrefix(low, "https://"), strings.HasPrefix(low, "http://"):
		return ""
	case low == "true":
		return "yes"
	case low == "false":
		return "no"
	}
	return value
}

// weights gives the weight of the product, or where variants differ, of each.
func weights(p productcsv.Product) []galley.Fact {
	variants := make([]galley.VariantWeight, len(p.Variants))
	for i, v := range p.Variants {
		variants[i] = galley.VariantWeight{Options: v.Options, Weight: v.Weight()}
	}
	return galley.WeightFacts(variants)
}

// variantName is what people call a variant, "" where a product has one only.
func variantName(p productcsv.Product, v productcsv.Variant) string {
	if len(p.Variants) < 2 {
		return ""
	}
	return strings.Join(v.Options, " / ")
}
