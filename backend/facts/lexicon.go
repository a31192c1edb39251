package facts

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"galley/backend/language"
	"galley/backend/markup"
)

// Languages are those with a lexicon.
var Languages = []language.Code{"en", "de", "fr", "es", "it", "nl"}

// Class groups claims by what they promise.
type Class string

// The classes.
const (
	Figure        Class = "figure"
	Count         Class = "count"
	Price         Class = "price"
	Size          Class = "size"
	Material      Class = "material"
	Colour        Class = "colour"
	Certification Class = "certification"
	Origin        Class = "origin"
	Warranty      Class = "warranty"
	Promise       Class = "promise" // health, environment, durability, making
	Superlative   Class = "superlative"
	Care          Class = "care"
	Feature       Class = "feature"
	Ingredient    Class = "ingredient"
	Compatibility Class = "compatibility"

	attribute Class = "attribute" // what a figure measures
	sizeWord  Class = "size word"
	idiom     Class = "idiom" // claims nothing
)

// term is a word or phrase for a concept.
type term struct {
	class   Class
	concept string
	words   []string
	capital bool // begins with a capital letter: Turkey, Polish; a German noun
	exact   string
	context bool // counts only beside a word that makes its meaning plain: "in rust"
}

// lexicon finds the terms of a language by their first word, longest first.
type lexicon struct {
	lang     language.Code
	terms    map[string][]term
	prefixes map[string][]term // of compounds: Leinen-
	suffixes map[string][]term // -leder
	grammar  grammar
}

var lexiconFiles = []struct {
	name  string
	class Class
}{
	{"materials", Material},
	{"colours", Colour},
	{"origins", Origin},
	{"seals", Certification},
	{"promises", Promise},
	{"care", Care},
	{"warranty", Warranty},
	{"superlatives", Superlative},
	{"features", Feature},
	{"ingredients", Ingredient},
	{"attributes", attribute},
	{"sizes", sizeWord},
	{"idioms", idiom},
}

var lexicons = sync.OnceValue(func() map[language.Code]*lexicon {
	all := map[language.Code]*lexicon{}
	for _, lang := range Languages {
		all[lang] = loadLexicon(lang)
	}
	return all
})

func loadLexicon(lang language.Code) *lexicon {
	lex := &lexicon{lang: lang, terms: map[string][]term{}, prefixes: map[string][]term{}, suffixes: map[string][]term{}}
	for _, file := range lexiconFiles {
		for _, line := range dataLines(string(lang) + "/" + file.name) {
			concept, forms, named := strings.Cut(line, ": ")
			if !named {
				concept, forms = line, line
			}
			for _, form := range commaList(forms) {
				lex.add(file.class, strings.TrimPrefix(concept, "?"), form)
			}
		}
	}
	for _, list := range lex.terms {
		slices.SortStableFunc(list, func(a, b term) int { return len(b.words) - len(a.words) })
	}
	lex.grammar = loadGrammar(lang)
	return lex
}

func (lex *lexicon) add(class Class, concept, form string) {
	t := newTerm(class, concept, form)
	if len(t.words) == 0 {
		return
	}
	first := t.words[0]
	if lex.beginsCompounds(t) {
		lex.prefixes[first] = append(lex.prefixes[first], t)
	}
	switch {
	case strings.HasSuffix(form, "-"):
		lex.prefixes[first] = append(lex.prefixes[first], t)
	case strings.HasPrefix(form, "-"):
		lex.suffixes[first] = append(lex.suffixes[first], t)
	default:
		lex.terms[first] = append(lex.terms[first], t)
	}
}

// longestAcronym is how long a word in capitals is that counts in capitals only.
const longestAcronym = 6

func newTerm(class Class, concept, form string) term {
	t := term{class: class, concept: concept}
	form, t.context = strings.CutPrefix(form, "?")
	for _, at := range markup.Tokens(form) {
		for _, w := range elided(word{Span: at, raw: at.Of(form), low: fold(at.Of(form))}) {
			t.words = append(t.words, w.low)
		}
	}
	first, _ := utf8.DecodeRuneInString(form)
	t.capital = unicode.IsUpper(first)
	bare := strings.Trim(form, "-")
	if t.capital && len(t.words) == 1 && len(bare) > 1 && len(bare) <= longestAcronym && bare == strings.ToUpper(bare) {
		t.exact = bare
	}
	return t
}

