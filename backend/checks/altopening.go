package checks

import (
	"regexp"
	"strings"
	"sync"

	"galley/backend/markup"
)

// altOpenings are patterns, one a language, whose first group is the words by
// which a text speaks of the picture: at the beginning, after a mark, or as "this
// photo shows" and "in the photo" anywhere.
var altOpenings = sync.OnceValue(func() []*regexp.Regexp {
	words, order := map[string]map[string]string{}, []string(nil)
	for _, line := range dataLines("alt-openings") {
		name, pattern, _ := strings.Cut(line, ": ")
		code, class, _ := strings.Cut(name, " ")
		if words[code] == nil {
			words[code] = map[string]string{}
			order = append(order, code)
		}
		words[code][class] = "(?:" + strings.ReplaceAll(pattern, "'", "['’]") + ")"
	}
	all := make([]*regexp.Regexp, 0, len(order))
	for _, code := range order {
		all = append(all, openingOf(words[code]))
	}
	return all
})

// openingOf makes a language's pattern. An elided article has no space behind it.
func openingOf(w map[string]string) *regexp.Regexp {
	const start, gap = `(?:^\W*|[.,;:!?(–—|]\s*|\s-\s)`, `(?:\s+|['’]\s?)`
	before := `(?:` + w["before"] + gap + `){0,4}`
	// the text itself ends with a letter or an apostrophe, so that no word is cut
	end := `(?:\s|$|[^\p{L}])`
	opening := start + `(` + before + w["noun"] + `\s+(?:` + w["of"] + `|` + w["shows"] + `))` + end
	shown := `(?:^|[^\p{L}])(` + w["this"] + gap + `?` + w["noun"] + `\s+` + w["shows"] + `)` + end
	within := start + `(` + w["in"] + gap + `?` + w["noun"] + `)` + end
	return regexp.MustCompile(`(?i)` + strings.Join([]string{opening, shown, within}, "|"))
}

// altOpening finds the words by which a text speaks of the picture and not of
// what it shows.
func altOpening(text string) markup.Span {
	for _, p := range altOpenings() {
		at := p.FindStringSubmatchIndex(text)
		for i := 2; i < len(at); i += 2 {
			if at[i] >= 0 {
				return markup.Span{Start: at[i], End: at[i+1]}
			}
		}
	}
	return markup.Span{}
}
