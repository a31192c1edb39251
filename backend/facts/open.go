package facts

import (
	"slices"
	"strings"
)

// open finds claims about what the lexicon does not know: what comes with the
// product, what is in it, what it fits.
func (r *reader) open() []statement {
	var found []statement
	for i := range r.words {
		if !r.away[i] {
			found = append(found, r.openAt(i)...)
		}
	}
	return found
}

func (r *reader) openAt(i int) []statement {
	g := r.lex.grammar
	fits, has := g.at(listFits, r.words, i), max(g.at(listStrong, r.words, i), g.at(listMadeWith, r.words, i))
	choice := max(g.at(listAvailable, r.words, i), r.availableAfter(i))
	switch {
	case fits > 0:
		return r.objects(i, i+fits, Compatibility)
	case has > 0:
		return r.objects(i, i+has, Feature)
	case r.fitsAfter(i):
		return r.objects(i, i+1, Compatibility)
	case choice > 0 && (i+choice >= len(r.words) || !r.isArticle(i+choice)):
		return r.objects(i, i+choice, Feature)
	case r.isBareOf(i):
		if s, _, isClaim := r.object(i, i+1, Feature); isClaim {
			return []statement{s}
		}
		return nil
	}
	if used := r.fragment(i); used > 0 && !r.isWorn(i+used) {
		return r.objects(i, i+used, Feature)
	}
	return nil
}

// Lengths of what follows a verb, in words.
const (
	longestObject   = 6 // one thing
	longestFragment = 9 // a sentence such as "With a bell and a basket"
)

// fitsAfter finds "für Welpen geeignet", where the verb comes last.
func (r *reader) fitsAfter(i int) bool {
	if !r.isOn(listFor, i) {
		return false
	}
	for n := i + 1; n < i+longestObject && r.joinsAt(n); n++ {
		if r.isOn(listFitsAfter, n) {
			return true
		}
	}
	return false
}

// longestChoice is how many words a list of choices has at most.
const longestChoice = 9

// availableAfter finds "in Schiefer, Moos oder Himbeere erhältlich", where the verb
// comes last. It returns how many words open the list.
func (r *reader) availableAfter(i int) int {
	g := r.lex.grammar
	if len(g.sets[listAvailableAfter]) == 0 || !r.isOn(listAvailableIn, i) {
		return 0
	}
	for n := i + 1; n < min(i+longestChoice, len(r.words)) && r.words[n].sentence == r.words[i].sentence; n++ {
		if r.isOn(listAvailableAfter, n) {
			return 1
		}
	}
	return 0
}

// wordsToWorn is how far after "with" what a product is worn or used with is.
const wordsToWorn = 3

// isWorn finds "Mit Jeans": what a product is worn with. English has phrases for it.
func (r *reader) isWorn(i int) bool {
	for n := i; n < i+wordsToWorn && r.joinsAt(n); n++ {
		if r.lex.lang != "en" && r.words[n].isOneOf(r.lex.grammar.sets[listSurroundings]) {
			return true
		}
	}
	return false
}

// fragment finds a sentence that is nothing but "with" and what comes with the
// product. It returns how many words open it.
func (r *reader) fragment(i int) int {
	if !r.isOn(listWith, i) || i > 0 && r.words[i-1].sentence == r.words[i].sentence {
		return 0
	}
	to := i + 1
	for to < len(r.words) && r.words[to].sentence == r.words[i].sentence {
		if r.isOn(listPerson, to) || stopVerbs[r.words[to].low] && !r.isOn(listWith, to) && r.lex.lang == "en" {
			return 0
		}
		to++
	}
	if to-i > longestFragment {
		return 0
	}
	return 1
}

// objects reads the things after a verb, which commas and "and" separate. What
// the lexicon knows is a claim of its own.
func (r *reader) objects(from, at int, class Class) []statement {
	var found []statement
	for at < len(r.words) && r.words[at].sentence == r.words[from].sentence {
		s, next, isClaim := r.object(from, at, class)
		if isClaim {
			found = append(found, s)
		}
		next = r.nextThing(next, class)
		if next <= at {
			return found
		}
		from, at = next, next
	}
	return found
}

// nextThing is where the next thing of a list begins, 0 where the list ends.
func (r *reader) nextThing(at int, class Class) int {
	at = r.afterComplement(at)
	isAnd := r.isOn(listAnd, at)
	if isAnd {
		at++
	}
	if at >= len(r.words) || !isAnd && (class == Compatibility || !r.isAfterComma(at)) || !r.beginsThing(at) {
		return 0
	}
	return at
}

