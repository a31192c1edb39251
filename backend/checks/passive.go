package checks

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/markup"
)

// passiveRules say how a language builds its passive: a form of an auxiliary and
// a participle in one clause.
type passiveRules struct {
	auxiliaries   set
	participles   set            // irregular ones
	regular       *regexp.Regexp // regular ones
	exceptions    set            // words that look like participles
	notAfter      set            // a participle directly behind one of these is an adjective
	notBefore     set            // an auxiliary directly behind one of these builds no passive
	notPassive    set            // a clause that ends in one of these is not passive
	clause        set            // words that begin another clause
	clauseEnding  *regexp.Regexp // so do words that end like this, nil where none do
	notClause     set            // though not these
	anyOrder      bool           // the participle may be in front of the auxiliary
	nounsAreUpper bool           // a word with a capital is a noun
}

// isPassive reports whether a clause of the sentence has an auxiliary and a
// participle.
func (g *grammar) isPassive(sentence string) bool {
	state := clauseState{rules: &g.passive}
	last, words := 0, g.wordSpans(sentence)
	if n := len(words); n > 0 && g.passive.notPassive.has(strings.ToLower(words[n-1].Of(sentence))) {
		return false
	}
	for i, w := range words {
		if strings.ContainsAny(sentence[last:w.Start], ",:–—") {
			state.begin()
		}
		last = w.End
		first, _ := utf8.DecodeRuneInString(w.Of(sentence))
		isNoun := g.passive.nounsAreUpper && i > 0 && unicode.IsUpper(first)
		if state.take(strings.ToLower(w.Of(sentence)), isNoun) {
			return true
		}
	}
	return false
}

// clauseState is what was seen of the current clause.
type clauseState struct {
	rules                       *passiveRules
	hasAuxiliary, hasParticiple bool
	previous                    string
}

func (c *clauseState) begin() { c.hasAuxiliary, c.hasParticiple, c.previous = false, false, "" }

// take reads the next word, and reports whether the clause is passive by now.
func (c *clauseState) take(word string, isNoun bool) bool {
	r := c.rules
	before := c.previous
	switch c.previous = word; {
	case r.auxiliaries.has(word):
		c.hasAuxiliary = c.hasAuxiliary || !r.notBefore.has(before)
	case r.beginsClause(word):
		c.begin()
	case !isNoun && !r.notAfter.has(before) && r.isParticiple(word):
		c.hasParticiple = c.hasAuxiliary || r.anyOrder
	}
	return c.hasAuxiliary && c.hasParticiple
}

func (r *passiveRules) beginsClause(word string) bool {
	return r.clause.has(word) || (r.clauseEnding != nil && !r.notClause.has(word) && r.clauseEnding.MatchString(word))
}

func (r *passiveRules) isParticiple(word string) bool {
	return !r.exceptions.has(word) && (r.participles.has(word) || r.regular.MatchString(word))
}

// wordSpans are the words of a text; those that lost their vowel are words of
// their own: "l'huile" is two.
func (g *grammar) wordSpans(text string) []markup.Span {
	return g.splitElided(text, markup.Words(text))
}

func (g *grammar) splitElided(text string, all []markup.Span) []markup.Span {
	if len(g.elided) == 0 {
		return all
	}
	list := make([]markup.Span, 0, len(all))
	for _, w := range all {
		word := strings.ReplaceAll(w.Of(text), "’", "'")
		if at := strings.IndexByte(word, '\''); at > 0 && g.elided.has(strings.ToLower(word[:at])) {
			size := len(w.Of(text)) - len(word) + 1 // of the apostrophe
			list = append(list, markup.Span{Start: w.Start, End: w.Start + at}, markup.Span{Start: w.Start + at + size, End: w.End})
			continue
		}
		list = append(list, w)
	}
	return list
}

// words are the words of a text in lower case, apostrophes straight.
func (g *grammar) words(text string) []string {
	list := lowered(text, g.wordSpans(text))
	for i, w := range list {
		list[i] = strings.ReplaceAll(w, "’", "'")
	}
	return list
}
