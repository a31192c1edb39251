package facts

import "strings"

// countsList reports whether a count says how many follow it: "three strengths: 50, 100
// and 200 watts". What follows are claims of their own.
func (r *reader) countsList(n float64, noun int) bool {
	next := noun + 1
	if r.lenient || next >= len(r.words) || !strings.HasPrefix(strings.TrimSpace(r.text[r.words[noun].End:]), ":") {
		return false
	}
	count := 1.0
	for i := next; i < len(r.words) && r.words[i].sentence == r.words[noun].sentence; i++ {
		if r.isOn(listAnd, i) || i > next && r.isAfterComma(i) {
			count++
		}
	}
	return count == n
}
