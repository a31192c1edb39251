package facts

import (
	"slices"
	"strings"
	"unicode"

	"galley/backend/language"
	"galley/backend/markup"
)

// fact is a statement with the line it is from.
type fact struct {
	statement

	line  int
	extra bool // read in the language of the draft alone: no row of its own
}

// Sheet is what is known of one product.
type Sheet struct {
	lines  []line
	facts  []fact
	scopes scopes
	words  map[string]bool  // every word of the sources, in every form
	lang   language.Code    // of the product's texts
	about  map[string][]int // the facts about a concept, a unit's base, a class or a head

	also    language.Code
	dropped []dropped // corrected or struck by a person
	strong  *Sheet    // without what a model wrote, nil where that is all
}

// SheetOf reads the facts of a product from its sources. also is the language
// of the text that is to be judged: short values are read in it, too.
func SheetOf(sources []Source, also language.Code) *Sheet {
	s := &Sheet{words: map[string]bool{}, lang: mainLanguage(sources), about: map[string][]int{}, also: also}
	for _, source := range sources {
		s.lines = append(s.lines, linesOf(source)...)
	}
	s.findScopes()
	for n, l := range s.lines {
		if l.Kind == FromTag && isShelfTag(l.Text) {
			s.addShelfTag(n)
			continue
		}
		s.addLine(n, also)
	}
	s.applyChanges(sources)
	if strong := withoutWeak(sources); len(strong) < len(sources) {
		s.strong = SheetOf(strong, also)
	}
	return s
}

// mainLanguage is that of the longest text.
func mainLanguage(sources []Source) language.Code {
	longest := ""
	for _, source := range sources {
		if text := source.visible(); source.Kind == FromText && len(text) > len(longest) {
			longest = text
		}
	}
	if lang := LanguageOf(longest); lexicons()[lang] != nil {
		return lang
	}
	return "en"
}

// addLine reads a line in the languages that it may be in. What one of them
// denies, the next does not affirm: "nickel-free" in French is nickel.
func (s *Sheet) addLine(n int, also language.Code) {
	l := s.lines[n]
	text := l.reading()
	denied := newCover(len(text))
	for i, lang := range s.languagesOf(l.Text, also) {
		s.addWords(text, lang)
		isExtra := i > 0 && lang == also && lang != "en"
		found := slices.DeleteFunc(read(text, lexicons()[lang], s.scopes, true), func(st statement) bool { return st.cue || denied.overlaps(st.Span) })
		for _, st := range found {
			if st.negative {
				denied.add(st.Span)
			}
			s.add(n, st)
			s.facts[len(s.facts)-1].extra = isExtra
		}
	}
	if l.Kind == FromOption {
		for _, w := range strings.FieldsFunc(l.Text, func(c rune) bool { return strings.ContainsRune(" ,/|", c) }) {
			s.add(n, statement{class: Size, concepts: []string{"size " + fold(w)}})
		}
	}
}

func (s *Sheet) addWords(text string, lang language.Code) {
	for _, w := range splitWords(text, lang) {
		for _, form := range w.forms {
			s.words[form] = true
		}
	}
}

func (s *Sheet) add(n int, st statement) {
	l := s.lines[n]
	if l.scope != "" && st.amount != nil {
		st.scope = scopeKey(l.scope, s.lang)
	}
	st.tag = l.Kind == FromTag
	if st.tag && st.class == Origin { // it may be a market
		st.concepts = []string{"tag " + fold(l.Text)}
	}
	s.facts = append(s.facts, fact{statement: st, line: n})
	s.index(len(s.facts) - 1)
}

// languagesOf are those that a line is read in: its own where that is sure,
// else the product's, that of the draft, and English.
func (s *Sheet) languagesOf(text string, also language.Code) []language.Code {
	if sure := language.Of(text).Sure(); lexicons()[sure] != nil {
		return []language.Code{sure}
	}
	list := []language.Code{s.lang}
	for _, lang := range []language.Code{also, "en"} {
		if lexicons()[lang] != nil && !slices.Contains(list, lang) {
			list = append(list, lang)
		}
	}
	return list
}

// hasWords reports whether the sources have a word in any form.
func (s *Sheet) hasWord(w string) bool { return s.words[w] }

// HasWordsOf reports whether the sources have every word of a text.
func (s *Sheet) HasWordsOf(text string) bool {
	return !slices.ContainsFunc(splitWords(text, s.lang), func(w word) bool {
		return strings.ContainsFunc(w.low, unicode.IsLetter) && !s.words[w.low] && !s.hasPart(w.low)
	})
}

// hasPart reports whether a run of a script without spaces is part of one of the
// sources' runs.
func (s *Sheet) hasPart(run string) bool {
	if !strings.ContainsFunc(run, markup.IsWhole) {
		return false
	}
	for word := range s.words {
		if strings.Contains(word, run) {
			return true
		}
	}
	return false
}
