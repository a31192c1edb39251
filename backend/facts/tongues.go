package facts

import "slices"

// tongues are English words for languages that are origins, too.
var tongues = setOf("english", "welsh", "irish", "french", "german", "italian", "spanish", "portuguese", "dutch", "danish", "swedish", "norwegian", "finnish", "icelandic",
	"polish", "czech", "slovak", "hungarian", "romanian", "bulgarian", "greek", "turkish", "russian", "japanese", "chinese", "korean", "indian", "arabic")

// writings are what is in a language rather than from its country.
var writings = setOf("language", "languages", "speaking", "manual", "manuals", "instructions", "text", "texts", "version", "edition", "translation", "translations", "subtitles",
	"spelling", "dictionary", "grammar", "words", "lettering", "alphabet")

// spokenIn are the words before a language.
var spokenIn = setOf("in", "into", "language", "languages")

// withTongue notes what is a language, and what may be one. Where a draft is in another language
// than its data, words do not tell it from an origin.
func (r *reader) withTongue(h hit, s statement) statement {
	tongue := "language " + s.concepts[0]
	switch {
	case r.isTongue(h) && r.lenient:
		s.class, s.tongue, s.means = Feature, true, nil
		s.concepts = []string{tongue, s.concepts[0]}
	case r.isTongue(h):
		s.class, s.tongue, s.means = Feature, true, nil
		s.concepts = []string{tongue}
	case r.mayBeTongue(h) && r.lenient && r.lex.lang != "en":
		s.concepts = append(s.concepts, tongue)
	case r.mayBeTongue(h):
		s.spoken = true
	}
	return s
}

// isTongue finds a language, which is no origin: "one side in English, the other in French and
// German", "an English and a German manual". "In French oak" is an origin.
func (r *reader) isTongue(h hit) bool {
	if r.lex.lang != "en" || !h.is(Origin) || h.to != h.from+1 || !tongues[r.lowAt(h.from)] {
		return false
	}
	first, last := r.tonguesAround(h.from)
	return r.joinsAt(last+1) && writings[r.lowAt(last+1)] || r.isSpoken(first, last)
}

// isTongueWord reports whether an English draft has the name of a language at a word.
func (r *reader) isTongueWord(i int) bool {
	return !r.lenient && r.lex.lang == "en" && tongues[r.lowAt(i)]
}

// tonguesAround are the first and the last word of the list of languages that a word is in.
func (r *reader) tonguesAround(i int) (first, last int) {
	first, last = i, i
	for n := r.tongueBeside(first, -1); n >= 0; n = r.tongueBeside(first, -1) {
		first = n
	}
	for n := r.tongueBeside(last, 1); n >= 0; n = r.tongueBeside(last, 1) {
		last = n
	}
	return first, last
}

// isSpoken finds a list of languages behind "in" that ends without a noun.
func (r *reader) isSpoken(first, last int) bool {
	isBehind := first > 0 && (r.joinsAt(first) || r.isValueOf(first)) && spokenIn[r.lowAt(first-1)] && !r.isOn(listMade, first-2)
	return isBehind && (!r.joinsAt(last+1) || r.isStop(last+1))
}

// mayBeTongue reports whether a word for an origin may be a language: an adjective, not of what is
// made or who makes it.
func (r *reader) mayBeTongue(h hit) bool {
	if !h.is(Origin) || h.to != h.from+1 || h.rest != "" {
		return false
	}
	return r.lex.isAdjective(h.terms[0]) && !r.isOfMaking(h)
}

// isAdjective reports whether a word for an origin is no place: in English and Dutch, it has a
// capital, too.
func (lex *lexicon) isAdjective(t term) bool {
	isDutch := hasAnySuffix(t.words[0], "s", "se", "sch") && t.words[0] != fold(t.concept)
	return !t.capital || lex.lang == "en" && tongues[t.words[0]] || lex.lang == "nl" && isDutch
}

// makers are what makes a product, or how it is made.
var makers = setOf("maker", "makers", "joiner", "joiners", "carpenter", "artisan", "artisans", "craftsman", "craftsmen", "craftspeople", "craft", "craftsmanship", "workmanship", "handicraft", "handcraft", "hand",
	"workshop", "workshops", "factory", "factories", "mill", "mills", "manufacture", "manufacturer", "manufactory", "production", "brand", "company", "house", "family", "studio", "designer", "designers", "design",
	"engineer", "engineers", "engineering", "quality", "tradition", "style", "origin", "product", "soil", "farm", "farms", "farmer", "farmers",
	"handwerk", "handwerkskunst", "handarbeit", "wertarbeit", "manufaktur", "fertigung", "herstellung", "fabrication", "artisanat", "facture", "artesania", "artigianato", "fattura", "vakmanschap", "ambacht", "makelij")

// isOfMaking finds "German joiners", "chêne français", "the oak is German": a material or a maker is
// beside an origin.
func (r *reader) isOfMaking(h hit) bool {
	for n := h.to; n < h.to+2 && r.joinsAt(n) && !r.isStop(n); n++ {
		if r.isOfMaker(n) {
			return true
		}
	}
	for n := h.from - 1; n >= max(0, h.from-2) && r.joinsAt(n+1) && !r.opensPhrase(n); n-- {
		if r.isOfMaker(n) {
			return true
		}
	}
	return false
}

func (r *reader) opensPhrase(i int) bool {
	return r.isOnOneOf(i, listAnd, listPlaceBefore, listWith, listComesWith)
}

// isMaking reports whether a word names a material, a maker or a way of making.
func (r *reader) isOfMaker(i int) bool {
	if h, known := r.hitAt(i); known && (h.is(Material) || h.is(Ingredient)) {
		return true
	}
	return makers[r.lowAt(i)] || r.isOn(listMade, i) ||
		slices.ContainsFunc(r.words[i].keys, func(key string) bool { return makers[key[len(meaningMark):]] })
}

// tongueBeside is the next language of a list in a direction, -1 where it ends.
func (r *reader) tongueBeside(i, step int) int {
	n := i + step
	for n > 0 && n < len(r.words) && r.isOnOneOf(n, listAnd, listDeterminer) {
		n += step
	}
	if n < 0 || n >= len(r.words) || !tongues[r.lowAt(n)] || r.words[n].sentence != r.words[i].sentence {
		return -1
	}
	return n
}
