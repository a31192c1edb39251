package admission

import (
	"slices"
	"strings"

	"galley/backend/pattern"
)

var (
	// openEnglish are endings of an English clause that more must follow.
	openEnglish = []pattern.Regexp{
		pattern.Lazy(`\b(?:it|they|which|that|and|and you|and we) can$`),
		pattern.Lazy(`\b(?:should|will|can|must|may|could|would|might) be$`),
		pattern.Lazy(`\b(?:does|do|did|will|would|can|could|should|must|is|are|was|were|has|have) not$`),
		pattern.Lazy(`\b(?:helps?|allows?|lets?|enables?) (?:you|them|the \w+|your \w+)(?: to)? (?:find|keep|make|bring|give|provide|create|add|hold|protect|offer|prevent|ensure|get|take|put|avoid|reduce|store|choose)$`),
	}

	// needsVerb are German verbs that need an infinitive after them: "lässt sich über USB-C".
	needsVerb  = pattern.Lazy(`(?:^|[^\p{L}])(?:lässt|lassen) sich ([^.!?]*)$`)
	infinitive = pattern.Lazy(`^\p{Ll}+(?:en|ern|eln)$`)

	// openExcuse are words with which such an ending is whole: "the way it should be", "others do, but ours does not".
	openExcuse = pattern.Lazy(`^(?:as|than|what|whatever|how|where|wherever|when|whenever|if|all|everything|everywhere|anything|anywhere|because|while|best|every|only|way|place|or|one|ones|others?|but|whereas|so)$`)

	// upToWhat are words before "up to" that end a good text: "a name to live up to".
	upToWhat = pattern.Lazy(`^(?:live|lives|lived|living|look|looks|looked|looking|get|gets|getting|own|stand|wake|wakes|waking|add|adds|measure|measures|cuddle|snuggle|cosy|match|matches|is|are|was|were|be|been|it|you|they|we|one|them|him|her|re|you're|they're)$`)

	// openTag is an element of text that begins at the end of an answer and never ends, without the end of a sentence.
	openTag = pattern.Lazy(`(?is)<(?:p|li|h[1-6]|td|th|blockquote|strong|em)\b[^>]*>[^<]*[\p{L}\p{N},;–-]\s*$`)
)

// isOpen reports whether a description stops within an element. Some models end none: others have to.
func (t *text) isOpen() bool {
	if !t.Field.IsHTML() || !openTag().MatchString(t.Raw) {
		return false
	}
	return strings.Contains(t.rawLow, "</") || !strings.Contains(t.Raw[1:], "<")
}

// stopsInEnglish reports whether an English clause has such an ending.
func stopsInEnglish(clause []string) bool {
	said := strings.Join(clause, " ")
	open := slices.ContainsFunc(openEnglish, func(ending pattern.Regexp) bool { return ending().MatchString(said) })
	return open && !slices.ContainsFunc(clause, openExcuse().MatchString) || upTo(clause)
}

// upTo reports whether words end in "up to" behind a noun: "for table tops up to".
func upTo(list []string) bool {
	at := len(list) - 2
	return at > 0 && list[at] == "up" && list[at+1] == "to" && !upToWhat().MatchString(list[at-1]) && !endingVerbs().MatchString(list[at-1])
}

// isLower reports whether the text writes its last word with a small letter, as no noun of German.
func (t *text) isLower(word string) bool { return strings.HasSuffix(strings.TrimSpace(t.seen), word) }
