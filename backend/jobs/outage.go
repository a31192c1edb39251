package jobs

import (
	"sync"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// How many items in a row the model endpoint may fail before the job pauses:
// few while it has not written anything in this run, more once it has.
const (
	failuresAtStart = 4
	failuresInRun   = 10
)

// outage distinguishes an endpoint that fails for all items from items that
// fail. The outcomes of the endpoint's failures are held until that is known:
// until the next draft, or until the job pauses. Failures of an item (a
// refusal, an unusable answer, too few facts, its picture) do not count.
type outage struct {
	mu     sync.Mutex
	wrote  bool
	paused bool
	row    []galley.Outcome // failed by the endpoint since the last draft
}

// sort takes an outcome and returns those that are final. reason is set once:
// when the job is to pause.
func (a *outage) sort(o galley.Outcome) (known []galley.Outcome, reason *galley.Reason) {
	a.mu.Lock()
	defer a.mu.Unlock()
	switch {
	case o.State == galley.ItemGenerated:
		a.wrote = true
		return append(a.take(), o), nil
	case !failedByEndpoint(o):
		return []galley.Outcome{o}, nil
	case a.paused:
		return []galley.Outcome{toPending(o)}, nil
	}
	a.row = append(a.row, o)
	if len(a.row) < a.limit() {
		return nil, nil
	}
	a.paused = true
	reason = pauseReason(len(a.row), o.Reason)
	for _, held := range a.take() {
		known = append(known, toPending(held))
	}
	return known, reason
}

// rest returns what is still held when the work has ended: failed items.
func (a *outage) rest() []galley.Outcome {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.take()
}

func (a *outage) take() []galley.Outcome {
	held := a.row
	a.row = nil
	return held
}

func (a *outage) limit() int {
	if a.wrote {
		return failuresInRun
	}
	return failuresAtStart
}

func failedByEndpoint(o galley.Outcome) bool {
	return o.State == galley.ItemFailed && o.Reason != nil && galley.FailsEndpoint(o.Reason.Code)
}

// toPending: what the attempt cost is booked on the item already.
func toPending(o galley.Outcome) galley.Outcome {
	o.State, o.Reason = galley.ItemPending, nil
	return o
}

func pauseReason(n int, last *galley.Reason) *galley.Reason {
	return &galley.Reason{Code: last.Code, Message: messages.EndpointKeepsOut(n, last.Message), Detail: last.Detail}
}

// settle sends an outcome on, with those that it decides, and pauses the job
// when the endpoint fails for everyone.
func (r *run) settle(o galley.Outcome, results chan<- galley.Outcome) {
	known, reason := r.outage.sort(o)
	if reason != nil {
		r.stopFor(reason.Err())
	}
	for _, k := range known {
		results <- k
	}
}
