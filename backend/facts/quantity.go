package facts

import (
	"slices"
	"strconv"
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
		if s, used := lex.grammar.spanAt(list, i); used > 0 {
			found = append(found, newAmount(markup.Span{Start: list[i].Start, End: list[i+used-1].End}, []float64{s.n}, s.unit, text))
			i += used - 1
			continue
		}
		n, used := lex.grammar.number(list, i)
		if used == 0 {
			continue
		}
		if half := andHalf(list, i+used, lex); half > 0 {
			n, used = n+0.5, used+half
		}
		if next, unit := unitInWords(list, i+used, n, lex); unit != "" {
			if half := andHalf(list, next+1, lex); half > 0 {
				n, next = n+0.5, next+half // "dos litros y medio"
			}
			found = append(found, newAmount(markup.Span{Start: list[i].Start, End: list[next].End}, []float64{n}, unit, text))
		}
		i += used - 1
	}
	slices.SortStableFunc(found, func(a, b amount) int { return a.Start - b.Start })
	found = withCompounds(found, text, lex)
	for i := range found {
		found[i].about = isAbout(found[i], list, lex)
	}
	return found
}

// andHalf is how many words "and a half" takes, 0 where no half follows a number.
func andHalf(list []word, i int, lex *lexicon) int {
	g, at := lex.grammar, i+1
	if i >= len(list) || !list[i].joined || !g.sets[listAnd][list[i].low] {
		return 0
	}
	if at < len(list) && g.sets[listDeterminer][list[at].low] {
		at++
	}
	if at < len(list) && list[at].joined && g.numbers[list[at].low] == 0.5 {
		return at + 1 - i
	}
	return 0
}

// unitInWords is the unit after a number in words, and where it is: "two metres",
// "half a litre".
func unitInWords(list []word, next int, n float64, lex *lexicon) (at int, unit string) {
	if next >= len(list) || !list[next].joined {
		return 0, ""
	}
	if n == 0.5 && next+1 < len(list) && list[next+1].joined && lex.grammar.sets[listDeterminer][list[next].low] {
		next++
	}
	next, unit = looseUnit(list, next)
	if unit == "" || isVagueUnit(unit, n) || perTime(list, next, lex) {
		return 0, ""
	}
	return next, unit
}

// looseUnit is the unit that begins at a word, and its last word: "per cent".
func looseUnit(list []word, i int) (last int, unit string) {
	unit = units().loose[strings.ToLower(list[i].raw)]
	if unit == "" && i+1 < len(list) && list[i+1].joined {
		if unit = units().loose[strings.ToLower(list[i].raw+" "+list[i+1].raw)]; unit != "" {
			return i + 1, unit
		}
	}
	return i, unit
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
	return i > 0 && i < len(list) && lex.grammar.endsAt(listAbout, list, i) > 0
}

// perTime finds "seven days a week", which measures nothing.
func perTime(list []word, unit int, lex *lexicon) bool {
	base := units().base[units().loose[strings.ToLower(list[unit].raw)]]
	return (base == "second" || base == "month") && lex.grammar.at(listPerTime, list, unit+1) > 0
}

// phraseAmount is an amount that a phrase means: "half an hour" is 30 minutes.
type phraseAmount struct {
	words []string
	n     float64
	unit  string
}

// addSpan reads "halbe Stunde 30 minute".
func (g grammar) addSpan(words []string) {
	end := len(words) - 2
	if end < 1 {
		return
	}
	n, _ := strconv.ParseFloat(words[end], 64)
	g.spans[words[0]] = append(g.spans[words[0]], phraseAmount{words[:end], n, words[end+1]})
}

// spanAt is the amount that the phrase at a word means, and how many words it
// takes: a phrase of the grammar, or a number and its unit in one word,
// "dreiteilig".
func (g grammar) spanAt(list []word, i int) (s phraseAmount, used int) {
	for _, p := range g.spans[list[i].low] {
		if len(p.words) > used && startsWith(list, i, p.words) {
			s, used = p, len(p.words)
		}
	}
	if used > 0 || !g.compounds {
		return s, used
	}
	for _, form := range list[i].forms {
		for n := len(form) - shortestBase; n >= shortestBase; n-- {
			if unit := units().loose[form[n:]]; unit != "" && g.numbers[form[:n]] > 1 {
				return phraseAmount{n: g.numbers[form[:n]], unit: unit}, 1
			}
		}
	}
	return s, 0
}

// withCompounds adds what two figures say as one: "4 min 10 s" is 250 s, too.
func withCompounds(found []amount, text string, lex *lexicon) []amount {
	var list []amount // from the last to the first
	for _, a := range slices.Backward(found) {
		list = append(list, a)
		if len(list) < 2 {
			continue
		}
		if b := list[len(list)-2]; isCompound(a, b, text, lex) {
			list = append(list, newAmount(markup.Span{Start: a.Start, End: b.End}, []float64{b.values[0] + a.values[0]*a.factor/b.factor}, b.unit, text))
		}
	}
	slices.Reverse(list)
	return list
}

// isCompound reports whether two figures are one, of a larger and a smaller unit: 7'6", "4 min 10 s",
// "4 minutes and 10 seconds".
func isCompound(a, b amount, text string, lex *lexicon) bool {
	if len(a.values) != 1 || len(b.values) != 1 || a.base != b.base || a.factor <= b.factor || b.Start < a.End {
		return false
	}
	gap := text[a.End:b.Start]
	isJoined := isTime(a) && lex.grammar.sets[listAnd][fold(strings.TrimSpace(gap))]
	return gap == " " || gap == "" && b.unit == "in" || isJoined
}
