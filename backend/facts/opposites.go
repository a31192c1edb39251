package facts

import (
	"strings"
	"sync"
)

// Opposites: "narrow sleeves" where the data has wide ones. The words are data, a
// line for a pair of groups; they count only of the same thing.

// opposed are the words that cannot be true together with a word, by the word.
var opposed = sync.OnceValue(func() map[string]set {
	all := map[string]set{}
	add := func(words, others []string) {
		for _, w := range words {
			if all[w] == nil {
				all[w] = set{}
			}
			for _, other := range others {
				all[w][other] = true
			}
		}
	}
	for _, line := range dataLines("en/antonyms") {
		one, other, _ := strings.Cut(line, " >< ")
		add(commaList(one), commaList(other))
		add(commaList(other), commaList(one))
	}
	return all
})

// trait is a word that has an opposite, and what it is said of.
type trait struct {
	word  string
	of    []string // forms of the thing; of the product itself theProduct alone
	from  int
	to    int
	line  int
	isNot bool
}

// theProduct is the product as the thing that a word is said of.
const theProduct = "*"

// wordsToThing is how far after an adjective its noun is at most.
const wordsToThing = 3

// qualities finds words that have opposites, with what they are said of.
func (r *reader) qualities() []trait {
	if r.lex.lang != "en" {
		return nil
	}
	var found []trait
	for i := range r.words {
		word, used := r.opposable(i)
		if used == 0 {
			continue
		}
		q := r.traitOf(trait{word: word, from: i, to: i + used, isNot: r.isNegated(i, i+used)})
		if len(q.of) == 0 {
			q.of = r.subjectOf(i)
		}
		if len(q.of) > 0 {
			found = append(found, q)
		}
	}
	return found
}

// traitOf adds the nouns behind a word.
func (r *reader) traitOf(q trait) trait {
	for n := q.to; n < q.from+1+wordsToThing && r.joinsAt(n) && !r.isPartOfFigure(n); n++ {
		switch isSide := (sideOf(r.lowAt(n)) != ""); {
		case r.isStop(n) && !isSide:
			return q
		case isSide, r.isThing(n), r.isLook(n):
			q.of, q.to = append(q.of, r.words[n].forms...), n+1
		}
	}
	return q
}

// opposable is a word that has an opposite, and how many words it takes: "fresh",
// "flat-packed".
func (r *reader) opposable(i int) (word string, used int) {
	if r.isHyphened(i) {
		return "", 0
	}
	low := r.lowAt(i)
	if r.joinsAt(i+1) && r.isHyphened(i+1) {
		if low += "-" + r.lowAt(i+1); opposed()[low] != nil {
			return low, 2
		}
		return "", 0
	}
	if opposed()[low] != nil {
		return low, 1
	}
	return "", 0
}

// subjectOf is what "is narrow" is said of.
func (r *reader) subjectOf(i int) []string {
	at := r.beBefore(i)
	if at < 1 || !r.joinsAt(at) {
		return nil
	}
	if subject := r.lowAt(at - 1); subject == "it" || subject == "they" {
		return []string{theProduct}
	}
	if r.isThing(at-1) || (sideOf(r.lowAt(at-1)) != "") {
		return r.words[at-1].forms
	}
	return nil
}

// beBefore is the "is" before a word, -1 where there is none.
func (r *reader) beBefore(i int) int {
	at := i - 1
	for at >= 0 && r.joinsAt(at+1) && (strings.HasSuffix(r.lowAt(at), "ly") || r.lowAt(at) == "very" || r.lowAt(at) == "too") {
		at--
	}
	if at >= 0 && r.joinsAt(at+1) && isBe[r.lowAt(at)] {
		return at
	}
	return -1
}

var isBe = setOf("is", "are")

// addQualities notes the words of a line that have opposites.
func (s *Sheet) addQualities(n int, r *reader) {
	if k := s.lines[n].Kind; k == FromTag || k == FromOption {
		return
	}
	for _, q := range r.qualities() {
		q.line = n
		for _, form := range s.ofWhat(q) {
			s.qualities[form] = append(s.qualities[form], q)
		}
	}
}

// ofWhat are the forms of what a word is said of, theProduct where that is the
// product.
func (s *Sheet) ofWhat(q trait) []string {
	for _, form := range q.of {
		if s.named[form] {
			return append([]string{theProduct}, q.of...)
		}
	}
	return q.of
}

// opposites finds words of a draft that the data says the opposite of.
func (s *Sheet) opposites(r *reader) []Claim {
	var found []Claim
	for _, q := range r.qualities() {
		if r.away[q.from] || r.isAsked(q.from) || r.scenes[r.words[q.from].sentence] || q.isNot {
			continue
		}
		if other := s.oppositeOf(q); other != nil {
			found = append(found, s.withLine(Claim{Span: r.span(q.from, q.to), Class: Feature}, Contradicts, other.line))
		}
	}
	return found
}

// oppositeOf is what the data says of the same thing that cannot be true together
// with a word of a draft, nil where it also says the word.
func (s *Sheet) oppositeOf(claim trait) *trait {
	var other *trait
	for _, form := range s.ofWhat(claim) {
		for i := range s.qualities[form] {
			switch q := &s.qualities[form][i]; {
			case q.isNot:
			case q.word == claim.word, !opposed()[claim.word][q.word] && form != theProduct && isAlike(q.word, claim.word):
				return nil
			case opposed()[claim.word][q.word]:
				other = q
			}
		}
	}
	return other
}

// isAlike reports whether two words have an opposite in common.
func isAlike(a, b string) bool {
	for word := range opposed()[a] {
		if opposed()[b][word] {
			return true
		}
	}
	return false
}
