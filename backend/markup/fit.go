package markup

import (
	"strings"
	"unicode/utf8"

	"galley/backend/galley"
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
		return "", galley.Errorf(galley.CodeInvalidInput, "A %s cannot be empty. Nothing was saved.", f.Label())
	case limit > 0 && size > limit:
		return "", galley.Errorf(galley.CodeInvalidInput, "This %s is %d long; Shopify takes %d at most. Nothing was saved.", f.Label(), size, limit)
	}
	return content, nil
}
