package demo

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// handleOf makes a handle as Shopify does: letters and digits of any script in
// lower case, anything between them a hyphen.
func handleOf(text, otherwise string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
	if len(words) == 0 {
		return otherwise
	}
	return strings.Join(words, "-")
}

// unique adds -1, -2 and so on to a handle until it is not taken.
func unique(handle string, taken func(string) bool) string {
	candidate := handle
	for number := 1; taken(candidate); number++ {
		candidate = handle + "-" + strconv.Itoa(number)
	}
	return candidate
}

// normalTags returns tags as Shopify stores them: split at commas, trimmed,
// unique ignoring case, in alphabetical order.
func normalTags(tags []string) []string {
	kept := make([]string, 0, len(tags))
	seen := make(map[string]bool, len(tags))
	for tag := range strings.SplitSeq(strings.Join(tags, ","), ",") {
		tag = strings.TrimSpace(tag)
		if key := strings.ToLower(tag); tag != "" && !seen[key] {
			seen[key] = true
			kept = append(kept, tag)
		}
	}
	slices.SortStableFunc(kept, func(a, b string) int {
		return cmp.Compare(strings.ToLower(a), strings.ToLower(b))
	})
	return kept
}
