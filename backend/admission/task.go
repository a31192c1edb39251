package admission

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"

	"galley/backend/markup"
)

//go:embed data/task.txt
var taskFile string

// taskWords are the classes of data/task.txt by language.
var taskWords = sync.OnceValue(func() map[string]map[string]*regexp.Regexp {
	all := map[string]map[string]*regexp.Regexp{}
	for line := range strings.Lines(taskFile) {
		name, pattern, found := strings.Cut(strings.TrimSpace(line), ": ")
		language, class, named := strings.Cut(name, " ")
		if !found || !named || strings.HasPrefix(line, "#") {
			continue
		}
		if all[language] == nil {
			all[language] = map[string]*regexp.Regexp{}
		}
		before := edge
		if language == "ja" || language == "zh" { // they put no space between words
			before = ""
		}
		all[language][class] = regexp.MustCompile(before + `(?:` + strings.ReplaceAll(pattern, `\b`, edge) + `)`)
	}
	return all
})

// talks are the classes that together in one sentence speak of the task.
var talks = []struct {
	classes []string
	kind    Kind
}{
	{[]string{"strong"}, Thinking},
	{[]string{"noun", "self", "act"}, Chat},
	{[]string{"title", "must"}, Thinking},
	{[]string{"none", "picture", "given"}, Refusal},
	{[]string{"none", "request", "help"}, Refusal},
}

// taskTalk finds sentences about the writing of the text: no phrase of a list,
// but words of several kinds that only such a sentence has together.
func taskTalk(t *text) (Fault, bool) {
	for _, block := range t.blocks {
		for _, sentence := range markup.Sentences(plain(block)) {
			for _, talk := range talks {
				if t.hasTogether(sentence, talk.classes) {
					return is(talk.kind)
				}
			}
		}
	}
	return Fault{}, false
}

// hasTogether reports whether a sentence has a word of each class in one
// language. What the product's data has is the product's.
func (t *text) hasTogether(sentence string, classes []string) bool {
	for _, words := range taskWords() {
		all := true
		for _, class := range classes {
			p := words[class]
			if p == nil {
				all = false
				break
			}
			m := strings.Trim(p.FindString(sentence), " \n.,;:!?()\"'")
			own := class == "strong" || class == "noun" || class == "title" || class == "request"
			if all = m != "" && (!own || !strings.Contains(t.known, m)); !all {
				break
			}
		}
		if all {
			return true
		}
	}
	return false
}
