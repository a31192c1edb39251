package admission

import (
	"strings"
	"unicode/utf8"

	"galley/backend/markup"
)

// repeated finds texts that say the same again and again.
func repeated(t *text) (Fault, bool) {
	list := words(t.lower)
	return ifSo(stutters(list) || t.sameSentences() || loops(list) || (!t.Field.IsHTML() && !t.isTitle() && stuffed(list)), Repeated)
}

// stutters reports whether a word comes three times in a row, or the whole is
// a few words said three times.
func stutters(list []string) bool {
	for i := 0; i+2 < len(list); i++ {
		if list[i] == list[i+1] && list[i+1] == list[i+2] && utf8.RuneCountInString(list[i]) > 2 {
			return true
		}
	}
	for size := 2; size*3 <= len(list) && size <= 12; size++ {
		if periodic(list, size) {
			return true
		}
	}
	return false
}

func periodic(list []string, size int) bool {
	for i := size; i < len(list); i++ {
		if list[i] != list[i-size] {
			return false
		}
	}
	return true
}

// sameSentences reports whether a sentence of four words or more comes three
// times, or two of every three sentences were there before.
func (t *text) sameSentences() bool {
	seen, again, all := map[string]int{}, 0, 0
	for _, sentence := range markup.Sentences(t.seen) {
		list := words(sentence)
		if len(list) < 4 {
			continue
		}
		key := strings.Join(list, " ")
		seen[key]++
		all++
		if seen[key] > 1 {
			again++
		}
		if seen[key] >= 3 {
			return true
		}
	}
	return again >= 2 && again*3 >= all
}

// Loops reports whether a text of any kind goes in circles: most runs of three of its words come again.
func Loops(text string) bool { return loops(words(strings.ToLower(text))) }

// loops reports whether most runs of three words of a longer text come again.
func loops(list []string) bool {
	const run, enough = 3, 18
	if len(list) < enough {
		return false
	}
	distinct := map[string]bool{}
	for i := 0; i+run <= len(list); i++ {
		distinct[strings.Join(list[i:i+run], " ")] = true
	}
	return len(distinct)*2 < len(list)-run+1
}

// stuffed reports whether a line says the same two words again and again: four
// times, and with half of all its words.
func stuffed(list []string) bool {
	const often = 4
	count := map[string]int{}
	for i := 0; i+1 < len(list); i++ {
		pair := list[i] + " " + list[i+1]
		if count[pair]++; count[pair] >= often && count[pair]*4 >= len(list) {
			return true
		}
	}
	return false
}
