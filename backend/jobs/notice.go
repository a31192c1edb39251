package jobs

import (
	"context"
	"sync"
	"time"

	"galley/backend/galley"
)

// leastNoticed is the shortest wait that a job's row tells of.
const leastNoticed = 2 * time.Second

// noticed is the last wait for the endpoint that was noted of a job.
type noticed struct {
	mu    sync.Mutex
	until time.Time
}

// noter returns what notes that a request of the run's job waits: once for each
// wait, however many requests do.
func (n *noticed) noter(ctx context.Context, r *run) func(galley.WaitFor, time.Time) {
	ctx = context.WithoutCancel(ctx)
	return func(why galley.WaitFor, until time.Time) {
		if until.Sub(r.clock.Now()) < leastNoticed || !n.isNew(until) {
			return
		}
		if err := r.store.NoteWait(ctx, r.job.ID, why, until); err != nil {
			r.log.Warn("the wait of a job could not be noted", "job", r.job.ID, "error", err)
		}
	}
}

// isNew reports whether a wait is longer than the one that was noted, by more
// than its row would show.
func (n *noticed) isNew(until time.Time) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	if until.Sub(n.until) < leastNoticed {
		return false
	}
	n.until = until
	return true
}
