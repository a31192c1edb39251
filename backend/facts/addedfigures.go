package facts

// Two figures that are said as one: "2 hours and 30 minutes".

func contains(a, b amount) bool {
	return a.Start <= b.Start && b.End <= a.End && a.End-a.Start > b.End-b.Start
}

// isBeside reports whether two figures are not the same. In a draft, one is not beside its parts.
func (r *reader) isBeside(a, b amount) bool {
	return a.Span != b.Span && (r.lenient || !contains(a, b) && !contains(b, a))
}

// apartAt are the two figures of one that "and" adds up, each read alone.
func (r *reader) apartAt(list []amount, n int) []statement {
	if first, last := r.wordsOf(list[n].Span); r.lenient || !isTime(list[n]) || !r.hasAnd(first, last) {
		return nil
	}
	var apart []statement
	for i := n + 1; i < min(len(list), n+1+compoundReach); i++ {
		if s, known := r.figureAt(list, i, nil); known && contains(list[n], list[i]) {
			apart = append(apart, s)
		}
	}
	return apart
}

// figuresApart are the figures of a sum where the data has each of them, and not the sum, and
// the second is said of its own attribute: "runs 2 hours and 30 minutes of charging is all it
// needs"; none where it is one figure.
func (s *Sheet) figuresApart(st statement) []statement {
	if len(st.apart) != 2 || s.known(st) != nil {
		return nil
	}
	a, b := s.known(st.apart[0]), s.known(st.apart[1])
	if a == nil || b == nil || st.apart[1].attr == "" || b.attr != st.apart[1].attr || !apart(a.attr, b.attr) {
		return nil
	}
	return st.apart
}

// known is a fact with the value of a figure and about nothing else than it, as far as is known.
func (s *Sheet) known(st statement) *fact {
	return s.find(amountKeys(*st.amount), func(f statement) bool {
		return f.amount != nil && st.amount.same(*f.amount) != other && !f.differs(st)
	})
}

// statementsOf are what a draft says, of figures that "and" joins what the data has.
func (s *Sheet) statementsOf(r *reader) []statement {
	list := r.statements()
	found := make([]statement, 0, len(list))
	for _, st := range list {
		if figures := s.figuresApart(st); figures != nil {
			found = append(found, figures...)
			continue
		}
		found = append(found, st)
	}
	return found
}
