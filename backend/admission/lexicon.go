package admission

import (
	_ "embed"
	"strings"
	"sync"

	"galley/backend/markup"
)

//go:embed data/talk.txt
var talkFile string

// class is a kind of word that data/talk.txt lists.
type class string

// entry is a word or words of a class in one language.
type entry struct {
	language string
	class    class
	rest     []string // the words after the first
	ending   bool     // the last word may have any ending
}

// lexicon finds entries by their first word, or the beginning of it.
type lexicon struct{ whole, begins map[string][]entry }

var talkWords = sync.OnceValue(func() lexicon {
	all := lexicon{map[string][]entry{}, map[string][]entry{}}
	for line := range strings.Lines(talkFile) {
		name, list, found := strings.Cut(strings.TrimSpace(line), ": ")
		code, kind, named := strings.Cut(name, " ")
		if !found || !named || strings.HasPrefix(line, "#") {
			continue
		}
		for phrase := range strings.SplitSeq(list, ",") {
			all.add(code, class(kind), strings.TrimSpace(phrase))
		}
	}
	return all
})

func (l lexicon) add(language string, kind class, phrase string) {
	stem, ending := strings.CutSuffix(phrase, "*")
	parts := spokenWords(stem)
	if len(parts) == 0 {
		return
	}
	e := entry{language, kind, parts[1:], ending}
	first := parts[0]
	if ending && len(parts) == 1 {
		l.begins[strings.TrimSpace(stem)] = append(l.begins[strings.TrimSpace(stem)], e)
		return
	}
	l.whole[first] = append(l.whole[first], e)
}

// elidedArticles are those of French and Italian before a vowel: "un'intelligenza".
var elidedArticles = map[string]bool{"l": true, "d": true, "un": true, "dell": true, "all": true, "dall": true, "nell": true, "sull": true}

// found is an entry in a text.
type found struct {
	entry

	from, to int // words
}

// in finds all entries at a word of a text.
func (l lexicon) at(words []string, i int) []found {
	var all []found
	for _, e := range l.whole[words[i]] {
		if e.follows(words[i+1:]) {
			all = append(all, found{e, i, i + 1 + len(e.rest)})
		}
	}
	for end := range words[i] {
		if end > 0 {
			all = append(all, asFound(l.begins[words[i][:end]], i)...)
		}
	}
	all = append(all, asFound(l.begins[words[i]], i)...)
	if article, noun, elided := strings.Cut(words[i], "'"); elided && elidedArticles[article] {
		for _, e := range l.whole[noun] {
			if e.follows(words[i+1:]) {
				all = append(all, found{e, i, i + 1 + len(e.rest)})
			}
		}
	}
	if parts := strings.FieldsFunc(words[i], func(r rune) bool { return r == '-' }); len(parts) > 1 {
		all = append(all, l.ofParts(parts, i)...)
	}
	return all
}

// ofParts finds what a compound such as "SEO-optimiert" is made of, where no other
// meaning is likely.
func (l lexicon) ofParts(parts []string, i int) (all []found) {
	for _, part := range parts {
		for _, e := range l.whole[part] {
			if len(e.rest) == 0 && (e.class == "meta" || e.class == "bot") {
				all = append(all, found{e, i, i + 1})
			}
		}
	}
	return all
}

func asFound(entries []entry, i int) []found {
	var all []found
	for _, e := range entries {
		all = append(all, found{e, i, i + 1})
	}
	return all
}

func (e entry) follows(words []string) bool {
	if len(words) < len(e.rest) {
		return false
	}
	for i, want := range e.rest {
		last := i == len(e.rest)-1
		if words[i] != want && (!e.ending || !last || !strings.HasPrefix(words[i], want)) {
			return false
		}
	}
	return true
}

// spokenWords are the words of a text in lower case, as people count them:
// "n'hésitez" and "alt-text" are one each.
func spokenWords(text string) []string {
	text = plain(text)
	var all []string
	for _, at := range markup.Words(text) {
		all = append(all, at.Of(text))
	}
	return all
}
