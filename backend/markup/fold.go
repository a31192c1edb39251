package markup

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plainLetters are letters that are no letter with a mark to Unicode, though people type them as one.
var plainLetters = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i", "ħ", "h")

// Fold is a name as one searches in it: without case, accents and width. “Ångström” is
// “angstrom”. The pages have the same rule in lib/fold.ts.
func Fold(text string) string {
	bare := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(text))
	return plainLetters.Replace(strings.ToLower(bare))
}

// Contains reports whether a name has what was typed, in any place: “ang” finds Ångström.
func Contains(name, typed string) bool {
	return strings.Contains(Fold(name), Fold(strings.TrimSpace(typed)))
}
