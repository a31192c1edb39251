package productcsv

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// numberColumns are those in which a decimal sign can be seen.
var numberColumns = []column{colPrice, colCompareAt, colGrams}

// votes are the cells that show the decimal sign of a file.
type votes struct{ comma, point vote }

type vote struct {
	cells   int
	example string // the clearest of them: with a sign for thousands too
}

func (v *vote) add(cell, number string) {
	v.cells++
	if v.example == "" || isClear(number) && !isClear(bareNumber(v.example)) {
		v.example = cell
	}
}

func isClear(number string) bool {
	return strings.ContainsRune(number, '.') && strings.ContainsRune(number, ',')
}

// commaShown and pointShown match numbers that show their decimal sign: both
// signs, or one or two digits behind the only one, or a zero before it.
var (
	commaShown = regexp.MustCompile(`^[+-]?\d{1,3}(?:\.\d{3})+,\d+$|^[+-]?\d+,\d{1,2}$|^[+-]?0,\d+$`)
	pointShown = regexp.MustCompile(`^[+-]?\d{1,3}(?:,\d{3})+\.\d+$|^[+-]?\d+\.\d{1,2}$|^[+-]?0\.\d+$`)
)

// count notes what a cell shows.
func (v *votes) count(cell string) {
	switch number := bareNumber(cell); {
	case commaShown.MatchString(number):
		v.comma.add(cell, number)
	case pointShown.MatchString(number):
		v.point.add(cell, number)
	}
}

// isComma decides for the file. Where no cell shows it, otherwise does.
func (v *votes) isComma(otherwise bool) bool {
	if v.comma.cells == v.point.cells {
		return otherwise
	}
	return v.comma.cells > v.point.cells
}

// example is a cell that shows the sign, "" for none.
func (v *votes) example(decimalComma bool) string {
	if decimalComma {
		return v.comma.example
	}
	return v.point.example
}

// currency matches what people write around an amount: signs, and codes.
var currency = regexp.MustCompile(`^(?:[A-Z]{3}|R\$|[A-Z]{0,2}\p{Sc})\s*|\s*(?:[A-Z]{3}|\p{Sc}|kr\.?|zł|Kč|lei|Fr\.)$`)

// bareNumber takes currency and the white space between groups of digits away.
func bareNumber(cell string) string {
	cell = strings.TrimSpace(cell)
	for range 2 {
		cell = strings.TrimSpace(currency.ReplaceAllString(cell, ""))
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\'' || r == '’' || unicode.IsSpace(r):
			return -1
		case r == '−':
			return '-'
		}
		return r
	}, spaceWithin(cell))
}

// spaced matches digits in groups of three with white space or apostrophes
// between them.
var spaced = regexp.MustCompile(`^[+-−]?\d{1,3}(?:[\s\x{00a0}\x{202f}\x{2009}'’]\d{3})*(?:[.,]\d+)?$`)

// spaceWithin keeps white space that does not group digits as a letter, so that
// no number is made of two.
func spaceWithin(cell string) string {
	if spaced.MatchString(cell) {
		return cell
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return '_'
		}
		return r
	}, cell)
}

var (
	oneComma       = regexp.MustCompile(`^[+-]?\d+,\d+$`)
	groupedByPoint = regexp.MustCompile(`^[+-]?[1-9]\d{0,2}(?:\.\d{3})+$`)
	groupedByComma = regexp.MustCompile(`^[+-]?[1-9]\d{0,2}(?:,\d{3})+$`)
)

// plainNumber writes a number with a decimal point and nothing else. decimalComma
// decides what "1.299" and "1,299" are; numbers that show their sign are read by
// it. ok is false for what is no number.
func plainNumber(cell string, decimalComma bool) (number string, ok bool) {
	number = withPoint(bareNumber(cell), decimalComma)
	if strings.Trim(number, "+-.0123456789") != "" {
		return "", false
	}
	const most = 1e15 // more than any price, weight or stock
	value, err := strconv.ParseFloat(number, 64)
	return number, err == nil && value <= most && value >= -most
}

// withPoint makes the decimal sign a point and drops those between thousands.
func withPoint(number string, decimalComma bool) string {
	switch {
	case commaShown.MatchString(number), decimalComma && oneComma.MatchString(number):
		return strings.Replace(strings.ReplaceAll(number, ".", ""), ",", ".", 1)
	case pointShown.MatchString(number), groupedByComma.MatchString(number):
		return strings.ReplaceAll(number, ",", "")
	case groupedByPoint.MatchString(number) && (decimalComma || strings.Count(number, ".") > 1):
		return strings.ReplaceAll(number, ".", "")
	}
	return number
}

// isNumber is true of a number with either decimal sign.
func isNumber(cell string) bool {
	_, withPoint := plainNumber(cell, false)
	_, withComma := plainNumber(cell, true)
	return withPoint || withComma
}
