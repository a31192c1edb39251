package store

import (
	"sync"
	"time"

	"galley/backend/store/db"
)

// leaseWatch remembers how long this process has seen other processes' leases
// go unrenewed.
type leaseWatch struct {
	mu   sync.Mutex
	seen map[string]sighting // by lease name
}

// sighting is a lease as it was last looked at.
type sighting struct {
	holder    string
	renewals  int
	at        time.Duration // of the last look, on the monotonic clock
	unrenewed time.Duration
}

// unrenewed notes a look at a held lease and returns how long it has been
// watched without a renewal. Between two looks at most a third of the term
// counts: the watcher may have been stopped itself meanwhile, and the holder
// with it.
func (w *leaseWatch) unrenewed(held db.Lease, term, now time.Duration) time.Duration {
	w.mu.Lock()
	defer w.mu.Unlock()
	last, known := w.seen[held.Name]
	next := sighting{holder: held.Holder, renewals: held.Renewals, at: now}
	if known && last.holder == held.Holder && last.renewals == held.Renewals {
		next.unrenewed = last.unrenewed + min(max(now-last.at, 0), term/3)
	}
	if w.seen == nil {
		w.seen = map[string]sighting{}
	}
	w.seen[held.Name] = next
	return next.unrenewed
}

func (w *leaseWatch) forget(name string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.seen, name)
}
