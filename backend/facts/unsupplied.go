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
			for _, key := range markKeys(r.words[at]) {
				s.unsupplied[key] = n
			}
		}
	}
	denies, supplying := r.denyingSentences(), r.supplyingClauses()
	for i, w := range r.words {
		if supplying[w.clause] && !denies[w.sentence] && (r.isThing(i) || r.isHit(i)) {
			for _, key := range markKeys(w) {
				s.supplies[key] = true
			}
		}
	}
}

// notSupply are words of denials that do not say that something is not supplied.
var notSupply = setOf("free", "frei", "vrij", "los", "left", "needed", "need", "needs")

// saysNotSupplied reports whether words say that something is not supplied: "not included",
// "sold separately", "not in the box".
func (r *reader) saysNotSupplied(i int) bool {
	g := r.lex.grammar
	if used := g.at("not after", r.words, i); used > 0 {
		return !slices.ContainsFunc(r.words[i:i+used], func(w word) bool { return notSupply[w.low] })
	}
	used := g.at("not", r.words, i)
	next := i + used
	return used > 0 && !r.isPositive(i) && next < len(r.words) && (g.at("supplied", r.words, next) > 0 || g.at("included", r.words, next) > 0)
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
		if r.lex.grammar.sets["and"][r.lowAt(n)] {
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
	return r.isHit(n) || r.isLabel(n) && !r.isArticle(n) && !r.lex.grammar.in(r.lowAt(n), "agrees", "finite")
}

// supplied finds "three batteries are in the box" where they are not supplied.
func (s *Sheet) supplied(r *reader) []Claim {
	if len(s.unsupplied) == 0 {
		return nil
	}
	var found []Claim
	denies, supplying := r.denyingSentences(), r.supplyingClauses()
	for i, w := range r.words {
		if !supplying[w.clause] || denies[w.sentence] || r.isAsked(i) || s.isNamedWord(w) {
			continue
		}
		for _, key := range markKeys(w) {
			if line, known := s.unsupplied[key]; known && !s.supplies[key] {
				found = append(found, s.withLine(Claim{Span: w.Span, Class: Feature}, Contradicts, line))
				break
			}
		}
	}
	return found
}

// supplyingClauses are those that say that something comes with the product.
func (r *reader) supplyingClauses() map[int]bool {
	g, found := r.lex.grammar, map[int]bool{}
	for i, w := range r.words {
		if g.at("included", r.words, i) > 0 || g.at("supplied", r.words, i) > 0 || g.at("strong", r.words, i) > 0 {
			found[w.clause] = true
		}
	}
	return found
}
