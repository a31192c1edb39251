package facts

import "slices"

// What a text says the product is without, and the data says it has: "a reel without seven
// ball bearings".

// wordsToWithheld is how far behind such a word the thing is at most.
const wordsToWithheld = 6

// withheld finds things that a text denies and the data has.
func (s *Sheet) withheld(r *reader) []Claim {
	var found []Claim
	for i := range r.words {
		if !r.isOn(listWithout, i) || r.isAsked(i) || r.isPersonal(i) || r.scenes[r.words[i].sentence] || r.isPositive(i) || r.commands(r.sentenceOf(i).from) || r.isNotDenied(i) {
			continue
		}
		if n := s.withheldBehind(r, i); n > 0 {
			found = append(found, Claim{Span: r.span(i, n+1), Class: Feature, Grade: Contradicts})
		}
	}
	return found
}

// isUsedWithout reports whether "without" says how to use the product, not what it has: "wear
// it without the hood", "ohne Deckel braten Sie Fleisch".
func (r *reader) isUsedWithout(i int) bool {
	at := r.sentenceOf(i)
	opens := r.isOn(listWithout, at.from)
	for n := max(at.from, i-widest); n < min(at.to, i+widest); n++ {
		if (n < i || opens) && r.words[n].sameClause(r.words[i]) && r.isOn(listUses, n) {
			return true
		}
	}
	return false
}

// comparesAlike finds "no two are alike".
func (r *reader) comparesAlike(i int) bool {
	at := r.near(i)
	return slices.ContainsFunc(r.words[at.from:at.to], func(w word) bool { return r.lex.grammar.sets[listAlike][w.low] })
}

// isNotDenied reports whether a draft does not deny what is behind "without" or "no".
func (r *reader) isNotDenied(i int) bool {
	return !r.lenient && (r.isUsedWithout(i) || r.comparesAlike(i))
}

// addDetachable notes what a line says can be taken off: "a detachable hood".
func (s *Sheet) addDetachable(r *reader) {
	for i := range r.words {
		if !r.isOn(listDetachable, i) {
			continue
		}
		for n := i + 1; n <= i+wordsToDetachable && n < len(r.words) && r.isOfThing(n); n++ {
			s.noteDetachable(r.words[n])
		}
		for n := i - 1; n >= 0 && n >= i-wordsToDetachable && r.isOfThing(n+1); n-- {
			s.noteDetachable(r.words[n])
		}
	}
}

func (s *Sheet) noteDetachable(w word) {
	for _, key := range markKeys(w) {
		s.detachable[key] = true
	}
}

// wordsToDetachable is how far from "detachable" the thing is at most.
const wordsToDetachable = 3

// isOfThing reports whether a word continues what is said of a thing.
func (r *reader) isOfThing(i int) bool {
	return r.continues(i) && !r.isOn(listAnd, i)
}

// withheldBehind is the last word of what "without" denies where the data says each word of
// it and denies none, 0 where it does not.
func (s *Sheet) withheldBehind(r *reader, i int) int {
	last, isThing := 0, false
	for n := i + 1; n < min(len(r.words), i+1+wordsToWithheld) && r.words[n].sameClause(r.words[i]); n++ {
		switch {
		case r.endsDenied(n):
			n = len(r.words)
		case r.isArticle(n) || r.isNumeric(n) || !r.isLabel(n):
			continue
		case !s.isOnlySaid(r, n):
			return 0
		default:
			last, isThing = n, isThing || !s.isNamedWord(r.words[n]) && r.isThing(n)
		}
	}
	if !isThing {
		return 0
	}
	return last
}

// endsDenied reports whether a word is beyond the thing that a word before it denies.
func (r *reader) endsDenied(i int) bool {
	return r.isOnOneOf(i, listAnd, listPlaceBefore, listWith, listSubordinate, listFinite) || ofWhat[r.lowAt(i)]
}

// isOnlySaid reports whether the data says a word that is no ingredient, and never denies it.
func (s *Sheet) isOnlySaid(r *reader, i int) bool {
	h, _ := r.hitAt(i)
	return s.isAlwaysSaid(r.words[i]) && !s.absent[r.lowAt(i)] && !s.isDetachable(r.words[i]) && !s.choices[r.words[i].base()] && !h.is(Ingredient)
}

func (s *Sheet) isDetachable(w word) bool {
	return slices.ContainsFunc(markKeys(w), func(key string) bool { return s.detachable[key] })
}
