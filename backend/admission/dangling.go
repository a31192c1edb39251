package admission

import (
	"slices"
	"strings"

	"galley/backend/markup"
	"galley/backend/pattern"
)

var (
	// dangling are English words that end a sentence now and then ("easy to live with").
	dangling = pattern.Lazy(`^(?:for|with|in|on|at|by|from|of|to|as|into|is|are|that|which|has)$`)

	// listEnds is the end of a text that ends in a list, whose points have no full stops.
	listEnds = pattern.Lazy(`(?i)</(?:li|ul|ol|td|tr|table|dl|dd)>\s*$`)

	determiner = pattern.Lazy(`^(?:an?|the|your|our|its|their|his|her|this|these|those|each|every|no|two|three|four)$`)

	// noNoun are words that no noun phrase goes on with from right to left.
	noNoun = pattern.Lazy(`^(?:for|with|in|on|at|by|from|of|to|as|into|like|after|before|about|than|over|under|through|without|between` +
		`|up|down|out|off|back|away|around|along|forward|together|here|there` +
		`|is|are|was|were|be|been|am|has|have|had|do|does|did|will|would|can|could|may|might|must|should` +
		`|i|you|we|they|he|she|it|who|that|which|what|or|but|so|just|all|only|even|exactly|not|never|always|if|when|where|while)$`)

	oneThing = pattern.Lazy(`^(?:an?|this|each|every|no)$`) // determiners before a singular
	inS      = pattern.Lazy(`[^s]s$`)                       // a plural, or behind a singular a verb: "every cat deserves"

	// endingVerbs are verbs that such words often follow at the end of a good text: "a bench your guests sit on".
	endingVerbs = pattern.Lazy(`^(?:sit|sleep|lie|lean|rely|live|work|play|cook|eat|drink|write|walk|run|ride|stand|rest|read|look|come|go|return` +
		`|belong|listen|dream|count|depend|cling|hang|care|long|wait|ask|talk|think|know|love|like|want|need|use|enjoy|beat|match|say|mean|show|prove` +
		`|see|feel|wear|swear|grow|fit|pass|travel|sing|dance|swim|curl|sink|settle|gather|hope|hear|try|trust|share|start|put|get)(?:e?s|d|ed|ing)?$`)

	// setsApart are words on both sides of a noun that end good texts: "keeps the warmth in", "with the lights on".
	setsApart = pattern.Lazy(`^(?:(?:keep|let|lock|bring|hold|take|seal|switch|turn|leave|put)(?:s|ing)? (?:on|in)|with on|(?:out|off|up) and (?:on|in))$`)

	isBe       = pattern.Lazy(`^(?:is|are|was|were|be|been)$`)
	participle = pattern.Lazy(`^(?:\w+ed|made|built|cut|sewn|sold|meant|known|woven|worn|bound|kept|held|set|put|cast|spun|drawn|born|grown|found|hung|given|taken|shown)$`)
	subject    = pattern.Lazy(`^(?:i|you|we|they|he|she|it)$`)
	relative   = pattern.Lazy(`\b(?:that|which|what|who|whom|where|why)\b`)
	// particles are passives that end with a word of the verb's own: "the plate is screwed on".
	particles = pattern.Lazy(`^(?:(?:screwed|bolted|nailed|glued|fixed|fitted|clipped|snapped|buttoned|zipped|strapped|tied|sewn|stitched|built|woven|pressed|pushed|tucked|plugged|switched|turned|locked|worked|rubbed|massaged) (?:on|in)` +
		`|(?:accounted|cared|catered|provided|paid|asked|called) for|(?:relied|counted|sat|slept|walked) on|(?:lived|slept) in)$`)

	// needsMore are endings of a clause that go on, unless what they belong to stands before: "the box it comes in".
	needsMore = []pattern.Regexp{
		pattern.Lazy(`\b(?:comes (?:with|for|from|in|by)|come with|(?:supplied|suitable|suited|ideal|perfect|ready|available|made|finished|delivery) (?:with|for|from|of|in|to|by))$`),
		pattern.Lazy(`\b(?:made|finished|treated|supplied|filled|lined) (?:with|of|from|in|by) \w+ (?:to|for|by|from|with)$`),
		pattern.Lazy(`\b(?:makes?|made|builds?|built|cuts?|finish(?:es|ed)?|suppl(?:y|ies|ied)|deliver(?:s|ed)?|sends?|sent|packs?|packed) (?:it|them) (?:with|for|from|of|in|to|by)$`),
		pattern.Lazy(`\b(?:the|this|your|our|its?|they|and)\b.* (?:is|are|has)$`),
	}
	compared   = pattern.Lazy(`\b(?:what|who|how|where|when|why|which|that|all|than|as|like|there)(?:ever)?\b|thing\b|\bto be \w+ \w+$`)
	asSubject  = pattern.Lazy(`\b(?:that|which|who) (?:is|are|was|were|has|comes?)\b`)
	bareNoun   = pattern.Lazy(`\b(?:of|with|from) (?:\w+ )?\w+ that$|^\w*[^\Ws] \w+ that$`)
	clauseEnds = pattern.Lazy(`[,;:–—]\s`)
)

