package facts

import (
	"slices"
	"strings"

	"galley/backend/language"
	"galley/backend/markup"
)

// said is a clause that allows, includes or supports something, or says that it
// does not: "not suitable for the dryer", "stabilisers are included".
type said struct {
	markup.Span

	objects  [][]string // the words that it is about, each with its forms
	negative bool
	line     int
	sentence int
}

// mostObjects is how many words such a clause is about at most. Longer ones say
// too much to be compared.
const mostObjects = 5

// saidIn finds such clauses.
func (r *reader) saidIn() []said {
	var found []said
	for from := 0; from < len(r.words); {
		to := from + 1
		for to < len(r.words) && r.words[to].clause == r.words[from].clause && r.words[to].sentence == r.words[from].sentence {
			to++
		}
		found = append(found, r.saidBetween(from, to)...)
		from = to
	}
	return found
}

// saidBetween is what a clause says of all its objects, and of each that "and" or
// "or" joins to another.
func (r *reader) saidBetween(from, to int) []said {
	clause := clauseOf{r: r, first: -1}
	clause.read(from, to)
	one := clause.said
	if clause.first < 0 || len(one.objects) == 0 || !clause.agrees && !one.negative {
		return nil
	}
	one.Span, one.sentence = r.span(clause.first, min(clause.last, to-1)+1), r.words[from].sentence
	var found []said
	for _, objects := range append(clause.parts(), one.objects) {
		if len(objects) > 0 && len(objects) <= mostObjects {
			part := one
			part.objects = objects
			found = append(found, part)
		}
	}
	return found
}

// read reads a clause up to a condition, of what is supplied up to what it fits.
func (c *clauseOf) read(from, to int) {
	isSupplied := false
	for i := from; i < to && (i == from || !c.r.isCondition(i)); i += c.take(i) {
		if isSupplied && c.r.lex.grammar.sets[listFittedTo][c.r.lowAt(i)] {
			return
		}
		isSupplied = isSupplied || !c.r.lenient && c.r.supplies(i)
	}
}

// parts are the objects between "and" and "or", none where there is no such word.
func (c *clauseOf) parts() [][][]string {
	if len(c.ands) == 0 || !c.isShared {
		return nil
	}
	var parts [][][]string
	from := 0
	for _, at := range append(c.ands, len(c.objects)) {
		parts = append(parts, c.objects[from:at])
		from = at
	}
	return parts
}

// clauseOf gathers what a clause says, word by word.
type clauseOf struct {
	said

	r           *reader
	agrees      bool
	first, last int   // words that say something
	ands        []int // after how many objects there is an "and"
	isShared    bool  // what is said is said of all objects
}

// take reads a word, and returns how many words it took.
func (c *clauseOf) take(i int) int {
	r := c.r
	g := r.lex.grammar
	w, used := r.words[i], 1
	object, isCompound := g.cutAgreement(w.low)
	switch not, notAfter := g.at(listNot, r.words, i), r.denialAfter(i); {
	case g.at(listSupplied, r.words, i) > 0:
		c.agrees, used = true, g.at(listSupplied, r.words, i)
	case isCompound:
		c.agrees = true
		c.objects = append(c.objects, inflections(r.lex.lang, object))
	case g.at(listAgrees, r.words, i) > 0:
		c.agrees, c.isShared, used = true, true, g.at(listAgrees, r.words, i)
	case notAfter > 0:
		c.negative, c.agrees, used = true, true, notAfter
	case not > 0:
		c.negative, c.agrees, used = c.negative || !r.isPositive(i), c.agrees || not > 1, not
	case g.sets[listAnd][w.low]:
		c.ands = append(c.ands, len(c.objects))
		return 1
	case r.isObject(i):
		c.objects = append(c.objects, w.forms)
	default:
		return 1
	}
	if c.first < 0 {
		c.first = i
	}
	c.last = i + used - 1
	return used
}

// denialAfter is how many words such as "not included" take at a word. "Nickel-free"
// denies nickel alone.
func (r *reader) denialAfter(i int) int {
	if r.isHyphened(i) {
		return 0
	}
	return r.lex.grammar.at(listNotAfter, r.words, i)
}

