package facts

import (
	"slices"
	"strings"
)

// endsThing reports whether a word is beyond the noun that began at a word.
func (r *reader) endsThing(from, i int) bool {
	g := r.lex.grammar
	low := r.lowAt(i)
	switch {
	case r.isOnOneOf(i, listAnd, listPlaceBefore, listWith, listSubordinate, listFinite), g.at(listNot, r.words, i) > 0, r.speaks(i), low == "of":
		return true
	case i == from:
		return false
	}
	return r.isOn(listDeterminer, i) || r.isVerbAfter(from, i)
}

// isVerbAfter reports whether a word is the verb of the noun before it: after a
// plural in its base form, else with an ending.
func (r *reader) isVerbAfter(from, i int) bool {
	isList := r.isOn(listAnd, from-1) && r.followsVerb(i+1)
	isPlural := strings.HasSuffix(r.lowAt(i-1), "s") || r.isOn(listPlural, i-1) || isList
	switch base := r.lex.neutral.thirdPerson(r.words[i]); {
	case base != "" && !isPlural:
		return !r.isHit(i) || r.followsVerb(i+1)
	case r.lex.neutral.isVerb(r.words[i]):
		return isPlural && !r.isHit(i)
	}
	return false
}

func (r *reader) isHit(i int) bool {
	_, known := r.hitAt(i)
	return known
}

// followsVerb reports whether a word may follow a verb rather than a noun.
func (r *reader) followsVerb(i int) bool {
	low := r.lowAt(i)
	return r.isOnOneOf(i, listDeterminer, listPronoun, listPlaceBefore) || strings.HasSuffix(low, "ly")
}

// objectPronouns follow verbs.
var objectPronouns = setOf("it", "them", "us", "me", "him", "her", "yourself")

// commands reports whether a word begins a request: "pack some bread".
func (r *reader) commands(i int) bool {
	g := r.lex.grammar
	next := r.lowAt(i + 1)
	isEnding := r.lex.neutral.thirdPerson(r.words[i]) != "" || r.isOn(listFinite, i)
	switch {
	case r.joinsAt(i+1) && objectPronouns[next] && !isEnding, r.isPhrasal(i) && !isEnding:
		return true
	case !r.lex.neutral.isVerb(r.words[i]), i+1 >= len(r.words):
		return false
	case !r.joinsAt(i+1) && r.words[i+1].sentence == r.words[i].sentence, r.followsVerb(i + 1), g.sets[listAnd][next], g.isNumber(next):
		return true
	}
	isNoun := strings.HasSuffix(next, "s") && r.endsWithVerb(i+1)
	return r.groupOf(i) == "" && !r.isHit(i) && !isNoun
}

// isPhrasal finds a verb of two words that begins a request: "tack up, and head for the
// hills".
func (r *reader) isPhrasal(i int) bool {
	if !particles[r.lowAt(i+1)] || !r.joinsAt(i+1) || r.isArticle(i) || r.isKnown(i) {
		return false
	}
	return !r.joinsAt(i+2) || r.isArticle(i+2) || !r.words[i+1].sameClause(r.words[i+2])
}

// particles are the second words of such verbs.
var particles = setOf("up", "down", "off", "out", "away", "back")

// endsWithVerb reports whether a noun with a verb begins at a word: "screw backs
// keep".
func (r *reader) endsWithVerb(i int) bool {
	return r.joinsAt(i+1) && (r.isVerbAfter(i, i+1) || r.isOn(listFinite, i+1))
}

// isLabelWord finds one word that names a value, or begins a request: "Ink:
// black", "Pat the ribs dry".
func (r *reader) isLabelWord(from, at, end int) bool {
	if end != from+1 || at != from || r.isHit(at) {
		return false
	}
	return !strings.HasSuffix(r.lowAt(at), "s") || strings.HasPrefix(r.text[r.words[at].End:], ":")
}

