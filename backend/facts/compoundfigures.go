package facts

// locateInCompound finds what a figure measures in a compound before it: "Grifflänge: 12 cm".
func (r *reader) locateInCompound(s *statement, at reach) {
	if s.attr != "" || s.part != "" {
		return
	}
	for i := at.first - 1; i >= max(at.from, at.first-wordsBefore) && r.continues(i+1); i-- {
		if part, attr := r.lex.measuredIn(r.words[i].low); part != "" {
			s.part, s.attr = part, attr
			return
		}
	}
}

// measuredIn are the part and what is measured of it in a compound, "" where it is none.
func (lex *lexicon) measuredIn(low string) (part, attr string) {
	for n := shortestRest; n <= len(low)-shortestEnd && len(lex.heads) > 0; n++ {
		attr := conceptOf(lex.terms[low[n:]], attribute)
		if attr == "" {
			continue
		}
		for _, form := range inflections(lex.lang, low[:n]) {
			if part := conceptOf(lex.terms[form], Feature); part != "" {
				return part, attr
			}
		}
	}
	return "", ""
}

// conceptOf is that of a term of one word in a class, "" where none is.
func conceptOf(list []term, class Class) string {
	for _, t := range list {
		if t.class == class && len(t.words) == 1 {
			return t.concept
		}
	}
	return ""
}
