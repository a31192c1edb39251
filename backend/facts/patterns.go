package facts

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// maxPlace is the maximum number of words in a place's name.
const maxPlace = 3

// made finds "made in Porto": the place must be among the facts, known name or
// not.
func (r *reader) made() []statement {
	g := r.lex.grammar
	var found []statement
	for i := 0; i+2 < len(r.words); i++ {
		if !g.sets["made"][r.words[i].low] {
			continue
		}
		in := i + 1
		for in < len(r.words)-1 && in < i+3 && r.words[in].joined && !g.sets["made in"][r.words[in].low] {
			in++
		}
		if !r.words[in].joined || !g.sets["made in"][r.words[in].low] {
			continue
		}
		place := in + 1
		if place < len(r.words)-1 && g.sets["determiner"][r.words[place].low] {
			place++
		}
		if s, ok := r.placeAt(i, place); ok {
			found = append(found, s)
		}
	}
	return found
}

func (r *reader) placeAt(i, place int) (statement, bool) {
	s := statement{class: Origin, made: true}
	for n := place; n < place+maxPlace && r.joinsAt(n) && r.words[n].capital(); n++ {
		h, known := r.hitAt(n)
		if known && !h.is(Origin) || r.lex.lang == "de" && !known && !isLikelyName(r.words[n]) {
			break
		}
		s.concepts = append(s.concepts, r.key(n))
		s.Span = r.span(i, n+1)
	}
	s.elsewhere = r.away[i]
	return s, len(s.concepts) > 0
}

// isLikelyName is false for German nouns that are no places.
func isLikelyName(w word) bool {
	return !hasAnySuffix(w.low, "ung", "heit", "keit", "arbeit", "handarbeit", "qualitat", "form", "hand", "stil", "art", "weise", "farben", "farbe", "grossen", "holz", "stoff", "material", "manufaktur", "familie", "betrieb", "liebe", "serie", "auflage", "glas", "ton")
}

// ratings and standards carry their number.
var (
	standardNames = setOf("ISO", "EN", "DIN", "ASTM", "ANSI", "BS", "IEC", "SPF", "UPF", "PPE", "FFP", "LSF", "ÖNORM", "NF")
	rating        = regexp.MustCompile(`^(?:IP[X\d]\d[A-Z]?|IK\d\d|FFP[123]|UPF\d+|SPF\d+|LSF\d+|EN\d{3,}|ISO\d{3,})$`)
)

func (r *reader) standards() []statement {
	var found []statement
	for i, w := range r.words {
		switch {
		case rating.MatchString(w.raw):
			found = append(found, statement{Span: w.Span, class: Certification, concepts: []string{"standard " + w.low}})
		case standardNames[w.raw] && i+1 < len(r.words) && r.words[i+1].joined && strings.ContainsFunc(r.words[i+1].raw, unicode.IsDigit):
			found = append(found, statement{Span: r.span(i, i+2), class: Certification, concepts: []string{"standard " + w.low + r.words[i+1].low}})
		}
	}
	return found
}

// superlativeEndings are how a superlative ends, and after which words it is
// one.
var superlativeEndings = map[string]struct {
	endings []string
	after   set
}{
	"en": {[]string{"est"}, nil},
	"de": {[]string{"ste", "sten", "ster", "stes", "stem"}, setOf("der", "die", "das", "den", "dem", "am", "unser", "unsere", "weltweit", "unserer", "des")},
	"nl": {[]string{"ste"}, setOf("de", "het", "onze", "ons")},
}

// notSuperlatives end like superlatives and are none, or promise nothing.
var notSuperlatives = setOf(strings.Fields(`abreast arrest attest behest bequest bucharest budapest chest conquest contest crest dearest detest digest divest
	dishonest earnest everest fest forest guest harvest headrest footrest armrest honest immodest infest ingest inquest interest
	invest jest latest least lest manifest midwest modest molest nearest nest northwest palimpsest pest priest protest quest
	request rest retest self-interest southwest suggest tempest test undressed unrest vest west wildest wrest zest
	erste ersten erster erstes erstem letzte letzten letzter letztes nachste nachsten nachster feste festen fester festes festem robuste robusten robuster robustes bewusste
	meisten ernste ernsten kuste kiste weste geste liste bueste wuste leiste kosten posten osten westen toasten lasten gasten gaste fenster muster meister schwester kloster polster poster
	eerste laatste volgende juiste vaste robuuste naaste toekomstige kunste`)...)

