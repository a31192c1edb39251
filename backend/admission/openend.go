package admission

import (
	"slices"
	"strings"

	"galley/backend/pattern"
)

var (
	// openEnglish are endings of an English clause that more must follow.
	openEnglish = []pattern.Regexp{
		pattern.Lazy(`\b(?:it|they|which|that|and|you|we) can$`),
		pattern.Lazy(`\b(?:should|will|can|must|may|could|would|might) be$`),
		pattern.Lazy(`\b(?:does|do|did|will|would|can|could|should|must|is|are|was|were|has|have) not$`),
		pattern.Lazy(`\b(?:helps?|allows?|lets?|enables?) (?:you|them|the \w+|your \w+)(?: to)? (?:find|keep|make|bring|give|provide|create|add|hold|protect|offer|prevent|ensure|get|take|put|avoid|reduce|store|choose)$`),
	}

	// needsVerb are German verbs that need another at the end of their clause: "lässt sich über USB-C".
	needsVerb = pattern.Lazy(`(?:^|[^\p{L}])(?:lässt sich|lassen sich|(?:der|die|das|er|sie|es) (?:\p{L}+ )?(?:kann|können|darf|dürfen)) [^.!?]*$`)

	// openExcuse are words with which such an ending is whole: "the way it should be", "others do, but ours does not".
	openExcuse = pattern.Lazy(`^(?:as|than|what|whatever|how|where|wherever|when|whenever|if|all|everything|anything|only|way|place|or|one|ones|others?|but|whereas|so)$`)

	// upToWhat are words before "up to" that end a good text: "a name to live up to".
	upToWhat = pattern.Lazy(`^(?:live|lives|lived|living|look|looks|looked|looking|get|gets|getting|own|stand|wake|wakes|waking|add|adds|measure|measures|cuddle|snuggle|cosy|match|matches|is|are|was|were|be|been|it|you|they|we|one|them|him|her|re|you're|they're)$`)

	// openTag is an element of text that begins at the end of an answer and never ends, without the end of a sentence.
	openTag = pattern.Lazy(`(?is)<(?:p|li|h[1-6]|td|th|blockquote|strong|em)\b[^>]*>[^<]*[\p{L}\p{N},;–-]\s*$`)

	// romanceEnd is how words of Spanish and Italian never end; what others lend them does.
	romanceEnd = pattern.Lazy(`[aeiouáéíóúàèìòù]\p{L}*[bcfghkmpqtvw]$`)
	lent       = pattern.Lazy(`^(?:sport|set|kit|pack|chic|top|bar|club|test|soft|trend|look|film|spray|clip|chef|robot|stick|stock|shop|rock|jazz|pop|spot|tablet|internet|web|smart|short|t-shirt|shirt|jacket|pocket|basket|sweat|crop|tech|high-tech|scotch|snack|relax|comfort|pet|pvc|usb|fit|night|light|black|pink|cream|ketchup|clic|tic|tac|album|sandwich|punch|brunch|sketch|match|stretch|touch|patch|whisky|tweed|denim|poc|doc|igp|dop)$`)
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

// endsLikeNone reports whether a word ends as no word of its language does: "per evit" of "evitare".
func (t *text) endsLikeNone(word string) bool {
	const shortest = 3
	romance := t.language == "es" || t.language == "it"
	return romance && len(word) >= shortest && t.isLower(word) && romanceEnd().MatchString(word) && !lent().MatchString(word) && !strings.Contains(t.knownWords, " "+word+" ")
}
