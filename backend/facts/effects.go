package facts

// wordsToBody is how many words are between what helps and what it helps.
const wordsToBody = 5

// effects finds promises about health that no phrase of the lexicon has:
// "supports healthy joints", "recommended by vets".
func (r *reader) effects() []statement {
	var found []statement
	for i := range r.words {
		if s, ok := r.pairedWith(i, listEffect, listBody, Promise); ok {
			found = append(found, s)
		}
		if s, ok := r.pairedWith(i, listEndorsed, listExpert, Certification); ok {
			found = append(found, s)
		}
		if s, ok := r.pairedWith(i, listExpert, listEndorsed, Certification); ok {
			found = append(found, s)
		}
	}
	return found
}

// pairedWith finds a word of one list with one of another shortly after it in
// the same clause.
func (r *reader) pairedWith(i int, first, second wordList, class Class) (statement, bool) {
	g := r.lex.grammar
	if !r.words[i].isOneOf(g.sets[first]) {
		return statement{}, false
	}
	for n := i + 1; n < min(i+wordsToBody+1, len(r.words)) && r.joinsAt(n); n++ {
		if r.words[n].isOneOf(g.sets[second]) || r.beginsWithOneOf(n, g.sets[second]) {
			concept := namesOfLists[first] + " " + r.lastForm(i) + " " + r.lastForm(n)
			return statement{Span: r.span(i, n+1), class: class, concepts: []string{concept}, elsewhere: r.away[i], cue: r.away[i]}, true
		}
	}
	return statement{}, false
}

// beginsWithOneOf finds a compound that begins with a word of a list:
// Zahnfleischbluten.
func (r *reader) beginsWithOneOf(i int, list set) bool {
	if r.lex.lang != "de" && r.lex.lang != "nl" {
		return false
	}
	low := r.lowAt(i)
	for n := longForCompounds; n <= len(low)-shortestRest; n++ {
		if list[low[:n]] {
			return true
		}
	}
	return false
}
