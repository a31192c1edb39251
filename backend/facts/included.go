package facts

// wordsToIncluded is how far before "included" the thing is that it speaks of.
const wordsToIncluded = 5

// included finds "bulb included" and "a whistle and rails are supplied".
func (r *reader) included() []statement {
	g := r.lex.grammar
	var found []statement
	for i := range r.words {
		if g.at("included", r.words, i) == 0 {
			continue
		}
		for n := i - 1; n >= 0 && n > i-wordsToIncluded && r.words[n].sentence == r.words[i].sentence; n-- {
			h, known := r.hitAt(n)
			if known && !h.is(Feature) || !known && (r.lenient || !r.isLabel(n) || r.isSoft(n) || g.sets["agrees"][r.lowAt(n)] || g.at("not", r.words, n) > 0) {
				continue
			}
			s := statement{Span: r.span(n, i+1), class: Feature, concepts: []string{plainKey(r.words[n])}, isRomance: r.isRomance()}
			if known {
				s.Span, s.concepts = r.span(h.from, i+1), []string{"included " + h.terms[0].concept}
			}
			s.negative = r.isNegated(i, i+1) || r.isNegated(n, n+1)
			if known || !s.negative {
				found = append(found, s)
			}
			break
		}
	}
	return found
}
