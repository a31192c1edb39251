package markup

import (
	"strings"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// SameText reports whether a person's text for a field is the one that it was
// opened with. Line ends make no difference, which text fields of a browser do
// not keep; in plain text neither does white space that Fit removes.
func SameText(f galley.Field, a, b string) bool {
	if f.IsHTML() {
		return unfolded(a) == unfolded(b)
	}
	return onOneLine(a) == onOneLine(b)
}

func unfolded(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }

func onOneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// Fit cleans a person's text for its field. A text over one of Shopify's limits
// is CodeInvalidInput.
func Fit(f galley.Field, content string) (string, error) {
	content = strings.TrimSpace(unfolded(content))
	if !f.IsHTML() {
		content = onOneLine(content)
	}
	size := utf8.RuneCountInString(content)
	if f.IsHTML() {
		size = len(content)
	}
	switch limit := f.Limit(); {
	case f.Spec().Required && content == "":
		return "", galley.NewError(galley.CodeInvalidInput, messages.FieldEmpty(string(f)))
	case limit > 0 && size > limit:
		return "", galley.NewError(galley.CodeInvalidInput, messages.TextTooLong(string(f), size, limit))
	}
	return content, nil
}
