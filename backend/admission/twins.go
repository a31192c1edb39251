package admission

import (
	"maps"
	"slices"
	"strings"

	"galley/backend/language"
	"galley/backend/markup"
	"galley/backend/pattern"
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

// ruled is what divides versions.
var ruled = pattern.Lazy(`(?i)<hr\b|(?m:^\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$)`)

var listTag = pattern.Lazy(`(?i)<(?:ol|ul)\b`)

// ruledTwins reports whether an answer with dividing lines or numbered paragraphs
// has two blocks of which most words are the same.
func (t *text) ruledTwins() bool {
	const least, most = 4, 12 // words that tell something; blocks
	numbered := 0
	for _, block := range t.blocks {
		if number().MatchString(block) {
			numbered++
		}
	}
	if len(t.blocks) > most || (!ruled().MatchString(t.Raw) && (numbered < 2 || listTag().MatchString(t.Raw))) {
		return false
	}
	var texts []vocabulary
	for _, block := range t.blocks {
		v := vocabulary{}
		v.add(block)
		maps.DeleteFunc(v, func(w string, _ bool) bool { return language.IsCommon(w) })
		if len(v) < least {
			continue
		}
		if slices.ContainsFunc(texts, v.mostlyIn) {
			return true
		}
		texts = append(texts, v)
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
