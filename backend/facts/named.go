package facts

import (
	"slices"
	"strings"
)

// named finds what the lexicon has words for.
func (r *reader) named() []statement {
	var found []statement
	for n, h := range r.hits {
		if h.is(attribute) || h.is(sizeWord) || !r.lenient && r.isBesideSeal(n, h) {
			continue
		}
		s := r.namedBy(n, h)
		if s.mentioned = !r.lenient && r.claimsNothing(h, s); !s.mentioned || !r.isForbidden(h.from) {
			found = append(found, s)
		}
	}
	return found
}

// isBesideSeal finds "certified" beside the seal that it speaks of, which is the
// claim.
func (r *reader) isBesideSeal(n int, h hit) bool {
	if h.terms[0].concept != "certified" {
		return false
	}
	isSeal := func(other hit) bool { return other.is(Certification) || other.is(Promise) }
	return n > 0 && r.hits[n-1].to == h.from && r.words[h.from].joined && isSeal(r.hits[n-1]) ||
		n+1 < len(r.hits) && r.hits[n+1].from == h.to && r.words[h.to].joined && isSeal(r.hits[n+1])
}

func (r *reader) namedBy(n int, h hit) statement {
	s := statement{Span: r.span(h.from, h.to), class: h.terms[0].class, concepts: h.concepts()}
	s.words = s.Of(r.text)
	s.market = r.isMarket(h)
	s.cue = r.away[h.from]
	s.elsewhere = s.cue || r.isAboutElse(n, h) || r.isOfSetting(h)
	if s.class == Material || s.class == Colour || s.class == Feature {
		s.heads = r.heads(h)
	}
	if s.class == Material {
		s = r.withQualifier(h, s)
	}
	if h.to == h.from+1 && h.rest == "" {
		s.means = map[string][]string{s.concepts[0]: r.words[h.from].forms}
	}
	return r.withTongue(h, r.withPolarity(h, s))
}

// isOfSetting finds a look or a place that a draft says of its setting, or asks for.
func (r *reader) isOfSetting(h hit) bool {
	return r.isStyling(h) || r.isInScene(h) || !r.lenient && (isLook(h) && r.isAsked(h.from) || r.opensWithPlace(h))
}

// inWords are before the place that a sentence begins with.
var inWords = setOf("in", "en", "au", "aux", "im", "nel", "nella")

// opensWithPlace finds "In France, …", which speaks of the place.
func (r *reader) opensWithPlace(h hit) bool {
	first := r.sentenceOf(h.from).from
	return h.is(Origin) && h.from == first+1 && inWords[r.lowAt(first)] && h.to < len(r.words) && r.isAfterComma(h.to)
}

// withPolarity notes whether a statement is denied. In the product's own data,
// "not gluten-free" has gluten.
func (r *reader) withPolarity(h hit, s statement) statement {
	isNegated := r.isNegated(h.from, h.to)
	switch s.freeOf = r.isFreeOf(h); {
	case s.freeOf && isNegated && r.isFreeOfDenied(h):
		s.freeOf = false
	case s.freeOf:
		s.class, s.negative = Promise, true
		if h.rest == "" && r.lowAt(h.to) == "free" {
			s.End = r.words[h.to].End
		}
	case s.class == Care:
		s.negative = isNegated && !r.isFurtherPromise(h, s.class) || r.isForbidden(h.from)
	default:
		s.negative = isNegated && !r.isFurtherPromise(h, s.class)
		s = r.unlessUsed(h, s)
	}
	return s
}

// unlessUsed marks a feature that is only left off in use, "wear it without the hood", and what
// is only compared: "no two glazes are alike".
func (r *reader) unlessUsed(h hit, s statement) statement {
	isNotDenied := s.class == Feature && r.isNotDenied(h.from) || !r.lenient && r.comparesAlike(h.from)
	s.elsewhere = s.elsewhere || s.negative && isNotDenied
	return s
}

// isFreeOfDenied finds "not gluten-free" in the product's own data.
func (r *reader) isFreeOfDenied(h hit) bool {
	return r.lenient && r.endsWith(listNot, h.from) > 0
}

// lowAt is a word in small letters, "" beyond the text.
func (r *reader) lowAt(i int) string {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	return r.words[i].low
}

// joinsAt reports whether a word and the one before it are of one phrase.
func (r *reader) joinsAt(i int) bool { return i > 0 && i < len(r.words) && r.words[i].joined }

