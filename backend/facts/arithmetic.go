package facts

import (
	"slices"
	"strconv"
)

// Counts that follow from others: "fifteen slides: five ready, ten blank".

// partsOf are the numbers behind a colon of its sentence that a number is the sum of.
func (r *reader) partsOf(i int, n float64) []float64 {
	last := r.near(i).to
	colon := i + 1
	for colon < last && !r.isValueOf(colon) {
		colon++
	}
	if r.lenient {
		return nil
	}
	sum, parts := 0.0, []float64{}
	for k := colon; k < last; k++ {
		m, used := r.numberAt(k)
		if used == 0 {
			continue
		}
		if at := k + used; r.joinsAt(at) && r.words[at].isOneOf(r.lex.grammar.sets[listCountSoft]) && !r.isStop(at) {
			return nil // sizes, colours: no things that make a sum
		}
		sum, parts, k = sum+m, append(parts, m), k+used-1
	}
	if len(parts) < 2 || !isClose(sum, n) {
		return nil
	}
	return parts
}

// hasParts reports whether the data counts all parts of a sum: of what the claim counts where
// the data counts that, else of anything. One may be an article.
func (s *Sheet) hasParts(st statement) bool {
	isOfIt := func(f statement) bool { return f.count > 0 && f.has(st) }
	countsIt := s.find(sameKeys(st), isOfIt) != nil
	return len(st.parts) > 0 && !slices.ContainsFunc(st.parts, func(n float64) bool {
		if countsIt {
			return s.find(sameKeys(st), func(f statement) bool { return isOfIt(f) && f.allows(n) }) == nil
		}
		return n > 1 && !s.hasCount(func(m float64) bool { return isClose(m, n) })
	})
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
	x := &s.crossings[atCommas]
	of := x.of(numberKey(st.count))
	return len(of) > 0 && slices.ContainsFunc(x.with(keyed{keys: st.beside}), func(n int) bool { return slices.Contains(of, n) })
}

// isCountedOtherwise reports whether the data, in another language, has the number of a count
// and no word that is known to mean what it counts.
func (s *Sheet) isCountedOtherwise(st statement) bool {
	return s.also != s.lang && s.hasCount(func(n float64) bool { return n == st.count }) && !slices.ContainsFunc(st.beside, s.hasWord)
}
