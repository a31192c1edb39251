package galleytest

import (
	"context"
	"sync"

	"galley/backend/galley"
)

// Meter allows every request and adds up their usage.
type Meter struct {
	mu   sync.Mutex
	used galley.Usage
	lost galley.Usage
	open int
	// Refuse, if set, may refuse a request.
	Refuse func(most galley.Usage) error
}

// Paid returns a context with a new Meter that pays for requests to models.
func Paid(ctx context.Context) context.Context { return galley.WithMeter(ctx, &Meter{}) }

// Meter implements galley.Meters: everything is charged to the same one.
func (m *Meter) Meter(galley.Charge) galley.Meter { return m }

// Reserve implements galley.Meter.
func (m *Meter) Reserve(ctx context.Context, most galley.Usage) (galley.Ticket, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.Refuse != nil {
		if err := m.Refuse(most); err != nil {
			return nil, err
		}
	}
	m.open++
	return &ticket{m, most}, nil
}

// Used is the usage of the settled requests.
func (m *Meter) Used() galley.Usage {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.used
}

// Lost is what was reserved for requests whose answer is unknown.
func (m *Meter) Lost() galley.Usage {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.lost
}

// Open is how many requests are not settled.
func (m *Meter) Open() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.open
}

type ticket struct {
	m    *Meter
	most galley.Usage
}

func (t *ticket) Settle(used galley.Usage) {
	t.m.mu.Lock()
	defer t.m.mu.Unlock()
	t.m.open--
	t.m.used = t.m.used.Add(used)
}

func (t *ticket) Lose() {
	t.m.mu.Lock()
	defer t.m.mu.Unlock()
	t.m.open--
	t.m.lost = t.m.lost.Add(t.most)
}
