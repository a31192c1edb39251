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

// unfinished finds texts that stop in the middle of a sentence: at a word that ends none, or in the middle of a word
// of the data. What ends with a mark is finished, and titles may stop anywhere.
func unfinished(t *text) (Fault, bool) {
	seen := strings.TrimRightFunc(t.seen, unicode.IsSpace)
	last, _ := utf8.DecodeLastRuneInString(seen)
	isElided := last == '\'' || last == '’'
	if t.isTitle() || !unicode.IsLetter(last) && !isElided {
		return Fault{}, false
	}
	list := words(t.lower)
	if len(list) < 2 {
		return Fault{}, false
	}
	before, end := list[len(list)-2], list[len(list)-1]
	isLetter := utf8.RuneCountInString(end) == 1 && !isElided     // "vitamin A"
	isOfVerb := strings.HasSuffix(strings.ToLower(seen), "-"+end) // "portez-la"
	isNoEnd := neverLast()[t.language][end] && !isLetter && !isOfVerb || t.dangles(end)
	return ifSo(isNoEnd || t.breaksOff(before, end), Unfinished)
}

// breaksOff reports whether the data goes on where the text stops: "fleece ham" of a "fleece hammock". A form of the
// same word is three letters shorter at most, and languages that join words have both: "Kissen", "Kissenbezüge".
func (t *text) breaksOff(before, last string) bool {
	const rest, shortestCut, shortestBefore = 4, 3, 4
	isNumber := strings.ContainsAny(before, "0123456789")
	joinsWords := t.language == "de" || t.language == "nl"
	if joinsWords || len(last) < shortestCut || !isNumber && len(before) < shortestBefore || neverLast()[t.language][before] || strings.Contains(t.knownWords, " "+last+" ") {
		return false
	}
	for known := t.knownWords; ; {
		_, after, found := strings.Cut(known, " "+before+" "+last)
		if !found {
			return false
		}
		if more, _, _ := strings.Cut(after, " "); len(more) >= rest {
			return true
		}
		known = after
	}
}
