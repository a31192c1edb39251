package admission

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"galley/backend/language"
	"galley/backend/markup"
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
	isNoEnd := neverLast()[t.language][end] && !isLetter && !isOfVerb || t.dangles(before, end)
	return ifSo(isNoEnd || t.breaksOff(before, end), Unfinished)
}

// dangling are English words that end a sentence now and then ("easy to live with"), but not the last one of a
// text whose other sentences end with a full stop.
var dangling = regexp.MustCompile(`^(?:for|with|in|on|at|by|from|of|to|as|into|is|are|that|which|has)$`)

// listEnds is the end of a text that ends in a list, whose points have no full stops.
var listEnds = regexp.MustCompile(`(?i)</(?:li|ul|ol|td|tr|table|dl|dd)>\s*$`)

// beforeThat are words after which "that" ends a sentence: "days like that", "all that".
var beforeThat = regexp.MustCompile(`^(?:like|of|and|just|all|do|does|did|about|than|as|for|with|at|is|to|in)$`)

// dangles reports whether an English text stops at such a word. "That" after a noun needs no full stop before.
func (t *text) dangles(before, end string) bool {
	const whole = 5 // words of a sentence, which those of "Oak. Sisal." are not
	if t.language != "en" || !dangling.MatchString(end) {
		return false
	}
	if end == "that" {
		return !beforeThat.MatchString(before)
	}
	if listEnds.MatchString(t.Content) {
		return false
	}
	sentences := markup.Sentences(t.seen)
	for _, sentence := range sentences[:max(len(sentences)-1, 0)] {
		if markup.WordCount(sentence) >= whole && strings.HasSuffix(strings.TrimSpace(sentence), ".") {
			return true
		}
	}
	return false
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
