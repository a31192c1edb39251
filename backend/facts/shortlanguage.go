package facts

import (
	"strings"
	"unicode"

	"galley/backend/language"
)

// What a short text needs to tell its language: so many words with so many
// letters, and letters that speak for it, each three of them by so much.
const (
	enoughNew   = 2
	longEnough  = 3
	enoughByFar = 0.76
)

// ShowsAnother reports whether the words of a short text that the shop does not
// have are of another language than the shop's, and none of them of the shop's: a
// title of four words has hardly a short word in it. Names have capitals,
// borrowed words come one at a time, and English ones in any language.
func ShowsAnother(beyond string, shop language.Code) bool {
	evidence, list := language.Of(beyond), bareWords(beyond)
	if evidence.Hits(shop) > 0 || !canTell(beyond, list, shop) {
		return false
	}
	ofShop := knownWords(list, shop)
	told := language.ByLetters(beyond)
	if ofShop == 0 && told != shop && isWithoutLexicon(evidence, shop) {
		return true
	}
	if told == language.Unknown || told == shop || told == language.English && evidence.Hits(told) == 0 {
		return false
	}
	known := 2*evidence.Hits(told) + knownWords(list, told)
	return language.LettersOver(beyond, told, shop) >= enoughByFar && ofShop <= max(known-1, 0)
}

func canTell(text string, list []word, shop language.Code) bool {
	return Knows(shop) && len(wordsFrom(list, longEnough)) >= enoughNew && hasSmallWord(text)
}

// isWithoutLexicon reports whether a text is likely in a language without a lexicon:
// it has short words of it, or none of any and letters that English has not.
func isWithoutLexicon(evidence language.Evidence, shop language.Code) bool {
	likely := evidence.Likely()
	if likely == language.Other {
		_, shows := evidence.Speaks(language.Other)
		return !shows && shop == language.English
	}
	return likely != language.Unknown && !Knows(likely)
}

// hasSmallWord reports whether a word begins with a small letter.
func hasSmallWord(text string) bool {
	for word := range strings.FieldsSeq(text) {
		if unicode.IsLower([]rune(word)[0]) {
			return true
		}
	}
	return false
}