// isScene reports whether a noun sets a scene: an evening, friends, a sofa. "The
// neck" may be the product's.
func (r *reader) isScene(from, i int) bool {
	switch group := r.groupOf(i); group {
	case "", manner, quality:
		return false
	case ofBody:
		return !partArticles[r.lowAt(from)] && !r.isHit(i) && !r.hasPart(from, i)
	}
	return !r.isHit(i) && !r.isKnown(i) && !r.hasPart(from, i)
}

// hasPart reports whether words name a material or part: "rubber feet".
func (r *reader) hasPart(from, to int) bool {
	return slices.ContainsFunc(r.hitsBetween(from, to), func(h hit) bool { return h.is(Material) || h.is(Feature) })
}

// partArticles are articles that a part of the product has.
var partArticles = setOf("a", "an", "the", "its")

// isKnown reports whether the data has a word.
func (r *reader) isKnown(i int) bool {
	return r.known != nil && slices.ContainsFunc(r.words[i].forms, r.known)
}

// isTrailing reports whether a word after a noun only says in which state it is:
// "door locked".
func (r *reader) isTrailing(i int) bool {
	return !r.isHit(i) && (strings.HasSuffix(r.lowAt(i), "ed") || r.groupOf(i) == quality || r.isDoing(i)) && !r.isHyphened(i)
}

// endsPhrase reports whether a word does not continue a noun: "covered by", "quilted
// and".
func (r *reader) endsPhrase(i int) bool {
	return !r.joinsAt(i) || r.isOnOneOf(i, listAfterState, listPlaceBefore, listAnd, listFinite, listDeterminer, listWith, listSubordinate)
}

// afterState is what follows a participle: "stitched in a cellar" names the cellar.
func (s *sentence) afterState(i int) int {
	r := s.r
	if r.isOn(listMade, i) && r.lowAt(i+1) == "in" && r.joinsAt(i+1) {
		if st, ok := r.heldThing(i + 2); ok {
			s.found = append(s.found, st)
		}
	}
	return i + 1
}

// isGeneral finds the subject of a general truth: "novels lean". It is a bare
// plural, or the verb of a subject that the words before it name.
func (r *reader) isGeneral(from, at, end int) bool {
	v := r.lex.neutral
	if at > from && v.thirdPerson(r.words[at]) != "" && !r.isHit(at) && r.followsVerb(at+1) {
		return true
	}
	return at == from && end == at+1 && !r.isHit(at) && strings.HasSuffix(r.lowAt(at), "s") && r.joinsAt(end) && v.isVerb(r.words[end])
}

// isState finds a participle that the sentence begins with, "covered by a
// warranty", which names nothing.
func (r *reader) isState(i int) bool {
	low := r.lowAt(i)
	g := r.lex.grammar
	isState := g.sets[listState][low] && r.joinsAt(i+1) && r.isOn(listAfterState, i+1)
	return !r.isHit(i) && (strings.HasSuffix(low, "ed") && r.endsPhrase(i+1) || isState || g.sets[listAgrees][low] || g.sets[listMade][low]) && !r.isHyphened(i+1)
}

func (r *reader) groupOf(i int) string { return r.lex.neutral.group(r.words[i]) }

// leadsIn is how many words open a sentence before what the product has: "thanks to".
func (r *reader) leadsIn(i int) int { return r.lex.grammar.at(listLeadsIn, r.words, i) }

// requests reports whether a request begins at a word, or after "simply" there.
func (r *reader) requests(i, first int) bool {
	isSimply := i == first && strings.HasSuffix(r.lowAt(i), "ly") && r.joinsAt(i+1)
	return r.commands(i) || isSimply && r.commands(i+1)
}

// doesWith finds a verb without a subject before "with" or a participle: "comes
// strung with".
func (r *reader) doesWith(i int) bool {
	isVerb := r.lex.neutral.thirdPerson(r.words[i]) != "" && !r.isHit(i)
	return isVerb && (r.isOn(listWith, i+1) || strings.HasSuffix(r.lowAt(i+1), "ed"))
}
