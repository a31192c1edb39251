package llm

import "time"

// closedFor is how long an endpoint that says when to come back has to refuse everything at
// least, before requests are given up for it: it may load its model.
const closedFor = 2 * time.Minute

// closed follows an endpoint that refuses everything, being full, whichever workers ask it: they
// take turns, so that each would come to its last try after hours.
type closed struct {
	refusals int          // since the last answer, of requests beside which none was under way
	since    time.Time    // the first of them
	gaveUp   [2]time.Time // when requests were given up for it: the last but one, and the last
	told     fault        // what the last was told
}

// refused notes that an endpoint refused a request beside which none was under way.
func (p *pacer) refused() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.refusals == 0 {
		p.since = steady(p.clock)
	}
	p.refusals++
}

// givesUp reports whether a request that was refused is given up since everything is.
func (p *pacer) givesUp(f *fault) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := steady(p.clock)
	if p.refusals < tries[retryBusy] || f.asksToReturn() && now.Sub(p.since) < max(closedFor, time.Duration(tries[retryBusy])*f.wait) {
		return false
	}
	p.gaveUp, p.told = [2]time.Time{p.gaveUp[1], now}, *f
	p.told.retry = retryNever
	return true
}

// gaveUpSince returns what others were told while one waited for its turn; nil if the endpoint
// has answered since, or was not asked once more after the first was given up.
func (p *pacer) gaveUpSince(queuedAt time.Time) *fault {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.gaveUp[0].After(queuedAt) {
		return nil
	}
	told := p.told
	return &told
}

// forget forgets the refusals from so long before a request was sent that they say nothing of it.
func (p *pacer) forget(sentAt time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if sentAt.Sub(p.thawsAt) > longest {
		p.freezes, p.closed = 0, closed{}
	}
}

// asksToReturn reports whether an endpoint that is full says when to come back, which is waited for.
func (f *fault) asksToReturn() bool { return f.wait > 0 && f.wait <= maxFreeze }
