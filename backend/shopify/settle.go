package shopify

import "time"

// settle gives a ticket back. charged is what the shop took for the request, the ticket's own cost
// where nothing is known; status is what its answer said of the bucket, nil where it said nothing.
func (b *bucket) settle(t ticket, charged float64, status *throttleStatus) {
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.clock.Now()
	b.refill(now)
	b.flying--
	b.inFlight -= t.cost
	if b.flying == 0 {
		b.inFlight = 0 // no rounding error outlives the requests
	}
	b.level += t.cost - charged
	if status.usable() {
		b.correct(t, *status, now)
	}
	b.wakeFirst()
}

// correct holds the level against an answer's figure.
func (b *bucket) correct(t ticket, status throttleStatus, now time.Time) {
	b.maximum = status.MaximumAvailable
	b.rate = status.RestoreRate
	if !b.known {
		b.known = true
		b.level = status.CurrentlyAvailable
		b.asOf = now
		return
	}
	// Whatever was in flight beside this request, or left after it, may be missing in the figure.
	missing := t.others + b.sent - t.sent
	b.level = min(max(b.level, status.CurrentlyAvailable-missing), status.CurrentlyAvailable)
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
