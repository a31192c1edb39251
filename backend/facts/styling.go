package facts

// isStyling finds a look in advice about other things: "add a straw hat". What has
// "the" or "its" before it is the product's.
func (r *reader) isStyling(h hit) bool {
	if r.lenient || !isLook(h) || !r.advises(h.from) {
		return false
	}
	g := r.lex.grammar
	for i := h.from - 1; i >= 0 && r.words[i+1].joined && i > h.from-wordsToArticle; i-- {
		if low := r.lowAt(i); ownArticles[low] || g.sets[listMade][low] || g.endsAt(listContains, r.words, i+1) > 0 {
			return false
		}
	}
	return true
}

// ownArticles are before what is the product's.
var ownArticles = setOf("the", "its", "their", "this")

func isLook(h hit) bool { return h.is(Material) || h.is(Colour) }

// wordsToArticle is how far before a look its article is.
const wordsToArticle = 4

// advises reports whether the sentence of a word begins with advice: "layer",
// "fill".
func (r *reader) advises(i int) bool {
	first := r.sentenceOf(i).from
	return r.isOn(listAdvice, first) && first < i && !r.isState(first)
}

// isInScene finds a look in a sentence that sets a scene.
func (r *reader) isInScene(h hit) bool {
	return isLook(h) && r.scenes[r.words[h.from].sentence]
}
