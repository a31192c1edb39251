package facts

import (
	"slices"
	"strings"
	"unicode"

	"galley/backend/markup"
)

// addWords notes the words of a line, and which of them it denies.
func (s *Sheet) addWords(r *reader, l line) {
	isDenied := l.isDenied()
	for i, w := range r.words {
		s.times[w.base()]++
		isAbsent := isDenied || r.isNegated(i, i+1)
		for _, form := range w.forms {
			if !isAbsent {
				delete(s.absent, form)
			} else if !s.words[form] {
				s.absent[form] = true
			}
			s.words[form] = true
			if l.Kind == FromTitle || l.Kind == FromType {
				s.named[form] = true
			}
			if l.Kind == FromTitle && i+1 == len(r.words) {
				s.lastNamed[form] = true
			}
			if l.Kind == FromType {
				s.kinds[form] = true
			}
		}
	}
}

// hasWord reports whether the sources have a word in any form or language.
func (s *Sheet) hasWord(w string) bool { return s.words[w] || s.words[meaningMark+w] }

// hasAny reports whether the sources have one of some words, and not only deny it.
func (s *Sheet) hasAny(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return s.hasWord(w) && !s.absent[w] && !s.absent[meaningMark+w] })
}

// beginsAlike reports whether a word of the sources begins as another does.
func (s *Sheet) beginsAlike(word string) bool {
	return len(word) > sharedBeginning && s.hasPrefix(word[:sharedBeginning])
}

func (s *Sheet) hasPrefix(beginning string) bool {
	sorted := s.sorted()
	at, _ := slices.BinarySearch(sorted, beginning)
	return at < len(sorted) && strings.HasPrefix(sorted[at], beginning)
}

// shortestBeginning is how long a word is that begins a compound of the data:
// Trockner in trocknergeeignet.
const shortestBeginning = 6

// beginsWord reports whether a word begins a longer one of the sources.
func (s *Sheet) beginsWord(word string) bool {
	if s.lang != "de" && s.lang != "nl" || len(word) < shortestBeginning {
		return false
	}
	return s.hasPrefix(word)
}

// Beyond are the words of a text that the sources do not have, "" where they have
// all.
func (s *Sheet) Beyond(text string) string {
	var rest []string
	for _, w := range splitWords(text, s.lang) {
		if strings.ContainsFunc(w.low, unicode.IsLetter) && !s.words[w.low] && !s.hasPart(w.low) {
			rest = append(rest, w.raw)
		}
	}
	return strings.Join(rest, " ")
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

// isHeadWord reports whether a word says what the product is: of its type or, without
// one, the last of its name.
func (s *Sheet) isHeadWord(forms []string) bool {
	return slices.ContainsFunc(forms, func(form string) bool { return s.kinds[form] || s.lastNamed[form] })
}