// dangles reports whether an English text stops at such a word: behind words that need more ("suitable for"), a noun
// ("comes with a hammock in") or a passive ("the platform is made for"). Behind other verbs they end good texts: "a
// place to come home to". Behind nouns and passives only "that" is refused where no sentence before has a full stop.
func (t *text) dangles(end string) bool {
	if t.language != "en" || !dangling().MatchString(end) || end != "that" && listEnds().MatchString(t.Content) {
		return false
	}
	sentences := markup.Sentences(t.seen)
	last := plain(sentences[len(sentences)-1])
	clauses := clauseEnds().Split(last, -1)
	clause := words(clauses[len(clauses)-1])
	if needsMoreAfter(clause) {
		return !belongsBefore(clause)
	}
	if end == "that" && bareNounBefore(clause) {
		return true
	}
	if end != "that" && !hasFullStop(sentences[:max(len(sentences)-1, 0)]) {
		return false
	}
	return nounBefore(words(last)) || passiveBefore(clause)
}

// needsMoreAfter reports whether a clause has an ending that goes on.
func needsMoreAfter(clause []string) bool {
	said := strings.Join(clause, " ")
	return slices.ContainsFunc(needsMore, func(ending pattern.Regexp) bool { return ending().MatchString(said) })
}

// belongsBefore reports whether what the last words of a clause belong to stands before them: "the box it comes in",
// "a bench this garden was made for", "as tall as you are".
func belongsBefore(clause []string) bool {
	if compared().MatchString(asSubject().ReplaceAllString(strings.Join(clause, " "), "")) {
		return true
	}
	for i := len(clause) - 2; i > 0 && clause[i] != "and"; i-- {
		before := clause[i-1]
		if subject().MatchString(clause[i]) && before != "and" && !endsInObject(clause, i) || determiner().MatchString(clause[i]) && nounEnds(clause[:i]) {
			return true
		}
	}
	return false
}

// endsInObject reports whether a pronoun is the object of the verb before it: "make it from".
func endsInObject(clause []string, at int) bool { return clause[at] == "it" && at == len(clause)-2 }

// bareNounBefore reports whether the last word follows a noun that has no determiner: "slats of solid oak that".
func bareNounBefore(clause []string) bool {
	noun := clause[max(len(clause)-2, 0)]
	isVerb := noNoun().MatchString(noun) || endingVerbs().MatchString(noun) || len(clause) <= 3 && (inS().MatchString(noun) || subject().MatchString(clause[0]))
	return !isVerb && bareNoun().MatchString(strings.Join(clause, " "))
}

// hasFullStop reports whether one of the sentences ends with a full stop. Those of "Oak. Sisal." are none.
func hasFullStop(sentences []string) bool {
	const whole = 5 // words
	for _, sentence := range sentences {
		if markup.WordCount(sentence) >= whole && strings.HasSuffix(strings.TrimSpace(sentence), ".") {
			return true
		}
	}
	return false
}

// nounBefore reports whether the last word follows a noun that a determiner shows: "a flat toe seam that".
func nounBefore(list []string) bool {
	const longest = 5 // words of such a phrase
	at := len(list) - 2
	for i := at; i >= 0 && i > at-longest; i-- {
		if noNoun().MatchString(list[i]) {
			return false
		}
		if !determiner().MatchString(list[i]) {
			continue
		}
		isOfVerb := i < at-1 && (endingVerbs().MatchString(list[at]) || oneThing().MatchString(list[i]) && inS().MatchString(list[at]))
		return !isOfVerb && !isApart(list, i) && (i == at || !nounEnds(list[:i]))
	}
	return false
}

// infinitives are words after which a noun is an object, and the last word the verb's: "to rest your coffee on".
var infinitives = pattern.Lazy(`^to \w+ (?:on|with|in)$`)

// isApart reports whether the last word belongs to what stands before the noun at a place: "keeps the warmth in".
func isApart(list []string, at int) bool {
	end := list[len(list)-1]
	return at > 0 && setsApart().MatchString(list[at-1]+" "+end) ||
		at > 1 && (setsApart().MatchString(strings.Join(list[at-2:at], " ")+" "+end) || infinitives().MatchString(strings.Join(list[at-2:at], " ")+" "+end))
}

// nounEnds reports whether words end in a noun, so that what follows says more of it: "a knife (that) every cook
// reaches for". They do where a determiner shows it, or where they are a plural that the sentence begins with.
func nounEnds(list []string) bool {
	const longest = 4 // words of such a phrase
	if len(list) == 0 {
		return false
	}
	last := list[len(list)-1]
	if last == "and" || noNoun().MatchString(last) || determiner().MatchString(last) {
		return false
	}
	for i := len(list) - 2; i >= 0 && i > len(list)-2-longest; i-- {
		if noNoun().MatchString(list[i]) {
			return false
		}
		if determiner().MatchString(list[i]) {
			return true
		}
	}
	return len(list) <= 2 && inS().MatchString(last)
}

// passiveBefore reports whether the last word of a clause follows a passive, unless what it belongs to stands before:
// "the bed it was made for", "the warmth that wool is known for".
func passiveBefore(list []string) bool {
	at := len(list) - 2
	if at < 1 || !participle().MatchString(list[at]) || !isBe().MatchString(list[at-1]) {
		return false
	}
	if particles().MatchString(list[at] + " " + list[at+1]) {
		return false
	}
	if at > 2 && subject().MatchString(list[at-2]) || relative().MatchString(strings.Join(list[:at], " ")) {
		return false
	}
	for i := at - 2; i > 0; i-- {
		if determiner().MatchString(list[i]) {
			return !nounEnds(list[:i])
		}
	}
	return true
}
