package admission

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"galley/backend/language"
)

//go:embed data/unfinished.txt
var unfinishedFile string

// neverLast are words that end no sentence, by language.
var neverLast = sync.OnceValue(func() map[language.Code]map[string]bool {
	all := map[language.Code]map[string]bool{}
	for line := range strings.Lines(unfinishedFile) {
		code, list, found := strings.Cut(strings.TrimSpace(line), ": ")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		all[language.Code(code)] = map[string]bool{}
		for word := range strings.SplitSeq(list, ", ") {
			all[language.Code(code)][word] = true
		}
	}
	return all
})

// unfinished finds texts that stop in the middle of a sentence: at a word that ends none, or in the middle of words
// of the data. What ends with a mark is finished, and titles may stop anywhere.
func unfinished(t *text) (Fault, bool) {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(t.seen, unicode.IsSpace))
	if t.isTitle() || !unicode.IsLetter(last) && last != '\'' && last != '’' {
		return Fault{}, false
	}
	list := words(t.lower)
	if len(list) < 2 {
		return Fault{}, false
	}
	end, before := list[len(list)-1], list[len(list)-2]
	return ifSo(neverLast()[t.language][end] || t.breaksOff(before, end), Unfinished)
}

// breaksOff reports whether the data goes on where the text stops: "fleece ham" of a "fleece hammock". A form of the
// same word is two letters shorter at most.
func (t *text) breaksOff(before, last string) bool {
	const ending, shortestCut = 3, 3
	known := t.knownWords
	if strings.Contains(known, " "+last+" ") {
		return false
	}
	for rest := known; len(last) >= shortestCut; {
		_, after, found := strings.Cut(rest, " "+before+" "+last)
		if !found {
			return false
		}
		more, _, _ := strings.Cut(after, " ")
		if len(more) >= ending {
			return true
		}
		rest = after
	}
	return false
}
