package facts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/language"
	"galley/backend/markup"
)

// Figures: numbers with a unit, as people write them: "42cm", "1.8 m",
// "30 × 40 cm", "10–12 hours", "14\"", ".5 in", "5-year". One pass finds them.

const fractionSigns = "½¼¾⅓⅔"

// between are the words between the numbers of one figure.
var between = setOf("x", "to", "or", "and", "bis", "auf", "oder", "und", "à", "ou", "et", "a", "o", "y", "e", "tot", "of", "en", "by", "per", "mal", "par", "por", "bij")

// amountsInDigits lists figures written in digits, one for each of their numbers.
func amountsInDigits(text string, lang language.Code) []amount {
	var found []amount
	for from := 0; from < len(text); {
		start := nextNumber(text, from)
		if start < 0 {
			break
		}
		parts := numbersAt(text, start, lang)
		end := parts[len(parts)-1].End
		from = end
		unit, name := unitAfter(text, markup.Span{Start: start, End: end}, lang)
		if name == "" {
			continue
		}
		for _, part := range parts {
			values, digits := readings(part.Of(text), lang)
			a := newAmount(markup.Span{Start: start, End: unit.End}, values, name, text)
			a.digits = digits
			found = append(found, a)
		}
		from = unit.End
	}
	return found
}

// nextNumber is where the next number begins that is no part of a word or of
// another number, -1 where there is none.
func nextNumber(text string, from int) int {
	for from < len(text) {
		at := strings.IndexAny(text[from:], "0123456789"+fractionSigns)
		if at < 0 {
			return -1
		}
		start := from + at
		isDigit := text[start] >= '0' && text[start] <= '9'
		if isDigit && start > from && text[start-1] == '.' && isApartBefore(text, start-1) {
			return start - 1
		}
		if isApartBefore(text, start) {
			return start
		}
		from = max(numberEnd(text, start, language.English), start+1)
	}
	return -1
}

func isApartBefore(text string, at int) bool {
	before, size := utf8.DecodeLastRuneInString(text[:at])
	return size == 0 || !unicode.IsLetter(before) && !unicode.IsNumber(before) && before != '.' && before != ','
}

// numbersAt are the numbers of a figure: "30 × 40", "2 to 3".
func numbersAt(text string, start int, lang language.Code) []markup.Span {
	parts := []markup.Span{{Start: start, End: numberEnd(text, start, lang)}}
	for {
		next := afterSeparator(text, parts[len(parts)-1].End)
		end := numberEnd(text, next, lang)
		if end <= next {
			return parts
		}
		parts = append(parts, markup.Span{Start: next, End: end})
	}
}

// numberEnd is where a number ends that begins at a place, that place where none does.
// English alone puts no plain space between the groups of one: "set of 2 500 ml jars".
func numberEnd(text string, start int, lang language.Code) int {
	at := start
	if at < len(text) && text[at] == '.' {
		at++
	}
	whole := digitsEnd(text, at)
	switch {
	case whole == at && at == start:
		return start + fractionAt(text, start)
	case whole == at:
		return start
	case at == start && whole < len(text) && text[whole] == '/' && digitsEnd(text, whole+1) > whole+1:
		return digitsEnd(text, whole+1)
	}
	whole = groupsEnd(text, whole, lang == language.English)
	if size := fractionAt(text, whole+spaceAt(text, whole)); size > 0 {
		return whole + spaceAt(text, whole) + size
	}
	return whole
}

// groupsEnd is where the further groups of digits end: ".500" of 1.500.
func groupsEnd(text string, at int, isClose bool) int {
	first := at
	for first > 0 && text[first-1] >= '0' && text[first-1] <= '9' {
		first--
	}
	for at < len(text) && (text[at] == '.' || text[at] == ',') && digitsEnd(text, at+1) > at+1 {
		at = digitsEnd(text, at+1)
	}
	space := spaceAt
	if isClose {
		space = hardSpaceAt
	}
	for next := at + space(text, at); next > at && at-first <= digitsOfGroup && digitsEnd(text, next) == next+digitsOfGroup; next = at + space(text, at) {
		at, first = digitsEnd(text, next), next
	}
	return at
}

// digitsOfGroup is how many digits a group has: 2 400 is one number.
const digitsOfGroup = 3

func digitsEnd(text string, at int) int {
	for at < len(text) && text[at] >= '0' && text[at] <= '9' {
		at++
	}
	return at
}

// fractionAt is how many bytes a sign such as ½ takes at a place, 0 where there is none.
func fractionAt(text string, at int) int {
	r, size := utf8.DecodeRuneInString(text[at:])
	if size > 0 && fractions[r] > 0 {
		return size
	}
	return 0
}

