package facts

import (
	"slices"
	"strings"

	"galley/backend/markup"
)

// reader finds the statements of one text.
type reader struct {
	text      string
	lex       *lexicon
	words     []word
	sentences []bounds
	hits      []hit
	figures   []amount
	covers    []int  // the hit that covers each word, from 1
	idle      []bool // words of phrases that claim nothing
	away      []bool // words that are about something else than the product
	lenient   bool   // the product's own data
	scopes    scopes
	known     func(low string) bool // of a draft: whether the data has a word
	bareLooks set                   // of a draft: what the data's things are made of that no lexicon has
	things    []statement           // the phrases that speak of the product without a cue
	crossing  [][]string            // the keys by which words are compared crosswise, once read
	keyed     []keyed               // the words that have such keys, once read
	scenes    map[int]bool          // the sentences that set a scene, once things are read
}

// hit is a place where the lexicon knows words.
type hit struct {
	from, to int
	terms    []term
	rest     string // of a compound
}

func (h hit) is(class Class) bool {
	return slices.ContainsFunc(h.terms, func(t term) bool { return t.class == class })
}

func (h hit) concepts() []string {
	var list []string
	for _, t := range h.terms {
		list = appendNew(list, t.concept)
	}
	return list
}

// scope is what a product calls one of its variants.
type scope struct {
	key   string
	words []string
}

// scopes are the variants of a product by the first word of their names, and
// whether a key is one.
type scopes struct {
	byWord map[string][]scope
	keys   set
}

func (s *scopes) add(list ...scope) {
	if s.byWord == nil {
		s.byWord, s.keys = map[string][]scope{}, set{}
	}
	for _, one := range list {
		s.byWord[one.words[0]] = append(s.byWord[one.words[0]], one)
		s.keys[one.key] = true
	}
}

// read finds the statements of a text. In the product's own data every word
// counts; in a draft context decides.
func read(text string, lex *lexicon, scopes scopes, lenient bool) []statement {
	return newReader(text, lex, scopes, lenient).statements()
}

func newReader(text string, lex *lexicon, scopes scopes, lenient bool) *reader {
	r := &reader{text: text, lex: lex, words: lex.wordsOf(text), lenient: lenient, scopes: scopes}
	r.findSentences()
	r.findHits()
	r.findElsewhere()
	r.cover()
	r.figures = findAmounts(text, r.words, lex)
	return r
}

func (r *reader) statements() []statement {
	found := slices.Concat(r.amounts(), r.prices(), r.named(), r.counts(), r.made(), r.standards(), r.superlatives(), r.sizes(), r.absences(), r.included(), r.effects())
	if r.lenient {
		return found
	}
	return slices.Concat(found, r.open(), r.names(), r.finishes(), r.told(), r.builtIn(), r.lets(), r.comparisons(), r.codes())
}

func (r *reader) findHits() {
	r.idle = make([]bool, len(r.words))
	for i := 0; i < len(r.words); {
		terms, used := r.lex.at(r.words, i, r.lenient)
		if used == 0 {
			if terms, rest := r.lex.inCompound(r.words[i]); len(terms) > 0 {
				r.hits = append(r.hits, hit{i, i + 1, terms, rest})
				r.addRest(i, rest)
			}
			i++
			continue
		}
		if used == 1 && r.lex.grammar.isNumber(r.lowAt(i)) && terms[0].class == Feature { // "sieben" is no sieve
			i++
			continue
		}
		if terms[0].class == idiom {
			for n := i; n < i+used; n++ {
				r.idle[n] = true
			}
		} else {
			r.hits = append(r.hits, hit{from: i, to: i + used, terms: terms})
		}
		i += used
	}
}

// addRest adds what the second part of a compound says: Silberkette is a chain.
func (r *reader) addRest(i int, rest string) {
	if rest == "" {
		return
	}
	second := word{Span: r.words[i].Span, raw: strings.ToUpper(rest[:1]) + rest[1:], low: rest, forms: inflections(r.lex.lang, rest)}
	if terms, used := r.lex.at([]word{second}, 0, r.lenient); used == 1 && terms[0].class == Feature {
		r.hits = append(r.hits, hit{from: i, to: i + 1, terms: terms})
	}
}

// findElsewhere marks what is about something else: after "pair it with" to the
// end of the sentence or to what is made of or in something.
func (r *reader) findElsewhere() {
	r.away = make([]bool, len(r.words))
	for i := range r.words {
		used := max(r.lex.grammar.at(listElsewhere, r.words, i), r.lex.grammar.at(listElsewhereFits, r.words, i))
		if used == 0 || r.away[i] || r.isAboutProduct(i) {
			continue
		}
		for n := i; n < len(r.words) && r.words[n].sentence == r.words[i].sentence; n++ {
			if n > i+used && r.isMaking(n) {
				break
			}
			r.away[n] = true
		}
	}
}

// isAboutProduct reports whether a phrase such as "works with" is a fact where
// the product's own text has it.
func (r *reader) isAboutProduct(i int) bool {
	return r.lenient && r.lex.grammar.at(listFits, r.words, i) > 0
}

// isMaking reports whether a word begins "made of", "crafted in".
func (r *reader) isMaking(n int) bool {
	return r.isOn(listMade, n) && n+1 < len(r.words) && r.words[n+1].joined
}

func (r *reader) span(from, to int) markup.Span {
	return markup.Span{Start: r.words[from].Start, End: r.words[to-1].End}
}

// hitAt returns the hit that covers a word.
func (r *reader) hitAt(i int) (hit, bool) {
	if i < 0 || i >= len(r.covers) || r.covers[i] == 0 {
		return hit{}, false
	}
	return r.hits[r.covers[i]-1], true
}

// cover notes which hit covers each word.
func (r *reader) cover() {
	r.covers = make([]int, len(r.words))
	for n, h := range r.hits {
		for i := h.from; i < h.to; i++ {
			if r.covers[i] == 0 {
				r.covers[i] = n + 1
			}
		}
	}
}

// hitsBetween are the hits that begin in a range of words.
func (r *reader) hitsBetween(from, to int) []hit {
	first, _ := slices.BinarySearchFunc(r.hits, from, func(h hit, i int) int { return h.from - i })
	last := first
	for last < len(r.hits) && r.hits[last].from < to {
		last++
	}
	return r.hits[first:last]
}

// key is the concept of a word: of the lexicon, or the word itself.
func (r *reader) key(i int) string {
	if h, ok := r.hitAt(i); ok {
		return h.terms[0].concept
	}
	return plainKey(r.words[i])
}

// keys are all concepts that a word may have: lexicons of two languages may name
// the same thing by a concept and by the word.
func (r *reader) keys(i int) []string {
	var keys []string
	if h, ok := r.hitAt(i); ok {
		keys = h.concepts()
	}
	for _, key := range plainKeys(r.words[i]) {
		keys = appendNew(appendNew(keys, key), strings.TrimPrefix(key, "word "))
	}
	return keys
}
