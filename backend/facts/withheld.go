package facts

// What a text says the product is without, and the data says it has: "a reel without seven
// ball bearings".

// withoutWords deny the thing behind them, in all languages.
var withoutWords = setOf("without", "lacks", "lacking", "minus", "no", "ohne", "kein", "keine", "keinen", "keinem", "keiner", "sans", "aucun", "aucune", "sin", "ningun", "ninguna",
	"senza", "nessun", "nessuna", "zonder", "geen")

// wordsToWithheld is how far behind such a word the thing is at most.
const wordsToWithheld = 6

// withheld finds things that a text denies and the data has.
func (s *Sheet) withheld(r *reader) []Claim {
	var found []Claim
	for i := range r.words {
		if !withoutWords[r.lowAt(i)] || r.isAsked(i) || r.isPersonal(i) || r.scenes[r.words[i].sentence] || r.isPositive(i) {
			continue
		}
		if n := s.withheldBehind(r, i); n > 0 {
			found = append(found, Claim{Span: r.span(i, n+1), Class: Feature, Grade: Contradicts})
		}
	}
	return found
}

// withheldBehind is the last word of what "without" denies where the data says each word of
// it and denies none, 0 where it does not.
func (s *Sheet) withheldBehind(r *reader, i int) int {
	last, isThing := 0, false
	for n := i + 1; n < min(len(r.words), i+1+wordsToWithheld) && r.words[n].sameClause(r.words[i]); n++ {
		switch {
		case r.endsDenied(n):
			n = len(r.words)
		case r.isArticle(n) || r.isNumeric(n) || !r.isLabel(n):
			continue
		case !s.isOnlySaid(r, n):
			return 0
		default:
			last, isThing = n, isThing || !s.isNamedWord(r.words[n]) && r.isThing(n)
		}
	}
	if !isThing {
		return 0
	}
	return last
}

// endsDenied reports whether a word is beyond the thing that a word before it denies.
func (r *reader) endsDenied(i int) bool {
	return r.lex.grammar.in(r.lowAt(i), "and", "place before", "with", "subordinate", "finite") || ofWhat[r.lowAt(i)]
}

// isOnlySaid reports whether the data says a word that is no ingredient, and never denies it.
func (s *Sheet) isOnlySaid(r *reader, i int) bool {
	h, _ := r.hitAt(i)
	return s.isAlwaysSaid(r.words[i]) && !s.absent[r.lowAt(i)] && !s.choices[r.words[i].base()] && !h.is(Ingredient)
}
