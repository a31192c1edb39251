package facts

import (
	"slices"
	"strings"
)

// suited finds whom or what a product is said to suit where praise would claim
// nothing: "great for teething puppies", "fits every helmet".
func (r *reader) suited() []statement {
	if len(r.lex.neutral.groups) == 0 {
		return nil
	}
	g := r.lex.grammar
	var found []statement
	for i := range r.words {
		if used := max(g.at(listElsewhereFits, r.words, i), g.at(listPraisedFor, r.words, i)); used > 0 && !r.isAsked(i) && !r.isForbidden(i) {
			if st, ok := r.heldThing(i + used); ok && !strings.HasSuffix(r.lowAt(i+used), "ing") {
				st.class = Compatibility
				found = append(found, st)
			}
		}
		if st, ok := r.peopleWith(i); ok {
			found = append(found, st)
		}
		if r.isOn(listLiving, i) && r.isFor(i) && !r.isForbidden(i) {
			found = append(found, statement{Span: r.words[i].Span, class: Compatibility, thing: true, concepts: []string{plainKey(r.words[i])}})
		}
	}
	return found
}

// peopleWith finds "for people with hay fever".
func (r *reader) peopleWith(i int) (statement, bool) {
	if !sufferers[r.lowAt(i)] || r.lowAt(i+1) != "with" || !r.isFor(i) || r.isForbidden(i) {
		return statement{}, false
	}
	st, ok := r.heldThing(i + 2)
	st.class = Compatibility
	return st, ok
}

// sufferers are words before what someone has: "people with hay fever".
var sufferers = setOf("people", "those", "anyone", "everyone", "children", "dogs", "cats", "skin", "women", "men", "adults", "customers", "owners")

// wordsToFor is how far "for" is before whom it speaks of.
const wordsToFor = 4

func (r *reader) isFor(i int) bool {
	for n := i - 1; n >= 0 && n > i-wordsToFor && r.words[n].sentence == r.words[i].sentence; n-- {
		if r.lowAt(n) == "gift" || r.lowAt(n) == "present" {
			return false
		}
		if low := r.lowAt(n); r.lex.grammar.sets[listFor][low] || low == "to" || low == "from" {
			return true
		}
	}
	return false
}

// beneficiary reads a sentence that says whom or what the product is also for:
// "for violas and cellos too".
func (s *sentence) beneficiary(i int) int {
	if !s.r.lex.grammar.sets[listToo][s.r.lowAt(s.to-1)] {
		return -1
	}
	for at := i + 1; at < s.to && !s.r.lex.grammar.sets[listSpeaker][s.r.lowAt(at)]; {
		st, ok := s.r.heldThing(at)
		if ok && !strings.HasSuffix(s.r.lowAt(at), "ing") {
			st.class = Compatibility
			s.found = append(s.found, st)
		}
		for at < s.to && !s.r.lex.grammar.sets[listAnd][s.r.lowAt(at)] {
			if s.r.lex.grammar.sets[listPlaceBefore][s.r.lowAt(at)] {
				return -1
			}
			at++
		}
		at++
	}
	return -1
}

// deniedAlone is a line that denies the only thing that a claim says a product
// suits: "not suitable for puppies".
func (s *Sheet) deniedAlone(st statement) (line int, found bool) {
	if st.class != Compatibility || len(st.concepts) != 1 {
		return 0, false
	}
	for _, one := range s.said {
		if one.negative && len(one.objects) == 1 && slices.Contains(one.objects[0], st.concepts[0][len("word "):]) {
			return one.line, true
		}
	}
	return 0, false
}
