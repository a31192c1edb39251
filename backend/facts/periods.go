package facts

import "slices"

// isWaiting finds times that measure nothing of the product: "in two minutes".
func (r *reader) isWaiting(a amount, first int) bool {
	if r.lenient || !isTime(a) && a.unit != "person" {
		return false
	}
	if _, after := r.wordsOf(a.Span); r.joinsAt(after) && afterTimes[r.lowAt(after)] {
		return true
	}
	if r.isMeasuring(a, first) || r.isKept(first) {
		return false
	}
	return r.isOfPeople(a, first) || r.endsWith(listAfterATime, first) > 0 || r.isAfterPreposition(first) && !r.hasNear(first, attribute) && !r.hasNear(first, Warranty)
}

// Words for keeping something as it is, and for what it is kept: "keeps drinks hot for 12 hours".
var (
	keeping = setOf("keep", "keeps", "keeping", "stay", "stays", "halt", "halten", "bleibt", "bleiben", "garde", "gardent", "reste", "restent", "conserve", "mantiene", "mantienen", "conserva", "mantengono", "houdt", "houden", "blijft", "blijven")
	asItIs  = setOf("hot", "cold", "warm", "cool", "chilled", "frozen", "heiss", "kalt", "kuhl", "chaud", "chaude", "froid", "froide", "frais", "caliente", "frio", "fria", "caldo", "calda", "freddo", "fredda", "heet", "koud", "koel")
)

// letting are words for waiting until something is hot or cold: "let the soup cool for ten minutes".
var letting = setOf("let", "lets", "lass", "lasst", "lassen", "laissez", "laisser", "deja", "deje", "dejar", "lascia", "lasciate", "lasciare", "laat", "laten")

// isKept finds how long a product keeps something hot or cold, before the time. What a person is asked to do before
// is no figure of the product: "stir it and keep it warm"; "keep your tea hot for 12 hours" is one.
func (r *reader) isKept(first int) bool {
	from := r.sentenceOf(first).from
	if !keeping[r.lowAt(from)] && r.commands(from) {
		return false
	}
	keeps, is := false, false
	for n := from; n < first; n++ {
		keeps = (keeps || keeping[r.lowAt(n)]) && !letting[r.lowAt(n)]
		is = is || keeps && asItIs[r.lowAt(n)]
	}
	return is
}

// isOfPeople finds "two people, one promise".
func (r *reader) isOfPeople(a amount, first int) bool {
	return a.unit == "person" && r.lex.lang == "en" && r.endsWith(listSeats, first) == 0 && !r.joinsAt(first)
}

// isAfterPreposition finds "in two minutes".
func (r *reader) isAfterPreposition(first int) bool {
	if r.lex.lang == "fr" && r.joinsAt(first) && r.lowAt(first-1) == "a" {
		return true // "à six heures"
	}
	return first > 0 && r.words[first].joined && slices.Contains([]string{"in", "within", "dans", "en", "tra", "binnen", "for", "pour", "voor", "fur", "after", "nach", "tras", "apres", "dopo", "na"}, r.words[first-1].low)
}

// isMeasuring finds "room for three people", "ready in eight minutes" and ages.
func (r *reader) isMeasuring(a amount, first int) bool {
	return r.isAge(a) || r.isLasting(first) || a.unit == "person" && r.endsWith(listRoomFor, first) > 0 || r.endsWith(listReadyIn, first) > 0
}

// isLasting finds "they keep for five years".
func (r *reader) isLasting(first int) bool {
	return r.joinsAt(first) && (r.lowAt(first-1) == "for" || r.isOn(listAbout, first-1)) && r.lex.lang == "en" && r.isLastingVerb(first-2)
}

func (r *reader) isLastingVerb(i int) bool {
	low := r.lowAt(i)
	if low == "fresh" || low == "for" || low == "lit" {
		low = r.lowAt(i - 1)
	}
	return lasting[low]
}

var lasting = setOf("keep", "keeps", "last", "lasts", "lasting", "stays", "runs", "burns", "works", "glows")

// isAge finds "for eight-year-olds".
func (r *reader) isAge(a amount) bool {
	first, after := r.wordsOf(a.Span)
	return r.joinsAt(after) && r.isOn(listOld, after) || first >= 0 && r.lex.grammar.at(listAgeWords, r.words, first) > 0
}

// afterTimes are words after a time that say when something is: "ten minutes
// before breakfast".
var afterTimes = setOf("before", "later", "ago", "vor", "spater", "zuvor", "avant", "plus", "antes", "prima", "dopo", "later", "voor", "geleden")

func (r *reader) hasNear(i int, class Class) bool {
	return slices.ContainsFunc(r.hitsBetween(i-wordsBefore+1, i+wordsBefore), func(h hit) bool {
		return h.is(class) && r.words[h.from].sentence == r.words[i].sentence
	})
}

// withWarranty makes one statement of "5-year warranty" and "two years of
// guarantee".
func (r *reader) withWarranty(list []statement) []statement {
	for n := range list {
		if base := list[n].amount.base; base == "month" || base == "second" {
			r.warrant(&list[n])
		}
	}
	return list
}

// wordsToWarranty is how far a period is from the word for the warranty.
const wordsToWarranty = 5

func (r *reader) warrant(s *statement) {
	first, after := r.wordsOf(s.Span)
	for _, h := range r.hitsBetween(first-wordsToWarranty-longestTerm, after+wordsToWarranty) {
		isBeside := h.from >= after || h.to <= first && h.to > first-wordsToWarranty
		if !h.is(Warranty) || !isBeside || h.terms[0].concept == "lifetime" || r.words[h.from].sentence != r.words[first].sentence {
			continue
		}
		s.class, s.attr, s.part = Warranty, "warranty", ""
		if h.from >= after && h.from <= after+2 {
			s.End = r.words[h.to-1].End
		}
	}
}
