package facts

import "strings"

// stemsOf are the stems of words.
func stemsOf(words map[string]bool) set {
	stems := set{}
	for w := range words {
		stems[stemOf(w)] = true
	}
	return stems
}

// shortestStem is how many letters a word has at least without its ending.
const shortestStem = 4

// englishEndings are cut off from the longest on.
var englishEndings = []string{"ations", "ation", "ive", "ion", "ic", "ingly", "able", "ible", "ings", "ment", "ness", "ing", "ers", "est", "ed", "er", "en", "es", "ly", "s", "y", "e"}

// stemOf is the beginning that forms of an English word share: fold, folding and
// foldable.
func stemOf(low string) string {
	for _, ending := range englishEndings {
		if base, cut := strings.CutSuffix(low, ending); cut && len(base) >= shortestStem {
			if n := len(base); base[n-1] == base[n-2] {
				base = base[:n-1]
			}
			return base
		}
	}
	return low
}
