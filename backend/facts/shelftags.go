package facts

import (
	"regexp"
	"strings"
	"unicode"

	"galley/backend/language"
)

// shelfTag finds tags that sort products on shelves: KEY_VALUE, key:value,
// price bands, seasons.
var shelfTag = regexp.MustCompile(`(?i)[_:=]|^\W*(?:under|over|below|bis|unter|ab)?[\s-]*[$€£]?\d+(?:\s*[-–]\s*[$€£]?\d+)?\W*$|^(?:ss|aw|fw|sp|su|fa|wi|h|f)\s?\d{2,4}$|(?:spring|summer|autumn|fall|winter|sommer|herbst|printemps|été|verano|invierno|estate|inverno)[\s-]*(?:sale|\d{2,4})|price|sale|market|season|collection`)

func isShelfTag(tag string) bool {
	return shelfTag.MatchString(tag) || tag == strings.ToUpper(tag) && strings.ContainsFunc(tag, unicode.IsLetter)
}

// addShelfTag takes seals and words from a shelf tag, never origin, price or
// material. In capitals alone a word such as DIY is one that texts may say.
func (s *Sheet) addShelfTag(n int) {
	tag, says := s.lines[n].Text, false
	for _, lang := range []language.Code{"en", s.lang} {
		for _, st := range read(tag, lexicons()[lang], scopes{}, true) {
			says = true
			if st.class == Certification {
				s.add(fact{statement: st, line: n})
			}
		}
	}
	if says || shelfTag.MatchString(tag) {
		return
	}
	for _, w := range splitWords(tag, s.lang) {
		s.words[w.low] = true
	}
}
