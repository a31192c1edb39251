package facts

import (
	"slices"
	"strings"
	"unicode"
)

// otherRole finds a name or place that the data gives for something else: "designed by"
// the illustrator, cork from where the rubber is from. The names of values say what they
// are given for.
func (s *Sheet) otherRole(r *reader) []Claim {
	var found []Claim
	for i, w := range r.words {
		if r.away[i] || r.isAsked(i) || !w.capital() || r.beginsSentence(i) || len(w.low) < shortestName {
			continue
		}
		if n := s.roleOfOther(r, i); n >= 0 {
			found = append(found, s.withLine(Claim{Span: w.Span, Class: Origin}, Contradicts, n))
		}
	}
	return found
}

// roleOfOther is the line whose name a sentence speaks of, where the data has a word only
// in values with other names. It is -1 where there is none.
func (s *Sheet) roleOfOther(r *reader, i int) int {
	spoken := r.labelsWide(reach{first: i, after: i + 1, from: r.sentenceOf(i).from, to: r.sentenceOf(i).to})
	values := s.linesWith(r.words[i].raw)
	for _, n := range values {
		if !s.lines[n].isRole() || s.speaksOf(s.lines[n], spoken) {
			return -1
		}
	}
	if len(values) == 0 {
		return -1
	}
	return slices.IndexFunc(s.lines, func(l line) bool {
		return l.isRole() && strings.ContainsFunc(l.Text, unicode.IsUpper) && s.speaksOf(l, spoken)
	})
}

// linesWith are the lines that have a word as it is written.
func (s *Sheet) linesWith(word string) []int {
	var found []int
	for n, l := range s.lines {
		if !s.hidden[n] && slices.Contains(strings.FieldsFunc(l.Text, isBetweenWords), word) {
			found = append(found, n)
		}
	}
	return found
}

// isRole reports whether the name of a line says what its value is given for.
func (l line) isRole() bool {
	return l.Name != "" && (l.Kind == FromMetafield || l.Kind == FromTable || l.Kind == FromSupplier || l.Kind == FromPerson)
}

// speaksOf reports whether words name what a value is given for.
func (s *Sheet) speaksOf(l line, spoken labels) bool {
	for _, w := range splitWords(l.Name, s.lang) {
		if len(w.low) < shortestName || roleWords[w.low] {
			continue
		}
		for _, forms := range spoken {
			if sharedObjects([][]string{w.forms}, [][]string{forms}) > 0 || stemOf(w.low) == stemOf(forms[0]) {
				return true
			}
		}
	}
	return false
}

// roleWords are words of names that say nothing of what a value is given for.
var roleWords = setOf("made", "from", "country", "origin", "place", "name", "and", "the")
