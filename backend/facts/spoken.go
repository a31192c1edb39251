package facts

import "strings"

// Forms of sentences that claim something of the product, of any trade: what its
// user does with it, what it never does, by whom it is used.

// spoken finds such claims. They need a vocabulary, which says what promises nothing.
func (r *reader) spoken() []statement {
	if len(r.lex.neutral.groups) == 0 {
		return nil
	}
	var found []statement
	for _, at := range r.sentences {
		if at.from < at.to && !r.isAsked(at.from) {
			found = append(found, r.operated(at)...)
		}
	}
	forms := []func(int) (statement, bool){r.tellsAnywhere, r.doneBy, r.canBe, r.neverFails, r.helps, r.sinceYear, r.enoughFor, r.personalised}
	for i := range r.words {
		if r.away[i] || r.isAsked(i) {
			continue
		}
		for _, find := range forms {
			if st, ok := find(i); ok {
				found = append(found, st)
			}
		}
		found = append(found, r.madeFrom(i)...)
	}
	return found
}

// plainClaim is a claim that one of some words must have a source.
func (r *reader) plainClaim(from, to int, class Class, words ...string) statement {
	st := statement{Span: r.span(from, to), class: class, thing: true}
	for _, w := range words {
		st.concepts = append(st.concepts, "word "+w)
	}
	return st
}

// operated finds what a request to use a part names: "press the dial to switch between
// modes".
func (r *reader) operated(at bounds) []statement {
	first := r.requestAt(at)
	if !r.isOn(listOperates, first) && !ofMaker[r.lowAt(first)] || r.away[first] {
		return nil
	}
	var found []statement
	for i := first + 1; i < at.to && r.words[i].sameClause(r.words[first]); {
		from, end := r.nounAt(i)
		if end > from && !r.isScene(i, end-1) && !r.isVerbForm(from) {
			if st, ok := r.thingOf(from, end); ok {
				found = append(found, st)
			}
		}
		i = max(end, i+1)
	}
	return found
}

// ofMaker begin a sentence in which the maker speaks: "our engineers have hidden a spring".
var ofMaker = setOf("we", "our")

// requestAt is the first word of a sentence after words such as "simply".
func (r *reader) requestAt(at bounds) int {
	first := at.from
	for first+1 < at.to && (strings.HasSuffix(r.lowAt(first), "ly") || r.isOn(listLead, first)) {
		first++
	}
	return first
}

func (r *reader) isVerbForm(i int) bool {
	return !r.isHit(i) && (r.lex.neutral.isVerb(r.words[i]) || r.lex.neutral.thirdPerson(r.words[i]) != "" || strings.HasSuffix(r.lowAt(i), "ing"))
}

// tellsAnywhere finds what claims something in any place: an app, a dishwasher.
func (r *reader) tellsAnywhere(i int) (statement, bool) {
	g := r.lex.grammar
	low := r.lowAt(i)
	isTelling := g.sets[listTells][low] || strings.HasSuffix(low, "s") && g.sets[listTells][low[:len(low)-1]]
	if !isTelling || r.isForbidden(i) || r.isShunned(i) || r.isNegated(i, i+1) {
		return statement{}, false
	}
	return r.plainClaim(i, i+1, Feature, low), true
}

// doneBy finds "played by world champions", "tested by an independent laboratory".
func (r *reader) doneBy(i int) (statement, bool) {
	if !r.isOn(listEndorses, i) || r.lowAt(i+1) != "by" || !r.joinsAt(i+1) || !r.joinsAt(i+2) {
		return statement{}, false
	}
	at, end := r.nounAt(i + 2)
	if end == at || noMakers[r.lowAt(end-1)] || r.isNegated(i, i+1) {
		return statement{}, false
	}
	return r.plainClaim(i, end, Certification, r.words[end-1].base()), true
}

// noMakers are what comes after "by" and is no person.
var noMakers = setOf("hand", "nature", "you", "yourself", "design", "machine", "chance", "heart", "us", "them", "everyone", "anyone", "many", "all", "light", "love", "it")

// canBe finds what can be done with the product: "can be replaced".
func (r *reader) canBe(i int) (statement, bool) {
	if !isCan[r.lowAt(i)] || r.lowAt(i+1) != "be" || i > 0 && r.isScene(i-1, i-1) {
		return statement{}, false
	}
	at := i + 2
	for r.joinsAt(at) && (strings.HasSuffix(r.lowAt(at), "ly") || r.lowAt(at) == "also" || r.lowAt(at) == "even") {
		at++
	}
	if !r.joinsAt(at) || !r.isDone(at) {
		return statement{}, false
	}
	return r.plainClaim(i, at+1, Feature, r.lowAt(at)), true
}

