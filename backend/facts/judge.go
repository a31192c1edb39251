package facts

import (
	"cmp"
	"slices"
	"strings"

	"galley/backend/language"
	"galley/backend/markup"
)

// Grade is how a claim fares against the facts.
type Grade string

// The grades.
const (
	Supported   Grade = "supported"
	Contradicts Grade = "contradicts"
	NoSource    Grade = "no_source"
	Elsewhere   Grade = "elsewhere" // about something else than the product
)

// Claim is what a text says of the product, graded.
type Claim struct {
	markup.Span

	Class     Class
	Grade     Grade
	Source    *Source // what supports or contradicts it
	Converted bool    // the source has another unit
	Right     string  // of a contradiction: what its words should say, as the source has it; "" where that is no exchange of words
}

// IsHeld reports whether the claim keeps a draft from being published without
// review.
func (c Claim) IsHeld() bool { return c.Grade == Contradicts || c.Grade == NoSource }

// Judge grades the claims of a text in a language, in the order of the text.
func (s *Sheet) Judge(text string, lang language.Code) []Claim {
	lex := lexicons()[lang]
	if lex == nil {
		return nil
	}
	var claims []Claim
	for _, st := range read(text, lex, s.scopes, false) {
		if claim, ok := s.judge(st); ok {
			claims = append(claims, claim)
		}
	}
	claims = append(claims, s.mixed(text, lex)...)
	keepRight(text, claims, lang == s.lang)
	return joined(text, outermost(claims, len(text)))
}

// outermost orders claims and drops those that overlap a more serious or a
// longer one.
func outermost(claims []Claim, length int) []Claim {
	serious := map[Grade]int{Contradicts: 0, NoSource: 1, Elsewhere: 2, Supported: 3}
	byWeight := slices.Clone(claims)
	slices.SortStableFunc(byWeight, func(a, b Claim) int {
		return cmp.Or(cmp.Compare(holds(a), holds(b)), cmp.Compare(b.End-b.Start, a.End-a.Start), cmp.Compare(serious[a.Grade], serious[b.Grade]), cmp.Compare(a.Start, b.Start))
	})
	var kept []Claim
	taken := newCover(length)
	for _, c := range byWeight {
		if !taken.overlaps(c.Span) {
			taken.add(c.Span)
			kept = append(kept, c)
		}
	}
	slices.SortStableFunc(kept, func(a, b Claim) int { return cmp.Compare(a.Start, b.Start) })
	return kept
}

// joined makes one claim of two that are one promise: "lifetime guarantee".
func joined(text string, claims []Claim) []Claim {
	var list []Claim
	for _, c := range claims {
		if n := len(list); n > 0 && c.Class == list[n-1].Class && c.Grade == list[n-1].Grade && c.IsHeld() && isOnePromise[c.Class] &&
			strings.Trim(text[list[n-1].End:c.Start], " -") == "" {
			list[n-1].End = c.End
			continue
		}
		list = append(list, c)
	}
	return list
}

var isOnePromise = map[Class]bool{Warranty: true, Certification: true}

func holds(c Claim) int {
	if c.IsHeld() {
		return 0
	}
	return 1
}

func (s *Sheet) judge(st statement) (Claim, bool) {
	c := Claim{Span: st.Span, Class: st.class}
	switch {
	case st.elsewhere:
		c.Grade = Elsewhere
		return c, true
	case st.amount != nil:
		return s.judgeAmount(c, st), true
	case st.count > 0:
		return s.judgeCount(c, st), true
	case st.class == Compatibility, st.class == Feature && isPlain(st.concepts[0]):
		return s.judgeWords(c, st)
	}
	return s.judgeConcept(c, st)
}

func (s *Sheet) with(c Claim, grade Grade, f *fact) Claim {
	c.Grade = grade
	if f != nil {
		source := s.lines[f.line].Source
		c.Source = &source
		if grade == Contradicts {
			c.Right = s.asWritten(f)
		}
	}
	return c
}

// find returns the first fact that fulfils a condition, one of a merchant
// before one of a model.
func (s *Sheet) find(keys []string, is func(f statement) bool) *fact {
	var weak *fact
	for _, key := range keys {
		if f := s.findAbout(key, is); f != nil && (weak == nil || !s.lines[f.line].Weak) {
			weak = f
		}
	}
	return weak
}

