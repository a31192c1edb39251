package facts

import (
	"slices"
	"strings"
)

// phrase is a part of a sentence that says one thing of something: "a barrel of
// brass", "with a resin grip". What it is made of and which colour it has belong
// to the things in the same phrase.
type phrase struct {
	bounds

	looks  []hit
	things []thing
	line   int
}

// thing is a noun of a phrase, by its forms.
type thing struct {
	at     int
	forms  []string
	isPart bool // of a draft: a part that is said to be of a material

	isDirect bool // of a draft: right behind its look
}

// phrases are the phrases of a text that have a look and a thing.
func (r *reader) phrases() []phrase {
	var found []phrase
	var before phrase
	for from := 0; from < len(r.words); {
		to := from + 1
		for to < len(r.words) && !r.endsPhraseAt(to) {
			to++
		}
		p := r.phraseOf(from, to)
		if r.lenient && r.sharesLook(before, p) {
			p.things = append(p.things, before.things...)
		}
		if len(p.looks) > 0 && len(p.things) > 0 {
			found = append(found, p)
		}
		before, from = p, to
	}
	return found
}

// endsPhraseAt reports whether another phrase begins at a word.
func (r *reader) endsPhraseAt(i int) bool {
	g, low := r.lex.grammar, r.lowAt(i)
	switch {
	case r.words[i].sentence != r.words[i-1].sentence:
		return true
	case r.words[i].clause != r.words[i-1].clause:
		return !r.isLook(i) || !r.isLook(i-1)
	case g.sets[listAnd][low]:
		return !r.isLook(i-1) || !r.isLook(i+1)
	case r.lex.lang == "en" && isPlaced[low] && r.isLook(i-1):
		return false
	case g.sets[listWith][low], g.sets[listSplits][low]:
		return !strings.HasSuffix(r.lowAt(i-1), "ed") && !r.isOn(listMade, i-1)
	}
	return false
}

// sharesLook finds "handle and knob of walnut": a look behind the last of a list is of
// all of it.
func (r *reader) sharesLook(before, p phrase) bool {
	isJoined := before.to == p.from && before.to > 0 && r.joinsAt(p.from) && r.isOn(listAnd, p.from)
	if !isJoined || len(before.looks) > 0 || len(p.looks) == 0 || len(before.things) == 0 {
		return false
	}
	of := r.lowAt(p.looks[0].from - 1)
	return madeOf[of] || romanceOf[of] || ofWhat[of]
}

func (r *reader) isLook(i int) bool {
	h, known := r.hitAt(i)
	return known && isLook(h)
}

func (r *reader) phraseOf(from, to int) phrase {
	p := phrase{bounds: bounds{from, to}}
	for _, h := range r.hitsBetween(from, to) {
		if isLook(h) && !r.isNegated(h.from, h.to) && !r.isFreeOf(h) {
			p.looks = append(p.looks, h)
			if h.rest != "" {
				p.things = append(p.things, thing{at: h.from, forms: inflections(r.lex.lang, h.rest)})
			}
		}
	}
	for i := from; i < to; i++ {
		if r.lenient && r.bareLook(i) || r.bareLooks[r.lowAt(i)] && !r.isHit(i) {
			p.looks = append(p.looks, hit{i, i + 1, []term{{class: Material, concept: plainKey(r.words[i])}}, ""})
		} else if r.isThing(i) {
			p.things = append(p.things, r.thingAt(i))
		}
	}
	return p
}

// thingAt is the thing that a word names. A side has one form in all languages.
func (r *reader) thingAt(i int) thing {
	forms := r.words[i].forms
	if side := sideOf(r.lowAt(i)); side != "" {
		forms = append([]string{sideMark + side}, forms...)
	}
	return thing{at: i, forms: forms}
}

// sideMark begins the form of a side.
const sideMark = "| "

// isThing reports whether a word names something that may have a look.
func (r *reader) isThing(i int) bool {
	if sideOf(r.lowAt(i)) != "" {
		return true
	}
	h, known := r.hitAt(i)
	if known && !h.is(Feature) || r.isOn(listLookNames, i) || r.isPartOfFigure(i) || !r.isLabel(i) || smallerThan[r.lowAt(i)] {
		return false
	}
	if r.lex.lang == "de" {
		return r.words[i].capital()
	}
	return r.lex.lang == "en" && known || !r.isSoft(i) && !r.isDescribing(i)
}

// isDescribing reports whether an English word is a verb or says how a thing is.
func (r *reader) isDescribing(i int) bool {
	return r.lex.lang == "en" && (r.lex.neutral.thirdPerson(r.words[i]) != "" || r.groupOf(i) == quality || hasAnySuffix(r.lowAt(i), "ed", "ing", "ly"))
}

// addPhrases notes which things of a line have which looks.
func (s *Sheet) addPhrases(n int, r *reader) {
	l := s.lines[n]
	if l.Kind == FromTag || l.Kind == FromType || l.Kind == FromOption || l.isShelfTag() {
		return
	}
	name := r.wordsUpTo(len(l.Name))
	var ofName []thing
	for i := range name {
		if l.Name != "" && r.isThing(i) {
			ofName = append(ofName, thing{at: i, forms: r.words[i].forms})
		}
	}
	for _, p := range r.phrases() {
		p.line = n
		p.things = append(p.things, ofName...)
		s.addPhrase(p)
	}
	if len(ofName) > 0 {
		s.addPhrase(phrase{looks: r.looksFrom(name), things: ofName, line: n})
	}
}

func (s *Sheet) addPhrase(p phrase) {
	for _, h := range p.looks {
		if c := h.terms[0].concept; isPlain(c) {
			s.bareLooks[c[len("word "):]] = true
		}
	}
	s.phrases = append(s.phrases, p)
	for _, t := range p.things {
		for _, form := range t.forms {
			if list := s.inPhrases[form]; len(list) == 0 || list[len(list)-1] != len(s.phrases)-1 {
				s.inPhrases[form] = append(list, len(s.phrases)-1)
			}
		}
	}
}

// wordsUpTo is how many words end before a place.
func (r *reader) wordsUpTo(end int) int {
	n := 0
	for n < len(r.words) && r.words[n].End <= end {
		n++
	}
	return n
}

// looksFrom are the looks after a word, all of them.
func (r *reader) looksFrom(from int) []hit {
	return slices.DeleteFunc(slices.Clone(r.hitsBetween(from, len(r.words))), func(h hit) bool { return !isLook(h) })
}

// bareLook is a word that no lexicon has and that a thing is of: "a stick of
// brazilwood".
func (r *reader) bareLook(i int) bool {
	if !madeOf[r.lowAt(i-1)] || r.isHit(i) || !r.joinsAt(i) || !r.joinsAt(i-1) || r.joinsAt(i+1) && !r.endsThing(i, i+1) {
		return false
	}
	return r.lowAt(i-1) != "in" && r.isThing(i) && r.isThing(i-2) && r.groupOf(i) == ""
}
