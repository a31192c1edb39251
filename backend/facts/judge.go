package facts

import (
	"cmp"
	"slices"
	"strings"

	"galley/backend/language"
)

// Judge grades the claims of a text in a language, in the order of the text.
func (s *Sheet) Judge(text string, lang language.Code) []Claim {
	lex := lexicons()[lang]
	if lex == nil {
		return nil
	}
	var claims []Claim
	r := newReader(text, lex, s.scopes, false)
	r.known = s.hasWord
	r.readThings()
	named := s.variantsOfFigures(r)
	for _, st := range s.statementsOf(r) {
		st.variant, st.ofOption = named[st.Span], s.isOfOption(r, st)
		if claim, ok := s.weigh(st); ok {
			claims = append(claims, claim)
		}
	}
	claims = append(claims, s.withoutCue(r, claims)...)
	claims = append(claims, unlessHeld(s.flipped(r), claims)...)
	claims = append(claims, unlessHeld(s.swappedLooks(r), claims)...)
	claims = append(claims, unlessHeld(s.opposites(r), claims)...)
	claims = append(claims, unlessHeld(s.onlyDenied(r), claims)...)
	claims = append(claims, s.mixed(r)...)
	claims = append(claims, unlessHeld(s.crossed(r), claims)...)
	claims = append(claims, unlessHeld(slices.Concat(s.misfiled(r), s.otherVariants(r)), claims)...)
	claims = append(claims, s.otherModels(r)...)
	claims = append(claims, unlessHeld(s.otherNumbered(r), claims)...)
	claims = append(claims, unlessHeld(s.otherRole(r), claims)...)
	claims = append(claims, s.otherOptions(r)...)
	claims = append(claims, s.onlyOne(r)...)
	claims = append(claims, unlessHeld(slices.Concat(s.undone(r), s.reversed(r), s.onlyOf(r), s.spares(r), s.genuine(r), s.soldApart(r), s.otherWood(r), s.supplied(r), s.withheld(r)), claims)...)
	claims = append(claims, s.dimensions(r)...)
	claims = append(claims, unlessHeld(s.denied(r), claims)...)
	claims = unquoted(claims, s.quotes(r))
	keepRight(text, claims, lang == s.lang)
	return joined(text, outermost(claims, len(text)))
}

func (s *Sheet) judge(st statement) (Claim, bool) {
	c := Claim{Span: st.Span, Class: st.class}
	switch {
	case st.elsewhere:
		c.Grade = Elsewhere
		return c, true
	case st.amount != nil:
		c = s.judgeAmount(c, st)
		return c, !st.waiting || c.Grade == Contradicts
	case st.count > 0:
		return s.judgeCounted(c, st)
	case st.mentioned:
		c, _ := s.judgeConcept(c, st)
		return c, c.Grade == Contradicts && c.Source != nil && s.denies(st)
	case st.thing:
		return s.judgeThing(c, st)
	case st.class == Name:
		return s.judgeName(c, st)
	case st.class == Compatibility, st.class == Feature && isPlain(st.concepts[0]):
		return s.judgeWords(c, st)
	}
	return s.judgeConcept(c, st)
}

// judgeCounted judges a count, which may be about something else where the data
// counts no such thing.
func (s *Sheet) judgeCounted(c Claim, st statement) (Claim, bool) {
	c = s.judgeCount(c, st)
	if (st.placed || st.scenic) && c.Grade == NoSource {
		c.Grade = Elsewhere
	}
	return c, c.Grade != NoSource || !st.personal || !isPlain(st.concepts[0])
}

func (s *Sheet) with(c Claim, grade Grade, f *fact) Claim {
	c.Grade = grade
	if f != nil {
		source := s.lines[f.line].Source
		if l := s.lines[f.line]; l.Name == "" && l.isProse() && f.End <= len(l.reading()) {
			source.Text = sentenceAt(l.reading(), f.Span)
		}
		c.Source = &source
		c.Said = s.asWritten(f)
		if grade == Contradicts {
			c.Right = c.Said
		}
	}
	return c
}

