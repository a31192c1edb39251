package llm

import (
	"net/http"
	"regexp"
	"strings"
	"time"

	"galley/backend/galley"
)

// need is what a request is about to take of a limit of tokens.
type need struct {
	likely int // by what such requests took
	most   int // with an answer as long as it may be
}

// mostHolds is how long requests are booked at their most after a refusal that
// named tokens. It ends, since the refusal may have come from another program
// that used the same limit; an endpoint that counts so teaches it again.
const mostHolds = time.Hour

// tokensNamed are the words of refusals for a limit of tokens a minute.
var tokensNamed = regexp.MustCompile(`(?i)tokens?[ _-]?per[ _-]?min|\bTPM\b|token rate limit|tokens? (?:rate|usage) limit`)

// namesTokens reports whether the refusal is for a limit of tokens a minute.
func (r refusal) namesTokens() bool {
	return strings.EqualFold(r.kind, "tokens") || tokensNamed.MatchString(r.message)
}

// countsMost learns from a refusal that the endpoint counts all that an answer
// may take, as OpenAI does with max_tokens. It reports whether there is a limit
// to pace by.
func (p *pacer) countsMost() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.clock.Now()
	if !isLimited(p.tokens) {
		return false
	}
	if !now.Before(p.mostUntil) {
		p.mostUntil, p.roomy = now.Add(mostHolds), false
	}
	return true
}

// charge is what is booked for a request.
func (p *pacer) charge(n need) int {
	if p.clock.Now().Before(p.mostUntil) {
		return max(n.most, n.likely)
	}
	return n.likely
}

// charged is charge, for others than the pacer itself.
func (p *pacer) charged(n need) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.charge(n)
}

// noteLeft notes how much an answer says is left of the tokens. Where that is more
// than half of them, answers that are booked at their most are charged by what they
// took: the endpoint does not count as strictly as was feared, or has some to spare.
func (p *pacer) noteLeft(h http.Header) {
	limit, hasLimit := number(h, "X-Ratelimit-Limit-Tokens")
	left, hasLeft := number(h, "X-Ratelimit-Remaining-Tokens")
	p.mu.Lock()
	defer p.mu.Unlock()
	p.roomy = hasLimit && hasLeft && left > limit/2
}

// slowDown reports a refusal for overload to pacer and gate.
func (c *Client) slowDown(f *fault, sentAt time.Time, round int) {
	if !f.overloaded {
		return
	}
	if f.code != galley.CodeRateLimited || !f.refusal.namesTokens() || !c.pace.countsMost() {
		c.gate.narrow(round) // else the pace is what was wrong
	}
	wait := f.wait
	if wait == 0 && f.retry == retryLimited {
		wait = leastFreeze + c.jitter(backoff(c.pace.frozenInARow()))
	}
	if wait > 0 && wait <= maxFreeze {
		c.pace.freeze(sentAt, wait, waitFor(f))
	}
}
