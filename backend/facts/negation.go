package facts

import "strings"

// wordsToNegation is how far a negation is from what it denies.
const wordsToNegation = 5

// isNegated reports whether the words before or after a hit deny it.
func (r *reader) isNegated(from, to int) bool {
	if r.lex.grammar.at(listNot, r.words, from) > 0 {
		return false // it is a part of the term: "sans parfum"
	}
	if r.isDeniedBehind(to) {
		return true
	}
	for i := from; i > 0 && from-i < wordsToNegation && (r.isOneList(i) || r.isFreeList(i)); i-- {
		if used := r.endsWith(listNot, i); used > 0 {
			return !r.isPositive(i - used)
		}
		if r.isOn(listComesWith, i-1) || r.lowAt(i-1) == "the" || r.isOn(listAnd, i-1) && r.hasOf(i, from) {
			return false
		}
	}
	return false
}

func (r *reader) isDeniedBehind(to int) bool { return r.isDeniedAfter(to) || r.saysNo(to) }

// saysNo finds "Wireless charging: No" of a draft: a row whose value denies its name.
func (r *reader) saysNo(to int) bool {
	for i := to; i < min(len(r.words), to+wordsToNo) && r.words[i].sentence == r.words[to-1].sentence; i++ {
		if strings.TrimSpace(r.text[r.words[i-1].End:r.words[i].Start]) == ":" {
			return noWords[r.lowAt(i)] && !r.joinsAt(i+1)
		}
	}
	return false
}

// wordsToNo is how far after a word of its name the value of a row is at most.
const wordsToNo = 4

// wordsToDenial is how far after one of a list what denies all of it is: "gluten and
// added sugar are left out".
const wordsToDenial = 7

func (r *reader) isDeniedAfter(to int) bool {
	isList := false
	for i := to; i < min(len(r.words), to+wordsToDenial) && r.words[i].sentence == r.words[to-1].sentence; i++ {
		if (r.joinsAt(i) || r.lenient && strings.TrimSpace(r.text[r.words[i-1].End:r.words[i].Start]) == ":") && r.lex.grammar.at(listNotAfter, r.words, i) > 0 {
			return i == to || isList
		}
		isList = isList || !r.joinsAt(i) || r.isOn(listAnd, i)
		if r.isOnOneOf(i, listFinite, listPlaceBefore, listWith, listSubordinate) || r.lex.grammar.at(listIncluded, r.words, i) > 0 {
			return false // "cover included, adapters sold separately"
		}
	}
	return false
}

// hasOf reports whether what follows "and" is a noun with what it is of: "without
// peat and markers of wood" has wood.
func (r *reader) hasOf(i, to int) bool {
	for ; i < to; i++ {
		if ofWhat[r.lowAt(i)] {
			return true
		}
	}
	return false
}

// isOneList reports whether a word continues what is before it, also as a
// further part of a list: "no zips, buttons or hooks".
func (r *reader) isOneList(i int) bool {
	and := r.lex.grammar.sets[listAnd]
	return r.words[i].joined || and[r.lowAt(i)] || and[r.lowAt(i-1)] || r.isAfterComma(i) && r.andFollows(i)
}

// isFreeList finds "free from gluten, lactose and sugar", where "and" ends a list of what
// is not there.
func (r *reader) isFreeList(i int) bool {
	if !r.lenient || !r.isAfterComma(i) {
		return false
	}
	for n := i - 1; n > 0 && n > i-wordsToDenied && r.words[n].sentence == r.words[i].sentence; n-- {
		if r.endsWith(listFreeList, n) > 0 {
			return true
		}
	}
	return false
}

// wordsToAnd is how far after a comma the "or" is that ends a list.
const wordsToAnd = 4

func (r *reader) andFollows(i int) bool {
	for n := i + 1; n < min(i+wordsToAnd, len(r.words)) && r.joinsAt(n); n++ {
		if orWords[r.lowAt(n)] {
			return true
		}
	}
	return false
}

func (r *reader) endsWith(list wordList, i int) int { return r.lex.grammar.endsAt(list, r.words, i) }

// isPositive reports whether a negation is none: "not only".
func (r *reader) isPositive(i int) bool {
	for n := max(0, i-2); n <= i; n++ {
		if used := r.lex.grammar.at(listYetPositive, r.words, n); used > 0 && n+used > i {
			return true
		}
	}
	return false
}
