package checks

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/markup"
)

// withoutNames hides what the product, or the products of a collection, are
// called: names say nothing of the language of a text.
func (s *subject) withoutNames(text string) string {
	text = maskName(text, strings.TrimSpace(s.draft.Title()))
	if s.draft.Collection != nil {
		for _, p := range s.draft.Collection.Products {
			text = maskName(text, strings.TrimSpace(p.Title))
		}
	}
	return text
}

// maskVendor hides the vendor's name, which is no claim ("Oak & Iron Ltd"), where
// its words follow each other in its spelling, with anything between them, also
// where a page has read its markup. It keeps offsets.
func maskVendor(text, vendor string) string {
	return maskWords(maskWords(text, wordsOf(vendor)), wordsOf(markup.VisibleText(vendor)))
}

func maskWords(text string, name []string) string {
	if !slices.ContainsFunc(name, func(word string) bool { return strings.ContainsFunc(word, unicode.IsLetter) }) {
		return text // a number would hide figures
	}
	masked := []byte(text)
	spans := markup.Tokens(text)
	for i := 0; i+len(name) <= len(spans); i++ {
		if !slices.EqualFunc(name, spans[i:i+len(name)], func(word string, at markup.Span) bool { return word == at.Of(text) }) {
			continue
		}
		last := spans[i+len(name)-1]
		hide(masked, markup.Span{Start: spans[i].Start, End: last.End})
		i += len(name) - 1
	}
	return string(masked)
}

func wordsOf(name string) []string {
	var words []string
	for _, at := range markup.Tokens(name) {
		words = append(words, at.Of(name))
	}
	return words
}

func hide(text []byte, at markup.Span) {
	copy(text[at.Start:at.End], strings.Repeat("\x00", at.End-at.Start))
}

// maskName hides a name, which is no claim ("Oak & Iron Ltd"), where it occurs
// as separate words, keeping offsets.
func maskName(text, name string) string {
	if !strings.ContainsFunc(name, unicode.IsLetter) { // a number would hide figures
		return text
	}
	masked := []byte(text)
	for from := 0; ; {
		at := strings.Index(text[from:], name)
		if at < 0 {
			return string(masked)
		}
		at += from
		from = at + len(name)
		if isApart(text, markup.Span{Start: at, End: from}) {
			hide(masked, markup.Span{Start: at, End: from})
		}
	}
}

// isApart reports whether a span begins and ends at word boundaries.
func isApart(text string, s markup.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
	after, _ := utf8.DecodeRuneInString(text[s.End:])
	first, _ := utf8.DecodeRuneInString(s.Of(text))
	last, _ := utf8.DecodeLastRuneInString(s.Of(text))
	beginsWithin := markup.IsWordRune(before) && markup.IsWordRune(first)
	endsWithin := markup.IsWordRune(last) && markup.IsWordRune(after)
	return !beginsWithin && !endsWithin
}
