package shopify

import "time"

// settle returns a ticket. charged is the cost of the request, the ticket's own if unknown; status
// is the bucket in its answer, nil if there is none.
func (b *bucket) settle(t ticket, charged float64, status *throttleStatus) {
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.clock.Now()
	b.refill(now)
	if t.held {
		b.reserved -= t.cost
	}
	b.flying--
	b.inFlight -= t.cost
	if b.flying == 0 {
		b.inFlight, b.reserved = 0, 0 // no rounding error outlives the requests
	}
	b.level += t.cost - charged
	if status.usable() {
		b.correct(t, *status, now)
	}
	// Of a pair, only the second one shows the cost of its kind.
	b.known = b.known || b.told && b.flying == 0
	b.wakeFirst()
}

// correct compares the level with an answer's figure.
func (b *bucket) correct(t ticket, status throttleStatus, now time.Time) {
	b.maximum = status.MaximumAvailable
	b.rate = status.RestoreRate
	if !b.known {
		b.told = true
		b.level = status.CurrentlyAvailable - b.reserved
		b.asOf = now
		return
	}
	// Requests in flight beside this one, or sent after it, may be missing in the figure.
	missing := t.others + b.sent - t.sent
	// Requests not sent yet are certainly missing.
	b.level = min(max(b.level, status.CurrentlyAvailable-missing), status.CurrentlyAvailable-b.reserved)
	b.level = min(b.level, b.maximum-b.inFlight)
}

// hold sends nothing for a while: the shop asked for a pause.
func (b *bucket) hold(pause time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if until := b.clock.Now().Add(pause); until.After(b.held) {
		b.held = until
	}
}

// pays is how many points a second the bucket pays for if what it holds now is spent within a while. It
// is 0 while that is not known.
func (b *bucket) pays(within time.Duration) float64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.known {
		return 0
	}
	b.refill(b.clock.Now())
	return b.rate + max(b.level, 0)/within.Seconds()
}

// size is the bucket's maximum, 0 while it is not known.
func (b *bucket) size() float64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.maximum
}
