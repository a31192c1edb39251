package facts

import (
	"slices"
	"strings"
)

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
			if rival, of := s.rivalLook(r.withParts(r.lookedAt(p, look), look), look); rival >= 0 {
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
		if s.isOptionOf(t, look) {
			return -1, t
		}
		for _, n := range s.phrasesWith(t) {
			if hasLook(s.phrases[n], look) {
				return -1, t
			}
			if rival < 0 && hasRival(s.phrases[n], look) && (!s.isNamed(t) || s.isOfOther(look)) {
				rival, of = n, t
			}
		}
		if n := s.onlyElsewhere(t, look); rival < 0 && n >= 0 {
			rival, of = n, t
		}
	}
	return rival, of
}

// isOptionOf reports whether a look is a value of the option that a thing names: foil in
// silver.
func (s *Sheet) isOptionOf(t thing, look hit) bool {
	isValue := func(f statement) bool { return f.has(statement{concepts: look.concepts()}) }
	f := s.findIn(sameKeys(statement{concepts: look.concepts()}), isValue, FromOption)
	return f != nil && slices.Contains(t.forms, fold(s.lines[f.line].Name))
}

// withParts notes which things are parts that a draft says to be of a material: "a
// frame of acetate".
func (r *reader) withParts(things []thing, look hit) []thing {
	of := look.from - 1
	isOf := of > 0 && r.joinsAt(look.from) && (r.isOn(listBareOf, of) || romanceOf[r.lowAt(of)] || madeOf[r.lowAt(of)])
	list := slices.Clone(things)
	for n, t := range list {
		list[n].isDirect = t.at == look.to && r.joinsAt(t.at) && !r.isHyphened(t.at)
		list[n].isPart = isOf && t.at == of-1 && (r.isPart(t.at) || r.words[t.at].tells && r.words[t.at].isPart)
	}
	return list
}

// onlyElsewhere is a phrase that gives a look to the other side of a thing or, of a
// material that no phrase gives to the product, to another thing that the data has; -1
// where none does.
func (s *Sheet) onlyElsewhere(t thing, look hit) int {
	side, isSide := strings.CutPrefix(t.forms[0], sideMark)
	for n := range s.phrases {
		if !hasLook(s.phrases[n], look) {
			continue
		}
		isOther := isSide && slices.ContainsFunc(s.phrases[n].things, func(o thing) bool { return o.forms[0] == sideMark+otherSide[side] })
		isElsewhere := t.isDirect && s.isNamed(t) || t.isPart && !s.isNamed(t) && s.hasAny(t.forms)
		if isOther || isElsewhere && look.is(Material) && s.isOfOther(look) {
			return n
		}
	}
	return -1
}

// lookedAt are the things of a phrase that a look belongs to: those after it or, of "a
// roof of zinc", before it. In Romance languages it is the last thing before it.
func (r *reader) lookedAt(p phrase, look hit) []thing {
	switch {
	case r.isRomance():
		return r.describedThing(p, look)
	case r.lex.lang != "en":
		return p.things
	}
	end := look.to
	for end < p.to && r.joinsAt(end) && !r.isStop(end) {
		end++
	}
	switch isOn := isPlaced[r.lowAt(look.to)] && r.joinsAt(look.to) && r.isArticle(look.to+1); {
	case end > look.to:
		return p.between(look.from, end)
	case isOn:
		return p.between(look.to, p.to)
	}
	return p.between(0, look.from)
}

// between are the things of a phrase in a range of words.
func (p phrase) between(from, to int) []thing {
	return slices.DeleteFunc(slices.Clone(p.things), func(t thing) bool { return t.at < from || t.at >= to })
}

// isPlaced are between a material and what is of it: "leather on the headband".
var isPlaced = setOf("on", "in", "across", "inside")

// describedThing is the last thing before a look, where no "and" is between them.
func (r *reader) describedThing(p phrase, look hit) []thing {
	for i := look.from - 1; i >= p.from && !r.isOn(listAnd, i); i-- {
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
