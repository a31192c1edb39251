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
	Name          Class = "name" // of a place, brand or magazine that no lexicon has

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
	heads    map[string][]term // parts that may end a compound: Innentasche
	grammar  grammar
	neutral  vocabulary
	common   set // frequent words of the language alone
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
	lex := &lexicon{lang: lang, terms: map[string][]term{}, prefixes: map[string][]term{}, suffixes: map[string][]term{}, heads: map[string][]term{}}
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
	lex.neutral = loadVocabulary(lang)
	lex.common = lex.grammar.sets[listCommon]
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
	if lex.endsCompounds(t) {
		lex.heads[first] = append(lex.heads[first], t)
	}
	switch {
	case strings.HasSuffix(form, "-"):
		lex.prefixes[first] = append(lex.prefixes[first], t)
	case strings.HasPrefix(form, "-"):
		lex.suffixes[first] = append(lex.suffixes[first], t)
	default:
		lex.terms[first] = append(lex.terms[first], t)
		if one := language.Singular(first); lex.lang == "en" && class == Ingredient && len(t.words) == 1 && one != first {
			t.words = []string{one} // phthalate-free
			lex.terms[one] = append(lex.terms[one], t)
		}
	}
}

// longestAcronym is how long a word in capitals is that counts in capitals only.
const longestAcronym = 6

func newTerm(class Class, concept, form string) term {
	t := term{class: class, concept: concept}
	form, t.context = strings.CutPrefix(form, "?")
	for _, at := range markup.Tokens(form) {
		for _, w := range appendElided(nil, word{Span: at, raw: at.Of(form), low: fold(at.Of(form))}) {
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
		return hasContext(t.class, list, i, i+len(t.words))
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
	contextBefore = setOf("in", "from", "solid", "genuine", "real", "pure", "fine", "natural", "dark", "light", "deep", "pale", "soft", "colour", "color")
	contextAfter  = setOf("colour", "color", "coloured", "colored", "finish", "shade", "tone", "hue", "tint", "version", "handle", "inlay", "trim")
)

// hasContext reports whether an ambiguous word is used as a material or colour.
func hasContext(class Class, list []word, from, to int) bool {
	isOf := class == Material && from > 0 && list[from].joined && list[from-1].low == "of"
	return isOf || (from > 0 && list[from].joined && contextBefore[list[from-1].low]) ||
		(to < len(list) && list[to].joined && contextAfter[list[to].low])
}
