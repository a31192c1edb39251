package galley

import (
	"slices"
	"strconv"
	"strings"
)

// VariantWeight is what one variant of a product weighs.
type VariantWeight struct {
	Options []string // its value of each option of the product
	Weight  string   // with its unit, "" where it is not known
}

// weightName is the attribute of a weight on the fact sheet.
const weightName = "Weight"

// WeightFacts gives the weights of a product's variants as facts: one for the
// product where all weigh the same, one for each value of an option that decides
// the weight, such as a size, else one for each variant.
func WeightFacts(variants []VariantWeight) []Fact {
	if facts, ok := weightsBy(variants, func(VariantWeight) string { return "" }); ok {
		return facts
	}
	for i := range variants[0].Options {
		lacks := func(v VariantWeight) bool { return v.option(i) == "" }
		if facts, ok := weightsBy(variants, func(v VariantWeight) string { return v.option(i) }); ok && !slices.ContainsFunc(variants, lacks) {
			return facts
		}
	}
	facts, _ := weightsBy(variants, func(v VariantWeight) string { return strings.Join(v.Options, " / ") })
	return facts
}

// option is a variant's value of an option, "" where it has none.
func (v VariantWeight) option(i int) string {
	if i >= len(v.Options) {
		return ""
	}
	return v.Options[i]
}

// weightsBy gives the weights by what variants have in common; ok is false where
// two that have it in common weigh differently.
func weightsBy(variants []VariantWeight, scope func(VariantWeight) string) (facts []Fact, ok bool) {
	ok = true
	for _, v := range variants {
		of := scope(v)
		i := slices.IndexFunc(facts, func(f Fact) bool { return f.Scope == of })
		switch {
		case i < 0:
			facts = append(facts, Fact{Name: weightName, Value: v.Weight, Kind: FactWeight, Scope: of})
		case facts[i].Value != v.Weight:
			ok = false
		}
	}
	return slices.DeleteFunc(facts, func(f Fact) bool { return f.Value == "" }), ok
}

// FormatWeight is a weight as people write it: 1.2505, kg gives "1.2505 kg". One
// that is not above zero is not known, and gives "".
func FormatWeight(amount float64, unit string) string {
	const decimals = 4
	number := strconv.FormatFloat(amount, 'f', decimals, 64)
	if number = strings.TrimRight(strings.TrimRight(number, "0"), "."); amount <= 0 || number == "0" || number == "" {
		return ""
	}
	return number + " " + unit
}

// weightsOf are those facts that are weights of variants.
func weightsOf(facts []Fact) []Fact {
	return slices.DeleteFunc(slices.Clone(facts), func(f Fact) bool { return f.Kind != FactWeight })
}

// withoutWeights are the other facts.
func withoutWeights(facts []Fact) []Fact {
	return slices.DeleteFunc(slices.Clone(facts), func(f Fact) bool { return f.Kind == FactWeight })
}
