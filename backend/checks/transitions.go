package checks

import "slices"

// hasTransition reports whether a sentence has a word, a phrase or a pair of
// phrases that connects it to its context.
func (g *grammar) hasTransition(sentence string) bool {
	list := g.words(sentence)
	for i, w := range list {
		for _, phrase := range g.transitions[w] {
			if startsWith(list[i:], phrase) {
				return true
			}
		}
	}
	for _, pair := range g.pairs {
		if at := indexOf(list, pair[0]); at >= 0 && indexOf(list[at+len(pair[0]):], pair[1]) >= 0 {
			return true
		}
	}
	return false
}

func startsWith(list, phrase []string) bool {
	return len(phrase) <= len(list) && slices.Equal(list[:len(phrase)], phrase)
}

// indexOf returns where a phrase begins in a list of words, or -1.
func indexOf(list, phrase []string) int {
	for i := range list {
		if startsWith(list[i:], phrase) {
			return i
		}
	}
	return -1
}
