package facts

import (
	"slices"
	"strings"
)

// What a product uses and does not come with: "runs on three batteries (not supplied)",
// "a suitable bulb is not included". A text that says it is there contradicts that, also
// where the data speaks of the thing elsewhere.

// wordsToUnsupplied is how far before the denial the things are at most.
const wordsToUnsupplied = 8

// addUnsupplied notes what a line says to be not supplied, and what it says to be.
func (s *Sheet) addUnsupplied(n int, r *reader) {
	if k := s.lines[n].Kind; k == FromTag || k == FromOption {
		return
	}
	for i := range r.words {
		for _, at := range r.unsuppliedBefore(i) {
			for _, key := range r.suppliedKeys(at) {
				s.unsupplied[key] = n
			}
		}
	}
	denies, supplied := r.denyingSentences(), r.suppliedWords(s.namedSentences(r))
	for i, w := range r.words {
		if supplied[i] && !denies[w.sentence] && (r.isThing(i) || r.isHit(i)) {
			for _, key := range r.suppliedKeys(i) {
				s.supplies[key] = true
			}
		}
	}
}

// suppliedKeys are the keys of a thing: a spare strap is another than the strap.
func (r *reader) suppliedKeys(i int) []string {
	keys := markKeys(r.words[i])
	if !r.isSpare(i) {
		return keys
	}
	for n := range keys {
		keys[n] = "spare " + keys[n]
	}
	return keys
}

// wordsToSpare is how far from a thing a word such as "spare" is at most.
const wordsToSpare = 2

// isSpare reports whether a thing is one more of its kind: "a spare strap", "un cinturino di
// ricambio".
func (r *reader) isSpare(i int) bool {
	spare := r.lex.grammar.sets[listSpare]
	for n := i - 1; n >= i-wordsToSpare && r.joinsAt(n+1); n-- {
		if spare[r.lowAt(n)] {
			return true
		}
	}
	for n := i + 1; r.isRomance() && n <= i+wordsToSpare && r.joinsAt(n); n++ {
		if spare[r.lowAt(n)] {
			return true
		}
	}
	return false
}

// notSupply are words of denials that do not say that something is not supplied.
var notSupply = setOf("free", "frei", "vrij", "los", "left", "needed", "need", "needs")

// saysNotSupplied reports whether words say that something is not supplied: "not included",
// "sold separately", "not in the box".
func (r *reader) saysNotSupplied(i int) bool {
	g := r.lex.grammar
	if used := g.at(listNotAfter, r.words, i); used > 0 {
		return !slices.ContainsFunc(r.words[i:i+used], func(w word) bool { return notSupply[w.low] })
	}
	used := g.at(listNot, r.words, i)
	next := i + used
	return used > 0 && !r.isPositive(i) && next < len(r.words) && (g.at(listSupplied, r.words, next) > 0 || g.at(listIncluded, r.words, next) > 0)
}

// unsuppliedBefore are the things before words that say that they are not supplied: the
// last of each part of a list, in a Romance language each.
func (r *reader) unsuppliedBefore(i int) []int {
	if i == 0 || r.words[i-1].sentence != r.words[i].sentence || r.isHyphened(i) || !r.saysNotSupplied(i) {
		return nil
	}
	last := r.words[i-1]
	if r.words[i].clause != last.clause && strings.Trim(r.text[last.End:r.words[i].Start], " (:") != "" {
		return nil
	}
	return r.headsBefore(i)
}

// headsBefore are the things of the clause that ends before a word.
func (r *reader) headsBefore(i int) []int {
	var things []int
	isHead := true
	for n := i - 1; n >= max(0, i-wordsToUnsupplied) && r.words[n].sameClause(r.words[i-1]); n-- {
		if r.isOn(listAnd, n) {
			isHead = true
			continue
		}
		if (isHead || r.isRomance()) && r.isThing(n) || isHead && r.mayBeUnsupplied(n) {
			things, isHead = append(things, n), false
		}
	}
	return things
}

// mayBeUnsupplied reports whether a word before such a denial may be what it denies.
func (r *reader) mayBeUnsupplied(n int) bool {
	return r.isHit(n) || r.isLabel(n) && !r.isArticle(n) && !r.isOnOneOf(n, listAgrees, listFinite)
}

// supplied finds "three batteries are in the box" where they are not supplied.
func (s *Sheet) supplied(r *reader) []Claim {
	if len(s.unsupplied) == 0 {
		return nil
	}
	var found []Claim
	denies, supplied := r.denyingSentences(), r.suppliedWords(nil)
	for i, w := range r.words {
		if !supplied[i] || denies[w.sentence] || r.isAsked(i) || s.isNamedWord(w) {
			continue
		}
		for _, key := range r.suppliedKeys(i) {
			if line, known := s.unsupplied[key]; known && !s.supplies[key] {
				found = append(found, s.withLine(Claim{Span: w.Span, Class: Feature}, Contradicts, line))
				break
			}
		}
	}
	return found
}

// suppliedWords are those of clauses that say that something comes with the product, but for
// what it fits: "with a socket for an E27 bulb". In some sentences "with" says that, too.
func (r *reader) suppliedWords(ofProduct map[int]bool) []bool {
	supplied, supplying := make([]bool, len(r.words)), r.supplyingClauses()
	isWith, isFitted := false, false
	for i, w := range r.words {
		if i > 0 && !w.sameClause(r.words[i-1]) {
			isWith, isFitted = false, false
		}
		switch {
		case r.supplies(i):
			isFitted = false
		case r.lex.grammar.sets[listFittedTo][w.low]:
			isFitted = true
		case ofProduct[w.sentence] && r.lex.grammar.sets[listWith][w.low]:
			isWith = true
		}
		supplied[i] = (supplying[w.clause] || isWith) && !isFitted
	}
	return supplied
}

// namedSentences are those that begin with what the product is: "A canvas bag with a strap".
func (s *Sheet) namedSentences(r *reader) map[int]bool {
	named := map[int]bool{}
	for n, at := range r.sentences {
		opening := r.words[at.from:min(at.to, at.from+wordsToNamed)]
		named[n] = slices.ContainsFunc(opening, s.isNamedWord)
	}
	return named
}

// wordsToNamed is in how many words such a sentence says it at most.
const wordsToNamed = 4

// supplyingClauses are those that say that something comes with the product.
func (r *reader) supplyingClauses() map[int]bool {
	found := map[int]bool{}
	for i, w := range r.words {
		if r.supplies(i) {
			found[w.clause] = true
		}
	}
	return found
}

// supplies reports whether words say that something comes with the product.
func (r *reader) supplies(i int) bool {
	g := r.lex.grammar
	return g.at(listIncluded, r.words, i) > 0 || g.at(listSupplied, r.words, i) > 0 || g.at(listStrong, r.words, i) > 0
}
