package shopify

import (
	"math"
	"sync"
	"time"
)

// pace measures what one request of a text takes and costs on average, to tell how many texts have to be
// under way at once to use all that the bucket gives. Texts that go together share their requests.
type pace struct {
	mu    sync.Mutex
	took  float64 // seconds from sending to the whole answer
	costs float64 // points
}

const (
	// newest is the weight of the newest request in the averages: the last twenty or so decide.
	newest = 0.1
	// newestGroup is the same for a whole group, of which there are fewer.
	newestGroup = 0.3
	// legs is how many requests a text takes, one after the other: it is read, written and read back.
	legs = 3
	// spare is how many times more writes are under way than their requests alone call for: a write also
	// waits for its points, for the data file and for the network's delays.
	spare = 2
	// soon is when the points that a shop has saved up should be spent: as long as its bucket is full, what
	// comes back is lost.
	soon = 5 * time.Second
	// fewest and most bound what is computed. Before the shop has answered, fewest are under way.
	fewest, most = 6, 384
)

// note adds a request that the shop charged.
func (p *pace) note(took time.Duration, cost float64) { p.add(took, cost, newest) }

// noteGroup adds a group of that many slots, whose reading and writing took so long together.
func (p *pace) noteGroup(took time.Duration, points float64, slots int) {
	p.add(took/(legs-1), points/float64(slots*legs), newestGroup)
}

func (p *pace) add(took time.Duration, cost, weight float64) {
	if took <= 0 || cost <= 0 {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.costs == 0 {
		p.took, p.costs = took.Seconds(), cost
		return
	}
	p.took += weight * (took.Seconds() - p.took)
	p.costs += weight * (cost - p.costs)
}

// Concurrency implements galley.ShopClient by Little's law: what is under way is what begins in a second
// times the seconds that it takes. A write has one request under way at a time.
func (c *Client) Concurrency() int {
	points := c.bucket.pays(soon)
	c.pace.mu.Lock()
	defer c.pace.mu.Unlock()
	if points == 0 || c.pace.costs == 0 {
		return fewest
	}
	return int(min(max(math.Ceil(spare*points*c.pace.took/c.pace.costs), fewest), most))
}
