package language

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
)

//go:embed data/names.txt
var languageNames string

var named = sync.OnceValue(func() map[string]Code {
	all := map[string]Code{}
	for code, words := range readLists(languageNames) {
		for _, name := range words {
			all[name] = code
		}
	}
	return all
})

var nameLike = regexp.MustCompile(`[\p{L}-]+`)

// Named are the languages that a text names: "Write in German". Instructions
// that name one may ask for it, so a draft in it is never a wrong language.
func Named(text string) map[Code]bool {
	found := map[Code]bool{}
	for _, word := range nameLike.FindAllString(strings.ToLower(text), -1) {
		if code, ok := named()[word]; ok {
			found[code] = true
		}
	}
	return found
}

// Name is what a language is called in English, its code where the list lacks it.
func Name(code Code) string {
	if names := readLists(languageNames)[code]; len(names) > 0 {
		return strings.ToUpper(names[0][:1]) + names[0][1:]
	}
	return string(code)
}
