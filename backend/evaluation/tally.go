package evaluation

import (
	"context"
	"sync"

	"galley/backend/galley"
)

// tally allows every request of a run, whose size bounds the bill, and adds up
// what they use. A lost answer counts as the most that it can have used.
type tally struct {
	mu   sync.Mutex
	used galley.Usage
}

// Reserve implements galley.Meter.
func (t *tally) Reserve(ctx context.Context, most galley.Usage) (galley.Ticket, error) {
	return &request{t, most}, ctx.Err()
}

type request struct {
	of   *tally
	most galley.Usage
}

// Settle implements galley.Ticket.
func (r *request) Settle(used galley.Usage) {
	r.of.mu.Lock()
	defer r.of.mu.Unlock()
	r.of.used = r.of.used.Add(used)
}

// Lose implements galley.Ticket.
func (r *request) Lose() { r.Settle(r.most) }
