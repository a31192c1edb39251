package checks

import (
	"strings"

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

// stem removes the plural or possessive ending of an English word, so that
// "lamps" matches "lamp". Words of other languages may be shortened too, in
// text and source alike, which does no harm.
func stem(word string) string {
	w := strings.ReplaceAll(strings.ToLower(word), "\u2019", "'")
	w = strings.TrimSuffix(w, "'s")
	switch {
	case len(w) <= 3:
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case hasAnySuffix(w, "sses", "shes", "ches", "xes", "zzes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !hasAnySuffix(w, "ss", "us", "is"):
		return w[:len(w)-1]
	}
	return w
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
