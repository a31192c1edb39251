package facts

import (
	"strings"
)

// shortestEnd is how long a word is at least that ends a compound of the data.
const shortestEnd = 4

// endsCompound reports whether a word is the last part of a compound of the data: a
// Handschlaufe is a Schlaufe.
func (s *Sheet) endsCompound(low string) bool {
	if s.lang != "de" && s.lang != "nl" || len(low) < shortestEnd || strings.Contains(low, " ") {
		return false
	}
	return s.ends()[low]
}

// endsOf are the last parts that the compounds among some words may have.
func (s *Sheet) endsOf() set {
	ends := set{}
	for w := range s.words {
		for n := shortestRest; n <= len(w)-shortestEnd && !s.absent[w]; n++ {
			ends[w[n:]] = true
		}
	}
	return ends
}

// addNumbered notes numbers that belong to a name: category 3.
func (s *Sheet) addNumbered(r *reader) {
	for i := range r.words {
		if key, n := r.numberedAt(i); key != "" {
			if s.numbered[key] == nil {
				s.numbered[key] = set{}
			}
			s.numbered[key][n] = true
		}
	}
}

// numberedAt is a word such as "category" and the number or letter behind it.
func (r *reader) numberedAt(i int) (key, number string) {
	if !r.isOn(listNumbered, i) || !r.joinsAt(i+1) {
		return "", ""
	}
	next := r.words[i+1].raw
	if _, isWhole := wholeNumber(next); !isWhole && (len(next) != 1 || next < "A" || next > "Z") {
		return "", ""
	}
	key = r.words[i].base()
	if len(r.words[i].keys) > 0 {
		key = r.words[i].keys[0]
	}
	return strings.TrimPrefix(key, meaningMark), next
}

// otherNumbered finds "category 4" where the data has category 3.
func (s *Sheet) otherNumbered(r *reader) []Claim {
	var found []Claim
	for i := range r.words {
		if key, n := r.numberedAt(i); key != "" && len(s.numbered[key]) > 0 && !s.numbered[key][n] && !r.away[i] && !r.isAsked(i) {
			found = append(found, Claim{Span: r.span(i, i+2), Class: Figure, Grade: NoSource})
		}
	}
	return found
}
