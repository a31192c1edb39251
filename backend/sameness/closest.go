package sameness

// LikenessOf is how many percent of the words of two texts are the same, in the
// same order; 100 for texts of the same words. It is an estimate, in steps of a
// few percent. It reports false where one is too short to say.
func LikenessOf(a, b Print) (percents int, ok bool) {
	switch {
	case a.Empty() || b.Empty():
		return 0, false
	case a.whole == b.whole:
		return 100, true
	case a.signature == nil || b.signature == nil:
		return 0, false
	}
	return min(percent(a.signature.shared(b.signature)), 99), true
}
