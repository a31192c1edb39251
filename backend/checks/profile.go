package checks

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// checkProfile holds a text with words that the shop avoids, and warns of other
// spellings than its own and of another length.
func (s *subject) checkProfile() {
	p, text := s.draft.Profile, s.page.Text
	for _, at := range forbiddenAt(p, text) {
		s.note("forbidden_word", galley.SeverityHold, at, messages.ForbiddenWord(at.Of(text)))
	}
	for _, term := range p.Terms {
		term = termIn(term, string(s.language))
		for _, at := range otherThan(term, text) {
			s.note("fixed_term", galley.SeverityWarn, at, messages.FixedTerm(term.Write, at.Of(text)))
		}
	}
	if n, short, long := OffLength(p, s.draft.Field, s.draft.Content); (short || long) && n > 0 {
		s.noteMeasured("off_length", galley.SeverityWarn, n, messages.OffLength(n, LengthUnit(s.draft.Field), LengthRange(p.Length(s.draft.Field))))
	}
}

// ForbiddenWords are the words of a text that the shop's profile avoids, as the
// text has them, each once.
func ForbiddenWords(p galley.Profile, f galley.Field, content string) []string {
	text := markup.PageOf(f, content).Text
	var found []string
	for _, at := range forbiddenAt(p, text) {
		if word := at.Of(text); !slices.ContainsFunc(found, func(w string) bool { return strings.EqualFold(w, word) }) {
			found = append(found, word)
		}
	}
	return found
}

func forbiddenAt(p galley.Profile, text string) []markup.Span {
	var found []markup.Span
	for _, entry := range p.Forbidden {
		for _, at := range occurrences(entry, text) {
			if !slices.Contains(found, at) {
				found = append(found, at)
			}
		}
	}
	return found
}

// termIn is the term in the language of a text. Where the shop says what it writes
// there, the term itself is another spelling.
func termIn(term galley.Term, language string) galley.Term {
	write := term.WriteIn(language)
	if write == "" {
		return term
	}
	return galley.Term{Write: write, Not: append([]string{term.Write}, term.Not...)}
}

// otherThan finds the spellings that a term replaces, but not within the term
// itself: "shade" in "lampshade" or in "shade of linen" is not looked for twice.
func otherThan(term galley.Term, text string) []markup.Span {
	right := exactly(term.Write, text)
	var found []markup.Span
	for _, other := range term.Not {
		for _, at := range occurrences(other, text) {
			isRight := at.Of(text) == term.Write
			inside := slices.ContainsFunc(right, func(r markup.Span) bool { return r.Start <= at.Start && at.End <= r.End })
			if !isRight && !inside && !slices.Contains(found, at) {
				found = append(found, at)
			}
		}
	}
	return found
}

func exactly(word, text string) (found []markup.Span) {
	for _, at := range occurrences(word, text) {
		if at.Of(text) == word {
			found = append(found, at)
		}
	}
	return found
}

// occurrences finds an entry of a profile as whole words, in any case. Its
// spaces and hyphens match each other, and an asterisk at its end any ending.
func occurrences(entry, text string) (found []markup.Span) {
	entry, open := strings.CutSuffix(strings.TrimSpace(entry), "*")
	pattern := []rune(strings.ToLower(entry))
	if len(pattern) == 0 {
		return nil
	}
	for start := range text {
		if !atBoundary(text, start, pattern[0]) {
			continue
		}
		end, ok := matchAt(pattern, text, start)
		if !ok {
			continue
		}
		if open {
			end += len(text[end:]) - len(strings.TrimLeftFunc(text[end:], isWordRune))
		}
		if next, _ := utf8.DecodeRuneInString(text[end:]); end < len(text) && isWordRune(next) && isWordRune(pattern[len(pattern)-1]) {
			continue
		}
		found = append(found, markup.Span{Start: start, End: end})
	}
	return found
}

func atBoundary(text string, start int, first rune) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	return start == 0 || !isWordRune(before) || !isWordRune(first)
}

// matchAt matches a pattern in lower case, and returns where it ends.
func matchAt(pattern []rune, text string, start int) (end int, ok bool) {
	end = start
	for _, want := range pattern {
		got, size := utf8.DecodeRuneInString(text[end:])
		if size == 0 || sameRune(want) != sameRune(unicode.ToLower(got)) {
			return 0, false
		}
		end += size
	}
	return end, true
}

// sameRune makes the runes alike that people write for one another.
func sameRune(r rune) rune {
	switch r {
	case '-', '\u2010', '\u2011', '\u00a0':
		return ' '
	case '’':
		return '\''
	}
	return r
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// OffLength measures a text as its field is measured, and reports whether it is
// shorter or longer than the shop's profile asks for.
func OffLength(p galley.Profile, f galley.Field, content string) (n int, short, long bool) {
	want := p.Length(f)
	if f.IsHTML() {
		n = markup.WordCount(markup.PageOf(f, content).Text)
	} else {
		n = utf8.RuneCountInString(content)
	}
	return n, n < want.Min, want.Max > 0 && n > want.Max
}

// LengthUnit is what the length of a field is counted in.
func LengthUnit(f galley.Field) string {
	if f.IsHTML() {
		return "words"
	}
	return "characters"
}

// LengthRange is a length in words: "150 to 220".
func LengthRange(l galley.FieldLength) string {
	switch {
	case l.Min == 0:
		return fmt.Sprintf("at most %d", l.Max)
	case l.Max == 0:
		return fmt.Sprintf("at least %d", l.Min)
	}
	return fmt.Sprintf("%d to %d", l.Min, l.Max)
}
