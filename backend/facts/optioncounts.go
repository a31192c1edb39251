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

// optionCount finds "in three sizes": the number at a word, the word behind the option, and how
// many values that has, 0 where it is none.
func (s *Sheet) optionCount(r *reader, i int) (n float64, end, values int) {
	n, used := r.numberAt(i)
	at := i + used
	isChoice := i == 0 || r.isOn(listChoiceBefore, i-1)
	if used == 0 || !isMany(n) || !isChoice || !r.joinsAt(at) || r.isPartOfFigure(i) || r.away[i] || r.isAsked(i) {
		return 0, 0, 0
	}
	return n, at + 1, s.options[optionKey(r.words[at].base())]
}

// isOfOption reports whether a count names an option that has as many values. At the beginning,
// "three pockets hold your phone" counts parts.
func (s *Sheet) isOfOption(r *reader, st statement) bool {
	first, _ := r.wordsOf(st.Span)
	if st.count == 0 || first < 0 {
		return false
	}
	n, end, values := s.optionCount(r, first)
	return values > 0 && float64(values) == n && (first > 0 || !r.joinsAt(end))
}

// otherOptions finds "in three sizes" where there are two.
func (s *Sheet) otherOptions(r *reader) []Claim {
	var found []Claim
	for i := range r.words {
		if n, end, values := s.optionCount(r, i); values > 0 && float64(values) != n {
			found = append(found, Claim{Span: r.span(i, end), Class: Count, Grade: NoSource})
		}
	}
	return found
}
