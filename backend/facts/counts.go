package facts

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// counts finds "four zipped pockets".
func (r *reader) counts() []statement {
	var found []statement
	for i := range r.words {
		if s, ok := r.countAt(i); ok {
			found = append(found, s)
		}
	}
	return found
}

// isMany reports whether a number counts things: "one" may be an article.
func isMany(n float64) bool { return n >= 2 && n == float64(int(n)) }

func (r *reader) countAt(i int) (statement, bool) {
	n, ok := r.numberAt(i)
	if !ok || !isMany(n) || !r.joinsAt(i+1) || r.isPartOfFigure(i) || r.endsWith("not", i) > 0 {
		return statement{}, false
	}
	at := r.counted(i + 1)
	if at < 0 || strings.ContainsFunc(r.words[at].raw, unicode.IsDigit) {
		return statement{}, false
	}
	s := statement{Span: r.span(i, at+1), class: Count, count: n, concepts: []string{r.key(at)}, cue: r.away[i]}
	isPlaced := r.joinsAt(i) && r.lex.grammar.sets["place before"][r.lowAt(i-1)] && r.lowAt(i-1) != "with"
	s.elsewhere = s.cue || !r.lenient && isPlaced
	return s, true
}

func (r *reader) numberAt(i int) (float64, bool) {
	if n, ok := r.lex.grammar.numbers[r.words[i].low]; ok {
		return n, true
	}
	if len(r.words[i].raw) > 2 || i > 0 && r.words[i].joined && r.words[i-1].capital() && i > 1 {
		return 0, false
	}
	n, err := strconv.Atoi(r.words[i].raw)
	return float64(n), err == nil && n > 0
}

func (r *reader) isPartOfFigure(i int) bool {
	after, _ := slices.BinarySearchFunc(r.figures, r.words[i].Start+1, func(a amount, start int) int { return a.Start - start })
	return after > 0 && r.words[i].Start < r.figures[after-1].End
}

// counted is the noun that a number counts, -1 where it counts nothing of the
// product.
func (r *reader) counted(i int) int {
	last := -1
	for n := i; n < i+4 && r.joinsAt(n) && (n == i || !r.isRomance()); n++ {
		if r.isSoft(n) || !r.isPart(n) && r.isStop(n) {
			break
		}
		if r.isPart(n) || last < 0 && r.isCountable(n, n == i) {
			last = n
		}
	}
	return last
}

// isCountable reports whether an unknown word may be what a number counts: in
// English a plural.
func (r *reader) isCountable(i int, isFirst bool) bool {
	return isFirst && r.lex.lang != "en" || strings.HasSuffix(r.lowAt(i), "s")
}

func (r *reader) isPart(i int) bool {
	h, ok := r.hitAt(i)
	return ok && h.is(Feature)
}

// isSoft reports whether a word is no thing that a product has: a way, a day.
func (r *reader) isSoft(i int) bool {
	g := r.lex.grammar
	return r.words[i].isOneOf(g.sets["count soft"]) || r.words[i].isOneOf(g.sets["soft"])
}

func (r *reader) isRomance() bool {
	return slices.Contains([]string{"fr", "es", "it"}, string(r.lex.lang))
}
