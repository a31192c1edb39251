package facts

import (
	"slices"
	"strings"
)

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
	s.options = map[string][]int{}
	for name, list := range values {
		for _, w := range splitWords(name, s.lang) {
			if units().isSpelling(w.low) {
				continue
			}
			for _, key := range append(w.meanings(), optionKey(w.base())) {
				s.options[key] = append(s.options[key], len(list))
			}
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
// many values that has, none where it is no option.
func (s *Sheet) optionCount(r *reader, i int) (n float64, end int, values []int) {
	n, used := r.numberAt(i)
	at := i + used
	if used == 0 || !isMany(n) || !r.joinsAt(at) || r.isPartOfFigure(i) || r.away[i] || r.isAsked(i) {
		return 0, 0, nil
	}
	isChoice := i == 0 || r.isOn(listChoiceBefore, i-1) || r.isOn(listAnd, i-1) && r.words[at].isOneOf(alwaysChosen)
	if !isChoice {
		return 0, 0, nil
	}
	return n, at + 1, s.valuesOfOption(r.words[at])
}

// valuesOfOption is how many values each option has that a word names, in any language: "size"
// may be of the shade or of the lamp.
func (s *Sheet) valuesOfOption(w word) []int {
	values := s.options[optionKey(w.base())]
	for _, key := range w.meanings() {
		values = slices.Concat(values, s.options[key])
	}
	return values
}

// alwaysChosen are the meanings of words for what only variants have several of.
var alwaysChosen = setOf(meaningMark+"colour", meaningMark+"color", meaningMark+"size")

// isOfOption reports whether a count names an option that has as many values. At the beginning,
// "three pockets hold your phone" counts parts, and "three colours to choose from" does not.
func (s *Sheet) isOfOption(r *reader, st statement) bool {
	first, _ := r.wordsOf(st.Span)
	if st.count == 0 || first < 0 {
		return false
	}
	n, end, values := s.optionCount(r, first)
	return slices.Contains(values, int(n)) && (first > 0 || !r.joinsAt(end) || r.words[end-1].isOneOf(alwaysChosen))
}

// otherOptions finds "in three sizes" where there are two.
func (s *Sheet) otherOptions(r *reader) []Claim {
	var found []Claim
	for i := range r.words {
		if n, end, values := s.optionCount(r, i); len(values) > 0 && !slices.Contains(values, int(n)) {
			found = append(found, Claim{Span: r.span(i, end), Class: Count, Grade: NoSource})
		}
	}
	return found
}
