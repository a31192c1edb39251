package markup

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"galley/backend/galley"
)

// ReplaceAll puts words in the place of spans of the visible text, in bytes, in
// order and without overlap. Tags, attributes and all other text stay byte for
// byte. A span that touches one of the kept stretches of the content, in bytes,
// stays as it is. It returns the new content and the spans that were replaced.
func ReplaceAll(f galley.Field, content string, at []Span, words string, kept []Span) (string, []Span) {
	r := replacer{content: content, kept: kept, words: words}
	if f.IsHTML() {
		r.letters, r.words = lettersOf(content), html.EscapeString(words)
	} else {
		for i, c := range content {
			here := Span{i, i + len(string(c))}
			r.letters = append(r.letters, letter{page: here, raw: here})
		}
	}
	done := []Span{}
	for _, span := range at {
		if r.replace(span) {
			done = append(done, span)
		}
	}
	r.out.WriteString(content[r.copied:])
	return r.out.String(), done
}

type replacer struct {
	content string
	letters []letter
	kept    []Span
	words   string
	out     strings.Builder
	copied  int // how much of the content
	next    int // letter to look at
}

// replace writes the content up to the span, and the words.
func (r *replacer) replace(span Span) bool {
	for r.next < len(r.letters) && r.letters[r.next].page.End <= span.Start {
		r.next++
	}
	var part []letter
	for _, l := range r.letters[r.next:] {
		if l.page.Start >= span.End {
			break
		}
		if l.page.End > l.page.Start {
			part = append(part, l)
		}
	}
	if len(part) == 0 || slices.ContainsFunc(part, func(l letter) bool { return r.stays(l, span) }) {
		return false
	}
	for i, l := range part {
		r.out.WriteString(r.content[r.copied:l.raw.Start])
		r.copied = l.raw.End
		if i == 0 {
			r.out.WriteString(r.words)
		}
	}
	return true
}

// stays reports whether a letter cannot be replaced: it is kept, it is written as
// no text is, or only a part of what it means is in the span.
func (r *replacer) stays(l letter, span Span) bool {
	return l.locked || l.page.Start < span.Start || l.page.End > span.End ||
		slices.ContainsFunc(r.kept, func(k Span) bool { return k.Start < l.raw.End && l.raw.Start < k.End })
}
