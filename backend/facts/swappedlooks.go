package facts

import "slices"

// swappedLooks finds looks that the data gives to another thing: "stems of
// tungsten, barrels of nylon" where it is the other way round.
func (s *Sheet) swappedLooks(r *reader) []Claim {
	var found []Claim
	r.bareLooks = s.bareLooks
	for _, p := range r.phrases() {
		if r.away[p.from] || r.isAsked(p.from) || r.scenes[r.words[p.from].sentence] {
			continue
		}
		for _, look := range p.looks {
			if at := slices.IndexFunc(r.hits, func(h hit) bool { return h.from == look.from }); at >= 0 && r.isAboutElse(at, look) {
				continue
			}
			if rival, of := s.rivalLook(r.lookedAt(p, look), look); rival >= 0 {
				from, to := min(look.from, of.at), max(look.to, of.at+1)
				c := Claim{Span: r.span(from, to), Class: look.terms[0].class}
				found = append(found, s.withLine(c, Contradicts, s.phrases[rival].line))
			}
		}
	}
	return found
}

// rivalLook is a phrase of the data that gives one of some things another look of the
// same class, -1 where none does or one has this look.
func (s *Sheet) rivalLook(things []thing, look hit) (rival int, of thing) {
	rival = -1
	for _, t := range things {
		for _, n := range s.phrasesWith(t) {
			if hasLook(s.phrases[n], look) {
				return -1, t
			}
			if rival < 0 && hasRival(s.phrases[n], look) && (!s.isNamed(t) || s.isOfOther(look)) {
				rival, of = n, t
			}
		}
	}
	return rival, of
}

// lookedAt are the things of a phrase that a look belongs to: those after it or, of "a
// roof of zinc", before it. In Romance languages it is the last thing before it.
func (r *reader) lookedAt(p phrase, look hit) []thing {
	if r.isRomance() {
		return r.describedThing(p, look)
	}
	if r.lex.lang != "en" {
		return p.things
	}
	end := look.to
	for end < p.to && r.joinsAt(end) && !r.isStop(end) {
		end++
	}
	after := slices.DeleteFunc(slices.Clone(p.things), func(t thing) bool { return t.at < look.from || t.at >= end })
	if len(after) > 0 || end > look.to {
		return after
	}
	return slices.DeleteFunc(slices.Clone(p.things), func(t thing) bool { return t.at >= look.from })
}

// describedThing is the last thing before a look, where no "and" is between them.
func (r *reader) describedThing(p phrase, look hit) []thing {
	for i := look.from - 1; i >= p.from && !r.lex.grammar.sets["and"][r.lowAt(i)]; i-- {
		for _, t := range p.things {
			if t.at == i {
				return []thing{t}
			}
		}
	}
	return nil
}

// isNamed reports whether a thing is the product itself.
func (s *Sheet) isNamed(t thing) bool {
	return slices.ContainsFunc(t.forms, func(form string) bool { return s.kinds[form] || len(s.kinds) == 0 && s.named[form] })
}

// isOfOther reports whether the data has a look, and only of other things than the
// product.
func (s *Sheet) isOfOther(look hit) bool {
	isElsewhere := false
	for n := range s.phrases {
		if !hasLook(s.phrases[n], look) {
			continue
		}
		if !slices.ContainsFunc(s.phrases[n].things, func(o thing) bool { return !s.isNamed(o) }) {
			return false
		}
		isElsewhere = true
	}
	isOfAll := func(f statement) bool { return !f.negative && f.has(statement{concepts: look.concepts()}) }
	return isElsewhere && s.findIn(sameKeys(statement{concepts: look.concepts()}), isOfAll, FromOption, FromTitle, FromType) == nil
}

// findIn is a fact of sources of some kinds.
func (s *Sheet) findIn(keys []string, is func(f statement) bool, kinds ...Kind) *fact {
	for _, key := range keys {
		for _, n := range s.about[key] {
			if f := &s.facts[n]; is(f.statement) && slices.Contains(kinds, s.lines[f.line].Kind) {
				return f
			}
		}
	}
	return nil
}

func (s *Sheet) phrasesWith(t thing) []int {
	var list []int
	for _, form := range t.forms {
		list = append(list, s.inPhrases[form]...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func hasLook(p phrase, look hit) bool {
	return slices.ContainsFunc(p.looks, func(h hit) bool {
		return slices.ContainsFunc(h.concepts(), func(a string) bool {
			return slices.ContainsFunc(look.concepts(), func(b string) bool { return implied(a, b) || implied(b, a) })
		})
	})
}

// hasRival reports whether a phrase has another look of the same class.
func hasRival(p phrase, look hit) bool {
	return slices.ContainsFunc(p.looks, func(h hit) bool { return h.is(Material) && look.is(Material) || isHue(h) && isHue(look) })
}

// isHue reports whether a look may be a colour: silver cord may be of any material.
func isHue(h hit) bool {
	return h.is(Colour) || slices.ContainsFunc(h.concepts(), func(c string) bool { return metalHues[c] })
}

var metalHues = setOf("gold", "silver", "bronze", "copper", "brass", "rose gold", "chrome")
