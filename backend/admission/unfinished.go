package admission

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"galley/backend/language"
	"galley/backend/markup"
)

//go:embed data/unfinished.txt
var unfinishedFile string

// lastWords are the words of data/unfinished.txt, by language and, save for those that end no sentence, class.
var lastWords = sync.OnceValue(func() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for line := range strings.Lines(unfinishedFile) {
		name, list, found := strings.Cut(strings.TrimSpace(line), ": ")
		if found && !strings.HasPrefix(line, "#") {
			all[name] = setOfPhrases(list)
		}
	}
	return all
})

func setOfPhrases(list string) map[string]bool {
	set := map[string]bool{}
	for phrase := range strings.SplitSeq(list, ", ") {
		set[phrase] = true
	}
	return set
}

// neverLast are words that end no sentence of a language.
func neverLast(code language.Code) map[string]bool { return lastWords()[string(code)] }

// hasLast reports whether a word is of a class of data/unfinished.txt in the language of the text.
func (t *text) hasLast(class, word string) bool {
	return lastWords()[string(t.language)+" "+class][word]
}

// unfinished finds texts that stop in the middle of a sentence: at a word that ends none, or in the middle of a word
// of the data. What ends with a mark is finished, and titles may stop anywhere.
func unfinished(t *text) (Fault, bool) {
	seen := strings.TrimRightFunc(t.seen, unicode.IsSpace)
	last, _ := utf8.DecodeLastRuneInString(seen)
	isElided := last == '\'' || last == '’'
	if t.isOpen() {
		return is(Unfinished)
	}
	if t.isTitle() || !unicode.IsLetter(last) && !isElided {
		return Fault{}, false
	}
	list := words(t.lower)
	if len(list) < 2 {
		return Fault{}, false
	}
	before, end := list[len(list)-2], list[len(list)-1]
	isOfVerb := strings.HasSuffix(strings.ToLower(seen), "-"+end) // "portez-la"
	isNoEnd := t.endsNone(end, last, isElided) && !isOfVerb || t.dangles(end)
	return ifSo(isNoEnd || t.breaksOff(before, end) || t.stopsInClause(seen, list) || t.stopsOpen(list), Unfinished)
}

// endsNone reports whether a word ends no sentence. With a capital it is a name: "vitamin A", "iPhone 15 Pro".
func (t *text) endsNone(end string, last rune, isElided bool) bool {
	if utf8.RuneCountInString(end) == 1 && !isElided {
		return unicode.IsLower(last) && t.hasLast("letter", end)
	}
	return neverLast(t.language)[end] && (isElided || t.isLower(end))
}

// stopsInClause reports whether a text ends with a conjunction, an article and one word: "while the water". In German
// that word is a noun, in capitals: "damit die passt" is a clause.
func (t *text) stopsInClause(seen string, list []string) bool {
	at := len(list) - 3
	if at < 1 || !t.hasLast("article", list[at+1]) {
		return false
	}
	fields := strings.Fields(seen)
	if first, _ := utf8.DecodeRuneInString(fields[len(fields)-1]); t.language == "de" && !unicode.IsUpper(first) {
		return false
	}
	return t.hasLast("joins", list[at]) || t.hasLast("joins", list[at-1]+" "+list[at])
}

// stopsOpen reports whether a text in whole sentences stops without a full stop, at words that more must follow.
func (t *text) stopsOpen(list []string) bool {
	sentences := markup.Sentences(t.seen)
	if len(sentences) < 2 || listEnds().MatchString(t.Content) || !hasFullStop(sentences[:len(sentences)-1]) {
		return t.language == "en" && upTo(list)
	}
	last := sentences[len(sentences)-1]
	clauses := clauseEnds().Split(plain(last), -1)
	clause := words(clauses[len(clauses)-1])
	if len(clause) == 0 {
		return false
	}
	end := clause[len(clause)-1]
	return t.hasLast("behind", end) && !t.isExcused(clause, len(clauses)) || len(clauses) == 1 && t.lacksVerb(last, end) ||
		t.language == "en" && stopsInEnglish(clause) || t.breaksWord(end)
}

// lacksVerb reports whether a German sentence of one clause stops at a noun where an infinitive must follow and none has.
func (t *text) lacksVerb(sentence, end string) bool {
	if t.language != "de" || t.isLower(end) {
		return false
	}
	found := needsVerb().FindStringSubmatch(sentence)
	return found != nil && !slices.ContainsFunc(strings.Fields(found[1]), func(w string) bool {
		return infinitive().MatchString(w) && !neverLast(t.language)[w]
	})
}

// isExcused reports whether the last of so many clauses has a word with which its last one is whole: "as much as it
// can". In German and Dutch verbs end clauses behind a comma.
func (t *text) isExcused(clause []string, clauses int) bool {
	if clauses > 1 && (t.language == "de" || t.language == "nl") {
		return true
	}
	return slices.ContainsFunc(clause[:len(clause)-1], func(w string) bool { return t.hasLast("excuse", w) })
}

// breaksWord reports whether the last word is the beginning of a longer one of the data in a language that joins words
// and writes its nouns with capitals. Forms differ by two letters: "recycelt", "recyceltes".
func (t *text) breaksWord(end string) bool {
	const shortest, rest = 6, 3 // letters
	if t.language != "de" || utf8.RuneCountInString(end) < shortest || !t.isLower(end) || strings.Contains(t.knownWords, " "+end+" ") {
		return false
	}
	_, after, found := strings.Cut(t.knownWords, " "+end)
	more, _, _ := strings.Cut(after, " ")
	return found && utf8.RuneCountInString(more) >= rest
}

// breaksOff reports whether the data goes on where the text stops: "fleece ham" of a "fleece hammock". A form of the
// same word is three letters shorter at most, and languages that join words have both: "Kissen", "Kissenbezüge".
func (t *text) breaksOff(before, last string) bool {
	const rest, shortestCut, shortestBefore = 4, 3, 4
	isNumber := strings.ContainsAny(before, "0123456789")
	joinsWords := t.language == "de" || t.language == "nl"
	if joinsWords || len(last) < shortestCut || !isNumber && len(before) < shortestBefore || neverLast(t.language)[before] || strings.Contains(t.knownWords, " "+last+" ") {
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
