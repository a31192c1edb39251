package facts

import (
	"slices"
	"strconv"
	"strings"

	"galley/backend/markup"
)

// nearWords is how far around a figure the words are that say what it measures.
const (
	wordsAfter  = 3
	wordsBefore = 7
	longestTerm = 6
	scopeBefore = 30
)

// packs are words before a count of pieces, and ofPieces between them: "set of
// 4", in all languages.
var (
	packs    = setOf("set", "sets", "pack", "packs", "box", "boxs", "bundle", "bundles", "pair", "pairs", "lot", "lots", "juego", "juegos", "coffret", "coffrets", "confezione", "doos", "pak", "satz")
	ofPieces = setOf("of", "aus", "de", "da", "di", "van", "von", "mit", "with", "met", "con", "avec")
)

// amounts finds figures with their attribute, part and variant.
func (r *reader) amounts() []statement {
	list := slices.Concat(r.figures, r.setAmounts(), r.bareAmounts())
	slices.SortStableFunc(list, func(a, b amount) int { return a.Start - b.Start })
	var found []statement
	inList := listLabels{sentence: -1}
	for n := range list {
		isRation := r.lenient && list[n].base == "g" // "a dog of 5 kg 90 g"
		if !isRation && isOfCompound(list, n) {
			continue
		}
		if s, known := r.figureAt(list, n, &inList); known {
			s.apart = r.apartAt(list, n)
			found = append(found, s)
		}
	}
	return r.withWarranty(found)
}

// figureAt is what a figure of a list says.
func (r *reader) figureAt(list []amount, n int, inList *listLabels) (s statement, known bool) {
	a := list[n]
	first, last := r.wordsOf(a.Span)
	if first < 0 {
		return s, false
	}
	s = statement{Span: a.Span, class: Figure, amount: &list[n]}
	from, to := r.between(list, n)
	at := reach{first: first, after: last, from: from, to: to}
	r.locate(&s, at)
	s.labels, s.wide = r.labelsNear(at), r.labelsWide(at)
	if r.lenient {
		s.labels = inList.next(s.labels, r.words[first].sentence)
		s.labels = append(s.labels, r.figureBeside(a)...)
	} else if len(r.variantBefore(at)) == 0 {
		s.labels = append(s.labels, r.variantBehind(a, first)...)
	}
	s.waiting = r.isWaiting(a, first)
	s.follow = r.followAt(first)
	if ofPiece[a.unit] && len(a.values) > 0 {
		s.parts = r.partsOf(first, a.values[0])
	}
	s.scenic = isTime(a) && r.isScenic(first, last)
	s.elsewhere = r.away[first]
	s.cue = s.elsewhere
	return s, true
}

// isOfCompound reports whether a figure is a part of one of two units: of 7'6", 4 min 10 s.
func isOfCompound(list []amount, n int) bool {
	contains := func(b amount) bool { return contains(b, list[n]) }
	return slices.ContainsFunc(list[max(0, n-compoundReach):min(len(list), n+compoundReach+1)], contains)
}

// compoundReach is how far from its parts a figure of two units is in a list of figures.
const compoundReach = 2

// between are the words from the figure before one to the figure behind it.
func (r *reader) between(list []amount, n int) (from, to int) {
	to = len(r.words)
	for i := n - 1; i >= 0; i-- {
		if r.isBeside(list[i], list[n]) {
			_, from = r.wordsOf(list[i].Span)
			break
		}
	}
	for i := n + 1; i < len(list); i++ {
		if r.isBeside(list[i], list[n]) {
			to, _ = r.wordsOf(list[i].Span)
			break
		}
	}
	return max(from, 0), to
}

// setAmounts finds how many pieces a set has: "set of 4", "6er-Set".
func (r *reader) setAmounts() []amount {
	var found []amount
	for i, w := range r.words {
		if !packs[w.low] {
			continue
		}
		first, at := i, i+1
		if r.joinsAt(at) && ofPieces[r.lowAt(at)] {
			at++
		}
		n, known := r.pieces(at)
		if !known && r.joinsAt(i) {
			first, at = i-1, i
			n, known = wholeNumber(strings.TrimSuffix(r.lowAt(first), "er"))
			known = known && strings.HasSuffix(r.lowAt(first), "er")
		}
		if known {
			found = append(found, newAmount(r.span(first, at+1), []float64{n}, "piece", r.text))
		}
	}
	return found
}

func (r *reader) pieces(at int) (n float64, known bool) {
	if !r.joinsAt(at) {
		return 0, false
	}
	if n, used := r.lex.grammar.number(r.words, at); used == 1 {
		return n, true
	}
	return wholeNumber(r.lowAt(at))
}

