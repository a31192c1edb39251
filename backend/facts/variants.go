package facts

import (
	"slices"
	"strings"
	"sync"

	"galley/backend/language"
)

// sizeScopes are variants that every text may name.
var sizeScopes = []string{"small", "medium", "large"}

// longestScope is how many words the name of a variant has at most.
const longestScope = 3

func (s *Sheet) findScopes() {
	for _, l := range s.lines {
		if l.Kind == FromOption && !strings.EqualFold(l.Text, "Default Title") {
			s.addScope(l.Text)
		}
		if l.scope != "" {
			s.addScope(l.scope)
		}
	}
	s.scopes.add(sizesInWords()...)
}

// sizesInWords are the sizes in all languages.
var sizesInWords = sync.OnceValue(func() []scope {
	var list []scope
	for _, size := range sizeScopes {
		for _, lang := range Languages {
			for _, form := range sizeForms(lang, size) {
				list = append(list, scope{key: size, words: []string{form}})
			}
		}
	}
	return list
})

// sizeForms are the words for a size in a language.
func sizeForms(lang language.Code, size string) []string {
	var forms []string
	for first, terms := range lexicons()[lang].terms {
		if slices.ContainsFunc(terms, func(t term) bool { return t.class == sizeWord && t.concept == size }) {
			forms = append(forms, first)
		}
	}
	slices.Sort(forms)
	return forms
}

func (s *Sheet) addScope(name string) {
	words := lowWords(name, s.lang)
	if len(words) == 1 && isDigits(words[0]) {
		s.scopes.add(scope{key: words[0], words: words})
		return
	}
	if len(words) == 0 || len(words) > longestScope || strings.ContainsAny(name, "0123456789") {
		return
	}
	s.scopes.add(scope{key: scopeKey(name, s.lang), words: words})
}

// sizesByLetter are sizes that people also write in words.
var sizesByLetter = map[string]string{"s": "small", "m": "medium", "l": "large"}

// scopeKey is a size's shared name, or the words of a variant.
func scopeKey(name string, lang language.Code) string {
	list := splitWords(name, lang)
	if len(list) == 1 {
		if size := sizesByLetter[list[0].low]; size != "" {
			return size
		}
		for _, code := range []language.Code{lang, "en"} {
			for _, t := range lexicons()[code].terms[list[0].low] {
				if t.class == sizeWord {
					return t.concept
				}
			}
		}
	}
	return strings.Join(lowWords(name, lang), " ")
}

// isDigits reports whether a name is a number, such as the size 104.
func isDigits(name string) bool {
	return name != "" && strings.Trim(name, "0123456789") == ""
}
