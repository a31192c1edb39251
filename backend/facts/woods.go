package facts

import (
	"slices"
	"strings"

	"galley/backend/language"
)

// isWoodOf reports whether a compound is the wood of a tree that the sources have:
// Lindenholz of Linde.
func (s *Sheet) isWoodOf(low string) bool {
	for _, ending := range []string{"holz", "hout"} {
		if tree, cut := strings.CutSuffix(low, ending); cut && len(tree) >= shortestBase+1 {
			return s.hasWord(tree) || s.hasWord(strings.TrimSuffix(tree, "n")) || s.hasWord(strings.TrimSuffix(tree, "en"))
		}
	}
	return false
}

// otherWood finds the wood of a tree that the sources do not have, in German and Dutch:
// "Wilgenhout".
func (s *Sheet) otherWood(r *reader) []Claim {
	var found []Claim
	for i, w := range r.words {
		if s.lang == r.lex.lang && isWood(w, r.lex.lang) && !s.hasWood(w) && !r.isAvoided(i) && !r.away[i] && !r.isPutInto(i) {
			found = append(found, Claim{Span: w.Span, Class: Material, Grade: NoSource})
		}
	}
	return found
}

// isWood reports whether a word is a compound with the word for wood.
func isWood(w word, lang language.Code) bool {
	isCompound := strings.HasSuffix(w.low, "holz") && lang == "de" || strings.HasSuffix(w.low, "hout") && lang == "nl"
	return isCompound && len(w.low) >= shortestHead+len("holz") && !noWoods[w.low]
}

// noWoods end like woods and are no material.
var noWoods = setOf("streichholz", "brennholz", "kaminholz", "feuerholz", "unterholz", "kernholz", "treibholz", "brandhout", "aanmaakhout")

func (s *Sheet) hasWood(w word) bool {
	return s.isWoodOf(w.low) || slices.ContainsFunc(w.forms, s.hasWord) || s.hasAny(w.forms)
}