// longestComplement is how many words "a disco" or "for cold days" take.
const longestComplement = 4

// afterComplement leaves out what a preposition adds to a thing.
func (r *reader) afterComplement(i int) int {
	if i >= len(r.words) || !r.joinsAt(i) || !ofWhat[r.lowAt(i)] && !r.isOn(listPlaceBefore, i) {
		return i
	}
	for n := i + 1; n <= i+longestComplement && n < len(r.words); n++ {
		if !r.joinsAt(n) || r.isOn(listAnd, n) {
			return n
		}
	}
	return i
}

func (r *reader) isAfterComma(i int) bool {
	return i > 0 && strings.TrimSpace(r.text[r.words[i-1].End:r.words[i].Start]) == ","
}

// beginsThing reports whether a word may begin a further thing of a list.
func (r *reader) beginsThing(i int) bool {
	return !r.isOn(listPerson, i) && !r.isOn(listPlaceBefore, i) && !stopVerbs[r.lowAt(i)] && !r.isOn(listNot, i)
}

// object reads one thing. next is the word after it.
func (r *reader) object(from, at int, class Class) (s statement, next int, isClaim bool) {
	s = statement{class: class}
	for n := at; ; n++ {
		if n >= at+longestObject || r.endsObject(at, n, len(s.concepts) > 0) {
			return s, n, len(s.concepts) > 0
		}
		_, known := r.hitAt(n)
		switch {
		case len(s.concepts) == 0 && r.isArticle(n):
			continue
		case r.isStop(n), r.isOn(listFitsAfter, n):
			return s, n, len(s.concepts) > 0
		case known, r.isSoftFor(n, class), strings.ContainsAny(r.words[n].raw[:1], "0123456789"):
			return s, r.endOfThing(n), false
		}
		s = s.withPlain(r.words[n])
		s.Span = r.span(from, n+1)
	}
}

// endsObject reports whether a word is beyond the thing that began at another: in
// German its noun ends it.
func (r *reader) endsObject(at, n int, hasWords bool) bool {
	if n >= len(r.words) || n > at && !r.joinsAt(n) || r.isOn(listAnd, n) {
		return true
	}
	return hasWords && r.lex.lang == "de" && r.words[n-1].capital() && !r.words[n].capital()
}

func (r *reader) isSoftFor(i int, class Class) bool {
	g := r.lex.grammar
	if class == Compatibility {
		if group := r.groupOf(i); group == quality || group == manner || group == "time" || group == "feeling" {
			return true
		}
		return r.words[i].isOneOf(g.sets[listSoft]) || r.words[i].isOneOf(g.sets[listSurroundings])
	}
	return r.isSoft(i)
}

// endOfThing is the word after a thing that is no open claim.
func (r *reader) endOfThing(i int) int {
	for i++; i < len(r.words) && r.joinsAt(i) && !r.isOn(listAnd, i) && !r.isStop(i); i++ {
		continue
	}
	return i
}

func (r *reader) isArticle(i int) bool {
	g := r.lex.grammar
	return r.isOn(listDeterminer, i) || g.isNumber(r.lowAt(i))
}

// judgeWords looks for the words of what no lexicon knows: its head, which is the
// first noun in Romance languages and the last in others.
func (s *Sheet) judgeWords(c Claim, st statement) (Claim, bool) {
	known := func(concept string) bool { return s.hasConcept(st, concept) }
	unknown := 0
	for _, concept := range st.concepts {
		if !known(concept) {
			unknown++
		}
	}
	isKnown := unknown == 0 || st.class == Feature && unknown < len(st.concepts) || unknown*2 < len(st.concepts)
	if st.class == Feature && !st.isRomance && isKnown {
		isKnown = known(st.concepts[len(st.concepts)-1])
	}
	if isKnown {
		return s.with(c, Supported, nil), true
	}
	return s.with(c, NoSource, nil), true
}

// hasConcept reports whether the sources have a word of no lexicon, another of its
// meanings, or one that begins alike where that is enough.
func (s *Sheet) hasConcept(st statement, concept string) bool {
	word := concept[len("word "):]
	return s.hasWord(word) || s.hasAny(st.means[concept]) || s.beginsWord(word) || slices.ContainsFunc(st.means[concept], s.endsCompound) || st.isFormed && s.beginsAlike(word)
}
