package admission

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
)

//go:embed data/phrases.txt
var phraseFile string

// edge is the edge of a word in any script: \b knows ASCII alone.
const edge = `(?:^|$|[^\p{L}\p{N}])`

// phrases gives the patterns of data/phrases.txt by section, each matched
// against text in lower case with plain apostrophes.
var phrases = sync.OnceValue(func() map[string][]*regexp.Regexp {
	all := map[string][]*regexp.Regexp{}
	section := ""
	for line := range strings.Lines(phraseFile) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			section = strings.Trim(line, "[]")
		default:
			all[section] = append(all[section], regexp.MustCompile(strings.ReplaceAll(line, `\b`, edge)))
		}
	}
	return all
})

var apostrophes = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "\u00a0", " ", "\u202f", " ")

// plain is a text in lower case with plain apostrophes and spaces.
func plain(text string) string { return apostrophes.Replace(strings.ToLower(text)) }

// says reports whether a text has a phrase of the section that neither the
// product's data nor the instructions have: a book about chat programs may
// speak of them.
func (t *text) says(section, in string) bool {
	for _, p := range phrases()[section] {
		m := strings.Trim(p.FindString(in), " \n.,;:!?()\"'")
		if m != "" && !strings.Contains(t.known, m) && !t.surelyCopy(section, m) {
			return true
		}
	}
	return false
}

// certain are sections whose phrases no shop says in any sentence.
var certain = map[string]bool{"self": true, "label": true, "version": true, "blank": true, "echo": true, "commentary": true}

// surelyCopy reports whether words are only in sentences of a description that are
// much more like a shop's than like a writer's.
func (t *text) surelyCopy(section, words string) bool {
	if certain[section] || !t.Field.IsHTML() || !fitted[t.language] {
		return false
	}
	found := false
	for _, s := range t.sentences() {
		if !strings.Contains(plain(s), words) {
			continue
		}
		if found = true; t.likeness(s) > copyLike {
			return false
		}
	}
	return found
}

// matches reports whether a text has a phrase of the section.
func matches(section, text string) bool {
	return slices.ContainsFunc(phrases()[section], func(p *regexp.Regexp) bool { return p.MatchString(text) })
}

// opening is the beginning of a text, where remarks are made.
func opening(text string, most int) string {
	if len(text) > most {
		return text[:most]
	}
	return text
}

// ending is the end of a text.
func ending(text string, most int) string {
	if len(text) > most {
		return text[len(text)-most:]
	}
	return text
}