func (s *Sheet) findAbout(key string, is func(f statement) bool) *fact {
	var weak *fact
	for _, n := range s.about[key] {
		f := &s.facts[n]
		if !is(f.statement) {
			continue
		}
		if !s.lines[f.line].Weak {
			return f
		}
		if weak == nil {
			weak = f
		}
	}
	return weak
}

// sameKeys are the keys of facts that may say what a claim says.
func sameKeys(st statement) []string {
	var keys []string
	for _, concept := range st.concepts {
		keys = append(keys, conceptKey(concept))
	}
	return keys
}

// rivalKeys are those of what a claim's concepts exclude.
func rivalKeys(st statement) []string {
	var keys []string
	for _, concept := range st.concepts {
		for _, rival := range rivals(concept) {
			keys = append(keys, conceptKey(rival))
		}
	}
	return keys
}

// judgeAmount compares figures: the same value must be said of the same
// attribute, part and variant.
func (s *Sheet) judgeAmount(c Claim, st statement) Claim {
	alike := amountKeys(*st.amount)
	matches := func(f statement) bool { return f.amount != nil && st.amount.same(*f.amount) != other }
	supported := func(f *fact) Claim {
		c.Converted = st.amount.same(*f.amount) == converted
		return s.with(c, Supported, f)
	}
	if exact := s.find(alike, func(f statement) bool { return matches(f) && f.covers(st) }); exact != nil {
		return supported(exact)
	}
	if rival := s.find(alike, func(f statement) bool { return st.isLocated() && f.amount != nil && f.covers(st) }); rival != nil {
		return s.with(c, Contradicts, rival)
	}
	if match := s.find(alike, func(f statement) bool { return matches(f) && !f.differs(st) }); match != nil {
		return supported(match)
	}
	if swapped := s.find(alike, matches); swapped != nil {
		return s.with(c, Contradicts, swapped)
	}
	isOtherPeriod := func(f statement) bool { return st.attr == "warranty" && f.attr == "warranty" }
	if rival := s.find([]string{classKey(Warranty)}, isOtherPeriod); rival != nil {
		return s.with(c, Contradicts, rival)
	}
	return s.with(c, NoSource, nil)
}

// amountKeys are the keys of facts that an amount can be compared with.
func amountKeys(a amount) []string {
	if strings.HasPrefix(a.unit, "°") {
		return []string{amountKey("°"), amountKey("°c"), amountKey("°f")}
	}
	return []string{amountKey(a.base)}
}

func (s *Sheet) judgeCount(c Claim, st statement) Claim {
	if f := s.find(sameKeys(st), func(f statement) bool { return f.count == st.count && f.has(st) }); f != nil {
		return s.with(c, Supported, f)
	}
	if f := s.find(sameKeys(st), func(f statement) bool { return f.count > 0 && f.has(st) }); f != nil {
		return s.with(c, Contradicts, f)
	}
	return s.with(c, NoSource, nil)
}

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

// mixed finds two materials in one phrase that the data never joins: gold
// leather where there are gold and leather.
func (s *Sheet) mixed(text string, lex *lexicon) []Claim {
	r := &reader{text: text, lex: lex, words: splitWords(text, lex.lang)}
	r.findHits()
	r.findElsewhere()
	r.cover()
	var found []Claim
	for n := 1; n < len(r.hits); n++ {
		a, b := r.hits[n-1], r.hits[n]
		if a.to != b.from || !r.words[b.from].joined || !a.is(Material) || !b.is(Material) || a.is(Colour) || r.away[a.from] {
			continue
		}
		first, second := a.terms[0].concept, b.terms[0].concept
		if implied(first, second) || implied(second, first) {
			continue
		}
		joined := s.find([]string{conceptKey(first)}, func(f statement) bool {
			return slices.Contains(f.concepts, first) && slices.Contains(f.heads, second)
		})
		if joined == nil {
			found = append(found, Claim{Span: r.span(a.from, b.to), Class: Material, Grade: NoSource})
		}
	}
	return found
}
