package facts

import "strings"

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