func wholeNumber(digits string) (float64, bool) {
	if !beginsWithDigit(digits) {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	return float64(n), err == nil
}

// beginsWithDigit saves most words the attempt to be read as a number.
func beginsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// wordsOf are the first word of a span and the one after its last.
func (r *reader) wordsOf(at markup.Span) (first, after int) {
	first, _ = slices.BinarySearchFunc(r.words, at.Start+1, func(w word, start int) int { return w.End - start })
	after = first
	for after < len(r.words) && r.words[after].Start < at.End {
		after++
	}
	if after == first {
		return -1, 0
	}
	return first, after
}

// locate finds what a figure measures, of which part, of which variant: in the
// words after it, else before it, never beyond another figure.
func (r *reader) locate(s *statement, at reach) {
	for _, h := range r.hitsBetween(at.first-wordsBefore-longestTerm, at.after+wordsAfter) {
		isAfter := h.from >= at.after && r.words[h.from].clause == r.words[at.after-1].clause
		switch {
		case !r.belongs(h, at, isAfter):
			continue
		case h.is(attribute):
			s.attr = nearest(s.attr, h, isAfter, &at.attrAfter)
		case h.is(Feature) || isAfter && s.amount.unit == "%" && h.is(Material):
			r.locatePart(s, h, &at, isAfter)
		}
	}
	r.locateInCompound(s, at)
	s.scope = r.scopeNear(at)
}

// locatePart notes the part that a figure measures. Behind "and", a part may have a figure of its
// own: "a blade of 6 cm and a handle". What is behind a figure that a part has is another part: "a
// handle of 12 cm holds the blade".
func (r *reader) locatePart(s *statement, h hit, at *reach, isAfter bool) {
	if isAfter && (r.hasAnd(at.after, h.from) || at.partBeside && h.from > at.after) {
		return
	}
	at.partBeside = !isAfter && h.to == at.first-1 && r.joinsAt(h.to) && r.joinsAt(at.first) && ofWhat[r.lowAt(h.to)]
	s.acrossAnd = !isAfter && r.hasAnd(h.to, at.first)
	s.part = nearest(s.part, h, isAfter, &at.partAfter)
}

func (r *reader) hasAnd(from, to int) bool {
	return slices.ContainsFunc(r.words[from:to], func(w word) bool { return r.lex.grammar.sets[listAnd][w.low] })
}

// belongs reports whether a hit may say what a figure measures.
func (r *reader) belongs(h hit, at reach, isAfter bool) bool {
	isBefore := h.to <= at.first && h.to > at.first-wordsBefore
	if isBefore && r.isOfLastClause(h, at) {
		return false
	}
	isInReach := h.from >= at.from && h.from < at.to
	isOfFigureBefore := isBefore && h.is(attribute) && h.from == at.from && r.joinsAt(h.from) // "142 cm tall on a base of 50 cm"
	return isInReach && (isAfter || isBefore && !isOfFigureBefore) && r.words[h.from].sentence == r.words[at.first].sentence
}

// isOfLastClause finds the part of another figure: "3 years on the motor, 1 year on the
// seals".
func (r *reader) isOfLastClause(h hit, at reach) bool {
	return h.is(Feature) && r.words[h.from].clause != r.words[at.first].clause && len(r.labelsAfter(at)) > 0
}

// reach is how far around a figure the words belong to it.
type reach struct {
	first, after         int // of the figure
	from, to             int // up to the figures beside it
	attrAfter, partAfter bool
	partBeside           bool // "a handle of 12 cm"
}

// nearest prefers the first word after a figure to the last one before it.
func nearest(known string, h hit, isAfter bool, hasAfter *bool) string {
	if *hasAfter {
		return known
	}
	*hasAfter = isAfter
	return h.terms[0].concept
}

// scopeNear is the variant that a figure is said of: the one shortly after it
// in the same phrase or in brackets, else the last one before it.
func (r *reader) scopeNear(at reach) string {
	isNear := func(i int) bool { return r.words[i].sentence == r.words[at.first].sentence }
	for i := at.after; i < min(at.after+4, at.to) && isNear(i); i++ {
		between := r.text[r.words[at.after-1].End:r.words[i].Start]
		if key := r.scopeAt(i); key != "" && strings.TrimSpace(between) != "" && !strings.Contains(between, ",") {
			return key
		}
	}
	for i := at.first - 1; i >= max(at.from, at.first-scopeBefore) && isNear(i); i-- {
		if key := r.scopeAt(i); key != "" {
			return key
		}
	}
	return ""
}

// isScope reports whether a word begins the name of a variant. A number is one
// after "size" or "the".
func (r *reader) isScope(i int, s scope) bool {
	if isDigits(s.words[0]) {
		g := r.lex.grammar
		before := r.lowAt(i - 1)
		return r.joinsAt(i) && (g.sets[listSize][before] || g.sets[listDeterminer][before]) && !r.isPartOfFigure(i)
	}
	return len(s.words) == 1 || startsWith(r.words, i, s.words)
}

func (r *reader) scopeAt(i int) string {
	for _, form := range r.words[i].forms {
		for _, s := range r.scopes.byWord[form] {
			if !r.isScope(i, s) {
				continue
			}
			return s.key
		}
	}
	if h, ok := r.hitAt(i); ok && h.is(sizeWord) && r.scopes.keys[h.terms[0].concept] {
		return h.terms[0].concept
	}
	return ""
}
