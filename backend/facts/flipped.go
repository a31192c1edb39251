package facts

import "slices"

// flipped finds words that the data has only in a denial: "crampons" where it says
// that there are none.
func (s *Sheet) flipped(r *reader) []Claim {
	var found []Claim
	for i, w := range r.words {
		if denied := s.deniedWord(w); denied != nil && r.affirms(i) {
			found = append(found, s.with(Claim{Span: w.Span, Class: Feature}, Contradicts, denied))
		}
	}
	return found
}

// deniedWord is the fact that denies a word, where the data has the word only there.
func (s *Sheet) deniedWord(w word) *fact {
	concept := plainKey(w)
	if s.times[w.base()] != 1 || s.named[w.low] || s.about[conceptKey(concept)] == nil {
		return nil
	}
	return s.find([]string{conceptKey(concept)}, func(f statement) bool { return f.negative && slices.Contains(f.concepts, concept) })
}

// affirms reports whether a text says a word of the product, and does not deny it. A word such as "just"
// says nothing of it.
func (r *reader) affirms(i int) bool {
	grammar := r.lex.grammar.sets
	isWord := !grammar[listCommon][r.lowAt(i)] && !r.isHit(i) && r.isLabel(i) && !grammar[listAgrees][r.lowAt(i)]
	return isWord && !r.isNegated(i, i+1) && !r.isForbidden(i) && !r.isAsked(i)
}