// isObject reports whether a word is one that a clause is about.
func (r *reader) isObject(i int) bool {
	w := r.words[i]
	if smallerThan[w.low] {
		return true
	}
	g := r.lex.grammar
	isDigits := w.raw[0] >= '0' && w.raw[0] <= '9'
	return isDigits || len(w.low) > 2 && !language.IsCommon(w.raw) && !g.sets[listDeterminer][w.low] && !g.sets[listSoft][w.low] &&
		!g.sets[listPlaceBefore][w.low] && !g.sets[listCommon][w.low]
}

// shortestAgreement is how long a word is that ends a compound such as
// "trocknergeeignet".
const shortestAgreement = 7

// cutAgreement splits a compound into what is agreed to and the agreement.
func (g grammar) cutAgreement(low string) (object string, ok bool) {
	for _, ending := range g.agreements {
		if base, cut := strings.CutSuffix(low, ending); cut && len(base) >= shortestBase {
			return strings.TrimSuffix(base, "s"), true
		}
	}
	return "", false
}

// isWithinObjects reports whether all objects of a clause are among those of
// another.
func isWithinObjects(some, all [][]string) bool { return sharedObjects(some, all) == len(some) }

func sharedObjects(some, all [][]string) int {
	count := 0
	for _, forms := range some {
		if slices.ContainsFunc(all, func(other []string) bool {
			return beginAlike(forms[0], other[0]) || slices.ContainsFunc(forms, func(form string) bool { return slices.Contains(other, form) })
		}) {
			count++
		}
	}
	return count
}

// sharedBeginning is how many letters two words share that say the same: replaced
// and replaceable.
const sharedBeginning = 6

func beginAlike(a, b string) bool {
	return len(a) >= sharedBeginning && len(b) >= sharedBeginning && a[:sharedBeginning] == b[:sharedBeginning]
}

// denied finds clauses that say the opposite of what the data says of the same
// things.
func (s *Sheet) denied(r *reader) []Claim {
	var found []Claim
	denies := r.denyingSentences()
	for _, claim := range r.saidIn() {
		if denies[claim.sentence] && !claim.negative {
			continue // it says that in other words: "you buy it on its own"
		}
		if fact := s.opposite(claim); fact != nil {
			found = append(found, s.withLine(Claim{Span: claim.Span, Class: Compatibility}, Contradicts, fact.line))
		}
	}
	return found
}

func (s *Sheet) opposite(claim said) *said {
	most, same := 0, 0
	var fact *said
	for i := range s.said {
		f := &s.said[i]
		if !isWithinObjects(claim.objects, f.objects) && !isWithinObjects(f.objects, claim.objects) {
			continue
		}
		switch count := sharedObjects(claim.objects, f.objects); {
		case f.negative == claim.negative:
			same = max(same, count)
		case count > most:
			most, fact = count, f
		}
	}
	if most > same {
		return fact
	}
	return nil
}

func (s *Sheet) withLine(c Claim, grade Grade, n int) Claim {
	source := s.lines[n].Source
	c.Grade, c.Source = grade, &source
	return c
}

// What a value means that answers whether a product has what it is named after.
var (
	yesWords = setOf("yes", "true", "ja", "oui", "si", "wahr", "vrai", "✓", "✔")
	noWords  = setOf("no", "false", "nein", "non", "nee", "none", "keine", "aucun", "ninguno", "nessuno", "geen", "falsch", "faux", "✗", "✘")
)

// answer reads "Bulb included: No": whether the value only answers, and what.
func (l line) answer() (isAnswer, isYes bool) {
	low := fold(strings.Trim(l.Text, " .!"))
	if l.Name == "" || l.Kind == FromOption {
		return false, false
	}
	return yesWords[low] || noWords[low], yesWords[low]
}

// isDenied reports whether the value of a line says no to its name.
func (l line) isDenied() bool {
	isAnswer, isYes := l.answer()
	return isAnswer && !isYes
}

// unlessHeld leaves out claims that overlap one that is held for a word of its own.
func unlessHeld(list, others []Claim) []Claim {
	return slices.DeleteFunc(list, func(c Claim) bool {
		return slices.ContainsFunc(others, func(o Claim) bool { return o.IsHeld() && o.Start < c.End && c.Start < o.End })
	})
}
