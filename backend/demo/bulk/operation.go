// Package bulk runs bulk operations: their states follow the shop's clock, and
// what they read goes to files that are kept for a week.
//
// An operation is kept in the shop's database, so that every process that has the
// shop open knows it. Its progress is a matter of the clock alone: at a time, so
// many chunks are read. A request reads up to the current time, and waits for that;
// a process that was killed leaves nothing that another one could not read again.
package bulk

import (
	"time"
)

// Status is what an operation is doing, in Shopify's words.
type Status string

// The states. An operation is Created in the database until it ends: whether it
// runs is told by the clock.
const (
	Created   Status = "CREATED"
	Running   Status = "RUNNING"
	Canceling Status = "CANCELING"
	Canceled  Status = "CANCELED"
	Completed Status = "COMPLETED"
	Expired   Status = "EXPIRED"
	Failed    Status = "FAILED"
)

// Ended reports whether nothing more will happen.
func (s Status) Ended() bool { return s != Created && s != Running && s != Canceling }

// Fate is how an operation ends that does not complete.
type Fate string

// The fates. With half of the file there is a file of part of the result.
const (
	Completes Fate = ""
	Fails     Fate = "fails"   // with half of the file
	Expires   Fate = "expires" // without having begun
	Stops     Fate = "stops"   // the shop cancels it, with half of the file
)

// MostAtOnce is how many operations may run at once.
// Source: https://shopify.dev/docs/api/usage/bulk-operations/queries
const MostAtOnce = 5

// Kept is how long files can be fetched.
const Kept = 7 * 24 * time.Hour

// Operation is a bulk operation.
type Operation struct {
	ID      int64
	Query   string
	Grouped bool
	Scopes  []string
	Base    string
	Fate    Fate
	// Stall is how long it does nothing after it began.
	Stall       time.Duration
	Status      Status
	ErrorCode   string
	CreatedAt   time.Time
	CanceledAt  time.Time // zero unless somebody canceled it
	CompletedAt time.Time // zero until it ended
	Objects     int64
	Roots       int64
	Size        int64
	File        string // "" for none
}

// The course of an operation.
const (
	// UntilRunning is how long an operation waits for its turn.
	UntilRunning = 200 * time.Millisecond
	// untilCanceled is how long it takes to stop one.
	untilCanceled = 200 * time.Millisecond
	// Chunk is how many roots are read at once.
	Chunk = 250
)

// begins is when the first chunk is read.
func (o *Operation) begins() time.Time { return o.CreatedAt.Add(UntilRunning + o.Stall) }

// expired reports whether it is let go instead of beginning.
func (o *Operation) expired(now time.Time) bool {
	stopped := !o.CanceledAt.IsZero() && o.CanceledAt.Before(o.begins())
	return o.Fate == Expires && !stopped && !now.Before(o.begins())
}

// chunksAt is how many chunks are read at a time, at a pace of roots a second.
func (o *Operation) chunksAt(now time.Time, pace float64) int {
	if !o.CanceledAt.IsZero() && now.After(o.CanceledAt) {
		now = o.CanceledAt
	}
	passed := now.Sub(o.begins())
	if passed < 0 {
		return 0
	}
	const enough = 1 << 30
	return int(min(passed.Seconds()*pace/Chunk, enough)) + 1
}

// readAt is when so many chunks are read, and whatever follows them begins.
func (o *Operation) readAt(chunks int, pace float64) time.Time {
	return o.begins().Add(time.Duration(float64(chunks) * Chunk / pace * float64(time.Second)))
}

// statusAt is the state before the end.
func (o *Operation) statusAt(now time.Time) Status {
	switch {
	case o.Status != Created:
		return o.Status
	case now.Before(o.CreatedAt.Add(UntilRunning)):
		return Created
	default:
		return Running
	}
}
