package facts

import "strings"

// What a product uses and does not come with: "runs on three batteries (not supplied)".

// wordsToUnsupplied is how far before the bracket the thing is at most.
const wordsToUnsupplied = 3

// addUnsupplied notes what a line says in brackets to be not supplied.
func (s *Sheet) addUnsupplied(n int, r *reader) {
	for i := range r.words {
		if i == 0 || r.lex.grammar.at("not after", r.words, i) == 0 || strings.TrimSpace(r.text[r.words[i-1].End:r.words[i].Start]) != "(" {
			continue
		}
		for at := i - 1; at >= max(0, i-wordsToUnsupplied); at-- {
			if r.isThing(at) || r.isHit(at) {
				for _, key := range markKeys(r.words[at]) {
					s.unsupplied[key] = n
				}
				break
			}
		}
	}
}

// supplied finds "three batteries are in the box" where they are not supplied.
func (s *Sheet) supplied(r *reader) []Claim {
	var found []Claim
	denies := r.denyingSentences()
	for i, w := range r.words {
		if denies[w.sentence] || r.isAsked(i) || !r.isSupplied(i) {
			continue
		}
		for _, key := range markKeys(w) {
			if line, known := s.unsupplied[key]; known {
				found = append(found, s.withLine(Claim{Span: w.Span, Class: Feature}, Contradicts, line))
				break
			}
		}
	}
	return found
}

// isSupplied reports whether the clause of a word says that something comes with the
// product.
func (r *reader) isSupplied(i int) bool {
	g, at := r.lex.grammar, r.sentenceOf(i)
	for n := at.from; n < at.to; n++ {
		isSaid := g.at("included", r.words, n) > 0 || g.at("supplied", r.words, n) > 0 || g.at("strong", r.words, n) > 0
		if isSaid && r.words[n].sameClause(r.words[i]) {
			return true
		}
	}
	return false
}
