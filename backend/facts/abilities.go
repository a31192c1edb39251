package facts

import "strings"

// abilities finds what a sentence says that the product does: "it floats",
// "cleans teeth". The subject is a pronoun, or left out.
func (r *reader) abilities() []statement {
	v := r.lex.neutral
	if len(v.groups) == 0 {
		return nil
	}
	var found []statement
	for i := range r.words {
		if st, ok := r.askedAbility(i); ok {
			found = append(found, st)
			continue
		}
		base := r.abilityAt(i)
		if base == "" || r.lowAt(i+1) == "what" || r.away[i] || !r.isSaidOfProduct(i) || r.isAsked(i) {
			continue
		}
		switch {
		case v.able[base]:
			found = append(found, statement{Span: r.span(i, r.objectEnd(i+1)), class: Feature, thing: true, concepts: []string{"word " + base}})
		case r.lex.grammar.sets[listHolds][base]:
			if st, ok := r.heldThing(i + 1); ok {
				found = append(found, st)
			}
		}
	}
	return found
}

// abilityAt is the base of a verb: "folds", or "fold" after a plural.
func (r *reader) abilityAt(i int) string {
	if base := r.lex.neutral.thirdPerson(r.words[i]); base != "" {
		return base
	}
	if i > 0 && r.joinsAt(i) && r.lex.neutral.able[r.lowAt(i)] && strings.HasSuffix(r.lowAt(i-1), "s") && r.isKnown(i-1) {
		return r.lowAt(i)
	}
	return ""
}

// askedAbility finds a request that needs an ability: "charge it by USB".
func (r *reader) askedAbility(i int) (statement, bool) {
	first := r.sentenceOf(i).from
	isFirst := first == i || r.lowAt(i-1) == "to" && r.isOn(listOperates, first)
	if !isFirst || !r.isOn(listAbleIt, i) || !r.joinsAt(i+1) || !objectPronouns[r.lowAt(i+1)] {
		return statement{}, false
	}
	return statement{Span: r.span(i, i+2), class: Feature, thing: true, concepts: []string{"word " + r.lowAt(i)}}, true
}

// isSaidOfProduct reports whether the subject of a verb is the product: a pronoun,
// nothing, or that of the verb before "and".
func (r *reader) isSaidOfProduct(i int) bool {
	if i == 0 || r.words[i-1].sentence != r.words[i].sentence {
		return true
	}
	before := r.lowAt(i - 1)
	if r.joinsAt(i) && r.isKnown(i-1) && !r.isHit(i) && r.lex.neutral.able[r.abilityAt(i)] && !r.lex.neutral.verbs[before] {
		return true
	}
	if r.isSubject(i) {
		return true
	}
	if r.lex.grammar.sets[listAnd][before] {
		return r.opensWithVerb(i)
	}
	return before == "it" && (i == 1 || !r.words[i-1].joined)
}

// opensWithVerb reports whether the sentence of a word begins with a verb or "it".
func (r *reader) opensWithVerb(i int) bool {
	first := r.sentenceOf(i).from
	return r.lowAt(first) == "it" || r.lex.neutral.thirdPerson(r.words[first]) != "" && !r.isHit(first)
}

// objectEnd is the word after what a verb is about.
func (r *reader) objectEnd(from int) int {
	for n := from; n < from+longestObject && r.joinsAt(n) && !r.isOn(listAnd, n); n++ {
		if !r.isArticle(n) {
			return n + 1
		}
	}
	return from
}

// heldThing is what "keeps" or "protects" is about, where it is a thing.
func (r *reader) heldThing(from int) (statement, bool) {
	if !r.joinsAt(from) {
		return statement{}, false
	}
	at, end := r.nounAt(from)
	if end == at || r.groupOf(end-1) != "" {
		return statement{}, false
	}
	return r.thingOf(at, end)
}

// isSubject reports whether "the lid" is before a verb: a part of the product.
func (r *reader) isSubject(i int) bool {
	at := i - 1
	group := r.groupOf(at)
	if !r.joinsAt(i) || r.isHit(i) || group != "" && group != manner && group != ofBody {
		return false
	}
	for n := at - 1; n >= 0 && n >= at-2 && r.joinsAt(n+1); n-- {
		if low := r.lowAt(n); ownArticles[low] {
			return true
		}
	}
	return false
}
