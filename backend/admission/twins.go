package admission

import (
	"maps"
	"slices"
	"strings"

	"galley/backend/language"
	"galley/backend/markup"
)

// twins reports whether two paragraphs of a description are nearly the same.
func (t *text) twins() bool {
	const long, most = 12, 60 // words; blocks that are compared
	var seen []vocabulary
	for _, block := range t.blocks[:min(len(t.blocks), most)] {
		if markup.WordCount(block) < long {
			continue
		}
		v := vocabulary{}
		v.add(block)
		if slices.ContainsFunc(seen, v.near80) {
			return true
		}
		seen = append(seen, v)
	}
	return false
}

// labelledTwins reports whether an answer is nothing but paragraphs after labels of
// one word or two, of which two say the same of the product: most words of the
// shorter are the longer's too.
func (t *text) labelledTwins() bool {
	const least, most = 4, 12 // words that tell something; blocks
	var texts []vocabulary
	if len(t.blocks) > most {
		return false
	}
	twin, after := false, false
	for _, block := range t.blocks {
		label := isShortLabel(block)
		if !label && !after && !startsWithLabel(block) {
			return false
		}
		if after = label; label {
			continue
		}
		v := vocabulary{}
		v.add(block)
		maps.DeleteFunc(v, func(w string, _ bool) bool { return language.IsCommon(w) })
		twin = twin || (len(v) >= least && slices.ContainsFunc(texts, v.mostlyIn))
		texts = append(texts, v)
	}
	return twin
}

// isShortLabel reports whether a block is one word or two, with no sentence's end.
func isShortLabel(block string) bool {
	n, most := markup.WordCount(block), 2
	if matches("version", plain(block)+":") {
		most = mostLabel
	}
	return n >= 1 && n <= most && !strings.ContainsAny(block, ".!?")
}

func startsWithLabel(block string) bool {
	label, rest, found := strings.Cut(block, ":")
	return found && isShortLabel(label) && markup.WordCount(rest) > 3
}