// qualifiers make more of a material than its name.
var qualifiers = setOf("solid", "genuine", "real", "pure", "finest", "massiv", "massive", "massivem", "massiver", "echt", "echtes", "echtem", "echter", "rein", "reine", "reiner", "massif", "veritable", "pur", "pure",
	"macizo", "maciza", "autentico", "autentica", "puro", "pura", "massello", "massiccio", "vero", "vera", "massief", "massieve", "zuiver", "puur", "echte")

// qualifierKeys are the shared names of the qualifiers.
var qualifierKeys = map[string]string{
	"solid": "solid", "massiv": "solid", "massive": "solid", "massivem": "solid", "massiver": "solid", "massif": "solid", "macizo": "solid", "maciza": "solid", "massello": "solid", "massiccio": "solid", "massief": "solid", "massieve": "solid",
	"pure": "pure", "rein": "pure", "reine": "pure", "reiner": "pure", "pur": "pure", "puro": "pure", "pura": "pure", "zuiver": "pure", "puur": "pure",
}

func qualifierKey(low string) string {
	if key := qualifierKeys[low]; key != "" {
		return key
	}
	if qualifiers[low] {
		return "real"
	}
	return ""
}

// withQualifier finds "solid oak": the facts must say exactly that, for solid
// oak and walnut are not solid walnut.
func (r *reader) withQualifier(h hit, s statement) statement {
	key := ""
	switch {
	case r.lenient && r.isWhole(h):
		key = "pure"
	case r.joinsAt(h.from) && qualifierKey(r.lowAt(r.beforeFineness(h))) != "":
		key = qualifierKey(r.lowAt(r.beforeFineness(h)))
		s.Start = r.words[r.beforeFineness(h)].Start
	case r.qualifierOfNoun(h) != "":
		key = r.qualifierOfNoun(h)
	case r.lex.lang != "en" && r.joinsAt(h.to) && qualifierKey(r.lowAt(h.to)) != "":
		key = qualifierKey(r.lowAt(h.to))
		s.End = r.words[h.to].End
	}
	if key != "real" {
		s.attr = key
	}
	return s
}

// qualifierOfNoun is the qualifier before "de" in a Romance language: "tapa maciza de
// cedro".
func (r *reader) qualifierOfNoun(h hit) string {
	if !r.isRomance() || !romanceOf[r.lowAt(h.from-1)] || !r.joinsAt(h.from) {
		return ""
	}
	return qualifierKey(r.lowAt(h.from - 2))
}

// beforeFineness is the word before a material, and before its fineness: "solid 14k
// gold".
func (r *reader) beforeFineness(h hit) int {
	i := h.from - 1
	for i > 0 && r.joinsAt(i) && r.isPartOfFigure(i) {
		i--
	}
	return i
}

// isWhole finds "100 % linen".
func (r *reader) isWhole(h hit) bool {
	return r.lowAt(h.from-1) == "100" && strings.Contains(r.text[r.words[h.from-1].End:r.words[h.from].Start], "%")
}

// isFreeOf finds "nickel-free", "nickelfrei".
func (r *reader) isFreeOf(h hit) bool {
	return h.rest != "" && isFreeEnding(h.rest) || r.joinsAt(h.to) && r.lowAt(h.to) == "free"
}

func isFreeEnding(rest string) bool {
	return slices.Contains([]string{"frei", "freie", "freies", "freier", "freien", "freiem", "vrij", "vrije"}, rest)
}

// isAboutElse finds what describes the surroundings: "on a wooden deck",
// "like silk".
func (r *reader) isAboutElse(n int, h hit) bool {
	switch {
	case !h.is(Material) && !h.is(Colour) && h.concepts()[0] != "pattern":
		return false
	case r.isSimile(h):
		return true
	case h.rest != "":
		return r.isCompoundElse(h)
	}
	at := r.described(n, h)
	return at >= 0 && r.isSurrounding(at) && r.standsElsewhere(h, at)
}

// standsElsewhere reports whether a sentence has the thing that is described around the product.
func (r *reader) standsElsewhere(h hit, at int) bool {
	return r.afterPlace(h.from) || r.afterPlace(at) || r.setsScene(h, at) || r.isYours(min(h.from, at)) && !r.isKnown(at)
}

// isCompoundElse finds the same in one word: "Ihr Eichentisch".
func (r *reader) isCompoundElse(h hit) bool {
	second := word{low: h.rest, forms: inflections(r.lex.lang, h.rest)}
	if !second.isOneOf(r.lex.grammar.sets[listSurroundings]) {
		return false
	}
	return r.afterPlace(h.from) || r.isYours(h.from) && !slices.ContainsFunc(second.forms, r.known)
}

