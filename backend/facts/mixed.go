package facts

import "slices"

// mixed finds two materials in one phrase that the data never joins: gold
// leather where there are gold and leather.
func (s *Sheet) mixed(r *reader) []Claim {
	var found []Claim
	for n := 1; n < len(r.hits); n++ {
		a, b := r.hits[n-1], r.hits[n]
		if a.to != b.from || !r.words[b.from].joined || !a.is(Material) || !b.is(Material) || a.is(Colour) || r.away[a.from] {
			continue
		}
		first, second := a.terms[0].concept, b.terms[0].concept
		if implied(first, second) || implied(second, first) {
			continue
		}
		if !s.areJoined(r, first, second) {
			found = append(found, Claim{Span: r.span(a.from, b.to), Class: Material, Grade: NoSource})
		}
	}
	return found
}

// areJoined reports whether the data says the first of the second, in a Romance
// language the second of the first.
func (s *Sheet) areJoined(r *reader, first, second string) bool {
	return s.joins(first, second) || r.isRomance() && s.joins(second, first)
}

// joins reports whether the data says a material of another: leather of gold.
func (s *Sheet) joins(look, of string) bool {
	return s.find([]string{conceptKey(look)}, func(f statement) bool {
		return slices.Contains(f.concepts, look) && slices.Contains(f.heads, of)
	}) != nil
}
