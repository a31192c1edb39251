package productcsv

import "strings"

// Spreadsheets run a value as a formula when it begins with one of these.
// Exports put an apostrophe before such a value.
const formulaStarts = "=+-@\t\r\n"

// digits follow an apostrophe in codes that must keep their leading zeros.
const digits = "0123456789"

// unguard takes one guarding apostrophe away; "'90s jeans" keeps its own.
func unguard(value string) string {
	if isGuarded(value, formulaStarts) {
		return value[1:]
	}
	return value
}

// Guard is the opposite of unguard: unguard(Guard(v)) is v for every v.
func Guard(value string) string {
	if startsAfterApostrophes(value, formulaStarts) {
		return "'" + value
	}
	return value
}

func unguardCode(value string) string {
	if isGuarded(value, formulaStarts+digits) {
		return value[1:]
	}
	return value
}

func isGuarded(value, starts string) bool {
	return strings.HasPrefix(value, "'") && startsAfterApostrophes(value, starts)
}

func startsAfterApostrophes(value, starts string) bool {
	rest := strings.TrimLeft(value, "'")
	return rest != "" && strings.IndexByte(starts, rest[0]) >= 0
}
