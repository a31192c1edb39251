package facts

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Figures and counts that follow from others without a word that says so: "six draws come
// to 576 g" where one weighs 96 g, "fifteen slides: five ready, ten blank".

// isAdditive are the bases of units whose amounts add up: two tins of 500 g are a kilo, two
// ropes of a metre no longer rope.
var isAdditive = setOf("g", "ml", "ah", "wh", "calorie", "piece", "sheet", "layer", "capsule", "tablet", "serving")

// partsOf are the numbers of its sentence that a number follows from: it is their sum, the
// product of two, or in total twice one of them.
func (r *reader) partsOf(i int, n float64) []float64 {
	if r.lenient {
		return nil
	}
	var others []float64
	isTotal := false
	at := r.near(i)
	for k := at.from; k < at.to; k++ {
		isTotal = isTotal || r.lex.grammar.at("in total", r.words, k) > 0
		switch m, used := r.numberAt(k); {
		case used > 0 && k != i:
			others = append(others, m)
			k += used - 1
		case used == 0 && units().loose[r.lowAt(k)] == "pair":
			others = append(others, 2)
		}
	}
	return reckoned(others, n, isTotal)
}

// reckoned are the numbers that another is the sum of, the product, or twice.
func reckoned(list []float64, n float64, isTotal bool) []float64 {
	sum := 0.0
	for a, x := range list {
		sum += x
		if isTotal && isClose(n, 2*x) {
			return []float64{x}
		}
		for _, y := range list[:a] {
			if x > 1 && y > 1 && isClose(n, x*y) {
				return []float64{x, y}
			}
		}
	}
	if len(list) > 1 && sum > float64(len(list)) && isClose(sum, n) {
		return list
	}
	return nil
}

// hasParts reports whether the data has all numbers that a number follows from.
func (s *Sheet) hasParts(parts []float64) bool {
	isKnown := func(n float64) bool { return n <= 2 || s.hasCount(func(m float64) bool { return isClose(m, n) }) }
	return len(parts) > 0 && !slices.ContainsFunc(parts, func(n float64) bool { return !isKnown(n) })
}

// countedKeys are the keys by which what a draft counts is looked for.
func (r *reader) countedKeys(i int) []string {
	if r.lenient {
		return nil
	}
	return r.crossKeysOf(i)
}

// isBesideNumber reports whether a phrase of the data has a number and what is counted:
// "pockets: four in front, one at the back".
func (s *Sheet) isBesideNumber(st statement) bool {
	digits := strconv.FormatFloat(st.count, 'f', -1, 64)
	if slices.ContainsFunc(s.variants, func(v wordsOfVariant) bool { return slices.Contains(v.words, digits) }) {
		return false // it names a variant: "3 cups" are no three sizes
	}
	x := s.crossings[atCommas]
	of := x.byKey[fmt.Sprint("# ", st.count)]
	return len(of) > 0 && slices.ContainsFunc(x.with(keyed{keys: st.beside}), func(n int) bool { return slices.Contains(of, n) })
}

// addNumbers notes the numbers of a line that measure nothing: what is counted may have
// another name in a text.
func (s *Sheet) addNumbers(r *reader) {
	for i := range r.words {
		if n, used := r.numberAt(i); used > 0 && !r.isPartOfFigure(i) {
			s.counts[n] = true
		}
	}
	for _, a := range r.figures {
		if ofPiece[a.unit] && len(a.values) > 0 {
			s.counts[a.values[0]] = true
		}
	}
}

// isCountedOtherwise reports whether the data has the number of a count, and nothing of
// what it counts: it may have another name there.
func (s *Sheet) isCountedOtherwise(st statement) bool {
	return s.counts[st.count] && !slices.ContainsFunc(st.beside, s.hasWord)
}

// isOfOption reports whether an option that a count names has as many values.
func (s *Sheet) isOfOption(st statement) bool {
	return slices.ContainsFunc(st.beside, func(key string) bool {
		n := s.options[optionKey(strings.TrimLeft(key, "-~ "))]
		return n > 0 && float64(n) == st.count
	})
}