// isSurrounding reports whether a word names what is around a product, in its language or
// by its English meaning.
func (r *reader) isSurrounding(i int) bool {
	inEnglish := lexicons()["en"].grammar.sets[listSurroundings]
	return r.words[i].isOneOf(r.lex.grammar.sets[listSurroundings]) ||
		slices.ContainsFunc(r.words[i].keys, func(key string) bool { return inEnglish[key[len(meaningMark):]] })
}

// setsScene finds "With a linen dress and bare shoulders, …": a sentence begins with what is
// worn or stands around, of which the data has no word.
func (r *reader) setsScene(h hit, at int) bool {
	if r.lenient || r.isKnown(at) {
		return false
	}
	from := r.sentenceOf(at).from
	first := from + 1
	if r.isArticle(first) {
		first++
	}
	return r.isOn(listWith, from) && first == min(h.from, at)
}

// isYours reports whether a draft's sentence begins with what the reader owns: "Your oak table
// deserves it".
func (r *reader) isYours(at int) bool {
	yours, owner := r.lex.grammar.sets[listYours], r.sentenceOf(at).from
	if !yours[r.lowAt(owner)] && r.isArticle(owner) {
		owner++ // "il tuo tavolo"
	}
	return r.known != nil && yours[r.lowAt(owner)] && owner+1 == at
}

// isSimile finds "like silk", not "such as silk".
func (r *reader) isSimile(h hit) bool {
	return r.joinsAt(h.from) && r.isOn(listLike, h.from-1) && r.lowAt(h.from-2) != "such"
}

// claimsNothing reports what is no claim in a draft: a part that something is
// put into, an ingredient that is not said to be in it.
func (r *reader) claimsNothing(h hit, s statement) bool {
	if before := r.lowAt(h.from - 1); s.class == Feature && h.to == h.from+1 && r.lex.lang == "en" && subjects[before] {
		return true // a verb: "it cushions knees"
	}
	return !s.negative && (s.class == Feature && (r.isPutInto(h.from) || r.isIdle(h.from) || r.lex.lang != "en" && r.isInQuestion(h.from)) || s.class == Ingredient && !r.isContained(h))
}

// isPutInto finds "in your bag", "on a shelf": no part of the product.
func (r *reader) isPutInto(i int) bool {
	for n := 0; n < 3 && i > 0 && r.words[i].joined; n++ {
		i--
		w := r.words[i].low
		if r.lex.grammar.sets[listComesWith][w] {
			return false
		}
		if r.lex.grammar.sets[listPlaceBefore][w] {
			return w != "with" && w != "in" || n > 0
		}
	}
	return false
}

// isContained reports whether an ingredient is said to be in the product.
func (r *reader) isContained(h hit) bool {
	g := r.lex.grammar
	for i := h.from; i >= 0 && i > h.from-7 && r.words[i].sentence == r.words[h.from].sentence; i-- {
		if g.endsAt(listContains, r.words, i) > 0 || g.endsAt(listComesWith, r.words, i) > 0 {
			return true
		}
	}
	return h.from == 0 || r.words[h.from-1].sentence != r.words[h.from].sentence || strings.HasSuffix(r.words[h.from].raw, "-")
}

// subjects are the words before an English verb.
var subjects = setOf("it", "that", "which", "they")

// isForbidden reports whether a negation is before a word in the same clause: "do
// not put it in the washing machine".
func (r *reader) isForbidden(i int) bool {
	for n := i - 1; n >= 0 && r.words[n].clause == r.words[i].clause && r.words[n].sentence == r.words[i].sentence; n-- {
		if r.lex.grammar.at(listNot, r.words, n) > 0 {
			return !r.isPositive(n)
		}
	}
	return false
}

// isFurtherPromise finds a promise after "and", which the negation before that
// does not deny: "grown without pesticides and certified organic".
func (r *reader) isFurtherPromise(h hit, class Class) bool {
	isPromise := class == Certification || class == Promise || class == Care || class == Origin
	return isPromise && h.from > 1 && r.isOn(listAnd, h.from-1) && !orWords[r.lowAt(h.from-1)]
}

// orWords continue what a negation denies.
var orWords = setOf("or", "nor", "oder", "noch", "ou", "ni", "o", "u", "ne", "of")
