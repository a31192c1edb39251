package facts

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"galley/backend/language"
)

// labels are the words beside a figure or a count that say what it belongs to,
// each with its forms: "26 % protein", "filling weight: 950 g".
type labels [][]string

// How far around a figure its labels are, in words.
const (
	labelsAfter  = 3
	labelsBefore = 6
)

// smallerThan are short words that change what a figure says.
var smallerThan = setOf("under", "over", "from", "above", "below", "unter", "uber", "ab", "sous", "des", "desde", "menos", "oltre", "sotto", "vanaf", "boven", "onder", "max", "min")

// isLabel reports whether a word may say what a figure belongs to.
func (r *reader) isLabel(i int) bool {
	w := r.words[i]
	if smallerThan[w.low] {
		return true
	}
	g := r.lex.grammar
	return len(w.low) > 2 && !language.IsCommon(w.raw) && (!strings.ContainsFunc(w.raw, unicode.IsDigit) || r.scopes.keys[w.low]) &&
		!g.isNumber(w.low) && !g.sets["and"][w.low] && !g.sets["about"][w.low] && !g.sets["comes with"][w.low] && !units().isSpelling(w.low)
}

// labelsNear are the labels of what is at a place: the words after it, else
// those before it. A product's own data counts both.
func (r *reader) labelsNear(at reach) labels {
	after, before := r.labelsAfter(at), r.labelsBefore(at)
	found := after
	if len(after) == 0 || r.lenient {
		found = append(slices.Clone(after), before...)
	}
	if r.lenient {
		return found
	}
	return append(found, r.variantBefore(at)...)
}

func (r *reader) labelsAfter(at reach) labels {
	var found labels
	i := at.after
	if !r.followsUnit(i) {
		return nil
	}
	if i+1 < at.to && r.joinsAt(i+1) && ofWhat[r.lowAt(i)] {
		i++
	}
	for n := i; n < i+labelsAfter && n < at.to && (n == i || r.joinsAt(n)) && r.isLabel(n) && !smallerThan[r.lowAt(n)]; n++ {
		found = append(found, r.words[n].forms)
	}
	return found
}

// followsUnit reports whether a word follows a figure with only its sign between
// them: "14 % protein".
func (r *reader) followsUnit(i int) bool {
	if i < 1 || i >= len(r.words) {
		return false
	}
	return r.words[i].joined || strings.Trim(r.text[r.words[i-1].End:r.words[i].Start], " \u00a0\u202f%°\"″′”-") == ""
}

// ofWhat are the words between a figure and what it is of.
var ofWhat = setOf("of", "de", "d'", "di", "van", "aus", "von", "an")

func (r *reader) labelsBefore(at reach) labels {
	var found labels
	for i := at.first - 1; i >= max(at.from, at.first-labelsBefore) && r.continues(i+1); i-- {
		if r.lex.grammar.sets["and"][r.lowAt(i)] {
			break
		}
		if r.isLabel(i) {
			found = append(found, r.words[i].forms)
		}
	}
	return found
}

// continues reports whether a word continues the phrase before it, or gives the
// value of a name before a colon.
func (r *reader) continues(i int) bool {
	if i >= len(r.words) || r.words[i].sentence != r.words[i-1].sentence {
		return false
	}
	gap := strings.TrimSpace(r.text[r.words[i-1].End:r.words[i].Start])
	return r.words[i].joined || gap == ":" || gap == ""
}

// variantBefore is the figure before this one, which may name a variant: "the
// 20-inch model weighs 7.4 kg".
func (r *reader) variantBefore(at reach) labels {
	n, _ := slices.BinarySearchFunc(r.figures, r.words[at.first].Start, func(a amount, start int) int { return a.Start - start })
	for n--; n >= 0; n-- {
		first, _ := r.wordsOf(r.figures[n].Span)
		if first < 0 || r.words[first].sentence != r.words[at.first].sentence {
			return nil
		}
		if r.figures[n].End <= r.words[at.first].Start {
			return labels{{variantKey(r.figures[n])}}
		}
	}
	return nil
}

func variantKey(a amount) string {
	return "= " + strconv.FormatFloat(a.values[0]*a.factor, 'g', 6, 64) + " " + a.base
}

// labelsOfLine are what the name, the column and the row of a value say of it.
func (s *Sheet) labelsOfLine(l line, lex *lexicon) labels {
	var found labels
	for _, name := range []string{l.Name, l.scope} {
		r := &reader{text: name, lex: lex, words: splitWords(name, lex.lang), scopes: s.scopes}
		for i := range r.words {
			if r.isLabel(i) {
				found = append(found, r.words[i].forms)
			}
		}
	}
	for _, a := range findAmounts(l.scope, splitWords(l.scope, lex.lang), lex) {
		found = append(found, []string{variantKey(a)})
	}
	return found
}

// shared is how many labels of a claim a fact has. The words of the product's
// name are in everything.
func (s *Sheet) shared(claim, fact labels) int {
	count := 0
	for _, label := range claim {
		isIn := func(other []string) bool {
			return slices.ContainsFunc(label, func(form string) bool { return slices.Contains(other, form) })
		}
		if !slices.ContainsFunc(label, func(form string) bool { return s.named[form] }) && slices.ContainsFunc(fact, isIn) {
			count++
		}
	}
	return count
}

// misplaced is a fact that gives another value for what the labels of a claim
// name, where the facts with the claimed value are about something else. isKnown
// says whether there are any with the claimed value.
func (s *Sheet) misplaced(st statement, keys []string, isAlike, matches func(f statement) bool) (rival *fact, isKnown bool) {
	best, most := 0, 0
	for _, key := range keys {
		for _, n := range s.about[key] {
			f := &s.facts[n]
			if !isAlike(f.statement) {
				continue
			}
			count := 2 * s.shared(st.labels, f.labels)
			if st.attr != "" && f.attr == st.attr {
				count++
			}
			switch {
			case matches(f.statement):
				best, isKnown = max(best, count), true
			case count > most:
				most, rival = count, f
			}
		}
	}
	if most > best {
		return rival, isKnown
	}
	return nil, isKnown
}