// beginsCompounds reports whether words of the language may begin with the
// term: Lavendelöl.
func (lex *lexicon) beginsCompounds(t term) bool {
	if lex.lang != "de" && lex.lang != "nl" || len(t.words) > 1 || len(t.words[0]) < longForCompounds {
		return false
	}
	isScent := strings.HasSuffix(t.concept, " scent") || t.concept == "vanilla"
	return t.class == Ingredient || isScent || lex.lang == "nl" && t.class == Material
}

// longForCompounds is how long an ingredient's name must be to begin a compound.
const longForCompounds = 5

// at returns the longest terms that begin at a word, all of the same length,
// and how many words they take. Lenient matching, for a product's own data,
// ignores case and context.
func (lex *lexicon) at(list []word, i int, lenient bool) (found []term, used int) {
	for _, form := range list[i].forms {
		for _, t := range lex.terms[form] {
			if len(t.words) < used || lenient && t.class == idiom || !t.matches(list, i, lenient) {
				continue
			}
			if len(t.words) > used {
				found, used = nil, len(t.words)
			}
			found = append(found, t)
		}
	}
	return found, used
}

func (t term) matches(list []word, i int, lenient bool) bool {
	if !t.hasWords(list, i) {
		return false
	}
	switch {
	case t.exact != "" && list[i].raw != t.exact:
		return lenient && len(t.exact) > 2
	case lenient:
		return true
	case t.capital && !list[i].capital():
		return false
	case t.context:
		return hasContext(list, i, i+len(t.words))
	}
	return true
}

func (t term) hasWords(list []word, i int) bool {
	if i+len(t.words) > len(list) {
		return false
	}
	for n, w := range t.words {
		if !slices.Contains(list[i+n].forms, w) || (n > 0 && !list[i+n].joined) {
			return false
		}
	}
	return true
}

var (
	contextBefore = setOf("in", "of", "from", "solid", "genuine", "real", "pure", "fine", "natural", "dark", "light", "deep", "pale", "soft", "colour", "color")
	contextAfter  = setOf("colour", "color", "coloured", "colored", "finish", "shade", "tone", "hue", "tint", "version", "handle", "inlay", "trim")
)

// hasContext reports whether an ambiguous word is used as a material or colour.
func hasContext(list []word, from, to int) bool {
	return (from > 0 && list[from].joined && contextBefore[list[from-1].low]) ||
		(to < len(list) && list[to].joined && contextAfter[list[to].low])
}

// shortestRest is the fewest letters that follow the first part of a compound.
const shortestRest = 3

// inCompound finds a term in a compound, and what the compound is otherwise:
// "Leinenhemd" is linen and "hemd".
func (lex *lexicon) inCompound(w word) (found []term, rest string) {
	for n := len(w.low) - shortestRest; n >= 3; n-- {
		if n >= len(w.low) {
			continue
		}
		for _, t := range lex.prefixes[w.low[:n]] {
			if !t.capital || w.capital() {
				found = append(found, t)
			}
		}
		if found != nil {
			return found, w.low[n:]
		}
	}
	for _, form := range w.forms {
		for n := 3; n <= len(form)-3; n++ {
			if list := lex.suffixes[form[n:]]; list != nil {
				return list, ""
			}
		}
	}
	return nil, ""
}

// relations say what a concept implies, and what it excludes.
type relations struct{ implies, excludes map[string][]string }

var related = sync.OnceValue(func() relations {
	r := relations{implies: map[string][]string{}, excludes: map[string][]string{}}
	for _, line := range dataLines("relations") {
		if concept, others, found := strings.Cut(line, " >< "); found {
			r.excludes[concept] = append(r.excludes[concept], commaList(others)...)
			continue
		}
		concept, others, _ := strings.Cut(line, " < ")
		r.implies[concept] = append(r.implies[concept], commaList(others)...)
	}
	return r
})

// implied reports whether what has the concept has the general one, too.
func implied(concept, general string) bool {
	if concept == general {
		return true
	}
	return slices.ContainsFunc(related().implies[concept], func(parent string) bool {
		return parent != concept && implied(parent, general)
	})
}

// rivals lists what a concept excludes.
func rivals(concept string) []string {
	list := slices.Clone(related().excludes[concept])
	for other, excluded := range related().excludes {
		if slices.Contains(excluded, concept) {
			list = appendNew(list, other)
		}
	}
	return list
}

func excludes(concept, other string) bool {
	return slices.Contains(related().excludes[concept], other) || slices.Contains(related().excludes[other], concept)
}

// allImplied lists a concept and what it implies.
func allImplied(concept string, list []string) []string {
	list = appendNew(list, concept)
	for _, parent := range related().implies[concept] {
		if !slices.Contains(list, parent) {
			list = allImplied(parent, list)
		}
	}
	return list
}
