package facts

import (
	"math"
	"slices"
)

// Figures that follow from several of the data: a sum, a product or a share that the
// sentence names ("together", "a pair", "each"), and bounds ("not even a kilo").

// follow is how the words of a sentence say that a figure follows from others.
type follow struct {
	total, pair, each bool
	below, above      bool
	near              bool // of a bound: only a little
	difference        bool
	times             uint32 // which numbers from 2 on the sentence has, as bits
	packs, eachOf     uint32 // of these, those that count things, and those of which the figure is one's
}

// followAt reads the words around a figure in its sentence, and those before it.
func (r *reader) followAt(first int) follow {
	var f follow
	f.packs, f.eachOf = r.packsAround(first)
	if r.lenient {
		return f
	}
	g := r.lex.grammar
	f.below, f.above = r.endsWith(listBelow, first) > 0, r.endsWith(listAbove, first) > 0
	f.near = r.endsWith(listALittleOff, first) > 0
	at := r.near(first)
	for i := at.from; i < at.to; i++ {
		f.total = f.total || g.at(listInTotal, r.words, i) > 0
		f.pair = f.pair || g.at(listAPair, r.words, i) > 0
		f.each = f.each || g.at(listOneOfThem, r.words, i) > 0
		f.difference = f.difference || g.at(listDiffersBy, r.words, i) > 0
		if n, used := r.numberAt(i); used > 0 && n >= 2 && n <= mostPieces && i != first {
			f.times |= 1 << uint(n)
		}
	}
	return f
}

// isTimes reports whether a figure is as many times another as the sentence says.
func (f follow) isTimes(size, known float64) bool {
	for n := 2; n <= mostPieces; n++ {
		if f.times&(1<<uint(n)) != 0 && isClose(size, known*float64(n)) {
			return true
		}
	}
	return false
}

// rest is what two figures may differ by that are the same.
const rest = 1e-6

func isClose(a, b float64) bool { return math.Abs(a-b) <= rest*max(math.Abs(b), 1) }

// boundReach is how far from a bound a figure is at most that is said to be below or
// above it, and nearReach how far where it is said to be so by a little ("nearly").
const (
	boundReach = 0.4
	nearReach  = 0.1
)

// derives is a fact that a figure follows from as its sentence says, nil where none
// does.
func (s *Sheet) derives(st statement, keys []string) *fact {
	f := st.follow
	if f == (follow{}) || len(st.amount.values) == 0 {
		return nil
	}
	if !f.total {
		f.times = 0
	}
	size := sizeOf(*st.amount)
	list := s.amountsOf(keys)
	for i, one := range list {
		if f.isTimes(size, sizeOf(*one.amount)) || f.isWithOneOf(list[:i], size, one) || s.isFrom(st, size, one) {
			return one
		}
	}
	return nil
}

// isFrom reports whether a figure follows from one of the data alone.
func (s *Sheet) isFrom(st statement, size float64, one *fact) bool {
	known, isOfPieces := sizeOf(*one.amount), st.amount.base == "g" || st.amount.base == "ml"
	return st.follow.isOfPacks(st.amount.base, size, one) ||
		!one.differs(st) && st.follow.isBound(size, known) ||
		isOfPieces && s.isMultiple(st.follow, size, known)
}

// isWithOneOf reports whether a figure follows from a known one and one of others.
func (f follow) isWithOneOf(others []*fact, size float64, one *fact) bool {
	return slices.ContainsFunc(others, func(other *fact) bool {
		return f.isOfTwo(size, sizeOf(*one.amount), sizeOf(*other.amount))
	})
}

// isOfTwo reports whether a figure is the sum or the difference of two.
func (f follow) isOfTwo(size, a, b float64) bool {
	return f.total && isClose(size, a+b) || f.difference && isClose(size, max(a, b)-min(a, b))
}

// isBound reports whether a known figure is a little below or above what is said.
func (f follow) isBound(size, known float64) bool {
	reach := boundReach
	if f.near {
		reach = nearReach
	}
	return f.below && known < size && known >= (1-reach)*size || f.above && known > size && known <= (1+reach)*size
}

// isMultiple reports whether a figure is of as many as the data counts, or of one of them.
func (s *Sheet) isMultiple(f follow, size, known float64) bool {
	if f.pair && isClose(size, 2*known) {
		return true
	}
	return f.each && s.hasCount(func(n float64) bool { return n > 1 && isClose(size*n, known) }) ||
		f.total && s.hasCount(func(n float64) bool { return n > 1 && isClose(size, known*n) })
}

// mostSummed is how many figures of the data are added in pairs.
const mostSummed = 40

