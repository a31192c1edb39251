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
		joined := s.find([]string{conceptKey(first)}, func(f statement) bool {
			return slices.Contains(f.concepts, first) && slices.Contains(f.heads, second)
		})
		if joined == nil {
			found = append(found, Claim{Span: r.span(a.from, b.to), Class: Material, Grade: NoSource})
		}
	}
	return found
}
