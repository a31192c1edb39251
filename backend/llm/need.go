package llm

import (
	"net/http"
	"strings"
	"time"

	"galley/backend/galley"
	"galley/backend/pattern"
)

// need is what a request is about to take of a limit of tokens.
type need struct {
	likely int // by what such requests took
	most   int // with an answer as long as it may be
}

// How long requests are booked at their most after a refusal that named tokens.
// It ends soon, since the refusal may have come from another program that used
// the same limit. Each return to what is likely that is refused too makes it
// longer.
const (
	leastHold = 30 * time.Second
	// sureHold is where what was sent went just beyond the limit, counted so.
	sureHold = 8 * time.Minute
	mostHold = 32 * time.Minute
	longer   = 4
	// returning is for how long a refusal tells something of the return.
	returning = 3 * time.Minute
	// evensOut is when limits a minute have forgotten how requests were booked.
	evensOut = time.Minute
)

// tokensNamed are the words of refusals for a limit of tokens a minute, and
// inputNamed of those that do not count answers.
var (
	tokensNamed = pattern.Lazy(`(?i)tokens?[ _-]?per[ _-]?min|\bTPM\b|token rate limit|tokens? (?:rate|usage) limit`)
	inputNamed  = pattern.Lazy(`(?i)(?:input|prompt)[ _-]tokens?`)
)

// namesTokens reports whether the refusal is for a limit of tokens a minute, of
// questions and answers.
func (r refusal) namesTokens() bool {
	return (strings.EqualFold(r.kind, "tokens") || tokensNamed().MatchString(r.message)) && !inputNamed().MatchString(r.message)
}

// countsMost learns from a refusal that the endpoint counts all that an answer
// may take, as OpenAI does with max_tokens. Wait is for how long it asked to send
// nothing, n what the request was to take. It reports whether there is a limit to
// pace by.
func (p *pacer) countsMost(wait time.Duration, n need, reached int) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := steady(p.clock)
	switch {
	case !isLimited(p.tokens):
		return false
	case now.Before(p.mostUntil):
		return true
	case now.Sub(p.mostUntil) <= returning:
		p.hold = min(longer*p.hold, mostHold)
		take(p.tokens, now, min(p.owed, maxCredit*p.tokens.Burst()))
	default:
		p.hold = leastHold
	}
	if p.sure = justExceeds(p.tpm, n.most, reached); p.sure {
		p.hold = max(p.hold, sureHold)
	}
	p.mostUntil, p.roomy, p.owed, p.credit = now.Add(wait+p.hold), false, 0, 0
	return true
}

// charge is what is booked for a request.
func (p *pacer) charge(n need) int {
	if steady(p.clock).Before(p.mostUntil) {
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

// owe notes what the endpoint may have counted beyond what was booked since the
// return to what is likely, and what is sent. It returns what was sent in the last
// minute with this request.
func (p *pacer) owe(n need) (reached int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if isLimited(p.tokens) && n.most > 0 {
		p.minute.add(steady(p.clock), n.most)
	}
	if since := steady(p.clock).Sub(p.mostUntil); since >= 0 && since <= evensOut {
		p.owed += max(n.most-n.likely, 0)
	}
	return p.minute.sum
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
func (c *Client) slowDown(f *fault, takes need, reached int, sentAt time.Time, place *place) {
	if !f.overloaded {
		return
	}
	c.pace.forget(sentAt)
	wait := f.wait
	if f.retry == retryBusy {
		wait = c.afterOverload(f, place)
	} else {
		if wait == 0 {
			wait = leastFreeze + c.jitter(backoff(c.pace.frozenInARow()))
		}
		if f.code != galley.CodeRateLimited || !f.refusal.namesTokens() || !c.pace.countsMost(min(wait, maxFreeze), takes, reached) {
			place.refusedForRate() // else the pace is what was wrong
		}
	}
	if wait > 0 && wait <= maxFreeze {
		c.pace.freeze(sentAt, wait, waitFor(f))
	}
}

// afterOverload is how long nothing is sent after a server was full: as long as it
// asks for, else until one of those under way is done, which the gate sees to. Where
// none is, it grows from a moment.
func (c *Client) afterOverload(f *fault, place *place) time.Duration {
	alone := place.refusedForOverload()
	inARow := c.pace.frozenInARow()
	if alone {
		c.pace.refused()
	}
	switch {
	case f.asksToReturn():
		return f.wait
	case !alone:
		return 0
	case inARow == 0:
		return c.jitter(freesLate)
	}
	return leastFreeze + c.jitter(backoff(inARow))
}
