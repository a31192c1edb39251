package llm

import (
	"context"
	"sync"
	"time"

	"galley/backend/galley"
)

// gate bounds how many requests are under way at once: sent, and not done yet.
// Those that wait for their turn do not count.
//
// An endpoint without a limit a minute, as local servers are, begins with one at
// a time and opens by one with each answer, until one is refused for overload:
// then as many as were under way beside it are what it takes. Nothing more is
// sent until one of those is done. A number that was refused is tried again only
// after many rounds of answers, so that a server is used fully and hardly ever
// has to refuse. Where all that were under way are refused, it is closed for now
// (it loads its model, or others use it), which says nothing of its places.
type gate struct {
	clock    galley.Clock
	mu       sync.Mutex
	width    int // the configured maximum
	limit    int // 1 to width: how many may be under way now
	underWay int
	held     bool // one was refused, and no other is done since
	eager    bool // it opens with each answer, not every few rounds
	answers  int  // so far
	clean    int  // answers since the limit changed
	proved   int  // the most that were under way when one was sent that was answered
	refused  map[int]trial
	doubtful []int // the numbers that were refused since the last answer
	slowed   int   // how often it closed to half, so that one wave of refusals does so once
	refusals int   // for overload, so far
	changed  chan struct{}

	resting
}

// trial says when a number of requests that was refused is tried again.
type trial struct {
	wait int // rounds of answers
	due  int // when there were so many answers; then when it was tried
}

const (
	// patience is how many rounds of answers it takes to let in one more.
	patience = 4
	// again is how many times as long each time that a number is refused again.
	again = 4
	// mostPatience is how many rounds it takes for a number that never was answered,
	// and at most how many answers for others: so a server refuses one request in so
	// many, and places that come back are found.
	mostPatience = 256
)

// newGate makes a gate that is open, or that has to find how far it may be.
func newGate(clock galley.Clock, width int, open bool) *gate {
	g := &gate{clock: clock, width: width, limit: 1, eager: !open, refused: map[int]trial{}, changed: make(chan struct{})}
	if open {
		g.limit = width
	}
	return g
}

// place is one request under way.
type place struct {
	gate   *gate
	number int // of those under way when it was sent, itself included
	sentAt time.Time
	after  time.Duration // since a place was freed
	left   bool

	slowed, refusals int // of the gate, when it was sent
}

// wait returns when there is a place. Several may wait for it.
func (g *gate) wait(ctx context.Context) error {
	for {
		g.mu.Lock()
		free, changed := g.free(), g.changed
		rests := g.rests(steady(g.clock))
		g.mu.Unlock()
		switch {
		case !free:
			select {
			case <-changed:
			case <-ctx.Done():
				return ctx.Err()
			}
		case rests > 0:
			if err := g.clock.Sleep(ctx, rests); err != nil {
				return err
			}
		default:
			return nil
		}
	}
}

// enter takes a place for a request that is sent now; nil if there is none.
func (g *gate) enter() *place {
	g.mu.Lock()
	defer g.mu.Unlock()
	now := steady(g.clock)
	if !g.free() || g.rests(now) > 0 {
		return nil
	}
	g.underWay++
	return &place{gate: g, number: g.underWay, sentAt: now, after: g.rested(now), slowed: g.slowed, refusals: g.refusals}
}

func (g *gate) free() bool { return !g.held && g.underWay < g.limit }

// leave frees the place of a request that is done, however it ended.
func (p *place) leave() { p.end((*gate).freed) }

// answered frees the place of a request that was answered.
func (p *place) answered() {
	p.end(func(g *gate) {
		g.freed()
		g.tookTo(p)
		g.answers++
		g.clean++
		if p.refusals == g.refusals { // else it may have got the place of the one that was refused
			g.proved = max(g.proved, p.number)
		}
		g.doubtful = nil
		if g.underWay+1 >= g.limit { // else more would not have helped
			g.widen()
		}
	})
}

// end frees the place, once.
func (p *place) end(note func(*gate)) {
	g := p.gate
	g.mu.Lock()
	defer g.mu.Unlock()
	if p.left {
		return
	}
	p.left, g.held = true, false
	g.underWay--
	note(g)
	close(g.changed)
	g.changed = make(chan struct{})
}

func (g *gate) widen() {
	next := g.limit + 1
	last, known := g.refused[next]
	if next > g.width || !g.eager && g.clean < patience*g.limit || g.answers < last.due {
		return
	}
	g.limit, g.clean = next, 0
	if known {
		g.refused[next] = trial{wait: last.wait, due: g.answers}
	}
}

// refusedForOverload frees the place of a request that was refused since the
// endpoint is full. It reports whether no other is under way whose end could be
// waited for.
func (p *place) refusedForOverload() (alone bool) {
	p.end(func(g *gate) {
		g.refusals++
		alone = g.underWay == 0
		number := g.underWay + 1
		switch {
		case p.restsLonger():
			g.held = !alone
		case alone:
			g.reopen()
		default:
			g.refused[number] = g.next(number)
			g.doubtful = append(g.doubtful, number)
			g.limit, g.eager, g.held, g.clean = g.underWay, false, true, 0
		}
	})
	return alone
}

// reopen begins again with one, after an endpoint was closed: what it refused then
// tells nothing of its places.
func (g *gate) reopen() {
	for _, number := range g.doubtful {
		delete(g.refused, number)
	}
	g.doubtful, g.limit, g.eager, g.clean = nil, 1, true, 0
}

// next is when a number that is refused now is tried again: soon, if it used to be
// answered, unless it was refused soon after it was tried.
func (g *gate) next(number int) trial {
	last, known := g.refused[number]
	wait := patience
	switch {
	case number > g.proved:
		wait = mostPatience
	case known && g.answers < last.due+patience*number:
		wait = min(again*last.wait, max(mostPatience/number, patience))
	}
	return trial{wait: wait, due: g.answers + wait*number}
}

// refusedForRate frees the place of a request that was refused for coming too
// soon. It closes to half, once for each wave.
func (p *place) refusedForRate() {
	p.end(func(g *gate) {
		if p.slowed != g.slowed {
			return
		}
		g.slowed++
		g.limit, g.clean, g.eager = max(g.limit/2, 1), 0, false
	})
}

// resize sets the configured width. A gate that was fully open stays so.
func (g *gate) resize(width int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.limit == g.width && !g.eager {
		g.limit = width
	}
	g.width = width
	g.limit = min(g.limit, width)
	close(g.changed)
	g.changed = make(chan struct{})
}
