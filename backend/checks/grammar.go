package checks

import (
	"regexp"
	"strings"
	"sync"

	"galley/backend/language"
)

// grammar is what the rules of prose and keyphrases know of a language, read
// from data/prose.
type grammar struct {
	code          language.Code
	functions     set // words that carry no meaning of their own in a keyphrase
	functionForms set // the same as forms
	transitions   map[string][][]string
	pairs         [][2][]string // "either … or"
	elided        set           // words that lose their vowel before an apostrophe
	passive       passiveRules
}

const german language.Code = "de"

// grammars are the languages of which the rules know the grammar.
var grammars = map[language.Code]func() *grammar{
	language.English: sync.OnceValue(func() *grammar { return readGrammar("en") }),
	german:           sync.OnceValue(func() *grammar { return readGrammar("de") }),
	"fr":             sync.OnceValue(func() *grammar { return readGrammar("fr") }),
	"es":             sync.OnceValue(func() *grammar { return readGrammar("es") }),
}

// grammarOf returns nil for a language that the rules do not know.
func grammarOf(code language.Code) *grammar {
	if read, ok := grammars[code]; ok {
		return read()
	}
	return nil
}

// sections are the lines of a file of data/prose by their heading.
func sections(name string) map[string][]string {
	found, at := map[string][]string{}, ""
	for _, line := range dataLines("prose/" + name) {
		if heading, ok := strings.CutSuffix(line, "]"); ok && strings.HasPrefix(heading, "[") {
			at = heading[1:]
			continue
		}
		found[at] = append(found[at], line)
	}
	return found
}

func readGrammar(name string) *grammar {
	part := sections(name)
	endings := map[string][]string{}
	for _, line := range part["endings"] {
		ending, list, _ := strings.Cut(line, ":")
		endings[ending] = strings.Fields(strings.ReplaceAll(list, "-", ""))
		if strings.Contains(list, "-") {
			endings[ending] = append(endings[ending], "")
		}
	}
	words := func(heading string) set {
		found := set{}
		for _, line := range part[heading] {
			for word := range strings.FieldsSeq(line) {
				found.add(inflect(word, endings)...)
			}
		}
		return found
	}
	g := &grammar{code: language.Code(name), functionForms: set{}, functions: words("functions"), elided: words("elided"), transitions: map[string][][]string{}}
	for word := range g.functions {
		g.functionForms.add(g.forms(word)...)
	}
	for _, line := range part["transitions"] {
		for _, phrase := range commaList(line) {
			list := g.words(phrase)
			g.transitions[list[0]] = append(g.transitions[list[0]], list)
		}
	}
	for _, line := range part["pairs"] {
		pair := commaList(line)
		g.pairs = append(g.pairs, [2][]string{g.words(pair[0]), g.words(pair[1])})
	}
	g.passive = passiveRules{
		auxiliaries: words("auxiliaries"), clause: words("clause"), participles: words("participles"),
		exceptions: words("not participles"), notAfter: words("not after"), notBefore: words("not before"),
		notClause: words("not clause endings"), clauseEnding: anyOf(part["clause endings"]), regular: anyOf(part["regular"]),
		notPassive: words("not passive before"),
	}
	for _, habit := range part["habits"] {
		g.passive.anyOrder = g.passive.anyOrder || habit == "participle first"
		g.passive.nounsAreUpper = g.passive.nounsAreUpper || habit == "capital nouns"
	}
	return g
}

// inflect returns the forms of "stem|ending".
func inflect(word string, endings map[string][]string) []string {
	stem, name, ok := strings.Cut(word, "|")
	if !ok {
		return []string{word}
	}
	list, named := endings[name]
	if !named {
		list = []string{"", name}
	}
	forms := make([]string, len(list))
	for i, ending := range list {
		forms[i] = stem + ending
	}
	return forms
}

// anyOf matches a whole word that one of the patterns matches, nil if there is
// none.
func anyOf(patterns []string) *regexp.Regexp {
	if len(patterns) == 0 {
		return nil
	}
	return regexp.MustCompile("^(?:" + strings.Join(patterns, "|") + ")$")
}
