package facts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"galley/backend/language"
)

// accents are the letters that fold turns into plain ones.
var accents = strings.NewReplacer(
	"à", "a", "á", "a", "â", "a", "ã", "a", "ä", "a", "å", "a", "ç", "c", "è", "e", "é", "e", "ê", "e", "ë", "e",
	"ì", "i", "í", "i", "î", "i", "ï", "i", "ñ", "n", "ò", "o", "ó", "o", "ô", "o", "õ", "o", "ö", "o", "ø", "o",
	"ù", "u", "ú", "u", "û", "u", "ü", "u", "ß", "ss", "œ", "oe", "æ", "ae", "ÿ", "y", "’", "'")

// fold writes a word in small letters without accents.
func fold(w string) string {
	low := strings.ToLower(w)
	if !strings.ContainsFunc(low, isAccented) {
		return low
	}
	return accents.Replace(low)
}

func isAccented(r rune) bool { return r >= utf8.RuneSelf }

// shortestBase is how many letters a word has at least without its ending.
const shortestBase = 3

// formsOfMost is how many forms most words have.
const formsOfMost = 4

// inflections returns a word and the words of which it may be a form.
func inflections(lang language.Code, low string) []string {
	return appendInflections(make([]string, 0, formsOfMost), lang, low)
}

// appendInflections adds them to an empty list.
func appendInflections(forms []string, lang language.Code, low string) []string {
	forms = append(forms, low)
	switch lang {
	case "de":
		forms = cutEndings(forms, low, "e", "er", "es", "en", "em", "n", "s")
	case "fr":
		forms = cutEndings(forms, low, "s", "x", "e", "es", "ne", "nes", "le", "les")
		forms = swapEnding(forms, low, "aux", "al")
		forms = swapEnding(forms, low, "elle", "eau")
	case "es":
		for _, one := range cutEndings([]string{low}, low, "s", "es") {
			forms = appendNew(forms, one)
			forms = swapEnding(forms, one, "a", "o")
			forms = swapEnding(forms, one, "a", "")
		}
	case "it":
		for _, vowel := range []string{"o", "a", "e", "i"} {
			for _, ending := range []string{"he", "hi", "o", "a", "e", "i"} {
				forms = swapEnding(forms, low, ending, vowel)
			}
		}
	case "nl":
		forms = cutEndings(forms, low, "e", "en", "s", "n")
		forms = swapEnding(forms, low, "ese", "ees")
	default:
		forms = appendNew(forms, language.Singular(low))
		if base, cut := strings.CutSuffix(low, "ves"); cut && len(base) > 1 { // knives, shelves
			forms = appendNew(appendNew(forms, base+"fe"), base+"f")
		}
	}
	return forms
}

func cutEndings(forms []string, low string, endings ...string) []string {
	for _, ending := range endings {
		if base, cut := strings.CutSuffix(low, ending); cut && len(base) >= shortestBase {
			forms = appendNew(forms, base)
		}
	}
	return forms
}

func swapEnding(forms []string, low, ending, other string) []string {
	if base, cut := strings.CutSuffix(low, ending); cut && len(base) >= shortestBase {
		forms = appendNew(forms, base+other)
	}
	return forms
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

func hasAnySuffix(s string, suffixes ...string) bool {
	return slices.ContainsFunc(suffixes, func(suffix string) bool { return strings.HasSuffix(s, suffix) })
}
