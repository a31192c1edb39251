package facts

import (
	"slices"
	"strings"
	"unicode"
)

// Claims without a cue: "a ceramic spike keeps soil out". No list can name what a
// draft may invent, so a phrase that speaks of the product is a claim where it
// names something that is neither in the data nor a word that promises nothing.

// readThings finds the phrases that speak of the product: the subject of a sentence,
// a sentence without a verb, what follows "with".
func (r *reader) readThings() {
	r.scenes = map[int]bool{}
	if len(r.lex.neutral.groups) == 0 {
		return
	}
	isTitle := r.titleCased()
	for n, at := range r.sentences {
		if at.from == at.to || isTitle[n] || r.isAsked(at.from) || !r.isProse(at.from, at.to) {
			continue
		}
		s := sentence{r: r, from: at.from, to: at.to}
		s.read()
		if r.scenes[n] = s.isScene; !s.isScene || s.hasVerb {
			r.things = append(r.things, s.found...)
		}
	}
}

// shortestLine is how many words a line without a full stop has that is no
// heading.
const shortestLine = 3

// isProse reports whether words are a sentence of the language, not a heading, a
// name or a line in another language.
func (r *reader) isProse(from, to int) bool {
	known := 0
	for i := from; i < to; i++ {
		if r.isOfLanguage(i) {
			known++
		}
	}
	end := r.words[to-1].End
	isEnded := strings.ContainsAny(r.text[end:min(len(r.text), end+len("”."))], ".!?…")
	return known*shortestLine >= to-from && (isEnded || to-from >= shortestLine)
}

// isOfLanguage reports whether a word is one that the language is known by.
func (r *reader) isOfLanguage(i int) bool {
	w := r.words[i]
	isVerb := r.lex.neutral.isVerb(w) || r.lex.neutral.thirdPerson(w) != ""
	return len(w.low) == len(w.raw) && (r.groupOf(i) != "" || r.isHit(i) || isVerb || r.isOnOneOf(i, listDeterminer, listPlaceBefore, listAnd, listWith, listFinite, listCommon))
}

// sentence reads the phrases of a sentence in order, until what follows speaks of
// something else.
type sentence struct {
	r        *reader
	from, to int
	found    []statement
	isScene  bool // it sets a scene
	hasVerb  bool // of what it says before that
}

// read reads the phrases.
func (s *sentence) read() {
	for i := s.from; i >= 0 && i < s.to; {
		i = s.phrase(i)
	}
}

// phrase reads one phrase and returns where the next begins, -1 where the rest of
// the sentence speaks of something else.
func (s *sentence) phrase(i int) int {
	r := s.r
	g := r.lex.grammar
	switch {
	case i == s.from && r.leadsIn(i) > 0:
		return i + r.leadsIn(i)
	case r.isOnOneOf(i, listAnd, listWith, listLead):
		return i + 1
	case r.away[i], r.speaks(i):
		return -1
	case r.isOn(listFor, i) && i == s.from:
		return s.beneficiary(i)
	case r.isState(i):
		return s.afterState(i)
	case r.requests(i, s.from):
		return -1
	case i == s.from && r.doesWith(i):
		return i + 1
	case g.at(listNot, r.words, i) > 0, r.isOnOneOf(i, listSubordinate, listPlaceBefore):
		return s.nextClause(i)
	}
	return s.thing(i)
}

// speaks reports whether a word is a person who speaks or is spoken to: "you",
// "I've".
func (r *reader) speaks(i int) bool {
	who, _, _ := strings.Cut(r.lowAt(i), "'")
	return r.lex.grammar.sets[listSpeaker][who]
}

// nextClause is where the clause after that of a word begins.
func (s *sentence) nextClause(i int) int {
	n := i + 1
	for n < s.to && s.r.words[n].clause == s.r.words[i].clause {
		n++
	}
	return n
}

// thing reads a noun with the words before it.
func (s *sentence) thing(from int) int {
	r := s.r
	at, end := r.nounAt(from)
	if end == at {
		return s.afterThing(from, max(end, from+1))
	}
	next := end
	for end > at+1 && r.isTrailing(end-1) {
		end--
	}
	switch {
	case from == s.from && r.isLabelWord(from, at, next):
		return s.afterThing(from, next)
	case r.isScene(from, end-1), r.isGeneral(from, at, end), r.lex.grammar.isNumber(r.lowAt(from)) && r.isPersonal(from) && r.groupOf(end-1) != "":
		s.isScene = true
		return -1
	}
	if st, ok := r.thingOf(at, end); ok && !r.isOn(listEach, from) {
		s.found = append(s.found, st)
	}
	return s.afterThing(from, next)
}

