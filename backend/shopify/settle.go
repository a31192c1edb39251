package shopify

import "time"

// settle gives a ticket back. charged is what the shop took for the request, the ticket's own cost
// where nothing is known; status is what its answer said of the bucket, nil where it said nothing.
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
	// Of a pair, only the second one tells what its like will cost.
	b.known = b.known || b.told && b.flying == 0
	b.wakeFirst()
}

// correct holds the level against an answer's figure.
func (b *bucket) correct(t ticket, status throttleStatus, now time.Time) {
	b.maximum = status.MaximumAvailable
	b.rate = status.RestoreRate
	if !b.known {
		b.told = true
		b.level = status.CurrentlyAvailable - b.reserved
		b.asOf = now
		return
	}
	// Whatever was in flight beside this request, or left after it, may be missing in the figure.
	missing := t.others + b.sent - t.sent
	// What has not left is certainly missing.
	b.level = min(max(b.level, status.CurrentlyAvailable-missing), status.CurrentlyAvailable-b.reserved)
	b.level = min(b.level, b.maximum-b.inFlight)
}

// hold lets nothing leave for a while: the shop asked for silence.
func (b *bucket) hold(pause time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if until := b.clock.Now().Add(pause); until.After(b.held) {
		b.held = until
	}
}

// size is the bucket's maximum, 0 while it is not known.
func (b *bucket) size() float64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.maximum
}
