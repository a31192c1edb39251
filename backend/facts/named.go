package facts

import (
	"slices"
	"strings"
)

// named finds what the lexicon has words for.
func (r *reader) named() []statement {
	var found []statement
	for n, h := range r.hits {
		class := h.terms[0].class
		if class == attribute || class == sizeWord {
			continue
		}
		s := statement{Span: r.span(h.from, h.to), class: class, concepts: h.concepts()}
		s.words = s.Of(r.text)
		s.freeOf = r.isFreeOf(h)
		s.negative = s.freeOf || r.isNegated(h.from, h.to)
		if s.freeOf && h.rest == "" && h.to < len(r.words) && r.words[h.to].low == "free" {
			s.End = r.words[h.to].End
		}
		if s.freeOf {
			s.class = Promise
		}
		s.cue = r.away[h.from]
		s.elsewhere = s.cue || r.isAboutElse(n, h)
		if class == Material || class == Colour || class == Feature {
			s.heads = r.heads(h)
		}
		if !r.lenient && r.claimsNothing(h, class, s) {
			continue
		}
		s = r.withQualifier(h, s)
		found = append(found, s)
	}
	return found
}

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
	if s.class != Material {
		return s
	}
	key := ""
	if h.from > 0 && r.words[h.from-1].raw == "100" && strings.Contains(r.text[r.words[h.from-1].End:r.words[h.from].Start], "%") && r.lenient {
		key = "pure"
	}
	if key == "" && h.from > 0 && r.words[h.from].joined {
		if key = qualifierKey(r.words[h.from-1].low); key != "" {
			s.Start = r.words[h.from-1].Start
		}
	}
	if key == "" && h.to < len(r.words) && r.words[h.to].joined && r.lex.lang != "en" {
		if key = qualifierKey(r.words[h.to].low); key != "" {
			s.End = r.words[h.to].End
		}
	}
	if key != "" && key != "real" {
		s.attr = key
	}
	return s
}

// isFreeOf finds "nickel-free", "free of nickel", "nickelfrei".
func (r *reader) isFreeOf(h hit) bool {
	if h.rest != "" && isFreeEnding(h.rest) {
		return true
	}
	return h.to < len(r.words) && r.words[h.to].joined && r.words[h.to].low == "free" ||
		r.endsWith("free of", h.from) > 0
}

func isFreeEnding(rest string) bool {
	return slices.Contains([]string{"frei", "freie", "freies", "freier", "freien", "freiem", "vrij", "vrije"}, rest)
}

// isAboutElse finds what describes the surroundings: "on a wooden deck",
// "like silk".
func (r *reader) isAboutElse(n int, h hit) bool {
	g := r.lex.grammar
	look := h.is(Material) || h.is(Colour) || h.is(Feature) && h.concepts()[0] == "pattern"
	if !look {
		return false
	}
	if h.from > 0 && r.words[h.from].joined && g.sets["like"][r.words[h.from-1].low] && !(h.from > 1 && r.words[h.from-2].low == "such") {
		return true
	}
	if h.rest != "" {
		second := word{low: h.rest, forms: inflections(r.lex.lang, h.rest)}
		return second.isOneOf(g.sets["surroundings"]) && r.afterPlace(h.from)
	}
	if at := r.described(n, h); at >= 0 && r.words[at].isOneOf(g.sets["surroundings"]) {
		return r.afterPlace(h.from) || r.afterPlace(at)
	}
	return false
}

// described is the noun that an adjective belongs to, -1 where there is none.
func (r *reader) described(n int, h hit) int {
	switch r.lex.lang {
	case "fr", "es", "it":
		i := h.from - 1
		if i > 0 && r.words[h.from].joined && slices.Contains([]string{"en", "de", "di", "in", "d'"}, r.words[i].low) {
			i--
		}
		if i >= 0 && (r.words[i+1].joined) {
			return i
		}
		return -1
	}
	i := h.to
	for _, next := range r.hits[n+1:] {
		if next.from != i || !r.words[i].joined || !(next.is(Material) || next.is(Colour)) {
			break
		}
		i = next.to
	}
	if i < len(r.words) && r.words[i].joined {
		return i
	}
	return -1
}

