package facts

import "strings"

// described is the noun that an adjective belongs to, -1 where there is none.
func (r *reader) described(n int, h hit) int {
	if r.isRomance() {
		return r.describedBefore(h)
	}
	i := h.to
	for _, next := range r.hits[n+1:] {
		if next.from != i || !r.words[i].joined || !next.is(Material) && !next.is(Colour) {
			break
		}
		i = next.to
	}
	if r.joinsAt(i) {
		return i
	}
	return -1
}

// romanceOf are the words between a noun and what it is made of.
var romanceOf = setOf("en", "de", "di", "in", "d'")

func (r *reader) describedBefore(h hit) int {
	i := h.from - 1
	if r.joinsAt(h.from) && romanceOf[r.lowAt(i)] {
		i--
	}
	if i >= 0 && r.words[i+1].joined {
		return i
	}
	return -1
}

// afterPlace reports whether a preposition of place is shortly before a word.
func (r *reader) afterPlace(i int) bool {
	for n := i - 1; n >= 0 && n >= i-4; n-- {
		if !r.words[n+1].joined {
			return false
		}
		if r.isOn(listPlaceBefore, n) || r.endsWith(listPlaceBefore, n+1) > 0 {
			return true
		}
	}
	return false
}

// heads are the nouns that a look describes: of "black leather bag" black
// describes leather and bag.
func (r *reader) heads(h hit) []string {
	switch {
	case h.rest != "":
		return []string{"word " + h.rest}
	case r.isRomance():
		if at := r.describedBefore(h); at >= 0 && len(r.words[at].low) > 2 {
			return []string{r.key(at)}
		}
		return nil
	}
	var heads []string
	for i := h.to; i < h.to+3 && r.joinsAt(i) && !r.isStop(i); i++ {
		heads = append(heads, r.key(i))
	}
	return append(heads, r.headBefore(h)...)
}

// madeOf are the words between a noun and what it is made of.
var madeOf = setOf("of", "in", "aus", "van")

func (r *reader) headBefore(h hit) []string {
	of := h.from - 1
	if qualifiers[r.lowAt(of)] {
		of--
	}
	if of < 1 || !madeOf[r.lowAt(of)] || !r.words[of].joined || !r.words[of+1].joined || r.isStop(of-1) {
		return nil
	}
	return []string{r.key(of - 1)}
}

// isStop reports whether a word ends a phrase of nouns.
func (r *reader) isStop(i int) bool {
	g := r.lex.grammar
	w := r.words[i].low
	isShort := len(w) < 3 && r.words[i].raw != strings.ToUpper(r.words[i].raw)
	return isShort || g.sets[listAnd][w] || g.sets[listPlaceBefore][w] || g.sets[listDeterminer][w] || g.sets[listComesWith][w] || g.sets[listNot][w] ||
		stopVerbs[w]
}

var stopVerbs = setOf("is", "are", "was", "were", "that", "which", "keeps", "keep", "makes", "make", "gives", "give", "holds", "sits", "runs", "run", "lets", "brings",
	"for", "from", "ist", "sind", "wird", "est", "sont", "que", "qui", "es", "son", "che", "sono", "zijn", "die", "dat", "fur", "ohne", "wie", "mit")
