package admission

import (
	"slices"
	"strings"

	"galley/backend/markup"
	"galley/backend/pattern"
)

// opens is the sign of an answer that begins as replies to requests do, with one
// word or several: "Sure, no problem:".
func (t *text) opens(sentence string, spoken []string) class {
	at, sign := markup.Words(sentence), class("")
	for next := 0; next < len(spoken); {
		longest := 0
		for _, f := range talkWords().at(spoken, next) {
			if f.class == "assent" && f.to > longest && !t.hasWords(spoken[f.from:f.to]) {
				longest = f.to
			}
		}
		if longest == 0 {
			return sign
		}
		if sign = pause(sentence[at[longest-1].End:]); sign != "opensSoft" {
			return sign
		}
		next = longest
	}
	return sign
}

// pause is how an assent is set off from what follows it.
func pause(after string) class {
	after = strings.TrimLeft(after, " \u00a0\u202f")
	switch {
	case after == "", strings.ContainsAny(after[:1], "!:.;\n"), strings.HasPrefix(after, "—"), strings.HasPrefix(after, "–"), strings.HasPrefix(after, "- "):
		return "opensHard"
	case strings.HasPrefix(after, ","):
		return "opensSoft"
	}
	return "opensBare"
}

// separator is what divides a label from a text.
var separator = pattern.Lazy(`^\s*[*_"'«“#]*([\p{L}][\p{L}\p{M}'’ _-]{1,40}?)[*_"'»”]*\s*(?::|→|=+>?|->|–>|—>)\s*\S`)

// labelled reports whether a text of one line begins with the name of its field
// or of an answer: words of the class and what may be between them.
func (t *text) labelled() bool {
	if t.Field.IsHTML() {
		return false
	}
	m := separator().FindStringSubmatch(t.seen)
	if m == nil {
		return false
	}
	spoken := spokenWords(strings.ReplaceAll(m[1], "_", " "))
	if len(spoken) > mostLabel || t.hasWords(spoken) {
		return false
	}
	return slices.ContainsFunc(talkWords().at(spoken, 0), func(f found) bool { return f.class == "label" && f.to == len(spoken) }) || t.labelOfMany(spoken)
}

// endsWithLabel reports whether words end with the name of a field.
func endsWithLabel(spoken []string) bool {
	for i := range spoken {
		for _, f := range talkWords().at(spoken, i) {
			if f.class == "label" && f.to == len(spoken) {
				return true
			}
		}
	}
	return false
}

// aside is what a title has before the product, set off from it.
var aside = pattern.Lazy(`^([^:!?.→|]{2,60})(?::|!|→|\.\s)\s*\S`)

// asideFirst reports whether a title begins with words of which none is the
// product's, set off from what follows: "Tout de suite ! Robe Mistral".
func (t *text) asideFirst() bool {
	if !t.isTitle() {
		return false
	}
	m := aside().FindStringSubmatch(t.seen)
	return m != nil && markup.WordCount(m[1]) > 0 && !slices.ContainsFunc(words(m[1]), t.bears) && slices.ContainsFunc(words(t.seen[len(m[1]):]), t.near)
}

// mostLabel is how many words a label has.
const mostLabel = 5

// labelOfMany reports whether all words of a label, two or more, are of texts and
// their making: "suggested title", "mein neuer Text".
func (t *text) labelOfMany(spoken []string) bool {
	if len(spoken) < 2 {
		return false
	}
	if slices.ContainsFunc(spoken, func(w string) bool { return slices.ContainsFunc(words(w), t.near) }) {
		return false
	}
	return endsWithLabel(spoken)
}
