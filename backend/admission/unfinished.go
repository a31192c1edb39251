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

// neverLast are words that end no sentence, by language, and the pairs of words that do all the same.
var neverLast = sync.OnceValue(func() map[language.Code]map[string]bool {
	all := map[language.Code]map[string]bool{}
	for line := range strings.Lines(unfinishedFile) {
		name, list, found := strings.Cut(strings.TrimSpace(line), ": ")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		name, isPair := strings.CutSuffix(name, " but")
		code := language.Code(name)
		if all[code] == nil {
			all[code] = map[string]bool{}
		}
		for words := range strings.SplitSeq(list, ", ") {
			all[code][words] = !isPair // a pair ends a sentence
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
	return ifSo(t.isNoEnd(before, end) || t.breaksOff(before, end), Unfinished)
}

// isNoEnd reports whether the last word of a text ends no sentence. What a hyphen joins is of the word before: "portez-la".
func (t *text) isNoEnd(before, end string) bool {
	never := neverLast()[t.language]
	_, endsAllTheSame := never[before+" "+end]
	return never[end] && !endsAllTheSame && !strings.HasSuffix(strings.TrimSpace(t.lower), "-"+end)
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