// judgeAmount compares figures: the same value must be said of the same
// attribute, part and variant.
func (s *Sheet) judgeAmount(c Claim, st statement) Claim {
	alike := amountKeys(*st.amount)
	matches := func(f statement) bool { return f.amount != nil && st.amount.same(*f.amount) != other }
	if f := s.derives(st, alike); f != nil { // it follows from others
		return s.with(c, Supported, f)
	}
	isAlike := func(f statement) bool { return f.amount != nil }
	if s.hasParts(st) || s.isOfVariant(st) {
		return s.with(c, Supported, nil)
	}
	if one := s.dimension(st, alike, matches); one != nil {
		c.Converted = one.amount.unit != st.amount.unit
		return s.with(c, Supported, one)
	}
	misplaced, isKnown := s.misplaced(st, alike, isAlike, matches)
	if misplaced != nil && (isKnown || st.waiting) {
		return s.with(c, Contradicts, misplaced)
	}
	if st.waiting {
		return s.judgeWaiting(c, st, matches)
	}
	if c = s.judgeValue(c, st, misplaced); st.scenic && c.Grade == NoSource {
		c.Grade = Elsewhere
	}
	return c
}

// judgeValue compares the value of a figure that belongs to nothing else, as far as is
// known.
func (s *Sheet) judgeValue(c Claim, st statement, misplaced *fact) Claim {
	alike := amountKeys(*st.amount)
	matches := func(f statement) bool { return f.amount != nil && st.amount.same(*f.amount) != other }
	if f, grade := s.sameAmount(st, alike, matches); grade == Supported && f != nil {
		c.Converted = f.amount != nil && st.amount.same(*f.amount) == converted
		return s.with(c, Supported, f)
	} else if f != nil {
		return s.with(c, Contradicts, f)
	}
	if f := s.holds(st, alike); f != nil {
		return s.with(c, Supported, f)
	}
	if misplaced != nil {
		return s.with(c, Contradicts, misplaced)
	}
	return s.with(c, NoSource, nil)
}

// sameAmount finds what an amount is supported by, or contradicts: the same value
// of the same thing, another value of it, the same value of another thing, or
// another period of warranty.
func (s *Sheet) sameAmount(st statement, alike []string, matches func(f statement) bool) (*fact, Grade) {
	exact := s.find(alike, func(f statement) bool { return matches(f) && f.covers(st) })
	if exact = cmp.Or(exact, s.choice(st, alike, matches)); exact != nil {
		return exact, Supported
	}
	if rival := s.find(alike, func(f statement) bool { return st.isLocated() && f.amount != nil && f.covers(st) }); rival != nil {
		return rival, Contradicts
	}
	if match := s.find(alike, func(f statement) bool { return matches(f) && !f.differs(st) }); match != nil {
		return match, Supported
	}
	if swapped := s.find(alike, matches); swapped != nil {
		return swapped, s.gradeOfSwapped(st, swapped, alike, matches)
	}
	if st.amount.unit == "piece" {
		return s.find([]string{classKey(Count)}, func(f statement) bool { return f.allows(st.amount.values[0]) }), Supported
	}
	isOtherPeriod := func(f statement) bool { return st.attr == "warranty" && f.attr == "warranty" }
	if rival := s.find([]string{classKey(Warranty)}, isOtherPeriod); rival != nil {
		return rival, Contradicts
	}
	return nil, NoSource
}

// gradeOfSwapped is the grade of a figure that the data gives another part: it contradicts
// where the data has the named part, too, or gives it another value, or measures something else.
func (s *Sheet) gradeOfSwapped(st statement, swapped *fact, alike []string, matches func(f statement) bool) Grade {
	isOfOther := apart(swapped.part, st.part) && !st.acrossAnd && !swapped.acrossAnd && len(s.about[conceptKey(st.part)]) > 0
	if isOfOther || apart(swapped.attr, st.attr) || s.hasOther(st, alike, matches) {
		return Contradicts
	}
	return Supported
}

