package facts

import (
	"regexp"
	"slices"
	"strings"
)

// Words that the data has in denials alone: "jogging" where it says "not for jogging or
// skating". A text that affirms such a word contradicts the data.

// mark counts how often the data says and denies a word, and where it denies it.
type mark struct{ said, denied, line int }

// addDenials notes which words of a line are behind a negation.
func (s *Sheet) addDenials(n int, r *reader) {
	k := s.lines[n].Kind
	if s.lines[n].isOfNone() {
		return
	}
	isDenied := s.lines[n].isDenied()
	for i, w := range r.words {
		if k == FromOption && r.isBehindDenial(i) {
			s.choices[w.base()] = true
		}
		isDenied := k != FromTag && k != FromOption && (isDenied && r.isObject(i) || r.isBehindDenial(i))
		for _, key := range markKeys(w) {
			m := s.marks[key]
			if isDenied {
				m.denied, m.line = m.denied+1, n
			} else {
				m.said++
			}
			s.marks[key] = m
		}
	}
}

// isOfNone reports whether a line gives a name the value nought, which neither says nor
// denies it: "Salt: 0 g".
func (l line) isOfNone() bool { return l.Name != "" && nought.MatchString(l.Text) }

var nought = regexp.MustCompile(`^\s*0(?:[.,]0+)?\s*(?:m?g|ml|%)(?:\s|$)`)

// markKeys are the keys by which words are marked: the form that all inflections share,
// and what all languages call it.
func markKeys(w word) []string {
	keys := []string{w.base()}
	if len(w.low) < shortestHead || hasAnySuffix(w.base(), "frei", "los", "vrij", "loos") {
		return keys
	}
	for _, form := range w.forms {
		if strings.HasPrefix(form, meaningMark) {
			keys = appendNew(keys, form)
		}
	}
	return keys
}

// deniedMark is the mark of a word that the data has in denials alone.
func (s *Sheet) deniedMark(w word) (m mark, found bool) {
	for _, key := range markKeys(w) {
		one := s.marks[key]
		if one.said > 0 {
			return mark{}, false
		}
		if one.denied > 0 {
			m, found = one, true
		}
	}
	return m, found
}

// wordsToDenied is how far behind a negation a word is denied.
const wordsToDenied = 8

// isBehindDenial reports whether a negation before a word in its clause or list denies it,
// or one behind the words that it agrees to.
func (r *reader) isBehindDenial(i int) bool {
	g := r.lex.grammar
	for n := i - 1; n >= 0 && n > i-wordsToDenied && r.words[n].sentence == r.words[i].sentence; n-- {
		if r.words[n+1].clause != r.words[n].clause && !r.isOneList(n+1) {
			break
		}
		if g.at(listNot, r.words, n) > 0 {
			return !r.isPositive(n) && (!isOfNoun[r.lowAt(n)] || r.isNounOf(n, i))
		}
	}
	return r.isDeniedAgreement(i)
}

// isOfNoun are negations that deny the next noun alone: "no metal touches the gum".
var isOfNoun = setOf("no", "without", "non", "zero", "free", "lacks", "contains", "never", "nor", "neither")

// isNounOf reports whether a word is of the nouns behind "no": no verb and no preposition
// is between them.
func (r *reader) isNounOf(not, i int) bool {
	if r.lowAt(not) == "non" {
		return i == not+1
	}
	for n := not + 1; n < i; n++ {
		isVerb := r.lex.neutral.thirdPerson(r.words[n]) != "" && !r.isHit(n) || r.lowAt(not) != "never" && r.isOnOneOf(n, listFinite, listPlaceBefore, listWith, listSubordinate)
		if isVerb || strings.HasSuffix(r.lowAt(n), "ed") && r.isOn(listAnd, n-1) {
			return false
		}
	}
	return !strings.HasSuffix(r.lowAt(i), "ed") || !r.isOn(listAnd, i-1)
}

