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
	line    bool // in fields of one line alone
}{
	{[]string{"strong"}, Thinking, false},
	{[]string{"noun", "self", "act"}, Chat, false},
	{[]string{"title", "must"}, Thinking, false},
	{[]string{"none", "picture", "given"}, Refusal, false},
	{[]string{"none", "picture", "loaded"}, Refusal, true},
	{[]string{"none", "request", "help"}, Refusal, false},
}

// taskTalk finds sentences about the writing of the text: no phrase of a list,
// but words of several kinds that only such a sentence has together.
func taskTalk(t *text) (Fault, bool) {
	for _, block := range t.blocks {
		for _, sentence := range markup.Sentences(block) {
			for _, talk := range talks {
				if (talk.line && t.Field.IsHTML()) || !t.hasTogether(plain(sentence), talk.classes) {
					continue
				}
				return is(talk.kind)
			}
		}
	}
	if len(t.blocks) == 0 {
		return Fault{}, false
	}
	last := markup.Sentences(t.blocks[len(t.blocks)-1])
	return ifSo(len(last) > 0 && t.hasTogether(plain(last[len(last)-1]), []string{"noun", "change"}), Chat)
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
