package llm

import (
	"strconv"
	"strings"

	"galley/backend/pattern"
)

// Answers that say that the request asks for more tokens than there can be.
var (
	namesLimit   = pattern.Lazy(`(?i)max[_ ]?(?:completion_|new_|output_)?tokens|max_tokens|completion tokens|output tokens|in the completion|tokens per minute|\bTPM\b|max_new_tokens`)
	exceedsLimit = pattern.Lazy(`(?i)too (?:large|high|big|many)|at most|exceed|maximum|less than|must be (?:<|between|in)|range|greater than|afford|fewer|reduce|should be|(?:<=|>)\s*\d|\d+ > \d|larger|up to|requested \d`)
	unknownParam = pattern.Lazy(`(?i)unsupported|not supported|unrecognized|unknown|use '?max_completion|unexpected keyword|extra inputs|not permitted`)

	affordable = pattern.Lazy(`(?i)afford (?:at most |up to )?(\d+)`)
	contextOf  = pattern.Lazy(`(?i)context (?:length|size|window)(?: (?:is|of))?\D{0,20}(\d{3,7})|<= ?(\d{3,7})`)
	inputOf    = pattern.Lazy(`(?i)(\d+)(?: tokens)? ?(?:input tokens|in the messages|in your prompt|prompt tokens|from the input|` + "`inputs`" + `)|(?:request|prompt|input) has (\d+)|input(?: tokens| length)?\D{0,4}(\d{2,7})`)
	perMinute  = pattern.Lazy(`(?i)limit:?\s*(\d+),?.{0,40}requested:?\s*(\d+)`)
	anyNumber  = pattern.Lazy(`\d+`)
)

// tooMuchAsked reports whether the endpoint refuses the answer limit for its
// size.
func (r refusal) tooMuchAsked() bool {
	named := namesLimit().MatchString(r.message) || strings.HasPrefix(r.param, paramMaxTokens) || strings.HasPrefix(r.param, paramMaxCompletionTokens)
	return r.isTooMuch() || r.isAPI && named && exceedsLimit().MatchString(r.message) && !unknownParam().MatchString(r.message)
}

// leastAnswer is an answer limit below which no text fits.
const leastAnswer = 64

// lessOf reads from a refusal how many tokens of an answer would be accepted,
// where limit were not. keep is false where that depends on the question's
// length. 0 means that it does not say.
func (r refusal) lessOf(limit int) (less int, keep bool) {
	said := strings.ReplaceAll(strings.ReplaceAll(r.message, ",", ""), "'", "")
	const margin = 32
	if n := numberIn(affordable, said); n > 0 {
		return below(n, limit), true
	}
	if m := perMinute().FindStringSubmatch(said); m != nil {
		return below(limit-(atoi(m[2])-atoi(m[1]))-margin, limit), true
	}
	if whole, input := numberIn(contextOf, said), numberIn(inputOf, said); whole > 0 && input > 0 {
		return below(whole-input-margin, limit), false
	}
	for _, text := range anyNumber().FindAllString(said, -1) {
		if n := atoi(text); n < limit && n > less {
			less, keep = n, true
		}
	}
	return below(less, limit), keep
}

// below returns n where it is a useful limit below the one that was refused.
func below(n, limit int) int {
	if n < leastAnswer || n >= limit {
		return 0
	}
	return n
}

// numberIn returns the number of the first group that was found.
func numberIn(one pattern.Regexp, said string) int {
	for i, group := range one().FindStringSubmatch(said) {
		if i > 0 && group != "" {
			return atoi(group)
		}
	}
	return 0
}

func atoi(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return n
}
