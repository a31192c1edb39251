package facts

import (
	"strings"
	"unicode"

	"galley/backend/language"
	"galley/backend/markup"
)

// LanguageOf is the language of a text, judged by its short words and by the
// words that the lexicons know. A text that shows none is Unknown; one that is
// most likely in a language without a lexicon is that language, or Other. Where
// several languages are equally likely it is that of the shop: "Garantie" alone is
// no French.
func LanguageOf(text string, shop language.Code) language.Code {
	evidence := language.Of(text)
	best, most := likeliest(evidence, bareWords(text[:min(len(text), enoughToCount)]), shop)
	likely := evidence.Likely()
	isForeigner := likely != language.Unknown && likely != language.Other && lexicons()[likely] == nil
	switch {
	case !isForeigner && most == 0 && lexicons()[likely] == nil:
		return unknown(text)
	case likely == language.Other && best == language.English:
		return likely // as many words are of a language without a lexicon
	case !isForeigner:
		return best
	case evidence.Sure() == likely, evidence.Hits(likely) > 1 && 2*evidence.Hits(likely) > most, most == 0 && isForeign(text):
		return likely
	}
	return best
}

// likeliest is the language of the lexicons that most words are of, and how much
// speaks for it.
func likeliest(evidence language.Evidence, list []word, shop language.Code) (best language.Code, most int) {
	for _, lang := range Languages {
		score := 2*evidence.Hits(lang) + knownWords(list, lang)
		isPreferred := evidence.Hits(lang) > evidence.Hits(best) || lang == shop && evidence.Hits(lang) == evidence.Hits(best)
		if score > most || score == most && score > 0 && isPreferred {
			best, most = lang, score
		}
	}
	return best, most
}

// How many short words of a language show it alone, how many words a text has
// where one is enough, and how much the lexicon must know besides.
const (
	enoughShortWords = 3
	enoughForOne     = 6
	enoughEvidence   = 3
)

// Differs reports whether a short text shows another language than the shop's and
// nothing of the shop's. Names and borrowed words have no short words.
func Differs(text string, shop language.Code) bool {
	if !Knows(shop) {
		return false
	}
	evidence, list := language.Of(text), bareWords(text)
	if evidence.Hits(shop) > 0 || knownWords(list, shop) > 1 {
		return false
	}
	for _, lang := range Languages {
		hits := evidence.Hits(lang)
		isShown := hits >= enoughShortWords || hits > 0 && len(list) >= enoughForOne
		if lang != shop && isShown && hits*2+knownWords(list, lang) >= enoughEvidence {
			return true
		}
	}
	return false
}

// enoughToCount is how much of a text shows its language, in bytes.
const enoughToCount = 800

// foreignLetters are of no language that has a lexicon.
const foreignLetters = "ąćęłńśźżőűčďěňřšťůžșțğışãõ"

// enoughToTell is how many words without any known one are in a language that
// no lexicon has. Fewer may be a name.
const enoughToTell = 9

func unknown(text string) language.Code {
	if markup.WordCount(text) >= enoughToTell || isForeign(text) {
		return language.Other
	}
	return language.Unknown
}

// isForeign reports whether half the words of a text have letters of no language
// that has a lexicon. A name among others may have them.
func isForeign(text string) bool {
	foreign, all := 0, 0
	for _, at := range markup.Words(text) {
		all++
		if strings.ContainsFunc(strings.ToLower(at.Of(text)), isForeignLetter) {
			foreign++
		}
	}
	return foreign > 0 && foreign*2 >= all
}

func isForeignLetter(r rune) bool {
	return strings.ContainsRune(foreignLetters, r) || unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r)
}

// ownLetters are those that show a language among those with a lexicon.
var ownLetters = map[language.Code]string{"de": "äöüß", "fr": "êâîûçœèë", "es": "ñáíóú", "it": "èòùì", "nl": "ë"}

// knownWords is how many words, with their forms in a language, its lexicon has, a common word twice.
func knownWords(list []word, lang language.Code) int {
	n := 0
	lex := lexicons()[lang]
	list = withForms(list, lang)
	for i := range list {
		if lang != language.English || len(list[i].low) == len(list[i].raw) { // with an accent "für" is no fur
			n += lex.shownBy(list, i)
		}
	}
	return n
}

// shownBy is how much a word speaks for the language.
func (lex *lexicon) shownBy(list []word, i int) (n int) {
	w := list[i]
	isCommon := w.isCommon(lex)
	if lex.grammar.isNumber(w.low) && len(w.low) >= shortestBase {
		n++
	}
	if terms, used := lex.at(list, i, lex.lang == language.English); used > 0 && terms[0].exact == "" {
		n++
	}
	if n == 0 && !isCommon && glossaries()[lex.lang].showsLanguage(w) {
		n++
	}
	if letters := ownLetters[lex.lang]; letters != "" && strings.ContainsAny(strings.ToLower(w.raw), letters) {
		n++
	}
	if isCommon {
		n += 2
	}
	return n
}

// Knows reports whether a language has a lexicon.
func Knows(lang language.Code) bool { return lexicons()[lang] != nil }

// isCommon reports whether a word is a frequent one of the language alone.
func (w word) isCommon(lex *lexicon) bool { return lex.common[w.low] }
