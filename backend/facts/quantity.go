package facts

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"galley/backend/language"
	"galley/backend/markup"
)

// Figures: numbers with a unit, as people write them: "42cm", "1.8 m",
// "30 × 40 cm", "10–12 hours", "14\"", ".5 in", "5-year", "two metres".
const (
	number  = `\.?\d+(?:[.,]\d+)*(?:[ \x{00a0}]?[½¼¾⅓⅔])?|\d+/\d+|[½¼¾⅓⅔]`
	manyOf  = `(?:[ \x{00a0}]?(?:[x×*–—-]|to|or|and|bis|oder|und|à|ou|et|a|o|y|e|tot|of|en)[ \x{00a0}]?(?:` + number + `))*`
	unitGap = `[ \x{00a0}\x{202f}-]?`
	oneOf   = `(?:^|[^\pL\pN.,])`
)

// amount is a number with its unit.
type amount struct {
	markup.Span
	values []float64 // readings of the number: "1.500" may be 1.5 or 1500
	digits int       // behind the decimal point
	unit   string
	base   string // what the unit is measured in, the unit itself where it has no other
	factor float64
	about  bool
	text   string
}

// unitTable lists the spellings of units.
type unitTable struct {
	loose, exact map[string]string // the unit of a spelling: in any case, in this case
	base         map[string]string
	factor       map[string]float64
	digit        *regexp.Regexp
	parts        *regexp.Regexp
}

var unitLine = regexp.MustCompile(`^([^=:]+?)(?: = ([\d.]+) (\S+))?: (.+)$`)

var units = sync.OnceValue(func() unitTable {
	t := unitTable{loose: map[string]string{}, exact: map[string]string{}, base: map[string]string{}, factor: map[string]float64{}}
	var loose, strictly []string
	for _, line := range dataLines("units") {
		m := unitLine.FindStringSubmatch(line)
		name := m[1]
		t.base[name], t.factor[name] = name, 1
		if m[2] != "" {
			t.factor[name], _ = strconv.ParseFloat(m[2], 64)
			t.base[name] = m[3]
		}
		for _, form := range commaList(m[4]) {
			if rest, isExact := strings.CutPrefix(form, "="); isExact {
				t.exact[rest] = name
				strictly = append(strictly, regexp.QuoteMeta(rest))
				continue
			}
			t.loose[strings.ToLower(form)] = name
			loose = append(loose, regexp.QuoteMeta(form))
		}
	}
	byLength := func(a, b string) int { return len(b) - len(a) }
	slices.SortStableFunc(loose, byLength)
	slices.SortStableFunc(strictly, byLength)
	t.digit = regexp.MustCompile(oneOf + `((?:` + number + `)` + manyOf + `)` + unitGap +
		`((?i:` + strings.Join(loose, "|") + `)|` + strings.Join(strictly, "|") + `|in)`)
	t.parts = regexp.MustCompile(number)
	return t
})

func (u unitTable) nameOf(spelling string) string {
	if name, ok := u.exact[spelling]; ok {
		return name
	}
	if spelling == "in" {
		return "in"
	}
	return u.loose[strings.ToLower(spelling)]
}

// findAmounts lists the amounts of a text in order, one for each number.
func findAmounts(text string, list []word, lex *lexicon) []amount {
	found := amountsInDigits(text, lex.lang)
	for i := 0; i+1 < len(list); i++ {
		n, ok := lex.grammar.numbers[list[i].low]
		if !ok || !list[i+1].joined {
			continue
		}
		next := i + 1
		if n == 0.5 && next+1 < len(list) && list[next+1].joined && lex.grammar.sets["determiner"][list[next].low] {
			next++ // half a litre
		}
		if unit := units().loose[strings.ToLower(list[next].raw)]; unit != "" && !isVagueUnit(unit, n) {
			found = append(found, newAmount(markup.Span{Start: list[i].Start, End: list[next].End}, []float64{n}, unit, text))
		}
	}
	slices.SortStableFunc(found, func(a, b amount) int { return a.Start - b.Start })
	for i := range found {
		found[i].about = isAbout(found[i], list, lex)
	}
	return found
}

// isVagueUnit reports whether a number word with such a unit counts nothing:
// "one day", "ein Paar", "a second".
func isVagueUnit(unit string, n float64) bool {
	return n == 1 && !slices.Contains([]string{"year", "month", "l", "m", "kg", "carat"}, unit)
}

func newAmount(at markup.Span, values []float64, unit, text string) amount {
	u := units()
	return amount{Span: at, values: values, unit: unit, base: u.base[unit], factor: u.factor[unit], text: at.Of(text)}
}

func isAbout(a amount, list []word, lex *lexicon) bool {
	i, _ := slices.BinarySearchFunc(list, a.Start, func(w word, start int) int { return w.Start - start })
	return i > 0 && i < len(list) && lex.grammar.endsAt("about", list, i) > 0
}

func amountsInDigits(text string, lang language.Code) []amount {
	if !strings.ContainsAny(text, "0123456789½¼¾⅓⅔") {
		return nil
	}
	var found []amount
	u := units()
	for from := 0; from < len(text); {
		m := u.digit.FindStringSubmatchIndex(text[from:])
		if m == nil {
			break
		}
		numbers, unit := markup.Span{Start: from + m[2], End: from + m[3]}, markup.Span{Start: from + m[4], End: from + m[5]}
		if from > numbers.Start || !isUnitHere(text, numbers, unit) {
			from = numbers.End
			continue
		}
		for _, part := range u.parts.FindAllStringIndex(numbers.Of(text), -1) {
			n := numbers.Of(text)[part[0]:part[1]]
			values, digits := readings(n, lang)
			a := newAmount(markup.Span{Start: numbers.Start, End: unit.End}, values, u.nameOf(unit.Of(text)), text)
			a.digits = digits
			found = append(found, a)
		}
		from = unit.End
	}
	return found
}

