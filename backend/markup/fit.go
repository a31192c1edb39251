package markup

import (
	"strings"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Fit brings a person's text to the form of its field. What breaks a limit of
// Shopify is CodeInvalidInput.
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
		return "", galley.NewError(galley.CodeInvalidInput, messages.FieldEmpty(f.Label()))
	case limit > 0 && size > limit:
		return "", galley.NewError(galley.CodeInvalidInput, messages.TextTooLong(f.Label(), size, limit))
	}
	return content, nil
}
