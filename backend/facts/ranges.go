package facts

import (
	"math"
	"strings"
)

// holds is a fact of two numbers that a figure follows from: it is in the range "60–120
// l", or the product of "12 × 9 g".
func (s *Sheet) holds(st statement, keys []string) *fact {
	if len(st.amount.values) == 0 {
		return nil
	}
	for _, key := range keys {
		for _, n := range s.about[key] {
			f := &s.facts[n]
			if f.amount == nil || f.differs(st) {
				continue
			}
			if list := s.numbersWith(f); len(list) == 2 && follows(sizeOf(*st.amount), list[0], list[1]) {
				return f
			}
		}
	}
	return nil
}

// follows reports whether a size is in the range of two numbers or, of masses and
// volumes, their product.
func follows(size float64, a, b amount) bool {
	isProduct := strings.ContainsAny(a.text, "x×*")
	if isProduct {
		isOfEach := a.base == "g" || a.base == "ml"
		return isOfEach && math.Abs(a.values[0]*sizeOf(b)-size) < 0.001*size
	}
	return isOpenRange[a.base] && sizeOf(a) <= size && size <= sizeOf(b)
}

// isOpenRange are the bases of units whose ranges hold for all between: a tank of 60 to
// 120 litres, a body of 60 to 90 kg.
var isOpenRange = setOf("ml", "l", "g", "person", "year", "month")
