package language

import (
	"slices"
	"strings"
)

// Singular removes the plural or possessive ending of an English word in lower
// case. Words of other languages may be shortened too: it is for words that are
// compared with each other, both made singular.
func Singular(word string) string {
	w := strings.TrimSuffix(word, "'s")
	switch {
	case len(w) <= 3:
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case endsIn(w, "sses", "shes", "ches", "xes", "zzes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !endsIn(w, "ss", "us", "is"):
		return w[:len(w)-1]
	}
	return w
}

func endsIn(s string, endings ...string) bool {
	return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(s, ending) })
}
