package language

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"galley/backend/markup"
)

// Code is an ISO 639-1 code, "" where the language is not known.
type Code string

// The languages that a rule asks for by name.
const (
	Unknown  Code = ""
	English  Code = "en"
	Japanese Code = "ja"
	Chinese  Code = "zh"
	Other    Code = "other" // not English, and not known which
)

//go:embed data/function-words.txt
var functionWords string

// lists gives for each word the languages that use it.
var lists = sync.OnceValue(func() map[string][]Code {
	all := map[string][]Code{}
	for code, words := range readLists(functionWords) {
		for _, word := range words {
			all[word] = append(all[word], code)
		}
	}
	return all
})

// readLists reads lines of a code and its words.
func readLists(text string) map[Code][]string {
	all := map[Code][]string{}
	for line := range strings.Lines(text) {
		if code, words, found := strings.Cut(line, ":"); found && !strings.HasPrefix(line, "#") {
			all[Code(code)] = strings.Fields(words)
		}
	}
	return all
}

// Evidence is what a text shows of its language.
type Evidence struct {
	words   int
	hits    map[Code]int
	han     int  // Han characters, where there is no kana
	script  Code // of a script that belongs to one language, Unknown for others
	strange bool // its letters are of no script that a list has
	accents float64
}

// Of reads a text.
func Of(text string) Evidence {
	e := Evidence{hits: map[Code]int{}, accents: accented(text)}
	e.script, e.strange = scriptOf(text)
	if e.script == Chinese {
		e.han = hanIn(text)
	}
	for _, at := range markup.Words(text) {
		e.words++
		word := strings.ToLower(at.Of(text))
		known := lists()[word]
		for _, code := range known {
			e.hits[code]++
		}
		if code := ownLetters(word); code != Unknown && utf8.RuneCountInString(word) > 1 && !slices.Contains(known, code) {
			e.hits[code]++
		}
	}
	return e
}

// letters that one language of the lists has alone.
var letters = map[rune]Code{
	'ã': "pt", 'õ': "pt", 'ñ': "es", '¿': "es", '¡': "es", 'ß': "de", 'ł': "pl", 'ą': "pl", 'ę': "pl", 'ś': "pl", 'ź': "pl", 'ż': "pl",
	'ř': "cs", 'ů': "cs", 'ě': "cs", 'ő': "hu", 'ű': "hu", 'ğ': "tr", 'ı': "tr", 'ț': "ro", 'ș': "ro", 'ă': "ro", 'œ': "fr", 'û': "fr",
}

// ownLetters returns the language of the first letter of a word that only one has.
func ownLetters(word string) Code {
	for _, r := range word {
		if code, own := letters[r]; own {
			return code
		}
	}
	return Unknown
}

// IsCommon reports whether a word is one of the short words that a language repeats.
func IsCommon(word string) bool { return len(lists()[strings.ToLower(word)]) > 0 }

// maxForeignLetters is the share of letters beyond A to Z above which a text
// without any known word counts as another language than English.
const maxForeignLetters = 0.05

// Likely is the language with the most evidence. A text without evidence, such
// as a title of two words, is Unknown.
func (e Evidence) Likely() Code {
	switch {
	case e.script != Unknown:
		return e.script
	case e.strange:
		return Other
	}
	best, count, second := e.best()
	switch {
	case count > second:
		return best
	case count > 0 && e.hits[English] == count && (e.accents <= maxForeignLetters || second == 0):
		return English
	case count > 0:
		return Other
	case e.accents > maxForeignLetters:
		return Other
	}
	return Unknown
}

// Sure is the language where the evidence leaves no doubt, else Unknown: at
// least three known words, every eighth word at the least, and half again as
// many as of any other language.
func (e Evidence) Sure() Code {
	if e.script != Unknown {
		return e.script
	}
	best, count, second := e.best()
	if e.strange || count < 3 || count*8 < e.words || count*2 < second*3 {
		return Unknown
	}
	return best
}

// Differs reports whether a text is surely in another language than the one
// wanted. Danish and Norwegian, which the lists cannot tell apart, never differ.
func (e Evidence) Differs(wanted Code) bool {
	if e.script == Chinese && wanted == Japanese && e.han < longHan {
		return false // names and titles in Japanese may have no kana
	}
	got := e.Sure()
	return got != Unknown && wanted != Unknown && wanted != Other && got != wanted && family(got) != family(wanted)
}

// longHan is how many Han characters without kana are no Japanese title.
const longHan = 16

func hanIn(text string) int {
	count := 0
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			count++
		}
	}
	return count
}

// Speaks reports whether a text may be in the language, and whether it shows any
// other: a list of names and figures shows none.
func (e Evidence) Speaks(code Code) (speaks, shows bool) {
	if e.script != Unknown {
		return e.script == code, true
	}
	_, count, _ := e.best()
	return e.hits[code]*2 >= count && count > 0, count > 0
}

func family(c Code) Code {
	if c == "no" || c == "da" {
		return "sv"
	}
	return c
}

func (e Evidence) best() (best Code, count, second int) {
	for code, n := range e.hits {
		switch {
		case n > count || (n == count && code < best):
			if family(code) != family(best) {
				second = max(second, count)
			}
			best, count = code, n
		case n > second && family(code) != family(best):
			second = n
		}
	}
	return best, count, second
}

// scripts that belong to one language among shops; Han without kana is Chinese.
var scripts = []struct {
	code  Code
	table *unicode.RangeTable
}{
	{Japanese, unicode.Hiragana}, {Japanese, unicode.Katakana}, {"ko", unicode.Hangul}, {Chinese, unicode.Han},
	{"el", unicode.Greek}, {"he", unicode.Hebrew}, {"th", unicode.Thai}, {"ar", unicode.Arabic},
	{"ru", unicode.Cyrillic}, {"hi", unicode.Devanagari},
}

// scriptOf returns the language of the script that most letters are of. Of
// Japanese texts most letters may be Han: a share of kana decides.
func scriptOf(text string) (code Code, strange bool) {
	letters, latin := 0, 0
	counts := map[Code]int{}
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if unicode.Is(unicode.Latin, r) {
			latin++
			continue
		}
		for _, s := range scripts {
			if unicode.Is(s.table, r) {
				counts[s.code]++
				break
			}
		}
	}
	if letters == 0 || latin*2 >= letters {
		return Unknown, false
	}
	if counts["ja"]*10 > counts["zh"] && counts["ja"] > 0 {
		return "ja", false
	}
	most := 0
	for _, s := range scripts {
		if counts[s.code] > most {
			code, most = s.code, counts[s.code]
		}
	}
	return code, code == Unknown
}

// Letters is how many letters a text has.
func Letters(text string) int {
	count := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			count++
		}
	}
	return count
}

// accented is the share of letters that are not A to Z.
func accented(text string) float64 {
	plain, all := 0, Letters(text)
	for _, r := range text {
		if unicode.IsLetter(r) && r < unicode.MaxASCII {
			plain++
		}
	}
	if all == 0 {
		return 0
	}
	return 1 - float64(plain)/float64(all)
}

// IsEnglish reports whether a text is English, or too short to tell.
func IsEnglish(text string) bool {
	likely := Of(text).Likely()
	return likely == English || likely == Unknown
}

// Hits is how many words of a language's list the text has.
func (e Evidence) Hits(lang Code) int { return e.hits[lang] }