// amountsOf are the figures of a unit's base, each value once.
func (s *Sheet) amountsOf(keys []string) []*fact {
	var list []*fact
	for _, key := range keys {
		for _, n := range s.about[key] {
			f := &s.facts[n]
			isKnown := f.amount == nil || len(f.amount.values) == 0 || slices.ContainsFunc(list, func(o *fact) bool {
				return isClose(sizeOf(*o.amount), sizeOf(*f.amount)) && o.line == f.line && o.follow.eachOf == f.follow.eachOf
			})
			if !isKnown && len(list) < mostSummed {
				list = append(list, f)
			}
		}
	}
	return list
}

// mostPieces is how many pieces a product has at most whose figures are added up.
const mostPieces = 24

// hasCount reports whether the data counts as many of anything.
func (s *Sheet) hasCount(is func(n float64) bool) bool {
	for n := 2; n <= mostPieces; n++ {
		if len(s.crossings[atCommas].of(numberKey(float64(n)))) > 0 && is(float64(n)) {
			return true
		}
	}
	return slices.ContainsFunc(s.facts, func(f fact) bool {
		isPieces := f.amount != nil && ofPiece[f.amount.unit] && len(f.amount.values) > 0 && is(f.amount.values[0])
		return f.count > 0 && is(f.count) || isPieces
	})
}

// ofPiece are units that count pieces.
var ofPiece = setOf("piece", "pack", "pair", "serving", "tablet", "capsule", "sheet", "layer")

// onlyOne finds "a single pocket" where the data counts several.
func (s *Sheet) onlyOne(r *reader) []Claim {
	var found []Claim
	for i := range r.words {
		used := r.lex.grammar.at(listJustOne, r.words, i)
		at := r.onlyAt(i + used)
		if used == 0 || at < 0 || r.away[i] || r.isAsked(i) {
			continue
		}
		st := statement{class: Count, count: 1, concepts: r.keys(at)}
		several := s.find(sameKeys(st), func(f statement) bool { return f.count > 1 && f.has(st) })
		one := s.find(sameKeys(st), func(f statement) bool { return f.count == 1 && f.has(st) })
		if several != nil && one == nil {
			found = append(found, s.with(Claim{Span: r.span(i, at+1), Class: Count}, Contradicts, several))
		}
	}
	return found
}

// onlyAt is the noun of which there is one, -1 where there is none.
func (r *reader) onlyAt(i int) int {
	if i >= len(r.words) {
		return -1
	}
	if at := r.counted(i); at >= 0 || !r.isThing(i) {
		return at
	}
	return i
}

// sizeSuperlatives compare the variants of a product.
var sizeSuperlatives = setOf("longest", "shortest", "widest", "narrowest", "largest", "biggest", "smallest", "heaviest", "lightest", "thickest", "thinnest", "finest", "tallest", "highest", "lowest", "deepest", "fastest", "slowest", "strongest",
	"fine", "fin", "epais", "epaisse", "petit", "petite", "grand", "grande", "long", "longue", "court", "courte", "leger", "legere", "lourd", "lourde", "delgado", "grueso", "pequeno", "pequena", "largo", "corto", "ligero", "sottile", "spesso", "piccolo", "piccola", "lungo", "lunga", "corta",
	"langste", "kurzeste", "grosste", "kleinste", "schwerste", "leichteste", "breiteste", "hochste", "dickste", "dunnste", "grootste", "zwaarste", "lichtste", "breedste")

// comparesVariants reports whether a superlative at a word compares variants: its
// sentence has a figure or names one of them.
func (r *reader) comparesVariants(i int) bool {
	if !r.words[i].isOneOf(sizeSuperlatives) {
		return false
	}
	at, figures := r.sentenceOf(i), 0
	for n := at.from; n < at.to; n++ {
		if r.isPartOfFigure(n) && (n == at.from || !r.isPartOfFigure(n-1)) {
			figures++
		}
		if len(r.scopes.keys) > 0 && (figures > 0 || r.scopeAt(n) != "") {
			return true
		}
	}
	return figures > 1
}

// codes finds names of norms and models that the data lacks, of letters and digits: "E27".
func (r *reader) codes() []statement {
	var found []statement
	for i, w := range r.words {
		if isCode(w.raw) && !r.isPartOfFigure(i) && !r.isAsked(i) && !r.isHit(i) && !r.isBehindDenial(i) && r.scopeAt(i) == "" {
			st := statement{Span: w.Span, class: Compatibility}
			st.concepts = []string{"word " + w.low}
			found = append(found, st)
		}
	}
	return found
}

// isCode reports whether a word is of one to four capitals with up to five digits behind
// them.
func isCode(raw string) bool {
	letters := 0
	for letters < len(raw) && raw[letters] >= 'A' && raw[letters] <= 'Z' {
		letters++
	}
	digits := letters
	for digits < len(raw) && raw[digits] >= '0' && raw[digits] <= '9' {
		digits++
	}
	return letters > 0 && letters < 5 && digits-letters > 0 && digits-letters < 6 && digits == len(raw)
}
