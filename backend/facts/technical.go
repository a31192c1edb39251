package facts

import "strings"

// technical finds words whose form promises something: "resealable",
// "laser-etched", "splinter-free".
func (r *reader) technical() []statement {
	if len(r.lex.neutral.groups) == 0 {
		return nil
	}
	var found []statement
	for i := range r.words {
		from := -1
		switch {
		case r.away[i] || r.isHit(i) || r.groupOf(i) != "":
			continue
		case r.isHyphened(i) && r.isMakingPart(i):
			from = i - 1
		case r.isAbility(i):
			from = i
		}
		if from < 0 || r.isAsked(i) {
			continue
		}
		found = append(found, statement{Span: r.span(from, i+1), class: Feature, thing: true, concepts: r.plainKeys(from, i+1)})
	}
	return found
}

func (r *reader) plainKeys(from, to int) []string {
	var keys []string
	for n := from; n < to; n++ {
		if !r.isHit(n) {
			keys = append(keys, plainKey(r.words[n]))
		}
	}
	return keys
}

// isHyphened reports whether a hyphen joins a word to the one before it.
func (r *reader) isHyphened(i int) bool {
	return r.joinsAt(i) && strings.ContainsAny(r.text[r.words[i-1].End:r.words[i].Start], "-\u2010\u2011")
}

// isMakingPart reports whether the second part of a compound says how something is
// made or what it bears. Praise such as "well-loved" is none.
func (r *reader) isMakingPart(i int) bool {
	g := r.lex.grammar
	if r.isOn(listPraise, i-1) || g.isNumber(r.lowAt(i-1)) {
		return false
	}
	return strings.HasSuffix(r.lowAt(i), "ed") && len(r.lowAt(i)) > shortestStem || r.isOn(listMakingPart, i)
}

// isAbility finds "resealable".
func (r *reader) isAbility(i int) bool {
	return hasAnySuffix(r.lowAt(i), "able", "ible") && len(r.lowAt(i)) > len("unable")
}
