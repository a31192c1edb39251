package llm

import (
	"context"
	"sync"
)

// gate bounds how many requests are under way at once. It closes to half when
// the endpoint says that it is overloaded, and opens by one with every few
// rounds of answers, up to the configured width: additive increase,
// multiplicative decrease. So a local server that takes one request at a time
// is not flooded, and a fast one is used fully.
type gate struct {
	mu      sync.Mutex
	width   int     // the configured maximum
	limit   float64 // 1 to width: how many may be under way now
	busy    int
	round   int // counts the narrowings, so that one wave of refusals narrows once
	waiting []chan struct{}
}

// patience is how many rounds of answers it takes to let in one more. The fewer,
// the more often a small server has to refuse one.
const patience = 4

func newGate(width int) *gate { return &gate{width: width, limit: float64(width)} }

// enter waits for a place. The round it returns is for narrow.
func (g *gate) enter(ctx context.Context) (round int, err error) {
	g.mu.Lock()
	if len(g.waiting) == 0 && g.free() {
		g.busy++
		round = g.round
		g.mu.Unlock()
		return round, nil
	}
	turn := make(chan struct{})
	g.waiting = append(g.waiting, turn)
	g.mu.Unlock()

	select {
	case <-turn:
	case <-ctx.Done():
		return 0, g.giveUp(ctx, turn)
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.round, nil
}

// giveUp leaves the queue, or hands on a place that was granted meanwhile.
func (g *gate) giveUp(ctx context.Context, turn chan struct{}) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	for i, other := range g.waiting {
		if other == turn {
			g.waiting = append(g.waiting[:i], g.waiting[i+1:]...)
			return ctx.Err()
		}
	}
	g.busy--
	g.admit()
	return ctx.Err()
}

// leave frees a place.
func (g *gate) leave() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.busy--
	g.admit()
}

// widen records an answer.
func (g *gate) widen() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.limit = min(g.limit+1/(patience*g.limit), float64(g.width))
	g.admit()
}

// narrow records a refusal for overload of a request that entered in that
// round.
func (g *gate) narrow(round int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if round != g.round {
		return
	}
	g.round++
	g.limit = max(g.limit/2, 1)
}

// resize sets the configured width.
func (g *gate) resize(width int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.limit == float64(g.width) {
		g.limit = float64(width)
	}
	g.width = width
	g.limit = min(g.limit, float64(width))
	g.admit()
}

func (g *gate) free() bool { return g.busy < int(g.limit) }

func (g *gate) admit() {
	for len(g.waiting) > 0 && g.free() {
		g.busy++
		close(g.waiting[0])
		g.waiting = g.waiting[1:]
	}
}
