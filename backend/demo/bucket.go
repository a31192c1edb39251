package demo

import (
	"sync"
	"time"

	"galley/backend/galley"
)

// bucket is Shopify's leaky bucket of cost points. Source of the rules:
// https://shopify.dev/docs/api/usage/limits and recorded answers.
type bucket struct {
	clock    galley.Clock
	rate     float64 // points a second
	capacity float64

	mu        sync.Mutex
	available float64
	at        time.Time
}

func newBucket(rate, capacity float64, clock galley.Clock) *bucket {
	return &bucket{clock: clock, rate: rate, capacity: capacity, available: capacity, at: clock.Now()}
}

// throttleStatus is the bucket as the response reports it.
type throttleStatus struct {
	Maximum   float64 `json:"maximumAvailable"`
	Available float64 `json:"currentlyAvailable"`
	Rate      float64 `json:"restoreRate"`
}

// take takes the highest possible cost of an operation, or nothing if there is
// not enough.
func (b *bucket) take(cost int) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.restore()
	if float64(cost) > b.available {
		return false
	}
	b.available -= float64(cost)
	return true
}

// giveBack returns the unused part of an operation's cost.
func (b *bucket) giveBack(cost int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.restore()
	b.available = min(b.capacity, b.available+float64(cost))
}

// drain takes all points.
func (b *bucket) drain() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.restore()
	b.available = 0
}

func (b *bucket) status() throttleStatus {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.restore()
	// Whole points, rounded down: a client that waits for missing points must
	// not come too early.
	return throttleStatus{Maximum: b.capacity, Available: float64(int(b.available)), Rate: b.rate}
}

// restore adds the points for the time that has passed. A clock that was set
// back adds none.
func (b *bucket) restore() {
	now := b.clock.Now()
	if passed := now.Sub(b.at); passed > 0 {
		b.available = min(b.capacity, b.available+passed.Seconds()*b.rate)
	}
	b.at = now
}
