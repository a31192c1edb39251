package facts

// wordsToIncluded is how far before "included" the thing is that it speaks of.
const wordsToIncluded = 5

// included finds "bulb included" and "a whistle and rails are supplied".
func (r *reader) included() []statement {
	var found []statement
	for i := range r.words {
		if r.lex.grammar.at(listIncluded, r.words, i) == 0 || r.isOn(listAlways, i-1) || beforeIncluded[r.lowAt(i)] && r.joinsAt(i+1) {
			continue
		}
		if s, ok := r.includedBefore(i); ok {
			found = append(found, s)
		}
	}
	return found
}

// includedBefore is what "included" at a word speaks of: the last part or, in a
// draft, the last noun before it.
func (r *reader) includedBefore(i int) (statement, bool) {
	if n := r.subjectOfClause(i); n >= 0 {
		s := statement{Span: r.span(n, i+1), class: Feature, isRomance: true, negative: r.isNegated(i, i+1)}
		return s.withPlain(r.words[n]), !s.negative
	}
	for n := i - 1; n >= 0 && n > i-wordsToIncluded && r.words[n].sentence == r.words[i].sentence; n-- {
		h, known := r.hitAt(n)
		if known && !h.is(Feature) || !known && !r.mayBeIncluded(n) {
			continue
		}
		s := statement{Span: r.span(n, i+1), class: Feature, isRomance: r.isRomance()}
		s = s.withPlain(r.words[n])
		if known {
			s.Span, s.concepts = r.span(h.from, i+1), []string{"included " + h.terms[0].concept}
			s.means = map[string][]string{s.concepts[0]: r.words[h.from].forms}
		}
		s.negative = r.isNegated(i, i+1) || r.isNegated(n, n+1)
		return s, known || !s.negative
	}
	return statement{}, false
}

func (r *reader) mayBeIncluded(n int) bool {
	g := r.lex.grammar
	if r.lex.lang == "de" && !r.words[n].capital() {
		return false
	}
	return !r.lenient && r.isLabel(n) && !r.isSoft(n) && !r.isOn(listAgrees, n) && g.at(listNot, r.words, n) == 0
}

// beforeIncluded are before what is included: "inklusive Netzteil".
var beforeIncluded = setOf("inklusive", "inkl", "inclusief", "compris", "incluyendo")

// subjectOfClause is the noun behind the article that begins the clause of a word of a
// Romance language: "la cinta para llevarla viene incluida". It is -1 where there is none.
func (r *reader) subjectOfClause(i int) int {
	first := i
	for first > 0 && r.words[first-1].sameClause(r.words[i]) {
		first--
	}
	isNoun := r.isRomance() && !r.lenient && first+1 < i && r.isOn(listDeterminer, first)
	if !isNoun || !r.mayBeIncluded(first+1) || r.isHit(first+1) {
		return -1
	}
	return first + 1
}
