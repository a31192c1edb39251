package facts

import (
	"slices"
	"strings"
)

// Changes of a sheet are sources that name the row they change: a text corrects
// it, an empty text strikes it. Neither the row nor its words support a claim
// then.

// dropped is a fact that a person corrected or struck.
type dropped struct {
	fact

	by int // the line that corrects it, -1 where it is struck
}

// applyChanges takes the facts of corrected and struck rows out of the sheet.
func (s *Sheet) applyChanges(sources []Source) {
	changed := map[string]bool{}
	for _, source := range sources {
		if source.Corrects != "" {
			changed[source.Corrects] = true
		}
	}
	if len(changed) == 0 {
		return
	}
	gone := map[int]int{} // fact: the line that corrects it
	hidden := map[int]bool{}
	for _, row := range s.Rows() {
		if !changed[row.ID] {
			continue
		}
		by := slices.IndexFunc(s.lines, func(l line) bool { return l.Corrects == row.ID })
		for _, n := range row.facts {
			if s.lines[s.facts[n].line].Corrects != row.ID { // the same value again, from a person
				s.markGone(gone, n, by)
			}
		}
		for _, n := range row.lines {
			hidden[n] = s.lines[n].Corrects != row.ID
		}
	}
	s.hideWholes(hidden)
	s.rebuild(gone, hidden)
}

// markGone marks a fact, and what the draft's language reads in its place.
func (s *Sheet) markGone(gone map[int]int, n, by int) {
	gone[n] = by
	f := s.facts[n]
	for other, o := range s.facts {
		if o.extra && o.line == f.line && o.Start < f.End && f.Start < o.End {
			gone[other] = by
		}
	}
}

// hideWholes hides the values of several lines that were also read as one.
func (s *Sheet) hideWholes(hidden map[int]bool) {
	for n, l := range s.lines {
		if !l.isWhole {
			continue
		}
		for part := range hidden {
			if hidden[part] && s.lines[part].Kind == l.Kind && s.lines[part].Name == l.Name && strings.Contains(l.Text, s.lines[part].Text) {
				hidden[n] = true
				break
			}
		}
	}
}

// rebuild makes facts, words and the index again without what is gone.
func (s *Sheet) rebuild(gone map[int]int, hidden map[int]bool) {
	kept := s.facts
	s.facts, s.about = nil, map[string][]int{}
	for n, f := range kept {
		by, isGone := gone[n]
		switch {
		case isGone:
			s.dropped = append(s.dropped, dropped{f, by})
		case hidden[f.line]:
			s.dropped = append(s.dropped, dropped{f, -1})
		default:
			s.facts = append(s.facts, f)
			s.index(len(s.facts) - 1)
		}
	}
	s.hidden = hidden
	s.forgetTexts()
	for n, l := range s.lines {
		if !hidden[n] && !l.isShelfTag() {
			for i, lang := range s.languagesOf(l.Text, s.also) {
				s.addTexts(n, newReader(l.reading(), lexicons()[lang], s.scopes, true), i == 0)
			}
		}
	}
}

// corrected is the correction of the fact that a claim without a source repeats:
// the data did say so, and a person said what is true.
func (s *Sheet) corrected(st statement) (Source, bool) {
	for _, d := range s.dropped {
		if d.by >= 0 && d.isSaidBy(st) {
			return s.lines[d.by].Source, true
		}
	}
	return Source{}, false
}

func (d dropped) isSaidBy(st statement) bool {
	if st.amount != nil {
		return d.amount != nil && st.amount.same(*d.amount) != other && !d.differs(st)
	}
	return d.amount == nil && d.negative == st.negative && d.has(st)
}
