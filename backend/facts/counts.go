package facts

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"galley/backend/language"
)

// counts finds "four zipped pockets".
func (r *reader) counts() []statement {
	var found []statement
	for i := range r.words {
		if s, ok := r.countAt(i); ok {
			found = append(found, s)
		} else if s, ok := r.bracketCount(i); ok {
			found = append(found, s)
		}
	}
	return found
}

// bracketCount reads "spare pins (4)" of the data.
func (r *reader) bracketCount(i int) (statement, bool) {
	n, used := r.numberAt(i)
	if !r.lenient || i == 0 || used != 1 || !isMany(n) || r.isPartOfFigure(i) || !r.isLabel(i-1) {
		return statement{}, false
	}
	isInBrackets := strings.TrimSpace(r.text[r.words[i-1].End:r.words[i].Start]) == "(" && strings.HasPrefix(r.text[r.words[i].End:], ")")
	return statement{Span: r.words[i].Span, class: Count, count: n, concepts: r.keys(i - 1)}, isInBrackets
}

// isOfVariant reports whether a number is a part of what a variant is called: "Ember Two R",
// "#5".
func (r *reader) isOfVariant(i int) bool {
	if r.words[i].Start > 0 && r.text[r.words[i].Start-1] == '#' {
		return true
	}
	for n := max(0, i+1-longestScope); n < i; n++ {
		for _, s := range r.scopes.byWord[r.words[n].low] {
			if n+len(s.words) > i && startsWith(r.words, n, s.words) {
				return true
			}
		}
	}
	return false
}

// isMany reports whether a number counts things: "one" may be an article.
func isMany(n float64) bool { return n >= 2 && n == float64(int(n)) }

func (r *reader) countAt(i int) (statement, bool) {
	n, used := r.numberAt(i)
	if used == 0 || !isMany(n) || !r.mayCount(i, i+used) {
		return statement{}, false
	}
	at := r.counted(r.afterKinds(i + used))
	if at < 0 || strings.ContainsFunc(r.words[at].raw, unicode.IsDigit) || r.countsList(n, at) {
		return statement{}, false
	}
	s := statement{Span: r.span(i, at+1), class: Count, count: n, concepts: r.keys(at), cue: r.away[i]}
	isPlaced := r.joinsAt(i) && r.isOn(listPlaceBefore, i-1) && r.lowAt(i-1) != "with" && r.endsWith(listAtMost, i) == 0
	s.elsewhere = s.cue
	s.placed = !r.lenient && (isPlaced || n >= fewAreMany)
	s.fewest = r.fewestBefore(i)
	s.labels, s.wide = r.labelsOfCount(i, at+1)
	s.parts, s.beside = r.partsOf(i, n), r.countedKeys(at)
	s.personal, s.scenic = r.isPersonal(i), r.isScenicCount(i, at)
	return s, true
}

// fewAreMany is from how many on a number counts things of the product only where
// the data counts them, too.
const fewAreMany = 100

// mayCount reports whether the number at a word may count the words after it.
func (r *reader) mayCount(i, next int) bool {
	if r.joinsAt(i) && r.isOn(listNumbered, i-1) {
		return false
	}
	isOfName := r.joinsAt(i) && r.words[i-1].capital() && r.text[r.words[i-1].End:r.words[i].Start] == "-" // "ART-2"
	return r.joinsAt(next) && !isOfName && !r.isPartOfFigure(i) && r.endsWith(listNot, i) == 0 && r.scopeAt(i) == "" && !r.isOfVariant(i)
}

// mostDigits is how many digits a number has that counts things.
const mostDigits = 4

// inThousands is a number such as 1,200, or 1.200 in other languages.
var inThousands = regexp.MustCompile(`^\d{1,3}(?:[.,]\d{3})+$`)

// numberAt reads a number in words or of a few digits, and returns how many words
// it takes.
func (r *reader) numberAt(i int) (n float64, used int) {
	if n, used := r.lex.grammar.number(r.words, i); used > 0 {
		if r.endsNumber(i) {
			return 0, 0
		}
		return n, used
	}
	digits := r.words[i].raw
	if !beginsWithDigit(digits) {
		return 0, 0
	}
	if inThousands.MatchString(digits) {
		digits = marks.Replace(digits)
	} else if len(digits) > mostDigits {
		return 0, 0
	}
	if n, err := strconv.Atoi(digits); err == nil && n > 0 && !r.isNumberOfName(i) {
		return float64(n), 1
	}
	return 0, 0
}

// endsNumber reports whether a word is the end of a longer number.
func (r *reader) endsNumber(i int) bool {
	for n := i - 1; n >= 0 && n > i-longestScaled && r.joinsAt(n+1); n-- {
		if _, used := r.lex.grammar.number(r.words, n); used > i-n {
			return true
		}
	}
	return false
}

