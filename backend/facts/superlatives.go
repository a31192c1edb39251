package facts

import (
	"slices"
	"strings"
)

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
	liebste liebsten liebster eerste laatste volgende juiste vaste robuuste naaste toekomstige kunste`)...)

// shortestSuperlative excludes short words that happen to end in -est.
const shortestSuperlative = 6

func (r *reader) superlatives() []statement {
	var found []statement
	for i := 0; i < len(r.words); i++ {
		if used := r.lex.grammar.at(listSuperlativeNot, r.words, i); used > 0 {
			i += used - 1
			continue
		}
		if to := r.superlativeEnd(i); to > 0 && !r.praisesElse(to) && !r.comparesVariants(to-1) {
			s := statement{Span: r.span(r.superlativeStart(i, to), to), class: Superlative, elsewhere: r.away[i] || !r.lenient && (r.isAsked(i) || r.isOfOthers(i, to)), cue: r.away[i]}
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
	used := r.lex.grammar.at(listSuperlative, r.words, i)
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

// praisesElse reports whether a superlative before a word is of something else
// than the product: "the best stories".
func (r *reader) praisesElse(to int) bool {
	return r.scenes != nil && r.joinsAt(to) && r.isScene(to, to)
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

func (r *reader) lastForm(i int) string { return r.words[i].base() }

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

// isOfOthers reports whether a sentence that is not English names things, and none that
// the data has: "le meilleur café est celui du matin".
func (r *reader) isOfOthers(from, to int) bool {
	if r.lex.lang == "en" {
		return false
	}
	others, hasVerb := 0, false
	at := r.sentenceOf(from)
	for i := at.from; i < at.to; i++ {
		hasVerb = hasVerb || beWords[r.lowAt(i)]
		if i >= from && i < to || !r.isLabel(i) {
			continue
		}
		if r.isKnown(i) {
			return false
		}
		others++
	}
	return hasVerb && others > 0
}

// beWords are what a sentence about something else has: "is the longest".
var beWords = setOf("est", "sont", "es", "son", "e", "sono", "ist", "sind", "is", "zijn", "wird", "werden")
