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

// timeWords say when, not what.
var timeWords = setOf("after", "before", "within", "during", "until", "nach", "vor", "apres", "avant", "dopo", "prima", "antes", "despues", "tras", "voor", "na")

// isLabel reports whether a word may say what a figure belongs to.
func (r *reader) isLabel(i int) bool {
	w := r.words[i]
	if smallerThan[w.low] {
		return true
	}
	g := r.lex.grammar
	return len(w.low) > 2 && !language.IsCommon(w.raw) && !timeWords[w.low] && (!strings.ContainsFunc(w.raw, unicode.IsDigit) || unicode.IsLetter(rune(w.raw[0])) || r.scopes.keys[w.low]) &&
		!g.isNumber(w.low) && !g.sets[listAnd][w.low] && !g.sets[listAbout][w.low] && !g.sets[listComesWith][w.low] && !units().isSpelling(w.low)
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
	if !r.followsUnit(at.after) {
		return nil
	}
	i := r.afterOf(at)
	for n := i; n < i+labelsAfter && n < at.to && (n == i || r.joinsAt(n)) && r.isLabel(n) && !smallerThan[r.lowAt(n)]; n++ {
		found = append(found, r.words[n].forms)
	}
	return found
}

// afterOf is the word after "of" behind a figure. The data's own figures may be "on the
// frame", too.
func (r *reader) afterOf(at reach) int {
	i := at.after
	continues := func(n int) bool { return n+1 < at.to && r.joinsAt(n+1) }
	if continues(i) && (ofWhat[r.lowAt(i)] || r.lenient && r.isOnOneOf(i, listPlaceBefore, listFor, listWith)) {
		i++
	}
	for r.lenient && continues(i) && r.isArticle(i) {
		i++
	}
	return i
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
		if r.isOn(listAnd, i) {
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
	return r.words[i].joined || gap == ":" || gap == "" || r.lenient && gap == "," && len(r.words) <= longestItem
}

// longestItem is how many words a line such as "Citric acid, 120 g" has at most.
const longestItem = 7

// opensVariant are the words before a figure that names a variant itself.
var opensVariant = setOf("at", "for", "the", "with")

// variantBefore is the figure before this one, which may name a variant: "the
// 20-inch model weighs 7.4 kg".
func (r *reader) variantBefore(at reach) labels {
	if before := r.lowAt(at.first - 1); r.joinsAt(at.first) && opensVariant[before] {
		return nil
	}
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
	named, _ := l.named()
	for _, name := range []string{named, l.scope} {
		r := &reader{text: name, lex: lex, words: lex.wordsOf(name), scopes: s.scopes}
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

// shared is how many labels of a claim a fact has. What the product is says nothing.
func (s *Sheet) shared(claim, fact labels) int {
	count := 0
	for _, label := range claim {
		isIn := func(other []string) bool {
			return slices.ContainsFunc(label, func(form string) bool { return slices.Contains(other, form) })
		}
		if !s.isHeadWord(label) && slices.ContainsFunc(fact, isIn) {
			count++
		}
	}
	return count
}

// How much the words beside a figure count, others of its sentence, and what it
// measures.
const (
	nearCounts = 6
	wideCounts = 3
	attrCounts = 2
)

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
			count := nearCounts*s.shared(st.labels, f.labels) + wideCounts*s.shared(st.wide, f.labels)
			if st.attr != "" && f.attr == st.attr {
				count += attrCounts
			}
			switch {
			case matches(f.statement):
				if s.lines[f.line].Kind == FromOption { // it is of no part
					count = max(count, wideCounts)
				}
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