// shortestSuperlative excludes short words that happen to end in -est.
const shortestSuperlative = 6

func (r *reader) superlatives() []statement {
	var found []statement
	for i := 0; i < len(r.words); i++ {
		if used := r.lex.grammar.at("superlative not", r.words, i); used > 0 {
			i += used - 1
			continue
		}
		if to := r.superlativeEnd(i); to > 0 {
			s := statement{Span: r.span(r.superlativeStart(i, to), to), class: Superlative, elsewhere: r.away[i], cue: r.away[i]}
			s.concepts = []string{"superlative " + r.lastForm(to-1)}
			found = append(found, s)
			i = to - 1
		}
	}
	return found
}

// superlativeEnd is the word after a superlative that begins at a word, 0 where
// none does.
func (r *reader) superlativeEnd(i int) int {
	used := r.lex.grammar.at("superlative", r.words, i)
	switch {
	case used > 0 && r.joinsAt(i+used) && isMore(r.lowAt(i+used-1)):
		return i + used + 1
	case used > 0:
		return i + used
	case r.isSuperlative(i), i == 0 && r.lowAt(0) == "best":
		return i + 1
	}
	return 0
}

func (r *reader) superlativeStart(from, to int) int {
	for from+1 < to && leadsSuperlative[r.lowAt(from)] {
		from++
	}
	return from
}

// leadsSuperlative are words before a superlative that are not a part of it.
var leadsSuperlative = setOf("the", "our", "very", "der", "die", "das", "le", "la", "les", "el", "los", "las", "il", "i", "de", "het")

func isMore(low string) bool {
	return slices.Contains([]string{"most", "plus", "mas", "piu", "meest"}, low)
}

func (r *reader) lastForm(i int) string { return r.words[i].forms[len(r.words[i].forms)-1] }

func (r *reader) isSuperlative(i int) bool {
	kind, known := superlativeEndings[string(r.lex.lang)]
	w := r.words[i]
	if !known || len(w.low) < shortestSuperlative || notSuperlatives[w.low] || !hasAnySuffix(w.low, kind.endings...) {
		return false
	}
	if kind.after == nil {
		return true
	}
	return !w.capital() && i > 0 && r.words[i].joined && kind.after[r.words[i-1].low]
}

// sizeLetters are sizes that are letters.
var sizeLetters = regexp.MustCompile(`^(?:X{0,3}[SL]|M|[2-6]XL|XXS|\d{2})$`)

// sizes finds "size XL", "in sizes S to XL".
func (r *reader) sizes() []statement {
	g := r.lex.grammar
	var found []statement
	for i := range r.words {
		if !g.sets["size"][r.words[i].low] {
			continue
		}
		for n := i + 1; n < len(r.words) && n < i+9 && r.words[n].sentence == r.words[i].sentence; n++ {
			if sizeLetters.MatchString(r.words[n].raw) {
				found = append(found, statement{Span: r.words[n].Span, class: Size, concepts: []string{"size " + r.words[n].low}})
				continue
			}
			if !g.sets["and"][r.words[n].low] && !isRange(r.words[n].low) {
				break
			}
		}
	}
	return found
}

func isRange(low string) bool {
	return slices.Contains([]string{"to", "bis", "a", "von", "from", "de", "da", "tot", "in", "through", "du", "au", "van"}, low)
}

// everydayFree are words before "-free" that do not promise the absence of a
// substance.
var everydayFree = setOf("hassle", "worry", "stress", "care", "hand", "hands", "trouble", "guilt", "clutter", "fuss", "for", "duty", "carefree", "feel", "is", "are", "be", "and", "or", "a", "the", "of", "to",
	"sorgen", "barriere", "kosten", "versandkosten", "stress", "ein", "zorgen")

