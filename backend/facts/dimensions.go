package facts

import (
	"maps"
	"slices"
)

// dimensions finds figures of several numbers that the data has with other
// numbers: 12 by 12 mm where it says 12 × 10 mm.
func (s *Sheet) dimensions(r *reader) []Claim {
	var found []Claim
	for n := 0; n < len(r.figures); {
		size := numbersOf(r.figures, n)
		if size > 1 {
			if f := s.otherSize(r.figures[n : n+size]); f != nil {
				found = append(found, s.with(Claim{Span: r.figures[n].Span, Class: Figure}, Contradicts, f))
			}
		}
		n += size
	}
	return found
}

// numbersOf is how many numbers a figure has: they share its place.
func numbersOf(list []amount, n int) int {
	size := 1
	for n+size < len(list) && list[n+size].Span == list[n].Span {
		size++
	}
	return size
}

// otherSize is a fact of as many numbers of which the figure repeats one too often,
// where no fact has all its numbers.
func (s *Sheet) otherSize(figure []amount) *fact {
	claimed := timesOf(figure)
	if len(claimed) == len(figure) {
		return nil // no number is repeated
	}
	var other *fact
	for _, n := range s.about[amountKey(figure[0].base)] {
		f := &s.facts[n]
		known := s.numbersWith(f)
		switch {
		case len(known) != len(figure):
		case maps.Equal(timesOf(known), claimed):
			return nil
		case slices.ContainsFunc(known, func(a amount) bool { return claimed[sizeOf(a)] > 0 }):
			other = f
		}
	}
	return other
}

// numbersWith are the amounts of the same figure of the data.
func (s *Sheet) numbersWith(f *fact) []amount {
	var list []amount
	for _, n := range s.about[amountKey(f.amount.base)] {
		if o := s.facts[n]; o.line == f.line && o.amount.Span == f.amount.Span && o.extra == f.extra {
			list = append(list, *o.amount)
		}
	}
	return list
}

// timesOf is how often a figure has each size in the base of its unit.
func timesOf(list []amount) map[float64]int {
	times := map[float64]int{}
	for _, a := range list {
		times[sizeOf(a)]++
	}
	return times
}

func sizeOf(a amount) float64 { return a.values[0] * a.factor }
