package markup

import (
	"strings"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Fit cleans a person's text for its field. A text over one of Shopify's limits
// is CodeInvalidInput.
func Fit(f galley.Field, content string) (string, error) {
	content = strings.TrimSpace(strings.ReplaceAll(content, "\r\n", "\n"))
	if !f.IsHTML() {
		content = strings.Join(strings.Fields(content), " ")
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