// hasOther reports whether the data gives what a figure is said to measure another value.
func (s *Sheet) hasOther(st statement, alike []string, matches func(f statement) bool) bool {
	return s.find(alike, func(f statement) bool {
		isSame := st.attr != "" && f.attr == st.attr || st.part != "" && f.part == st.part || st.scope != "" && f.scope == st.scope
		return isSame && f.amount != nil && !matches(f)
	}) != nil
}

// dimension is a number of "195 × 79 × 40 cm", which may be a length, a width or a height.
func (s *Sheet) dimension(st statement, alike []string, matches func(f statement) bool) *fact {
	if st.part != "" || st.scope != "" {
		return nil
	}
	return s.find(alike, func(f statement) bool {
		return matches(f) && f.attr == "" && f.part == "" && f.scope == "" && strings.ContainsAny(f.amount.text, "x×")
	})
}

// choice is the value of an option that an amount names, which may stand beside
// another option: "oak, 12 in".
func (s *Sheet) choice(st statement, alike []string, matches func(f statement) bool) *fact {
	if st.part != "" {
		return nil
	}
	return s.findIn(alike, func(f statement) bool { return matches(f) && !f.differs(st) }, FromOption)
}

// judgeWaiting judges a time or a number of people that may be about something
// else: for how many people is known of a tent.
func (s *Sheet) judgeWaiting(c Claim, st statement, matches func(f statement) bool) Claim {
	keys := amountKeys(*st.amount)
	if st.amount.unit == "person" && s.find(keys, matches) == nil {
		if rival := s.find(keys, func(f statement) bool { return f.amount != nil }); rival != nil {
			return s.with(c, Contradicts, rival)
		}
	}
	isOtherUnit := func(f statement) bool {
		return f.amount != nil && f.amount.unit != st.amount.unit && slices.Equal(f.amount.values, st.amount.values)
	}
	if rival := s.find(keys, isOtherUnit); rival != nil && s.find(keys, matches) == nil {
		return s.with(c, Contradicts, rival) // ten seconds for ten minutes
	}
	return s.with(c, NoSource, nil)
}

func (s *Sheet) judgeCount(c Claim, st statement) Claim {
	if s.hasParts(st) || st.ofOption {
		return s.with(c, Supported, nil)
	}
	isAlike := func(f statement) bool { return f.count > 0 && f.has(st) }
	if f, _ := s.misplaced(st, sameKeys(st), isAlike, func(f statement) bool { return f.allows(st.count) }); f != nil {
		return s.with(c, Contradicts, f)
	}
	if f := s.find(sameKeys(st), func(f statement) bool { return f.allows(st.count) && f.has(st) }); f != nil {
		return s.with(c, Supported, f)
	}
	if f := s.packOf(st); f != nil {
		return s.with(c, Supported, f)
	}
	if f := s.find(sameKeys(st), func(f statement) bool { return f.count > 0 && f.has(st) }); f != nil {
		return s.with(c, Contradicts, f)
	}
	if s.isBesideNumber(st) {
		return s.with(c, Supported, nil)
	}
	if s.isCountedOtherwise(st) {
		return s.with(c, Elsewhere, nil)
	}
	return s.with(c, NoSource, nil)
}

// packOf is the fact that the product is a pack of as many as a claim counts of it:
// eight brushes in a pack of 8.
func (s *Sheet) packOf(st statement) *fact {
	isProduct := slices.ContainsFunc(st.concepts, func(concept string) bool {
		return s.named[concept] || isPlain(concept) && s.named[concept[len("word "):]]
	})
	if !isProduct {
		return nil
	}
	return s.find([]string{amountKey("piece")}, func(f statement) bool { return slices.Contains(f.amount.values, st.count) })
}
