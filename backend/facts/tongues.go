package facts

// tongues are English words for languages that are origins, too.
var tongues = setOf("english", "welsh", "irish", "french", "german", "italian", "spanish", "portuguese", "dutch", "danish", "swedish", "norwegian", "finnish", "icelandic",
	"polish", "czech", "slovak", "hungarian", "romanian", "bulgarian", "greek", "turkish", "russian", "japanese", "chinese", "korean", "indian", "arabic")

// writings are what is in a language rather than from its country.
var writings = setOf("language", "languages", "speaking", "manual", "manuals", "instructions", "text", "texts", "version", "edition", "translation", "translations", "subtitles",
	"spelling", "dictionary", "grammar", "words", "lettering", "alphabet")

// spokenIn are the words before a language.
var spokenIn = setOf("in", "into", "language", "languages")

// isTongue finds a language, which is no origin: "one side in English, the other in French and
// German", "English instructions". "In French oak" is an origin.
func (r *reader) isTongue(h hit) bool {
	if r.lex.lang != "en" || !h.is(Origin) || h.to != h.from+1 || !tongues[r.lowAt(h.from)] {
		return false
	}
	return r.joinsAt(h.to) && writings[r.lowAt(h.to)] || r.isSpoken(h.from)
}

// isSpoken finds a list of languages behind "in" that ends without a noun.
func (r *reader) isSpoken(i int) bool {
	first, last := i, i
	for n := r.tongueBeside(first, -1); n >= 0; n = r.tongueBeside(first, -1) {
		first = n
	}
	for n := r.tongueBeside(last, 1); n >= 0; n = r.tongueBeside(last, 1) {
		last = n
	}
	isBehind := r.joinsAt(first) && spokenIn[r.lowAt(first-1)] && !r.lex.grammar.sets["made"][r.lowAt(first-2)]
	return isBehind && (!r.joinsAt(last+1) || r.isStop(last+1))
}

// tongueBeside is the next language of a list in a direction, -1 where it ends.
func (r *reader) tongueBeside(i, step int) int {
	n := i + step
	if r.lex.grammar.sets["and"][r.lowAt(n)] {
		n += step
	}
	if n < 0 || n >= len(r.words) || !tongues[r.lowAt(n)] || r.words[n].sentence != r.words[i].sentence {
		return -1
	}
	return n
}
