package facts

// isBareOf finds "ein Griff aus Duplon": after a thing, what it is made of follows
// without an article.
func (r *reader) isBareOf(i int) bool {
	if r.lex.lang == "fr" || r.lex.lang == "it" {
		return r.lex.grammar.sets["bare of"][r.lowAt(i)] && r.joinsAt(i) && r.joinsAt(i+1) && r.isPart(i-1) && !r.isArticle(i+1)
	}
	return r.lex.grammar.sets["bare of"][r.words[i].low] && r.joinsAt(i) && r.joinsAt(i+1) && r.words[i-1].capital() && !r.isArticle(i+1)
}
