package admission

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/language"
	"galley/backend/markup"
)

// wrongLanguage finds texts that are surely in another language than wanted.
func wrongLanguage(t *text) (Fault, bool) {
	wanted := t.wanted()
	got := language.Of(t.seen)
	if t.strangeScript() {
		return is(Language)
	}
	if len(wanted) == 0 {
		return ifSo(t.foreign(got), Language)
	}
	if !differsFromAll(got, wanted) {
		return ifSo(t.foreignPassage(wanted) || t.foreignByLetters(got, wanted), Language)
	}
	return is(Language)
}

// foreignByLetters reports whether a text that is too short to show its language
// by short words is by its letters in another one than wanted. What names the
// product, or is in its data, is of any language.
func (t *text) foreignByLetters(got language.Evidence, wanted map[language.Code]bool) bool {
	const enough = 24 // letters
	if got.Sure() != language.Unknown {
		return false
	}
	var said []string
	for _, w := range words(t.lower) {
		if !t.isOwn(w) {
			said = append(said, w)
		}
	}
	rest := strings.Join(said, " ")
	told := language.ByLetters(rest)
	return language.Letters(rest) >= enough && told != language.Unknown && !wanted[told] && told == language.ByLetters(t.seen)
}

// languageOf is the likely language of a text, by its letters where its short
// words show none.
func languageOf(text string) language.Code {
	if code := language.Of(text).Likely(); code != language.Unknown && code != language.Other {
		return code
	}
	return language.ByLetters(text)
}

func differsFromAll(got language.Evidence, wanted map[language.Code]bool) bool {
	for code := range wanted {
		if !got.Differs(code) {
			return false
		}
	}
	return true
}

// foreignPassage reports whether a long sentence is surely in another language,
// which neither the shop nor the instructions speak.
func (t *text) foreignPassage(wanted map[language.Code]bool) bool {
	const long = 12 // words
	known := language.Of(t.known)
	for _, s := range t.sentences() {
		got := language.Of(s)
		if markup.WordCount(s) >= long && differsFromAll(got, wanted) && known.Hits(got.Sure()) < 2 {
			return true
		}
	}
	return false
}

// foreign reports whether a text is surely in a language that the shop's text,
// too full of names and figures to show its own, does not speak: none of the
// language's short words are there, and the two share hardly a word.
func (t *text) foreign(got language.Evidence) bool {
	const (
		enough = 6 // distinct words of the shop
		spoken = 3 // short words that show its language
	)
	shop := t.sample()
	code := got.Sure()
	evidence := language.Of(shop)
	speaks, shows := evidence.Speaks(code)
	if code == language.Unknown || speaks {
		return false
	}
	if evidence.Hits(code) == 0 && evidence.Hits(evidence.Likely()) >= spoken {
		return true
	}
	names, own := t.names, vocabulary{}
	own.add(t.lower)
	all, shared := 0, 0
	data := vocabulary{}
	data.add(shop)
	for w := range data {
		if utf8.RuneCountInString(w) < 4 || names[w] || strings.ContainsFunc(w, unicode.IsDigit) {
			continue
		}
		all++
		if own[w] {
			shared++
		}
	}
	return shows && all >= enough && shared <= max(1, all/6)
}

// otherScripts are scripts of which a passage in a Latin text is another language.
var otherScripts = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Cyrillic, unicode.Arabic, unicode.Thai, unicode.Devanagari}

// strangeScript reports whether a text has a passage in a script that neither
// the data nor the instructions use.
func (t *text) strangeScript() bool {
	const passage = 8 // letters
	if len(language.Named(t.Instructions)) > 0 {
		return false
	}
	counts, letters := make([]int, len(otherScripts)), language.Letters(t.seen)
	for _, r := range t.seen {
		for i, script := range otherScripts {
			if unicode.Is(script, r) {
				counts[i]++
			}
		}
	}
	for i, script := range otherScripts {
		if (counts[i] >= passage || (counts[i] > 0 && counts[i]*2 >= letters)) && !strings.ContainsFunc(t.known+t.sample(), func(r rune) bool { return unicode.Is(script, r) }) {
			return true
		}
	}
	return false
}
