package shopify

import (
	"context"
	"math"
	"slices"
	"sync"
	"time"

	"galley/backend/galley"
)

// throttleStatus is a shop's cost bucket as reported, in points and points a second.
type throttleStatus struct {
	MaximumAvailable   float64 `json:"maximumAvailable"`
	CurrentlyAvailable float64 `json:"currentlyAvailable"`
	RestoreRate        float64 `json:"restoreRate"`
}

// usable is false for a status without usable numbers.
func (s *throttleStatus) usable() bool {
	return s != nil && s.MaximumAvailable > 0 && s.RestoreRate > 0
}

// bucket follows a shop's cost bucket and releases requests in order, as soon as the shop will
// accept them.
//
// It keeps an account: each request is charged when it leaves, and the level grows at the shop's
// rate. Each answer reports the bucket's level, which corrects the account. The level is never above
// the shop's: the reported figure may not include requests still under way, so it limits the level
// from above as it is, and from below only after subtracting those requests.
type bucket struct {
	clock galley.Clock

	mu      sync.Mutex
	queue   []*waiter
	told    bool // an answer said how full it is
	known   bool
	maximum float64
	rate    float64
	level   float64 // at the time of asOf
	asOf    time.Time
	held    time.Time // no request leaves before

	reserved float64 // cost of requests that have their ticket and have not left
	flying   int     // requests that left or have their ticket, and are not answered
	inFlight float64 // their cost
	sent     float64 // cost of all requests ever, to tell what left since
}

// waiter is a request that waits for its turn.
type waiter struct {
	cost func() float64     // as known when its turn comes
	wake context.CancelFunc // ends its pause, to look again
	rank rank
}

// rank is before whom a request goes: the lower first.
type rank int

const (
	turnedAway rank = iota // by the shop, once before
	hurried                // a person waits for it
	bulk
)

// untilWoken is a pause that only another request can end.
const untilWoken = time.Duration(math.MaxInt64)

// ticket is the leave to send one request. It is given back with settle.
type ticket struct {
	cost   float64
	others float64 // cost of other requests in flight when it left
	sent   float64 // the bucket's total when it left
	held   bool    // it has not left
}

func newBucket(clock galley.Clock) *bucket { return &bucket{clock: clock} }

// take waits until a request of that cost may be sent. The cost is computed when it is its turn:
// answers to requests ahead may have changed it. A request that the shop turned away once goes before
// all others, and one that a person waits for before bulk. If the context ends first, its error is returned.
func (b *bucket) take(ctx context.Context, cost func() float64, again bool) (ticket, error) {
	w := &waiter{cost: cost, wake: func() {}, rank: bulk}
	switch {
	case again:
		w.rank = turnedAway
	case galley.Hurries(ctx):
		w.rank = hurried
	}
	b.join(w)
	for {
		if err := ctx.Err(); err != nil {
			b.leave(w)
			return ticket{}, err
		}
		t, resting, pause := b.admit(ctx, w)
		if resting == nil {
			return t, nil
		}
		b.rest(resting, pause)
	}
}

// takePair waits until two requests may be sent one right after the other. The second one's ticket is
// held until it departs.
func (b *bucket) takePair(ctx context.Context, first, second func() float64, again bool) (now, later ticket, err error) {
	now, held, err := b.takeGroup(ctx, first, []func() float64{second}, again)
	if err != nil {
		return now, later, err
	}
	return now, held[0], nil
}

// takeGroup waits until a request and several others right after it may be sent. The tickets of the
// others are held until they depart.
func (b *bucket) takeGroup(ctx context.Context, first func() float64, others []func() float64, again bool) (now ticket, held []ticket, err error) {
	var one, rest float64
	all := func() float64 {
		one, rest = max(first(), 1), 0
		held = held[:0]
		for _, cost := range others {
			held = append(held, ticket{cost: max(cost(), 1), held: true})
			rest += held[len(held)-1].cost
		}
		return one + rest
	}
	t, err := b.take(ctx, all, again)
	if err != nil {
		return now, nil, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.flying += len(held)
	b.reserved += rest
	return ticket{cost: one, others: t.others + rest, sent: t.sent}, held, nil
}

// depart notes that a held request leaves now.
func (b *bucket) depart(t ticket) ticket {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.reserved -= t.cost
	return ticket{cost: t.cost, others: b.inFlight - t.cost, sent: b.sent}
}

// join puts a request behind those of its rank. One that the shop turned away goes first of all.
func (b *bucket) join(w *waiter) {
	b.mu.Lock()
	defer b.mu.Unlock()
	at := slices.IndexFunc(b.queue, func(other *waiter) bool { return other.rank > w.rank || w.rank == turnedAway })
	if at < 0 {
		at = len(b.queue)
	}
	b.queue = slices.Insert(b.queue, at, w)
}

func (b *bucket) leave(w *waiter) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.queue = slices.DeleteFunc(b.queue, func(other *waiter) bool { return other == w })
	b.wakeFirst()
}

// admit gives w its ticket if it is w's turn and the level suffices. If not, it returns for how long to
// rest, and a context that ends earlier when something has changed.
func (b *bucket) admit(ctx context.Context, w *waiter) (t ticket, resting context.Context, pause time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	w.wake()
	cost := 0.0
	pause = untilWoken
	if b.queue[0] == w {
		cost = max(w.cost(), 1)
		pause = b.wait(cost)
	}
	if pause > 0 {
		resting, w.wake = context.WithCancel(ctx)
		return ticket{}, resting, pause
	}
	b.queue = b.queue[1:]
	t = ticket{cost: cost, others: b.inFlight, sent: b.sent + cost}
	b.flying++
	b.inFlight += cost
	b.sent += cost
	b.level -= cost
	b.wakeFirst()
	return t, nil, 0
}

func (b *bucket) rest(resting context.Context, pause time.Duration) {
	if pause == untilWoken {
		<-resting.Done()
		return
	}
	// Its error says only that the pause was cut short, which the loop checks next.
	_ = b.clock.Sleep(resting, pause)
}

func (b *bucket) wakeFirst() {
	if len(b.queue) > 0 {
		b.queue[0].wake()
	}
}

// wait is how long the first in the queue currently has to wait.
func (b *bucket) wait(cost float64) time.Duration {
	now := b.clock.Now()
	if pause := b.held.Sub(now); pause > 0 {
		return pause
	}
	if !b.known {
		if b.flying == 0 {
			return 0
		}
		return untilWoken
	}
	b.refill(now)
	// Shops report whole points, and clocks whole milliseconds: one of each in
	// reserve.
	need := min(cost+1+b.rate/1000, b.maximum)
	if b.level >= need {
		return 0
	}
	return time.Duration(math.Ceil((need - b.level) / b.rate * float64(time.Second)))
}

// refill brings the level up to date. Costs under way count as not yet charged by the shop, so the
// level stays that far below the brim.
func (b *bucket) refill(now time.Time) {
	if passed := now.Sub(b.asOf); passed > 0 {
		b.level += b.rate * passed.Seconds()
		b.asOf = now
	}
	b.level = min(b.level, b.maximum-b.inFlight)
}