// nounAt is where a noun with its adjectives begins after articles, and where it
// ends.
func (r *reader) nounAt(from int) (at, end int) {
	last := r.sentenceOf(from).to
	at = from
	for at < last && r.isArticle(at) && (at == from || r.joinsAt(at)) {
		at++
	}
	end = at
	for end < last && (end == from || r.joinsAt(end)) && !r.endsThing(at, end) {
		end++
	}
	return at, end
}

// afterThing is where the next phrase begins: after "and", a comma or "with".
// A verb ends what is read of a sentence.
func (s *sentence) afterThing(from, end int) int {
	r := s.r
	if end >= s.to {
		return -1
	}
	switch {
	case r.words[end].clause != r.words[from].clause, r.isOnOneOf(end, listAnd, listWith):
		return end
	case r.isOn(listPlaceBefore, end):
		return s.nextClause(end)
	}
	s.hasVerb = true
	if isBe[r.lowAt(end)] && r.joinsAt(end+1) && end+1 < s.to && (len(s.found) > 0 || r.isKnown(end-1)) && s.from+longestFragment > end {
		return end + 1 // "the letter is a chenille patch"
	}
	return -1
}

// thingOf is the claim of a noun with the words before it.
func (r *reader) thingOf(from, to int) (statement, bool) {
	st := statement{class: Feature, thing: true}
	first := -1
	for n := from; n < to; n++ {
		if !r.namesSomething(n) {
			continue
		}
		if first < 0 {
			first = n
		}
		st.concepts = append(st.concepts, plainKey(r.words[n]))
	}
	if first < 0 {
		return st, false
	}
	st.Span = r.span(first, to)
	return st, true
}

// namesSomething reports whether a word names something that the data must have.
func (r *reader) namesSomething(i int) bool {
	w := r.words[i]
	isWord := len(w.low) > 2 && !strings.ContainsFunc(w.raw, func(c rune) bool { return c == '\'' || c == '’' || unicode.IsDigit(c) })
	isListed := r.isHit(i) || r.groupOf(i) != "" || r.isOnOneOf(i, listPronoun, listCommon, listDeterminer) || r.isNumeric(i)
	return isWord && !isListed && !r.isSoft(i) && !r.isSoftModifier(i) && !r.isDoing(i)
}

// isNumeric reports whether a word is a part of a figure, a number or a unit.
func (r *reader) isNumeric(i int) bool {
	low := r.lowAt(i)
	return r.isPartOfFigure(i) || r.lex.grammar.isNumber(low) || units().isSpelling(low)
}

// isDoing finds "looking", which says what something does.
func (r *reader) isDoing(i int) bool {
	base, cut := strings.CutSuffix(r.lowAt(i), "ing")
	return cut && (r.lex.neutral.verbs[base] || r.lex.neutral.verbs[base+"e"] || len(base) > 2 && r.lex.neutral.verbs[base[:len(base)-1]])
}

// softEndings are how adjectives end that describe and promise nothing.
var softEndings = []string{"ful", "ous", "ish", "esque", "ly", "some"}

func (r *reader) isSoftModifier(i int) bool { return hasAnySuffix(r.lowAt(i), softEndings...) }

// withoutCue judges the phrases that speak of the product, where no claim for a
// word of its own is held.
func (s *Sheet) withoutCue(r *reader, others []Claim) []Claim {
	var claims []Claim
	for _, st := range slices.Concat(r.things, r.technical(), r.abilities(), r.suited(), r.spoken()) {
		if claim, ok := s.weigh(st); ok {
			claims = append(claims, claim)
		}
	}
	return unlessHeld(claims, others)
}

// judgeThing looks for every word of a thing in the data.
func (s *Sheet) judgeThing(c Claim, st statement) (Claim, bool) {
	if n, found := s.deniedAlone(st); found {
		return s.withLine(c, Contradicts, n), true
	}
	isUnknown := func(concept string) bool { return !s.knows(concept[len("word "):]) }
	return s.with(c, NoSource, nil), slices.ContainsFunc(st.concepts, isUnknown)
}

// knows reports whether the data has a word in any form.
func (s *Sheet) knows(low string) bool {
	return s.hasWord(low) || s.stems()[stemOf(low)] || s.isLessWord(low)
}
