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
		next := i + used
		if used == 0 || next >= len(list) || !list[next].joined {
			continue
		}
		from := i
		i += used - 1
		if n == 0.5 && next+1 < len(list) && list[next+1].joined && lex.grammar.sets["determiner"][list[next].low] {
			next++ // half a litre
		}
		if unit := units().loose[strings.ToLower(list[next].raw)]; unit != "" && !isVagueUnit(unit, n) && !perTime(list, next, lex) {
			found = append(found, newAmount(markup.Span{Start: list[from].Start, End: list[next].End}, []float64{n}, unit, text))
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

// perTime finds "seven days a week", which measures nothing.
func perTime(list []word, unit int, lex *lexicon) bool {
	return lex.grammar.at("per time", list, unit+1) > 0
}
