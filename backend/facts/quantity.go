package facts

import (
	"slices"
	"strings"

	"galley/backend/markup"
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

// findAmounts lists the amounts of a text in order, one for each number.
func findAmounts(text string, list []word, lex *lexicon) []amount {
	found := amountsInDigits(text, lex.lang)
	for i := 0; i < len(list); i++ {
		n, used := lex.grammar.number(list, i)
		if used == 0 {
			continue
		}
		if next, unit := unitInWords(list, i+used, n, lex); unit != "" {
			found = append(found, newAmount(markup.Span{Start: list[i].Start, End: list[next].End}, []float64{n}, unit, text))
		}
		i += used - 1
	}
	slices.SortStableFunc(found, func(a, b amount) int { return a.Start - b.Start })
	for i := range found {
		found[i].about = isAbout(found[i], list, lex)
	}
	return found
}

// unitInWords is the unit after a number in words, and where it is: "two metres",
// "half a litre".
func unitInWords(list []word, next int, n float64, lex *lexicon) (at int, unit string) {
	if next >= len(list) || !list[next].joined {
		return 0, ""
	}
	if n == 0.5 && next+1 < len(list) && list[next+1].joined && lex.grammar.sets["determiner"][list[next].low] {
		next++
	}
	unit = units().loose[strings.ToLower(list[next].raw)]
	if unit == "" || isVagueUnit(unit, n) || perTime(list, next, lex) {
		return 0, ""
	}
	return next, unit
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

// perTime finds "seven days a week", which measures nothing.
func perTime(list []word, unit int, lex *lexicon) bool {
	return lex.grammar.at("per time", list, unit+1) > 0
}
