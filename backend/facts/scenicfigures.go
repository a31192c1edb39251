package facts

// Numbers that set a scene: "eighteen holes, four friends", "two days are enough". The
// sentence begins with one and names nothing that the data has.

// isScenicCount reports whether a count sets a scene in a list, or before a verb.
func (r *reader) isScenicCount(i, noun int) bool {
	return !r.words[noun].tells && r.isScenic(i, noun+1) && r.isListOrSentence(i)
}

// isScenic reports whether the number at a word sets a scene.
func (r *reader) isScenic(i, after int) bool {
	if r.lenient || r.known == nil {
		return false
	}
	at := r.sentenceOf(i)
	if i > at.from && r.words[i-1].sameClause(r.words[i]) {
		return false // a verb or a preposition is before it
	}
	for n := at.from; n < at.to; n++ {
		isCounted := n >= i && n < after
		if r.isHit(n) || !isCounted && r.saysOfProduct(n) {
			return false
		}
	}
	return true
}

// saysOfProduct reports whether a word names something of the product.
func (r *reader) saysOfProduct(n int) bool {
	w := r.words[n]
	return w.tells || r.isLabel(n) && r.isKnown(n) || r.lex.grammar.in(w.low, listComesWith, listWith, listStrong, listIncluded)
}

func isTime(a amount) bool { return a.base == "second" || a.base == "month" }

// isListOrSentence reports whether a sentence is a list, or has a verb such as "are".
func (r *reader) isListOrSentence(i int) bool {
	at := r.sentenceOf(i)
	for n := at.from + 1; n < at.to; n++ {
		if r.words[n].clause != r.words[n-1].clause && !r.isHyphened(i+1) || beWords[r.lowAt(n)] || isBe[r.lowAt(n)] {
			return true
		}
	}
	return false
}
