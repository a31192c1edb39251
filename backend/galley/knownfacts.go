package galley

import (
	"slices"
	"strings"
)

// KnownFacts are the shop's facts of a product as people corrected them, with
// what people and suppliers added. A sentence has no name.
func (s Subject) KnownFacts() []Fact {
	var known []Fact
	changed := func(f Fact) bool {
		return slices.ContainsFunc(s.Noted.Facts, func(n NotedFact) bool {
			return n.Row != "" && strings.EqualFold(n.Was.Attribute, f.Name) && strings.EqualFold(n.Was.Value, f.Value) && strings.EqualFold(n.Was.Scope, f.Scope)
		})
	}
	for _, f := range s.Product.Metafields {
		if !changed(f) {
			known = append(known, f)
		}
	}
	for _, n := range s.Noted.Facts {
		if n.State != FactStruck {
			known = append(known, Fact{Name: n.Attribute, Value: n.Value, Scope: n.Scope})
		}
	}
	for _, n := range s.Noted.Scoped {
		known = append(known, Fact{Value: n.Fact})
	}
	return known
}

// Label is the fact's name with the variant that it is true of: "Weight (Large)".
func (f Fact) Label() string {
	if f.Scope == "" || f.Name == "" {
		return f.Name
	}
	return f.Name + " (" + f.Scope + ")"
}

// Untrue lists what the shop's data say and people struck or corrected, such as
// "Weight: 1.4 kg".
func (n Noted) Untrue() []string {
	var list []string
	for _, f := range n.Facts {
		if f.Row == "" {
			continue
		}
		words := f.Was.Value
		if f.Was.Attribute != "" {
			words = f.Was.Attribute + ": " + words
		}
		list = append(list, words)
	}
	return list
}
