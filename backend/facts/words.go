package facts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/language"
	"galley/backend/markup"
)

// word is a word of a text with the forms by which it is looked up. A joined
// word follows the one before it in the same phrase: only spaces or a hyphen are
// between them.
type word struct {
	markup.Span
	raw, low string   // as written; in small letters without accents
	forms    []string // low, and what it may be an inflection of
	joined   bool
	sentence int // which sentence of the text it is in
	clause   int // which part between commas
}

// capital reports whether the word begins with a capital letter.
func (w word) capital() bool {
	r, _ := utf8.DecodeRuneInString(w.raw)
	return unicode.IsUpper(r)
}

func (w word) isOneOf(s set) bool {
	return slices.ContainsFunc(w.forms, func(f string) bool { return s[f] })
}

// splitWords finds the words of a text.
func splitWords(text string, lang language.Code) []word {
	spans := markup.Tokens(text)
	list := make([]word, 0, len(spans))
	sentence, clause := 0, 0
	for i, at := range spans {
		w := word{Span: at, raw: at.Of(text)}
		w.low = fold(w.raw)
		if i > 0 {
			gap := text[spans[i-1].End:at.Start]
			w.joined = strings.Trim(gap, " -\u00a0\u202f\u2010\u2011'’") == ""
			if endsSentence(gap) {
				sentence++
			}
			if !w.joined && strings.ContainsAny(gap, ",;:.!?()\n|–—") {
				clause++
			}
		}
		w.sentence, w.clause = sentence, clause
		list = append(list, elided(w)...)
	}
	for i := range list {
		list[i].forms = inflections(lang, list[i].low)
	}
	return list
}

// elided splits the article off "l'acier" and "d'oro".
func elided(w word) []word {
	at := strings.IndexAny(w.raw, "'’")
	if at < 1 || at > 6 || strings.HasSuffix(w.low, "'s") || strings.HasSuffix(w.low, "n't") {
		return []word{w}
	}
	_, size := utf8.DecodeRuneInString(w.raw[at:])
	if len(w.raw)-at-size < 3 {
		return []word{w}
	}
	head, tail := w, w
	head.End = w.Start + at + size
	head.raw, head.low = w.raw[:at+size], fold(w.raw[:at])+"'"
	tail.Start = head.End
	tail.raw, tail.low, tail.joined = w.raw[at+size:], fold(w.raw[at+size:]), true
	return []word{head, tail}
}

func endsSentence(gap string) bool {
	if strings.ContainsAny(gap, "\n;!?…") {
		return true
	}
	at := strings.IndexByte(gap, '.')
	return at >= 0 && strings.ContainsAny(gap[at:], " ")
}

// accents are the letters that fold turns into plain ones.
var accents = strings.NewReplacer(
	"à", "a", "á", "a", "â", "a", "ã", "a", "ä", "a", "å", "a", "ç", "c", "è", "e", "é", "e", "ê", "e", "ë", "e",
	"ì", "i", "í", "i", "î", "i", "ï", "i", "ñ", "n", "ò", "o", "ó", "o", "ô", "o", "õ", "o", "ö", "o", "ø", "o",
	"ù", "u", "ú", "u", "û", "u", "ü", "u", "ß", "ss", "œ", "oe", "æ", "ae", "ÿ", "y", "’", "'")

// fold writes a word in small letters without accents.
func fold(w string) string { return accents.Replace(strings.ToLower(w)) }

// shortestBase is how many letters a word has at least without its ending.
const shortestBase = 3

// inflections returns a word and the words of which it may be a form.
func inflections(lang language.Code, low string) []string {
	forms := []string{low}
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
	default:
		forms = appendNew(forms, singular(low))
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

// singular removes the plural or possessive ending of an English word.
func singular(w string) string {
	w = strings.TrimSuffix(w, "'s")
	switch {
	case len(w) <= 3:
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case hasAnySuffix(w, "sses", "shes", "ches", "xes", "zzes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !hasAnySuffix(w, "ss", "us", "is"):
		return w[:len(w)-1]
	}
	return w
}

func hasAnySuffix(s string, suffixes ...string) bool {
	return slices.ContainsFunc(suffixes, func(suffix string) bool { return strings.HasSuffix(s, suffix) })
}