// spaceAt is how many bytes one space takes at a place, 0 where there is none.
func spaceAt(text string, at int) int {
	if at < len(text) && text[at] == ' ' {
		return 1
	}
	return hardSpaceAt(text, at)
}

// hardSpaceAt is how many bytes a space takes that breaks no line.
func hardSpaceAt(text string, at int) int {
	r, size := utf8.DecodeRuneInString(text[at:])
	if r == '\u00a0' || r == '\u202f' {
		return size
	}
	return 0
}

// afterSeparator is the place after "×", "–" or "to", the end of the text where
// there is no such thing.
func afterSeparator(text string, at int) int {
	at += spaceAt(text, at)
	r, size := utf8.DecodeRuneInString(text[at:])
	if !strings.ContainsRune("x×*–—-", r) {
		size = strings.IndexFunc(text[at:], func(r rune) bool { return !unicode.IsLetter(r) })
		if size < 0 || !between[text[at:at+size]] {
			return len(text)
		}
	}
	at += size
	return at + spaceAt(text, at)
}

// unitAfter finds the unit of a figure, the longest spelling first.
func unitAfter(text string, numbers markup.Span, lang language.Code) (at markup.Span, name string) {
	start := numbers.End
	if gap := spaceAt(text, start); gap > 0 {
		start += gap
	} else if start < len(text) && text[start] == '-' {
		start++
	}
	u := units()
	window := text[start:min(len(text), start+u.longest)]
	for size := len(window); size > 0; size-- {
		spelling := window[:size]
		if known := u.nameOf(spelling); known != "" {
			at = markup.Span{Start: start, End: start + size}
			if isUnitHere(text, numbers, at, lang) {
				return at, known
			}
		}
	}
	return markup.Span{}, ""
}

// isUnitHere distinguishes a unit from the beginning of another word, and
// inches from the word "in" and from a closing quotation mark.
func isUnitHere(text string, numbers, unit markup.Span, lang language.Code) bool {
	next, _ := utf8.DecodeRuneInString(text[unit.End:])
	last, _ := utf8.DecodeLastRuneInString(unit.Of(text))
	if unicode.IsLetter(last) && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
		return false
	}
	switch unit.Of(text) {
	case "s": // no decade: "1970s"
		return numbers.End < unit.Start && text[unit.Start-1] != '-'
	case "in":
		return numbers.End == unit.Start || isInchFollowed(text[unit.End:])
	case "'":
		return numbers.End == unit.Start && isFootMark(text, numbers.Start, next, lang)
	case `"`:
		return !hasOpenQuote(lineBefore(text, numbers.Start))
	case "”":
		before := lineBefore(text, numbers.Start)
		return strings.Count(before, "“") == strings.Count(before, "”")
	}
	return true
}

// isFootMark reports whether a straight mark behind a number means feet: before a number, and in
// English where it closes no quotation. In other languages, 9' is nine minutes.
func isFootMark(text string, start int, next rune, lang language.Code) bool {
	isAlone := !unicode.IsLetter(next) && !strings.Contains(lineBefore(text, start), "'")
	return unicode.IsDigit(next) || lang == language.English && isAlone
}

// inchWords are what may follow "14 in" where that means inches.
var inchWords = []string{"long", "wide", "high", "tall", "deep", "diameter", "thick", "drop", "length", "width", "height", "depth"}

func isInchFollowed(rest string) bool {
	trimmed := strings.TrimLeft(rest, " \t\n\r")
	if trimmed == "" || strings.ContainsAny(rest[:1], ".,;:)/\n") {
		return true
	}
	if by := strings.TrimLeft(trimmed, "x×"); by != trimmed {
		by = strings.TrimLeft(by, " ")
		return by != "" && by[0] >= '0' && by[0] <= '9'
	}
	word, _, _ := strings.Cut(trimmed, " ")
	return len(trimmed) < len(rest) && slices.Contains(inchWords, strings.TrimRight(word, ".,;:)!?"))
}

// hasOpenQuote reports whether a straight quotation mark opens a quotation:
// unlike an inch mark, it has no digit before it.
func hasOpenQuote(line string) bool {
	for at := 0; ; at++ {
		next := strings.IndexByte(line[at:], '"')
		if next < 0 {
			return false
		}
		at += next
		isAfterDigit := at > 0 && line[at-1] >= '0' && line[at-1] <= '9'
		if following, _ := utf8.DecodeRuneInString(line[at+1:]); !isAfterDigit && following != utf8.RuneError && !unicode.IsSpace(following) {
			return true
		}
	}
}

// quoteReach is how far before an inch mark a quotation may begin, in bytes.
const quoteReach = 400

func lineBefore(text string, at int) string {
	line := text[max(0, at-quoteReach):at]
	return line[strings.LastIndexByte(line, '\n')+1:]
}
