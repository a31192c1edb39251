package llm

import (
	"math"
	"slices"
	"time"
)

// resting is what a gate knows of servers that count a request for a moment after
// its answer. What is refused right after one was done, though as many were answered
// before, lets the last place rest longer from then on: for a small part of the time
// that answers take. Where the longest does not help, the reason is another.
type resting struct {
	left  []time.Time   // when places were freed, lately
	takes time.Duration // what answers take at most, these days
	rest  time.Duration // of the last place, before it is taken again
}

const (
	// restShare is the part of an answer that a place rests at most, longestRest the
	// most whatever answers take (one may have been slept through), and restSteps the
	// part with which it begins.
	restShare   = 32
	longestRest = 2 * time.Second
	restSteps   = 4
	// forgets is after how many answers one that took long is forgotten, about.
	forgets = 32
)

// rests is for how long no place is taken yet: until those that were freed have
// rested, as far as the next request needs one of them. One of which nothing is known
// lets all rest as long as they may, since a refusal would not say why.
func (g *gate) rests(now time.Time) time.Duration {
	g.left = slices.DeleteFunc(g.left, func(at time.Time) bool { return now.Sub(at) >= g.longestRest() })
	if len(g.left) == 0 {
		return 0
	}
	last := len(g.left) - 1
	if searching := g.eager || len(g.refused) > 0; searching && g.underWay >= g.proved {
		return g.longestRest() - now.Sub(g.left[last])
	}
	if spare := min(g.limit, g.proved) - g.underWay - 1; spare >= 0 && spare < len(g.left) {
		return min(g.rest, g.longestRest()) - now.Sub(g.left[last-spare])
	}
	return 0
}

// rested is how long ago a place was freed.
func (g *gate) rested(now time.Time) time.Duration {
	if len(g.left) == 0 {
		return math.MaxInt64
	}
	return now.Sub(g.left[len(g.left)-1])
}

// freed notes that a place was freed, which an endpoint may do a moment later.
func (g *gate) freed() { g.left = append(g.left, steady(g.clock)) }

func (g *gate) longestRest() time.Duration { return min(g.takes/restShare, longestRest) }

// tookTo learns how long answers take.
func (g *gate) tookTo(p *place) {
	g.takes = max(steady(g.clock).Sub(p.sentAt), g.takes-g.takes/forgets)
}

// restsLonger has the last place rest longer where that may be why a request was
// refused.
func (p *place) restsLonger() bool {
	g := p.gate
	longest := g.longestRest()
	if p.number > g.proved || p.after > longest || g.rest >= longest {
		return false
	}
	g.rest = min(max(restSteps*g.rest, longest/restSteps), longest)
	return true
}
