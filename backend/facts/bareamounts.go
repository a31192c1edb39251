package facts

import (
	"strings"
)

// bareAmounts finds amounts that leave out their unit: "ages 3 and up", "seats
// six", "since 1985".
func (r *reader) bareAmounts() []amount {
	g := r.lex.grammar
	var found []amount
	for i := range r.words {
		if used := g.at(listAgeWords, r.words, i); used > 0 {
			found = append(found, r.bareAmount(i, i+used, "year")...)
		}
		if used := g.at(listSeats, r.words, i); used > 0 {
			found = append(found, r.bareAmount(i, i+used, "person")...)
		}
		if n, is := r.calendarYear(i); is {
			found = append(found, newAmount(r.words[i].Span, []float64{n}, "calendar", r.text))
		}
	}
	return found
}

// bareAmount is the amount of a number that counts nothing else.
func (r *reader) bareAmount(from, at int, unit string) []amount {
	if !r.joinsAt(at) || r.isPartOfFigure(at) {
		return nil
	}
	n, used := r.numberAt(at)
	if used == 0 || !isMany(n) || r.counted(at+used) >= 0 {
		return nil
	}
	return []amount{newAmount(r.span(from, at+used), []float64{n}, unit, r.text)}
}

// calendarYear is the year that a word is: four digits with a blank before them. In a text what is said must end with
// it, since before a word it may count: "2000 washes". Behind capitals it is the number of a norm: "EN 1888".
func (r *reader) calendarYear(i int) (n float64, is bool) {
	const from, to = 1800, 2100
	year, isWhole := wholeNumber(r.words[i].raw)
	if !isWhole || year < from || year > to || r.isPartOfFigure(i) {
		return 0, false
	}
	if before := r.text[:r.words[i].Start]; before != "" && !strings.ContainsRune(" (\u00a0\n\t", rune(before[len(before)-1])) {
		return 0, false
	}
	if r.joinsAt(i) && r.words[i-1].raw == strings.ToUpper(r.words[i-1].raw) {
		return 0, false
	}
	return year, r.lenient || !r.joinsAt(i+1)
}