// isUnitHere distinguishes a unit from the beginning of another word, and
// inches from the word "in" and from a closing quotation mark.
func isUnitHere(text string, numbers, unit markup.Span) bool {
	next, _ := utf8.DecodeRuneInString(text[unit.End:])
	last, _ := utf8.DecodeLastRuneInString(unit.Of(text))
	if unicode.IsLetter(last) && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
		return false
	}
	switch unit.Of(text) {
	case "in":
		return numbers.End == unit.Start || inchFollows.MatchString(text[unit.End:])
	case `"`:
		return len(openingQuote.FindAllString(lineBefore(text, numbers.Start), -1)) == 0
	case "”":
		before := lineBefore(text, numbers.Start)
		return strings.Count(before, "“") == strings.Count(before, "”")
	}
	return true
}

// inchFollows is what may follow "14 in" where that means inches.
var inchFollows = regexp.MustCompile(`^(?:[.,;:)/]|\s*$|\n|\s*[x×]\s*\d|\s(?:long|wide|high|tall|deep|diameter|thick|drop|length|width|height|depth)\b)`)

// openingQuote is a straight quotation mark that opens a quotation: unlike an
// inch mark, it has no digit before it.
var openingQuote = regexp.MustCompile(`(?:^|[^\d])"\S`)

func lineBefore(text string, at int) string {
	return text[strings.LastIndexByte(text[:at], '\n')+1 : at]
}

var fractions = map[rune]float64{'½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1.0 / 3, '⅔': 2.0 / 3}

// readings returns what a number may mean: "1,500" is 1500 in English, and
// "1.500" may be 1500 in the other languages.
func readings(n string, lang language.Code) (values []float64, digits int) {
	n = strings.TrimSpace(n)
	if above, below, found := strings.Cut(n, "/"); found {
		a, _ := strconv.ParseFloat(above, 64)
		b, _ := strconv.ParseFloat(below, 64)
		return []float64{a / max(b, 1)}, 2
	}
	extra := 0.0
	if last, size := utf8.DecodeLastRuneInString(n); fractions[last] > 0 {
		extra = fractions[last]
		n = strings.TrimSpace(n[:len(n)-size])
		if n == "" {
			return []float64{extra}, 2
		}
	}
	whole, fraction := splitDecimal(n)
	value, _ := strconv.ParseFloat(whole+"."+fraction+"0", 64)
	values = append(values, value+extra)
	if lang != "en" && strings.Count(n, ".") == 1 && !strings.Contains(n, ",") && len(fraction) == 3 {
		grouped, _ := strconv.ParseFloat(whole+fraction, 64)
		values = append(values, grouped)
	}
	if extra > 0 {
		return values, 2
	}
	return values, len(strings.TrimRight(fraction, "0"))
}

// splitDecimal finds the decimal point or comma: the last mark, unless it is a
// comma before three digits or one of several alike.
func splitDecimal(n string) (whole, fraction string) {
	at := strings.LastIndexAny(n, ".,")
	if at < 0 {
		return n, ""
	}
	isGroup := n[at] == ',' && len(n)-at-1 == 3 || strings.Count(n, n[at:at+1]) > 1
	bare := strings.NewReplacer(".", "", ",", "")
	if isGroup {
		return bare.Replace(n), ""
	}
	return "0" + bare.Replace(n[:at]), n[at+1:]
}

// sameness of two amounts: other, equal, or equal after a conversion.
type sameness int

const (
	other sameness = iota
	equal
	converted
)

// How far a converted figure may be from the exact one: what rounding to three
// digits does, and what "about" allows.
const (
	rounding = 0.005
	roughly  = 0.03
)

// same compares what a text says with a fact.
func (a amount) same(fact amount) sameness {
	if a.base != fact.base {
		return sameTemperature(a, fact)
	}
	for _, x := range a.values {
		for _, y := range fact.values {
			claimed, known := x*a.factor, y*fact.factor
			apart := math.Abs(claimed-known) / max(math.Abs(known), 1e-9)
			switch {
			case apart < 1e-9 && a.unit == fact.unit:
				return equal
			case apart < 1e-9:
				return converted
			case a.unit != fact.unit && a.isTolerable(apart):
				return converted
			}
		}
	}
	return other
}

func (a amount) isTolerable(apart float64) bool {
	return apart <= rounding || (a.about && apart <= roughly)
}

func sameTemperature(a, fact amount) sameness {
	celsius := map[string]func(float64) float64{
		"°c": func(x float64) float64 { return x },
		"°f": func(x float64) float64 { return (x - 32) * 5 / 9 },
		"°":  func(x float64) float64 { return x },
	}
	from, to := celsius[a.unit], celsius[fact.unit]
	if from == nil || to == nil || len(a.values) == 0 || len(fact.values) == 0 {
		return other
	}
	if math.Abs(from(a.values[0])-to(fact.values[0])) < 0.5 {
		return converted
	}
	return other
}