// isNumberOfName finds "Lamp 3000" within a sentence.
func (r *reader) isNumberOfName(i int) bool {
	return i > 1 && r.words[i].joined && r.words[i-1].capital() && r.words[i-2].sentence == r.words[i].sentence
}

// fewestBefore is the lower end of "2 to 5 players", 0 where there is none.
func (r *reader) fewestBefore(i int) float64 {
	from := i - 1
	if i > 1 && isRange(r.lowAt(from)) {
		from--
	} else if i < 1 || !strings.ContainsAny(r.text[r.words[from].End:r.words[i].Start], "-–—") {
		return 0
	}
	if n, used := r.numberAt(from); used == 1 {
		return n
	}
	return 0
}

// isPersonal reports whether a sentence speaks of people: "three chords and you
// can play" counts nothing of the product.
func (r *reader) isPersonal(i int) bool {
	for _, step := range []int{-1, 1} {
		for n := i; n >= 0 && n < len(r.words) && r.words[n].sentence == r.words[i].sentence; n += step {
			if r.isOn(listPerson, n) {
				return true
			}
		}
	}
	return false
}

func (r *reader) isPartOfFigure(i int) bool {
	after, _ := slices.BinarySearchFunc(r.figures, r.words[i].Start+1, func(a amount, start int) int { return a.Start - start })
	return after > 0 && r.words[i].Start < r.figures[after-1].End
}

// afterKinds is the word after "kinds of": five kinds of tea are five teas.
func (r *reader) afterKinds(i int) int {
	if r.isOn(listKinds, i) && r.joinsAt(i+1) && ofWhat[r.lowAt(i+1)] && r.joinsAt(i+2) {
		return i + 2
	}
	return i
}

// counted is the noun that a number counts, -1 where it counts nothing of the
// product.
func (r *reader) counted(i int) int {
	last := -1
	for n := i; n < i+4 && r.joinsAt(n) && (n == i || !r.isRomance()) && !r.endsCounted(n, last >= 0); n++ {
		if !r.isLookOfNext(n) && (r.isPart(n) || last < 0 && r.isCountable(n, n == i)) {
			last = n
		}
	}
	return r.endOfHyphened(last)
}

// endOfHyphened is the last noun of "Einliter-Gläser".
func (r *reader) endOfHyphened(i int) int {
	for i >= 0 && r.lex.lang == "de" && r.joinsAt(i+1) && r.isHyphened(i+1) && r.words[i+1].capital() {
		i++
	}
	return i
}

// endsCounted reports whether a word is beyond what a number counts: "three letters
// engraved", "a pair weighs".
func (r *reader) endsCounted(i int, hasNoun bool) bool {
	isParticiple := hasNoun && r.lex.lang == "en" && strings.HasSuffix(r.lowAt(i), "ed")
	return isParticiple || !r.isPart(i) && !r.isHyphened(i) && (r.isSoft(i) || r.isStop(i) || r.measures(i))
}

// isCountable reports whether an unknown word may be what a number counts: in
// English a plural, in German a noun.
func (r *reader) isCountable(i int, isFirst bool) bool {
	switch r.lex.lang {
	case "en":
		return strings.HasSuffix(r.lowAt(i), "s") && !strings.HasSuffix(r.lowAt(i), "ss")
	case "de":
		return r.words[i].capital()
	default:
		return isFirst
	}
}

// isLookOfNext reports whether a word is a material or a colour of what follows
// it: "eight fibreglass ribs".
func (r *reader) isLookOfNext(i int) bool {
	h, ok := r.hitAt(i)
	return ok && !r.isRomance() && h.rest == "" && (h.is(Material) || h.is(Colour)) && r.joinsAt(i+1) && !r.isStop(i+1)
}

// measures reports whether a word says what a figure measures: "a pair weighs".
func (r *reader) measures(i int) bool {
	h, ok := r.hitAt(i)
	return ok && h.is(attribute)
}

func (r *reader) isPart(i int) bool {
	h, ok := r.hitAt(i)
	return ok && h.is(Feature)
}

// isSoft reports whether a word is no thing that a product has: a way, a day.
func (r *reader) isSoft(i int) bool {
	g := r.lex.grammar
	return r.words[i].isOneOf(g.sets[listCountSoft]) || r.words[i].isOneOf(g.sets[listSoft])
}

func (r *reader) isRomance() bool { return isRomance(r.lex.lang) }

func isRomance(lang language.Code) bool {
	return slices.Contains([]language.Code{"fr", "es", "it"}, lang)
}
