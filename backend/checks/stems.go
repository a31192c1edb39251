package checks

import (
	"strings"

	"galley/backend/language"
	"galley/backend/markup"
)

// lowered returns the words of a text in lower case.
func lowered(text string, spans []markup.Span) []string {
	list := make([]string, len(spans))
	for i, s := range spans {
		list[i] = strings.ToLower(s.Of(text))
	}
	return list
}

// stem is a word in lower case without the plural or possessive ending of English,
// so that "lamps" matches "lamp".
func stem(word string) string {
	return language.Singular(strings.ReplaceAll(strings.ToLower(word), "\u2019", "'"))
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}

// stems returns the tokens of a text, stemmed.
func stems(text string) []string {
	spans := markup.Tokens(text)
	list := make([]string, len(spans))
	for i, s := range spans {
		list[i] = stem(s.Of(text))
	}
	return list
}
