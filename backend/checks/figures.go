package checks

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"galley/backend/markup"
)

// Figures: numbers with a unit, as people write them: "42cm", "1.8 m",
// "30 × 40 cm", "10–12 hours", "14\"", ".5 in", "5-year", "two metres", "set of 4".
const (
	number     = `\.?\d+(?:[.,]\d+)*(?:[ \x{00a0}]?[½¼¾⅓⅔])?|\d+/\d+|[½¼¾⅓⅔]`
	manyOf     = `(?:[ \x{00a0}]?(?:[x×*–—-]|to|or|and)[ \x{00a0}]?(?:` + number + `))*`
	unitGap    = `[ \x{00a0}\x{202f}-]?`
	wordNumber = `two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred`
	oneOf      = `(?:^|[^\pL\pN.,])`
)

var numberWords = map[string]string{
	"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
	"eleven": "11", "twelve": "12", "fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60",
	"hundred": "100", "½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.33", "⅔": "0.67",
}

// unitTable lists the spellings of units.
type unitTable struct {
	loose map[string]string // by lower case
	exact map[string]string
	digit *regexp.Regexp // figures in digits
	words *regexp.Regexp // figures in words
	sets  *regexp.Regexp // "set of 4"
	parts *regexp.Regexp // the numbers within a figure
}

var units = sync.OnceValue(func() unitTable {
	table := unitTable{loose: map[string]string{}, exact: map[string]string{}}
	var loose, strictly []string
	for _, line := range dataLines("units") {
		name, forms, _ := strings.Cut(line, ": ")
		for _, form := range commaList(forms) {
			if rest, isExact := strings.CutPrefix(form, "="); isExact {
				table.exact[rest] = name
				strictly = append(strictly, regexp.QuoteMeta(rest))
				continue
			}
			table.loose[strings.ToLower(form)] = name
			loose = append(loose, regexp.QuoteMeta(form))
		}
	}
	byLength := func(a, b string) int { return len(b) - len(a) }
	slices.SortStableFunc(loose, byLength)
	slices.SortStableFunc(strictly, byLength)
	unit := `((?i:` + strings.Join(loose, "|") + `)|` + strings.Join(strictly, "|") + `|in)`
	table.digit = regexp.MustCompile(oneOf + `((?:` + number + `)` + manyOf + `)` + unitGap + unit)
	table.words = regexp.MustCompile(`(?i)\b(` + wordNumber + `)[ -]((?:` + strings.Join(loose, "|") + `))\b`)
	table.sets = regexp.MustCompile(`(?i)\b(?:set|pack|box|bundle|pair)s? of (\d+|` + wordNumber + `)\b`)
	table.parts = regexp.MustCompile(number)
	return table
})

func (u unitTable) canonical(unit string) string {
	if name, ok := u.exact[unit]; ok {
		return name
	}
	if unit == "in" {
		return "in"
	}
	return u.loose[strings.ToLower(unit)]
}

// figure is a number with a unit; a range or a measure in several dimensions
// has one key for each number.
type figure struct {
	markup.Span
	keys []string
}

// findFigures lists the figures of a text, in order.
func findFigures(text string) []figure {
	found := digitFigures(text)
	u := units()
	for _, m := range u.words.FindAllStringSubmatchIndex(text, -1) {
		key := figureKey(text[m[2]:m[3]], u.canonical(text[m[4]:m[5]]))
		found = append(found, figure{markup.Span{Start: m[0], End: m[1]}, []string{key}})
	}
	for _, m := range u.sets.FindAllStringSubmatchIndex(text, -1) {
		found = append(found, figure{markup.Span{Start: m[0], End: m[1]}, []string{figureKey(text[m[2]:m[3]], "piece")}})
	}
	slices.SortStableFunc(found, func(a, b figure) int { return a.Start - b.Start })
	return found
}

func digitFigures(text string) []figure {
	if !hasDigit(text) {
		return nil
	}
	var found []figure
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
		found = append(found, u.figure(text, numbers, unit))
		from = unit.End
	}
	return found
}

// hasDigit skips the search in texts without figures.
func hasDigit(text string) bool { return strings.ContainsAny(text, "0123456789½¼¾⅓⅔") }

func (u unitTable) figure(text string, numbers, unit markup.Span) figure {
	f := figure{Span: markup.Span{Start: numbers.Start, End: unit.End}}
	name := u.canonical(unit.Of(text))
	for _, n := range u.parts.FindAllString(numbers.Of(text), -1) {
		f.keys = append(f.keys, figureKey(n, name))
	}
	return f
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

func figureKey(number, unit string) string { return normalNumber(number) + " " + unit }

// normalNumber unifies spellings of a number: "1,500" is 1500, "1,8" is 1.8,
// "2.50" is 2.5, "two" is 2.
func normalNumber(n string) string {
	n = strings.ToLower(strings.TrimSpace(n))
	if digits, ok := numberWords[n]; ok {
		return digits
	}
	if strings.Contains(n, "/") {
		return n
	}
	whole, fraction := splitDecimal(n)
	whole = strings.TrimLeft(whole, "0")
	if whole == "" {
		whole = "0"
	}
	if fraction = strings.TrimRight(fraction, "0"); fraction != "" {
		return whole + "." + fraction
	}
	return whole
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
	return bare.Replace(n[:at]), n[at+1:]
}
