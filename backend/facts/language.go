package facts

import (
	"galley/backend/language"
)

// LanguageOf is the language of a text, judged by its short words and by the
// words that the lexicons know. A text that shows none is Unknown; one that is
// most likely in a language without a lexicon is that language, or Other.
func LanguageOf(text string) language.Code {
	evidence := language.Of(text)
	likely := evidence.Likely()
	best, most := language.Unknown, 0
	for _, lang := range Languages {
		if score := 2*evidence.Hits(lang) + knownWords(text, lang); score > most {
			best, most = lang, score
		}
	}
	if likely == language.Unknown || lexicons()[likely] != nil {
		return best
	}
	if most > 0 && evidence.Hits(best) >= evidence.Hits(likely) && likely != language.Other {
		return best
	}
	if likely == language.Other && most > 0 {
		return best
	}
	return likely
}

func knownWords(text string, lang language.Code) int {
	n := 0
	lex := lexicons()[lang]
	list := splitWords(text, lang)
	for i := range list {
		if terms, used := lex.at(list, i, false); used > 0 && terms[0].exact == "" {
			n++
		}
	}
	return n
}

// Knows reports whether a language has a lexicon.
func Knows(lang language.Code) bool { return lexicons()[lang] != nil }
