package facts

import "slices"

// secondWords say that there is one more of a thing.
var secondWords = setOf("second", "spare", "extra", "additional", "further", "replacement")

// wordsToSecond is how far behind such a word its noun is at most.
const wordsToSecond = 4

// spares finds "a second set of flights" where the data has flights, and says of none that
// there are more.
func (s *Sheet) spares(r *reader) []Claim {
	if r.lex.lang != "en" {
		return nil
	}
	var found []Claim
	denies := r.denyingSentences()
	for i, w := range r.words {
		if !secondWords[w.low] || r.isAsked(i) || denies[w.sentence] || r.isPartOfFigure(i) || r.isHyphened(i+1) {
			continue
		}
		for n := i + 1; n < min(len(r.words), i+wordsToSecond) && r.words[n].sameClause(w); n++ {
			if s.lacksSpare(r, n) {
				found = append(found, Claim{Span: r.span(i, n+1), Class: Feature, Grade: NoSource})
				break
			}
		}
	}
	return found
}

// lacksSpare reports whether a word is a thing of the data of which it has no more.
func (s *Sheet) lacksSpare(r *reader, n int) bool {
	isThing := r.isKnown(n) && (r.isThing(n) || r.isHit(n))
	return isThing && !s.isNamedWord(r.words[n]) && !s.hasSpare(r.words[n])
}

// hasSpare reports whether a phrase of the data has a thing with a word for one more, or
// with a number.
func (s *Sheet) hasSpare(w word) bool {
	x := &s.crossings[atCommas]
	for _, n := range x.with(keyed{keys: w.forms}) {
		for word := range secondWords {
			if slices.Contains(x.of(word), n) && !s.absent[word] {
				return true
			}
		}
	}
	return false
}

// imitations are before a material that is none: "synthetic leather".
var imitations = setOf("synthetic", "faux", "fake", "imitation", "artificial", "mock", "vegan", "plastic", "eco")

// genuine finds "real leather" where all leather of the data is an imitation.
func (s *Sheet) genuine(r *reader) []Claim {
	var found []Claim
	for _, h := range r.hits {
		if !h.is(Material) || r.lex.lang != "en" || imitations[r.lowAt(h.from-1)] || imitations[r.lowAt(h.from)] || r.isNegated(h.from, h.to) {
			continue
		}
		if line, all := s.imitated[h.terms[0].concept]; all && line >= 0 {
			found = append(found, s.withLine(Claim{Span: r.span(h.from, h.to), Class: Material}, Contradicts, line))
		}
	}
	return found
}

// addImitations notes which materials of a line are imitations: the line, or -1 for a
// material that is real somewhere.
func (s *Sheet) addImitations(n int, r *reader) {
	if r.lex.lang != "en" || s.lines[n].Kind == FromTag {
		return
	}
	for _, h := range r.hits {
		if !h.is(Material) {
			continue
		}
		concept := h.terms[0].concept
		switch _, known := s.imitated[concept]; {
		case !imitations[r.lowAt(h.from-1)] && !imitations[r.lowAt(h.from)]:
			s.imitated[concept] = -1
		case !known:
			s.imitated[concept] = n
		}
	}
}