// absences finds what is said to be absent where the lexicon has no word for
// it: "latex-free".
func (r *reader) absences() []statement {
	var found []statement
	for i, w := range r.words {
		if _, known := r.hitAt(i); known {
			continue
		}
		absent := statement{Span: w.Span, class: Promise, concepts: []string{plainKey(w)}, negative: true}
		switch {
		case r.isFreeWord(i):
			absent.Span, absent.freeOf = r.span(i, i+2), true
			found = append(found, absent)
		case r.lenient && r.endsWith("not", i) > 0:
			found = append(found, absent)
		case r.lex.lang == "de" || r.lex.lang == "nl":
			found = append(found, r.freeCompound(i)...)
		}
	}
	return found
}

// isFreeWord finds "latex-free". With a space, only unambiguous phrases count:
// "BPA free", not "feel free".
func (r *reader) isFreeWord(i int) bool {
	w := r.words[i]
	if r.lex.lang != "en" || !r.joinsAt(i+1) || r.lowAt(i+1) != "free" || everydayFree[w.low] {
		return false
	}
	hyphen := r.text[w.End:r.words[i+1].Start]
	isAcronym := w.raw == strings.ToUpper(w.raw) && len(w.raw) > 1
	return r.lenient || hyphen == "-" || hyphen == "\u2011" || isAcronym
}

func (r *reader) freeCompound(i int) []statement {
	for _, form := range r.words[i].forms {
		base, cut := strings.CutSuffix(form, "frei")
		if !cut {
			base, cut = strings.CutSuffix(form, "vrij")
		}
		base = strings.Trim(base, "-")
		if !cut || len(base) < 3 || everydayFree[base] {
			continue
		}
		s := statement{Span: r.words[i].Span, class: Promise, concepts: []string{"word " + base}, negative: true, freeOf: true}
		second := word{raw: strings.ToUpper(base[:1]) + base[1:], low: base, forms: inflections(r.lex.lang, base)}
		if terms, used := r.lex.at([]word{second}, 0, true); used == 1 {
			s.concepts = hit{terms: terms}.concepts()
		}
		return []statement{s}
	}
	return nil
}

// open finds claims about what the lexicon does not know: what comes with the
// product, what it fits.
func (r *reader) open() []statement {
	var found []statement
	for i := range r.words {
		if r.away[i] {
			continue
		}
		if used := r.lex.grammar.at("fits", r.words, i); used > 0 {
			if s, ok := r.object(i, i+used, Compatibility); ok {
				found = append(found, s)
			}
		} else if used := r.lex.grammar.at("strong", r.words, i); used > 0 {
			if s, ok := r.object(i, i+used, Feature); ok {
				found = append(found, s)
			}
		}
	}
	return found
}

// longestObject is how many words after a verb are read.
const longestObject = 6

// object reads the nouns after a verb. What the lexicon knows is a claim of its
// own.
func (r *reader) object(from, at int, class Class) (statement, bool) {
	s := statement{class: class}
	for n := at; n < at+longestObject && r.joinsAt(n); n++ {
		_, known := r.hitAt(n)
		switch {
		case known, r.words[n].isOneOf(r.lex.grammar.sets["soft"]), class == Feature && r.isSoft(n), strings.ContainsAny(r.words[n].raw[:1], "0123456789"):
			return s, false
		case len(s.concepts) == 0 && r.isArticle(n):
			continue
		case r.isStop(n):
			return s, len(s.concepts) > 0
		}
		s.concepts = append(s.concepts, plainKey(r.words[n]))
		s.Span = r.span(from, n+1)
	}
	return s, len(s.concepts) > 0
}

func (r *reader) isArticle(i int) bool {
	g := r.lex.grammar
	return g.sets["determiner"][r.lowAt(i)] || g.numbers[r.lowAt(i)] > 0
}

// included finds "bulb included" and "batteries not included".
func (r *reader) included() []statement {
	g := r.lex.grammar
	var found []statement
	for i := range r.words {
		if g.at("included", r.words, i) == 0 {
			continue
		}
		for n := i - 1; n >= 0 && n > i-5 && r.words[n].sentence == r.words[i].sentence; n-- {
			h, known := r.hitAt(n)
			if !known || !h.is(Feature) {
				continue
			}
			s := statement{Span: r.span(h.from, i+1), class: Feature, concepts: []string{"included " + h.terms[0].concept}}
			s.negative = r.isNegated(i, i+1)
			found = append(found, s)
			break
		}
	}
	return found
}
