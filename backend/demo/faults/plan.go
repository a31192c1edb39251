package faults

import "sync"

// Plan is a specification at work. It is safe for concurrent use. The nil plan
// has no faults.
type Plan struct {
	mu    sync.Mutex
	rules []*rule
}

// Next tells what happens to a request: the fault that strikes it, nil for none,
// and the version that answers in place of the one asked for, nil for that one.
// Ask about each request once.
func (p *Plan) Next(request Request) (*Hit, *OtherVersion) {
	if p == nil {
		return nil, nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	var hit *Hit
	var version *OtherVersion
	for _, r := range p.rules {
		if !r.meets(request) {
			continue
		}
		r.met++
		switch {
		case r.kind == Version && version == nil && r.strikes():
			version = &OtherVersion{Name: r.version, Without: r.without}
		case r.kind != Version && hit == nil && r.strikes():
			hit = r.hit()
		}
	}
	return hit, version
}

// OtherVersion is a version of the API that answers in place of the one that
// was asked for.
type OtherVersion struct {
	Name    string // 2027-01
	Without string // a field of the root that it does not have any more, or ""
}

// Count says how often a fault struck.
type Count struct {
	Fault string `json:"fault"` // as it was written
	Met   int    `json:"met"`   // requests that it is about
	Fired int    `json:"fired"` // of these, those that it struck
}

// Counts returns the number of times of each fault, in the order of the specification.
func (p *Plan) Counts() []Count {
	counts := []Count{}
	if p == nil {
		return counts
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, r := range p.rules {
		counts = append(counts, Count{Fault: r.text, Met: r.met, Fired: r.fired})
	}
	return counts
}
