package review

import (
	"slices"

	"galley/backend/galley"
	"galley/backend/markup"
)

// everywhere changes a draft at each place where it has the words of a warning,
// from the last to the first, so that earlier places stay where they are. A place
// that a change took away with it is left out.
func everywhere(item galley.Item, w galley.Warning, change func(content string, at galley.Warning) string) string {
	content, at := item.Content, aboutClaim(item.Warnings, w.Key())
	slices.SortFunc(at, func(a, b galley.Warning) int { return b.Start - a.Start })
	words := visibleRunes(item.Field, content)
	for _, place := range at {
		if now := visibleRunes(item.Field, content); isSpan(now, place) && string(now[place.Start:place.End]) == string(words[place.Start:place.End]) {
			content = change(content, place)
		}
	}
	return content
}

func visibleRunes(f galley.Field, content string) []rune {
	return []rune(markup.PageOf(f, content).Text)
}

func isSpan(text []rune, w galley.Warning) bool { return w.Start < w.End && w.End <= len(text) }

// keeping are the warnings that a person kept, with one more: every one of the
// draft about the same words.
func keeping(item galley.Item, warning galley.WarningKey) []galley.WarningKey {
	kept := slices.Clone(item.Kept)
	for _, w := range append(aboutClaim(item.Warnings, warning), galley.Warning{Rule: warning.Rule, About: warning.About}) {
		if !slices.Contains(kept, w.Key()) {
			kept = append(kept, w.Key())
		}
	}
	return kept
}
