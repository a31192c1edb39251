package facts

// Numbers above a hundred: "two hundred and fifty", "three thousand", "two dozen".
// Their parts are numbers of the language and its words for scales.

// scales are the lists of words that multiply the number before them.
var scales = []struct {
	list wordList
	n    float64
}{{listDozen, dozen}, {listHundred, hundred}, {listThousand, thousand}}

const (
	dozen    = 12
	hundred  = 100
	thousand = 1000
)

// scaleAt is what the word at a place multiplies with, 0 where it does not.
func (g grammar) scaleAt(list []word, i int) float64 {
	for _, scale := range scales {
		if g.sets[scale.list][list[i].low] {
			return scale.n
		}
	}
	return 0
}

// longestScaled is how many words a number with scales has at most.
const longestScaled = 10

// number reads a number in words, and returns how many words it takes.
func (g grammar) number(list []word, i int) (n float64, used int) {
	if i >= len(list) || !g.starts[list[i].low] {
		return 0, 0
	}
	parts := scaledNumber{g: g, list: list}
	for at := i; at < len(list) && at < i+longestScaled && (at == i || list[at].joined); {
		words := parts.take(at, at == i)
		if words == 0 {
			break
		}
		at += words
		used = at - i
		if parts.isAnd(at) {
			at++
		}
	}
	return parts.total + parts.part, used
}

// scaledNumber is a number that is read part by part.
type scaledNumber struct {
	g           grammar
	list        []word
	total, part float64
}

// take adds the part that begins at a word, and returns how many words it takes.
func (s *scaledNumber) take(at int, isFirst bool) int {
	if scale := s.g.scaleAt(s.list, at); scale > 0 {
		switch {
		case isFirst:
			s.part = scale
		case s.part > 0 && scale > s.part || s.part >= hundred && scale == thousand:
			s.part *= scale
		default:
			return 0
		}
		s.carry()
		return 1
	}
	n, words := s.g.simpleNumber(s.list, at)
	if words == 0 || !isFirst && (n >= hundred || !s.isRound()) {
		return 0
	}
	s.part += n
	s.carry()
	return words
}

// carry moves thousands to the total, where a scale no longer multiplies them.
func (s *scaledNumber) carry() {
	if s.part >= thousand {
		s.total, s.part = s.total+s.part, 0
	}
}

// isRound reports whether a smaller number may follow: after hundreds or thousands.
func (s *scaledNumber) isRound() bool {
	return s.part > 0 && int(s.part)%hundred == 0 || s.part == 0 && s.total > 0
}

// isAnd reports whether "and" continues the number: in "a hundred and two pens" it
// does, in "five pens and two caps" it does not.
func (s *scaledNumber) isAnd(at int) bool {
	if at+1 >= len(s.list) || !s.g.sets[listAnd][s.list[at].low] || !s.list[at].joined || !s.list[at+1].joined || !s.isRound() {
		return false
	}
	n, used := s.g.simpleNumber(s.list, at+1)
	return used > 0 && n >= 1 && n < hundred
}
