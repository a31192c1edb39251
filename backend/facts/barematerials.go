package facts

// isBareOf finds "ein Griff aus Duplon": after a thing, what it is made of follows
// without an article.
func (r *reader) isBareOf(i int) bool {
	if !r.isOn(listBareOf, i) || !r.joinsAt(i) || !r.joinsAt(i+1) || r.isArticle(i+1) {
		return false
	}
	if r.isRomance() {
		return r.isPart(i-1) || r.isKnown(i-1) && r.isThing(i-1)
	}
	return r.words[i-1].capital()
}
