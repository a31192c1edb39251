package checks

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"galley/backend/markup"
)

// claimKind groups claims by what they promise.
type claimKind string

const (
	kindFigure        claimKind = "figure"
	kindPrice         claimKind = "price"
	kindMaterial      claimKind = "material"
	kindColour        claimKind = "colour"
	kindCertification claimKind = "certification"
	kindOrigin        claimKind = "origin"
	kindWarranty      claimKind = "warranty"
	kindPromise       claimKind = "promise"
	kindSuperlative   claimKind = "superlative"
)

// term is a word or phrase that makes a claim.
type term struct {
	kind  claimKind
	key   string // compared between text and source
	words []string
	mode  matchMode
}

// matchMode says what else a term needs to count in a draft. In the product's
// facts every term counts.
type matchMode int

const (
	anywhere  matchMode = iota
	capital             // begins with a capital letter: Turkey, Polish
	exact               // in exactly this case: FSC
	inContext           // beside a word that makes its meaning clear: "in rust"
)

// lexicon finds terms by their first word, longest first.
type lexicon struct {
	terms   map[string][]term
	parents map[string][]string // the more general keys of a key
}

var claimWords = sync.OnceValue(func() lexicon {
	lex := lexicon{terms: map[string][]term{}, parents: map[string][]string{}}
	lex.load("materials", kindMaterial, anywhere)
	lex.load("colours", kindColour, anywhere)
	lex.load("certifications", kindCertification, anywhere)
	lex.load("warranty", kindWarranty, anywhere)
	lex.load("promises", kindPromise, anywhere)
	lex.load("origins", kindOrigin, capital)
	lex.load("superlatives", kindSuperlative, anywhere)
	for _, list := range lex.terms {
		slices.SortStableFunc(list, func(a, b term) int { return len(b.words) - len(a.words) })
	}
	return lex
})

// load reads a file of terms: on each line a name, its other forms, and after
// "<" its more general terms.
func (lex lexicon) load(file string, kind claimKind, mode matchMode) {
	for _, line := range dataLines(file) {
		names, over, _ := strings.Cut(line, " < ")
		forms := commaList(names)
		key := keyOf(strings.TrimLeft(forms[0], "=?"))
		for _, form := range forms {
			t := term{kind: kind, key: key, mode: mode}
			switch form[0] {
			case '=':
				t.mode = exact
			case '?':
				t.mode = inContext
			}
			t.words = stems(strings.TrimLeft(form, "=?"))
			if t.mode == exact {
				t.words = []string{form[1:]}
			}
			first := stem(t.words[0])
			lex.terms[first] = append(lex.terms[first], t)
		}
		for _, parent := range commaList(over) {
			lex.parents[key] = append(lex.parents[key], keyOf(parent))
		}
	}
}

func keyOf(phrase string) string { return strings.Join(stems(phrase), " ") }

// token is a word of a text with the form by which terms are compared. A joined
// token follows the one before it in the same phrase: only spaces or a hyphen
// are between them, no comma and no block edge.
type token struct {
	markup.Span
	raw, stem string
	joined    bool
}

func tokenise(text string) []token {
	spans := markup.Tokens(text)
	list := make([]token, len(spans))
	for i, s := range spans {
		list[i] = token{Span: s, raw: s.Of(text), stem: stem(s.Of(text))}
		list[i].joined = i > 0 && strings.Trim(text[spans[i-1].End:s.Start], " -\u00a0\u202f\u2010\u2011") == ""
	}
	return list
}

// at returns the longest term that begins at a token. Lenient matching, for the
// product's facts, ignores case and context.
func (lex lexicon) at(list []token, i int, lenient bool) (term, bool) {
	for _, t := range lex.terms[list[i].stem] {
		if i+len(t.words) <= len(list) && t.matches(list, i, lenient) {
			return t, true
		}
	}
	return term{}, false
}

func (t term) matches(list []token, i int, lenient bool) bool {
	if t.mode == exact {
		isDistinct := len(t.words[0]) > 2 // "us" in a text is not the US
		return list[i].raw == t.words[0] || (lenient && isDistinct && strings.EqualFold(list[i].raw, t.words[0]))
	}
	for n, w := range t.words {
		if list[i+n].stem != w || (n > 0 && !list[i+n].joined) {
			return false
		}
	}
	switch {
	case lenient:
		return true
	case t.mode == capital:
		return beginsWithCapital(list[i].raw)
	case t.mode == inContext:
		return hasContext(list, i, i+len(t.words))
	}
	return true
}

func beginsWithCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

var (
	contextBefore = setOf("in", "of", "from", "solid", "genuine", "real", "pure", "fine", "natural", "dark", "light", "deep", "pale", "soft", "colour", "color")
	contextAfter  = setOf("colour", "color", "coloured", "colored", "finish", "shade", "tone", "hue", "tint", "version", "handle", "inlay", "trim")
)

// hasContext reports whether an ambiguous word is used as a material or colour.
func hasContext(list []token, from, to int) bool {
	return (from > 0 && list[from].joined && contextBefore.has(list[from-1].stem)) ||
		(to < len(list) && list[to].joined && contextAfter.has(list[to].stem))
}
