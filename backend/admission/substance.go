package admission

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/markup"
)

// unchanged finds the text that the shop has already.
func unchanged(t *text) (Fault, bool) {
	if t.Original.Null || t.Original.Text == "" {
		return Fault{}, false
	}
	if t.Field.IsHTML() {
		return ifSo(markup.SameHTML(t.Content, t.Original.Text) || squeezed(t.seen) == squeezed(markup.VisibleText(t.Original.Text)), Unchanged)
	}
	return ifSo(squeezed(t.seen) == squeezed(t.Original.Text), Unchanged)
}

func squeezed(text string) string { return strings.Join(strings.Fields(text), " ") }

// The least of a field: in characters, of a script with an alphabet, and in
// words. What is below says nothing that a customer could use.
var least = map[galley.Role]struct{ runes, words int }{
	galley.RoleTitle:           {3, 1},
	galley.RoleDescription:     {18, 4},
	galley.RoleSEOTitle:        {3, 1},
	galley.RoleMetaDescription: {18, 4},
	galley.RoleAltText:         {4, 1},
}

// A description that replaces a long one has to carry its substance: a tenth of
// the words, where there are a hundred or more.
const (
	longText  = 100
	leastPart = 10
)

// tooShort finds texts that are far too short for their field.
func tooShort(t *text) (Fault, bool) {
	enough := least[t.Field.Role()]
	size, few := utf8.RuneCountInString(t.seen), t.words < enough.words
	if strings.ContainsFunc(t.seen, markup.IsWhole) { // each character says more
		size, few = size*3, false
	}
	if !strings.ContainsFunc(t.seen, unicode.IsLetter) || ((size < enough.runes || few) && !t.namesTheProduct()) {
		return is(TooShort)
	}
	if t.Field.Role() != galley.RoleDescription || t.Original.Null {
		return Fault{}, false
	}
	before := markup.WordCount(markup.VisibleText(t.Original.Text))
	return ifSo(before >= longText && t.words*leastPart < before, TooShort)
}

// namesTheProduct reports whether two words of a text of three or more are the
// product's own: "Wooden garden fence" is little, but it is copy.
func (t *text) namesTheProduct() bool {
	names, found := t.names, map[string]bool{}
	for _, w := range words(t.lower) {
		if names.near(w) {
			found[w] = true
		}
	}
	return t.words >= 3 && len(found) >= 2
}