// afterPlace reports whether a preposition of place is shortly before a word.
func (r *reader) afterPlace(i int) bool {
	g := r.lex.grammar
	for n := i - 1; n >= 0 && n >= i-4; n-- {
		if !r.words[n+1].joined {
			return false
		}
		if g.sets["place before"][r.words[n].low] || r.endsWith("place before", n+1) > 0 {
			return true
		}
	}
	return false
}

// heads are the nouns that a look describes: of "black leather bag" black
// describes leather and bag.
func (r *reader) heads(h hit) []string {
	var heads []string
	if h.rest != "" {
		return []string{"word " + h.rest}
	}
	switch r.lex.lang {
	case "fr", "es", "it":
		if at := r.described(0, h); at >= 0 {
			if w := r.words[at]; len(w.low) > 2 {
				heads = append(heads, r.key(at))
			}
		}
		return heads
	}
	for i := h.to; i < len(r.words) && i < h.to+3 && r.words[i].joined; i++ {
		if r.isStop(i) {
			break
		}
		heads = append(heads, r.key(i))
	}
	of := h.from - 1
	if of > 0 && qualifiers[r.words[of].low] {
		of--
	}
	if of > 0 && r.words[of].joined && r.words[of+1].joined && slices.Contains([]string{"of", "in", "aus", "van"}, r.words[of].low) && !r.isStop(of-1) {
		heads = append(heads, r.key(of-1))
	}
	return heads
}

// isStop reports whether a word ends a phrase of nouns.
func (r *reader) isStop(i int) bool {
	g := r.lex.grammar
	w := r.words[i].low
	return len(w) < 3 || g.sets["and"][w] || g.sets["place before"][w] || g.sets["determiner"][w] || g.sets["comes with"][w] || g.sets["not"][w] ||
		stopVerbs[w]
}

var stopVerbs = setOf("is", "are", "was", "were", "that", "which", "keeps", "keep", "makes", "make", "gives", "give", "holds", "sits", "runs", "run", "lets", "brings",
	"for", "from", "ist", "sind", "wird", "est", "sont", "que", "qui", "es", "son", "che", "sono", "zijn", "die", "dat", "fur", "ohne", "wie", "mit")

// claimsNothing drops what is no claim in a draft: a part that something is
// put into, an ingredient that is not said to be in it.
func (r *reader) claimsNothing(h hit, class Class, s statement) bool {
	if class == Feature && !s.negative && r.isPutInto(h) {
		return true
	}
	if class == Ingredient && !s.negative {
		return !r.isContained(h)
	}
	return false
}

// isPutInto finds "in your bag", "on a shelf": no part of the product.
func (r *reader) isPutInto(h hit) bool {
	i := h.from
	for n := 0; n < 3 && i > 0 && r.words[i].joined; n++ {
		i--
		w := r.words[i].low
		if r.lex.grammar.sets["comes with"][w] {
			return false
		}
		if r.lex.grammar.sets["place before"][w] {
			return w != "with" && w != "in" || n > 0
		}
	}
	return false
}

// isContained reports whether an ingredient is said to be in the product.
func (r *reader) isContained(h hit) bool {
	g := r.lex.grammar
	for i := h.from; i >= 0 && i > h.from-7 && r.words[i].sentence == r.words[h.from].sentence; i-- {
		if g.endsAt("contains", r.words, i) > 0 || g.endsAt("comes with", r.words, i) > 0 {
			return true
		}
	}
	return h.from == 0 || r.words[h.from-1].sentence != r.words[h.from].sentence || strings.HasSuffix(r.words[h.from].raw, "-")
}
