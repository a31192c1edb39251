package facts

import "slices"

// judgeWords looks for the words of what no lexicon knows.
func (s *Sheet) judgeWords(c Claim, st statement) (Claim, bool) {
	known := func(concept string) bool { return s.hasWord(concept[len("word "):]) }
	isKnown := slices.ContainsFunc(st.concepts, known)
	if st.class == Feature {
		isKnown = known(st.concepts[len(st.concepts)-1])
	}
	if isKnown {
		return s.with(c, Supported, nil), true
	}
	return s.with(c, NoSource, nil), true
}

// cautious care asks for more than the data does: no promise to the customer.
var cautious = setOf("dry clean", "iron on low", "bleach")

func (s *Sheet) judgeConcept(c Claim, st statement) (Claim, bool) {
	affirmed := s.find(sameKeys(st), func(f statement) bool { return !f.negative && f.has(st) && s.qualified(f, st) })
	denied := s.find(sameKeys(st), func(f statement) bool { return f.negative && f.has(st) })
	switch {
	case st.negative:
		return s.judgeDenial(c, st, affirmed, denied)
	case affirmed != nil:
		return s.bound(c, st, affirmed), true
	case denied != nil:
		return s.with(c, Contradicts, denied), true
	case s.isTag(st) || s.namesAll(st):
		return s.with(c, Supported, nil), true
	}
	if rival := s.rival(st); rival != nil {
		return s.with(c, Contradicts, rival), true
	}
	return s.with(c, NoSource, nil), !cautious[st.concepts[0]]
}

// judgeDenial judges what a text says the product has not.
func (s *Sheet) judgeDenial(c Claim, st statement, affirmed, denied *fact) (Claim, bool) {
	switch {
	case denied != nil:
		return s.with(c, Supported, denied), true
	case affirmed != nil:
		return s.with(c, Contradicts, affirmed), true
	}
	return s.with(c, NoSource, nil), st.freeOf || st.class == Ingredient
}

// isTag reports whether a place is a tag, which may be a market: it supports
// its own words alone.
func (s *Sheet) isTag(st statement) bool {
	return st.class == Origin && !st.made && s.about[conceptKey("tag "+fold(st.words))] != nil
}

// rival is a fact that cannot be true together with a claim.
func (s *Sheet) rival(st statement) *fact {
	if f := s.find(rivalKeys(st), func(f statement) bool { return !f.negative && f.excludes(st) }); f != nil {
		return f
	}
	if st.class != Origin {
		return nil
	}
	return s.find([]string{classKey(Origin)}, func(f statement) bool { return !f.tag && !f.negative })
}

// namesAll reports whether the sources have every word of what no lexicon knows.
func (s *Sheet) namesAll(st statement) bool {
	return !slices.ContainsFunc(st.concepts, func(concept string) bool {
		return !isPlain(concept) || !s.hasWord(concept[len("word "):])
	})
}

// qualified reports whether a fact is as strong as a claim: "solid oak" needs
// solid oak.
func (s *Sheet) qualified(f, st statement) bool {
	return st.class != Material || st.attr == "" || f.attr == st.attr
}

// bound finds looks that the data gives to another part: a walnut base where
// the base is of oak.
func (s *Sheet) bound(c Claim, st statement, affirmed *fact) Claim {
	if len(st.heads) == 0 || st.class != Material && st.class != Colour {
		return s.with(c, Supported, affirmed)
	}
	for _, head := range st.heads {
		shares := func(f statement) bool { return slices.Contains(f.heads, head) }
		if s.find(sameKeys(st), func(f statement) bool { return f.has(st) && (len(f.heads) == 0 && !f.tag || shares(f)) }) != nil {
			continue
		}
		rival := s.find([]string{headKey(head)}, func(f statement) bool { return f.class == st.class && !f.negative })
		if rival != nil {
			return s.with(c, Contradicts, rival)
		}
	}
	return s.with(c, Supported, affirmed)
}