// isDeniedAgreement finds "UHT milk does not work", "the guard is not included".
func (r *reader) isDeniedAgreement(i int) bool {
	g := r.lex.grammar
	for n := i + 1; n < min(len(r.words), i+wordsToDenied) && r.words[n].sameClause(r.words[i]); n++ {
		if g.at(listNotAfter, r.words, n) > 0 {
			return true
		}
		if used := g.at(listNot, r.words, n); used > 0 {
			isLast := n+used >= len(r.words) || !r.words[n+used].sameClause(r.words[n]) // "strap included, bag not"
			return !r.isPositive(n) && (isLast || r.isOn(listAgrees, n+used) || r.isSubjectOf(i, n))
		}
	}
	return false
}

// isSubjectOf reports whether a word begins or is within the subject of a negated verb: "UHT
// milk will not set".
func (r *reader) isSubjectOf(i, not int) bool {
	if r.lex.lang != "en" || i >= not-1 || !r.isOn(listFinite, not-1) && !wontVerbs[r.lowAt(not)] {
		return false
	}
	for n := r.sentenceOf(i).from; n < not-1; n++ {
		if r.isOnOneOf(n, listFinite, listSubordinate, listAnd, listPlaceBefore, listWith) || r.lex.neutral.thirdPerson(r.words[n]) != "" && !r.isHit(n) {
			return false
		}
	}
	return true
}

var wontVerbs = setOf("won't", "doesn't", "can't", "isn't", "aren't", "don't", "cannot")

// onlyDenied finds words of a draft that the data only denies.
func (s *Sheet) onlyDenied(r *reader) []Claim {
	var found []Claim
	denies := r.denyingSentences()
	for i, w := range r.words {
		if m, isDenied := s.deniedMark(w); isDenied && !denies[w.sentence] && !s.isNamedWord(w) && r.isTopic(i) && !r.isAvoided(i) {
			found = append(found, s.withLine(Claim{Span: w.Span, Class: Feature}, Contradicts, m.line))
		}
	}
	return found
}

// isTopic reports whether a word is one that a denial may be about: no verb, and no word
// that only describes.
func (r *reader) isTopic(i int) bool {
	w, v := r.words[i], r.lex.neutral
	if smallerThan[w.low] || !r.isObject(i) || !r.isLabel(i) || r.lex.grammar.in(w.low, listAgrees, listCommon) {
		return false
	}
	isVerb := v.isVerb(w) && !r.isHit(i) && r.groupOf(i) == "" || v.thirdPerson(w) != "" || r.isDoing(i) && !r.isOn(listFor, i-1)
	return !isVerb && r.groupOf(i) != quality && r.groupOf(i) != manner
}

// isAvoided reports whether a text asks or warns of a word.
func (r *reader) isAvoided(i int) bool {
	return r.isAsked(i) || r.isBehindDenial(i) || r.isForbidden(i) || r.isShunned(i)
}

// denyingSentences are those that deny something.
func (r *reader) denyingSentences() map[int]bool {
	denies := map[int]bool{}
	for i, w := range r.words {
		if r.lex.grammar.at(listNot, r.words, i) > 0 && !r.isPositive(i) || r.lex.grammar.at(listNotAfter, r.words, i) > 0 || extras[w.low] || r.lex.grammar.at(listExtra, r.words, i) > 0 {
			denies[w.sentence] = true
		}
	}
	return denies
}

// extras say that something does not belong to the product.
var extras = setOf("extra", "separately", "optional", "except", "extras", "unless", "hardly", "barely", "scarcely", "almost", "little")

func (s *Sheet) isNamedWord(w word) bool {
	return slices.ContainsFunc(w.forms, func(form string) bool { return s.named[form] })
}

// isShunned reports whether words before a word keep it away: "out of the dryer".
func (r *reader) isShunned(i int) bool {
	for n := i - 1; n >= 0 && n > i-wordsToDenied && r.words[n].sameClause(r.words[i]); n-- {
		if r.lex.grammar.at(listShuns, r.words, n) > 0 {
			return true
		}
	}
	return false
}

// isCondition finds "when you do not need it", which says nothing of the product.
func (r *reader) isCondition(i int) bool {
	return r.isOn(listSubordinate, i) && r.isOn(listPerson, i+1)
}
