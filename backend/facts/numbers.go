package facts

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"galley/backend/language"
)

var fractions = map[rune]float64{'½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1.0 / 3, '⅔': 2.0 / 3}

// spaces are between the groups of a number: 2 400.
var spaces = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "")

// marks are within numbers.
var marks = strings.NewReplacer(".", "", ",", "")

// readings returns what a number may mean: "1,500" is 1500 in English, and
// "1.500" may be 1500 in the other languages.
func readings(n string, lang language.Code) (values []float64, digits int) {
	n = spaces.Replace(strings.TrimSpace(n))
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
	if isGroup {
		return marks.Replace(n), ""
	}
	return "0" + marks.Replace(n[:at]), n[at+1:]
}
