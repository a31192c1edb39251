package facts

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"galley/backend/language"
)

// vocabulary are the words of a language that promise nothing of a product, and
// its verbs. They are a class that can be listed, unlike what may be invented. A
// language without a vocabulary has no claims without a cue.
type vocabulary struct {
	groups map[string]string // the group of a word that promises nothing
	verbs  set               // in their base form
	able   set               // verbs for what a product can do
}

// manner and quality are groups that describe a product. Words of the other
// groups set a scene.
const (
	manner  = "manner"
	quality = "quality"
	ofBody  = "body"
)

func loadVocabulary(lang language.Code) vocabulary {
	v := vocabulary{groups: map[string]string{}, verbs: set{}, able: set{}}
	neutral := wordGroups(lang, "neutral")
	for _, group := range slices.Sorted(maps.Keys(neutral)) {
		for _, w := range neutral[group] {
			if _, known := v.groups[w]; !known || group == manner || group == quality {
				v.groups[w] = group
			}
		}
	}
	for kind, words := range wordGroups(lang, "verbs") {
		for _, w := range words {
			v.verbs[w] = true
			if kind == "able" {
				v.able[w] = true
			}
		}
	}
	return v
}

// wordGroups reads lines of a group and its words, none where the language has no
// such file.
func wordGroups(lang language.Code, name string) map[string][]string {
	groups := map[string][]string{}
	if _, err := fs.Stat(files, "data/"+string(lang)+"/"+name+".txt"); errors.Is(err, fs.ErrNotExist) {
		return groups
	}
	for _, line := range dataLines(string(lang) + "/" + name) {
		group, words, _ := strings.Cut(line, ": ")
		for _, w := range commaList(words) {
			groups[group] = append(groups[group], fold(w))
		}
	}
	return groups
}

// group is what a word speaks of where it promises nothing, "" for other words.
func (v vocabulary) group(w word) string {
	for _, form := range w.forms {
		if group := v.groups[form]; group != "" {
			return group
		}
	}
	return ""
}

// isVerb reports whether a word is a verb in its base form.
func (v vocabulary) isVerb(w word) bool { return v.verbs[w.low] }

// thirdPerson is the base of a verb such as "keeps", "" for other words.
func (v vocabulary) thirdPerson(w word) string {
	for _, ending := range []string{"s", "es"} {
		if base, cut := strings.CutSuffix(w.low, ending); cut && v.verbs[base] {
			return base
		}
	}
	if base, cut := strings.CutSuffix(w.low, "ies"); cut && v.verbs[base+"y"] {
		return base + "y"
	}
	return ""
}
