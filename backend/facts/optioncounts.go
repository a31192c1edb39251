package facts

import "strings"

// options are how many values each option of a product has, by the words of its
// name: "in three sizes".
func (s *Sheet) addOptionCounts(sources []Source) {
	values := map[string]set{}
	for _, source := range sources {
		if source.Kind != FromOption || strings.EqualFold(source.Text, "Default Title") {
			continue
		}
		if values[source.Name] == nil {
			values[source.Name] = set{}
		}
		values[source.Name][fold(source.Text)] = true
	}
	s.options = map[string]int{}
	for name, list := range values {
		for _, w := range splitWords(name, s.lang) {
			if units().isSpelling(w.low) {
				continue
			}
			s.options[optionKey(w.base())] = len(list)
		}
	}
}

// optionKey spells the name of an option in one way.
func optionKey(base string) string {
	if base == "color" {
		return "colour"
	}
	return base
}

// otherOptions finds "in three sizes" where there are two.
func (s *Sheet) otherOptions(r *reader) []Claim {
	var found []Claim
	for i := range r.words {
		n, used := r.numberAt(i)
		at := i + used
		if used == 0 || !isMany(n) || r.isPartOfFigure(i) || r.away[i] || r.isAsked(i) || !r.joinsAt(at) || !r.lex.grammar.sets["choice before"][r.lowAt(i-1)] && i > 0 {
			continue
		}
		if values := s.options[optionKey(r.words[at].base())]; values > 0 && float64(values) != n {
			found = append(found, Claim{Span: r.span(i, at+1), Class: Count, Grade: NoSource})
		}
	}
	return found
}