// isDone reports whether a word is a participle that says more than "used".
func (r *reader) isDone(i int) bool {
	g, low := r.lex.grammar, r.lowAt(i)
	return !g.sets[listDoneSoftly][low] && (strings.HasSuffix(low, "ed") || g.sets[listParticiples][low])
}

var isCan = setOf("can", "may", "could", "cannot")

// wordsToFailure is how far after "never" a failure is.
const wordsToFailure = 3

// neverFails finds "it will not shrink", "without fading".
func (r *reader) neverFails(i int) (statement, bool) {
	g := r.lex.grammar
	if used := g.at(listNot, r.words, i); used == 0 || relative[r.lowAt(i-1)] || relative[r.lowAt(i-2)] {
		return statement{}, false
	}
	for n := i + 1; n <= i+wordsToFailure && r.joinsAt(n); n++ {
		low := strings.TrimSuffix(r.lowAt(n), "ing")
		if !r.isHit(n) && (g.sets[listFails][low] || g.sets[listFails][low+"e"] || len(low) > 3 && low != r.lowAt(n) && g.sets[listFails][low[:len(low)-1]]) {
			return r.plainClaim(i, n+1, Promise, r.lowAt(n)), true
		}
	}
	return statement{}, false
}

var relative = setOf("that", "which", "who")

// helps finds "helps you fall asleep".
func (r *reader) helps(i int) (statement, bool) {
	isSubject := r.beginsSentence(i) || helpers[r.lowAt(i-1)]
	if r.lowAt(i) != "helps" || !isSubject || !r.joinsAt(i+1) {
		return statement{}, false
	}
	to := i + 2
	for to < len(r.words) && r.joinsAt(to) && to < i+longestObject && !r.isOn(listAnd, to) {
		to++
	}
	return r.plainClaim(i, to, Promise, "helps", r.words[to-1].base()), true
}

var helpers = setOf("it", "and", "that", "which")

// sinceYear finds "since 1952".
func (r *reader) sinceYear(i int) (statement, bool) {
	raw := r.words[i].raw
	isYear := len(raw) == 4 && strings.Trim(raw, "0123456789") == "" && raw >= "1700" && raw < "2100"
	if !isYear || !r.joinsAt(i) || !sinceWords[r.lowAt(i-1)] {
		return statement{}, false
	}
	return r.plainClaim(i-1, i+1, Origin, raw), true
}

var sinceWords = setOf("since", "founded", "established", "est", "until", "from")

// enoughFor finds "large enough for ponds".
func (r *reader) enoughFor(i int) (statement, bool) {
	if r.lowAt(i) != "enough" || r.lowAt(i+1) != "for" || !r.joinsAt(i+2) || i == 0 || r.isArticle(i+2) {
		return statement{}, false
	}
	at, end := r.nounAt(i + 2)
	if end == at || r.isKnown(end-1) || r.speaks(at) {
		return statement{}, false
	}
	switch group := r.groupOf(end - 1); group {
	case "", "place", "weather", "people":
		return r.plainClaim(i-1, end, Compatibility, r.words[end-1].base()), true
	}
	return statement{}, false
}

// personalised finds an offer to make the product one's own: "engrave a name".
func (r *reader) personalised(i int) (statement, bool) {
	if !r.beginsSentence(i) || !r.isOn(listPersonalises, i) {
		return statement{}, false
	}
	return r.plainClaim(i, i+1, Feature, r.lowAt(i)), true
}

// madeFrom finds what "turned from", "lined with" is followed by.
func (r *reader) madeFrom(i int) []statement {
	isMaking := (r.isOn(listMade, i) || r.isOn(listCoversWith, i)) && r.joinsAt(i+1) && r.joinsAt(i+2)
	if !isMaking || !fromWhat[r.lowAt(i+1)] {
		return nil
	}
	var found []statement
	for at := i + 2; at < len(r.words) && r.joinsAt(at); {
		from, end := r.nounAt(at)
		if st, ok := r.thingOf(from, end); ok && !r.isScene(at, end-1) {
			found = append(found, st)
		}
		if end >= len(r.words) || r.lowAt(end) != "of" {
			break
		}
		at = end + 1
	}
	return found
}

var fromWhat = setOf("from", "of", "with")

// isLessWord finds "collarless" where the data says that there is no collar.
func (s *Sheet) isLessWord(low string) bool {
	base, cut := strings.CutSuffix(low, "less")
	return cut && len(base) >= shortestBase && (s.absent[base] || s.absent[base+"s"])
}
