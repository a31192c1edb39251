package facts

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// told finds words that claim something wherever they are said: a part, a
// treatment, an ability.
func (r *reader) told() []statement {
	var found []statement
	for i, w := range r.words {
		if r.away[i] || r.isEmpty(i) || !w.tells && !r.isFormed(i) || r.isKnownPart(i) || r.isInQuestion(i) || r.isIdle(i) || r.isItalianRequest(i) || r.isNegated(i, i+1) || r.isNamedPlace(i) {
			continue
		}
		st := statement{Span: w.Span, class: Feature, isFormed: true}
		st = st.withPlain(w)
		found = append(found, st)
	}
	return found
}

// isEmpty reports whether a word is of a phrase that claims nothing, or of a figure.
func (r *reader) isEmpty(i int) bool {
	return r.idle[i] || r.isNumeric(i) || r.lex.grammar.isNumber(r.lowAt(i))
}

// isIdle finds a clause that is nothing but a noun and an infinitive: "Kissen
// zurechtrücken".
func (r *reader) isIdle(i int) bool {
	isDutchOrGerman := r.lex.lang == "de" || r.lex.lang == "nl"
	next := i + 1
	return isDutchOrGerman && r.joinsAt(next) && (next+1 >= len(r.words) || !r.words[next].sameClause(r.words[next+1])) &&
		(i == 0 || !r.words[i-1].sameClause(r.words[i])) && isInfinitive(r.lex.lang, r.lowAt(next)) && !r.words[next].capital()
}

// isItalianRequest finds "apri la scatola": a verb in -i before an article.
func (r *reader) isItalianRequest(i int) bool {
	return r.lex.lang == "it" && strings.HasSuffix(r.lowAt(i), "i") && r.joinsAt(i+1) && r.isOn(listDeterminer, i+1)
}

// isNamedPlace finds a part that something is put into. How a part is treated
// follows such a word, too: "in acciaio temprato".
func (r *reader) isNamedPlace(i int) bool {
	return r.words[i].isPart && r.isPutInto(i)
}

// isKnownPart reports whether a word is a claim of its own.
func (r *reader) isKnownPart(i int) bool {
	h, known := r.hitAt(i)
	return known && (h.rest == "" || h.is(Feature))
}

// isInQuestion reports whether a word is in a question.
func (r *reader) isInQuestion(i int) bool {
	to := i + 1
	for to < len(r.words) && r.words[to].sentence == r.words[i].sentence {
		to++
	}
	rest := strings.TrimLeft(r.text[r.words[to-1].End:], " \u00a0\u202f")
	return strings.HasPrefix(rest, "?")
}

// shortestFormed is how many letters an adjective has at least that its ending
// makes: abwaschbar.
const shortestFormed = 7

// isFormed reports whether the form of a word shows that it claims something:
// what can be done with the product, what it withstands.
func (r *reader) isFormed(i int) bool {
	g, w := r.lex.grammar, r.words[i]
	if len(w.low) < shortestFormed || r.lex.lang == "de" && w.capital() && !r.beginsSentence(i) || w.isOneOf(g.sets[listFormedNot]) {
		return false
	}
	for n := shortestRest; n <= len(w.low)-shortestHead; n++ {
		if g.sets[listFormedFirst][w.low[:n]] {
			return true
		}
	}
	for _, form := range w.forms {
		for ending := range g.sets[listFormed] {
			if strings.HasSuffix(form, ending) && utf8.RuneCountInString(form) >= len(ending)+shortestBase {
				return true
			}
		}
	}
	return false
}

func (r *reader) beginsSentence(i int) bool {
	return i == 0 || r.words[i-1].sentence != r.words[i].sentence
}

// builtIn finds "mit integriertem Teesieb", "infuseur amovible": what is said to be
// built in or removable is a part.
func (r *reader) builtIn() []statement {
	g := r.lex.grammar
	var found []statement
	for i, w := range r.words {
		if r.away[i] || !w.isOneOf(g.sets[listBuiltIn]) || r.isInQuestion(i) {
			continue
		}
		if !r.isRomance() {
			found = append(found, r.objects(i, i+1, Feature)...)
			continue
		}
		if at := r.nounBefore(i); at >= 0 {
			st := statement{Span: r.span(at, i+1), class: Feature, isRomance: true}
			st = st.withPlain(r.words[at])
			found = append(found, st)
		}
	}
	return found
}

// nounBefore is the noun of a Romance language that an adjective belongs to, -1
// where it is no part of a product or a claim of its own.
func (r *reader) nounBefore(i int) int {
	at := i - 1
	for at > 0 && r.joinsAt(at) && at > i-3 && (romanceOf[r.lowAt(at-1)] || len(r.lowAt(at)) < 3) {
		at--
	}
	if !r.joinsAt(i) || at < 0 || r.isArticle(at) || r.isStop(at) || r.isSoft(at) || r.isKnownPart(at) {
		return -1
	}
	return at
}

// lets finds "lässt sich zusammenfalten", "se puede ajustar": what can be done
// with the product.
func (r *reader) lets() []statement {
	g := r.lex.grammar
	var found []statement
	for i := range r.words {
		used := g.at(listLets, r.words, i)
		if used == 0 || i+used >= len(r.words) || r.away[i] || r.isInQuestion(i) || r.isPersonal(i) || r.isForbidden(i+used) {
			continue
		}
		if at := r.verbAfter(i + used); at >= 0 && !r.words[at].isOneOf(g.sets[listSoftVerb]) && !r.isKnownPart(at) {
			st := statement{Span: r.span(at, at+1), class: Feature, isFormed: true}
			st = st.withPlain(r.words[at])
			st.means[st.concepts[0]] = append(slices.Clone(st.means[st.concepts[0]]), r.withoutPrefix(at)...)
			found = append(found, st)
		}
	}
	return found
}

// verbAfter is the verb that "can" belongs to: the last of the clause where verbs
// come last, else the next word. It is -1 where there is none.
func (r *reader) verbAfter(i int) int {
	if i >= len(r.words) || !r.words[i-1].sameClause(r.words[i]) {
		return -1
	}
	if r.isRomance() {
		return i
	}
	last := -1
	for n := i; n < len(r.words) && r.words[n].sameClause(r.words[i]); n++ {
		isVerb := strings.HasSuffix(r.lowAt(n), "n") && len(r.lowAt(n)) > shortestHead && !r.words[n].capital()
		if isVerb && !r.isOn(listDeterminer, n) && !r.isOn(listHelpsVerb, n) {
			last = n
		}
	}
	return last
}

func (w word) sameClause(other word) bool {
	return w.sentence == other.sentence && w.clause == other.clause
}

// separable are the first parts of German and Dutch verbs that say only in which way.
var separable = []string{"zusammen", "auseinander", "zurück", "auf", "ab", "ein", "aus", "um", "an", "weg", "hoch", "herunter", "op", "uit", "in", "af", "samen"}

// withoutPrefix are the forms of a verb without its first part: rollen of zusammenrollen.
func (r *reader) withoutPrefix(i int) []string {
	if r.lex.lang != "de" && r.lex.lang != "nl" {
		return nil
	}
	for _, prefix := range separable {
		if rest, cut := strings.CutPrefix(r.lowAt(i), fold(prefix)); cut && len(rest) >= shortestHead {
			return splitWords(rest, r.lex.lang)[0].forms
		}
	}
	return nil
}
