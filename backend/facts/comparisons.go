package facts

import "strings"

// comparisons finds "lighter than aluminium" and "softer than other towels".
func (r *reader) comparisons() []statement {
	var found []statement
	for i := 1; i+1 < len(r.words); i++ {
		if r.lowAt(i) != "than" || r.away[i] || !r.joinsAt(i+1) || !r.isComparative(i-1) {
			continue
		}
		if h, known := r.hitAt(i + 1); known && h.is(Material) || r.isOn(listThanWhat, i+1) {
			found = append(found, statement{Span: r.span(i-1, i+2), class: Superlative, concepts: []string{"comparison " + r.lastForm(i-1) + " " + r.lastForm(i+1)}})
		}
	}
	return found
}

// isComparative finds "lighter" and "more durable" before "than".
func (r *reader) isComparative(i int) bool {
	before := r.lowAt(i - 1)
	isMore := strings.HasSuffix(r.lowAt(i), "er") || before == "more" || before == "less"
	return isMore && r.joinsAt(i+1) && r.lowAt(i) != "other" && r.lowAt(i) != "rather"
}
