package shopify

import "sync"

// costs learns the cost of each operation from the shop's answers. A shop computes the requested cost
// from the request alone, so an operation of one size always costs the same; larger sizes cost more,
// but less than in proportion.
type costs struct {
	mu    sync.Mutex
	known map[string]map[int]float64 // by operation and size
}

func newCosts() *costs { return &costs{known: map[string]map[int]float64{}} }

// predict returns the cost of an operation of that size: the reported one, else an upper bound from
// other sizes, else the guess.
func (c *costs) predict(operation string, size int, guess float64) float64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	sizes := c.known[operation]
	if cost, ok := sizes[size]; ok {
		return cost
	}
	smaller, larger := 0, 0
	for known := range sizes {
		if known < size {
			smaller = max(smaller, known)
		} else if larger == 0 || known < larger {
			larger = known
		}
	}
	switch {
	case larger > 0:
		return sizes[larger]
	case smaller > 0:
		return sizes[smaller] * float64(size) / float64(smaller)
	}
	return guess
}

// learn records the reported cost.
func (c *costs) learn(operation string, size int, cost float64) {
	if cost <= 0 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.known[operation] == nil {
		c.known[operation] = map[int]float64{}
	}
	c.known[operation][size] = cost
}
