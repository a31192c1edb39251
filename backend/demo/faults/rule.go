package faults

import (
	"math/rand/v2"
	"slices"
	"time"
)

// Request is what a rule needs to know of a request.
type Request struct {
	// Operation is the name of the operation, "" where it has none.
	Operation string
	// Fields are the fields of the root that it asks for.
	Fields []string
	Write  bool
	// Named: it names the products or pictures that it is about.
	Named bool
	// Search: it searches a list that knows of changes late.
	Search bool
	// Download: it is no request of the API, but fetches a file.
	Download bool
}

// Hit is a fault that strikes a request.
type Hit struct {
	Kind Kind
	// After: the request is carried out first, and then the fault strikes.
	After bool
	// Length is how long a silence lasts, or whatever else takes its time.
	Length time.Duration
	// RetryAfter is the text of the header, in seconds; "" for no header.
	RetryAfter string
}

// rule is one fault of a specification.
type rule struct {
	traits

	text       string // as it was written
	places     []string
	skip       int // leave that many requests alone
	rate       rate
	times      int // strike that often at most; 0 for no limit
	retryAfter string
	length     time.Duration
	after      bool
	version    string
	without    string

	dice  *rand.Rand
	met   int // requests of its places
	asked int // of these, those beyond the skip that no fault before it struck
	fired int
}

// meets reports whether the rule is about such requests.
func (r *rule) meets(request Request) bool {
	if r.download != request.Download || r.search && !request.Search ||
		r.write && !request.Write || r.named && !request.Named || r.field != "" && !request.at(r.field) {
		return false
	}
	return !slices.ContainsFunc(r.places, func(place string) bool { return !request.at(place) })
}

func (q Request) at(place string) bool {
	switch place {
	case placeRead:
		return !q.Write
	case placeWrite:
		return q.Write
	}
	return q.Operation == place || slices.Contains(q.Fields, place)
}

// strikes is asked about each request that the rule meets and that is still
// alone.
func (r *rule) strikes() bool {
	if r.met <= r.skip || r.times > 0 && r.fired >= r.times {
		return false
	}
	r.asked++
	if !r.rate.due(r.asked, r.dice) {
		return false
	}
	r.fired++
	return true
}

func (r *rule) hit() *Hit {
	return &Hit{Kind: r.kind, After: r.after, Length: r.length, RetryAfter: r.retryAfter}
}

// rate is how often a rule applies: by chance, or n of every m requests.
type rate struct {
	chance float64
	of     int // n, evenly spread, of every m; 0 for a chance
	every  int
}

// always strikes each time.
var always = rate{of: 1, every: 1}

// due decides about the n-th request, from 1. Of so many, those that are due are
// spread evenly, the first not before its time: of 1/20, the twentieth.
func (r rate) due(n int, dice *rand.Rand) bool {
	if r.of == 0 {
		return dice.Float64() < r.chance
	}
	turn := (n - 1) % r.every
	return (turn+1)*r.of/r.every > turn*r.of/r.every
}
