package galley

import (
	"context"
	"errors"
	"time"
)

// WaitFor is what an open job waits for.
type WaitFor string

// What jobs wait for.
const (
	WaitForRate WaitFor = "rate_limit" // the endpoint asked for fewer requests
	WaitForDay  WaitFor = "day_limit"  // the account's limit of a day is reached
	WaitForJob  WaitFor = "job"        // an earlier job of the shop is written
	WaitForCap  WaitFor = "spend_cap"  // the cap on a day's spending is reached
)

// Waits says what an open job waits for, and until when.
type Waits struct {
	For   WaitFor    `json:"for"`
	Until *time.Time `json:"until"` // when it goes on by itself; nil for a job
	Job   JobID      `json:"job"`   // the one before it, "" for an endpoint
}

// Now returns the wait as it is now: nil once its time is over.
func (w *Waits) Now(now time.Time) *Waits {
	if w == nil || w.Until != nil && !w.Until.After(now) {
		return nil
	}
	return w
}

// DayEnds is the midnight after now, at its place: caps of a day have room again then.
func DayEnds(now time.Time) time.Time {
	year, month, day := now.Date()
	return time.Date(year, month, day+1, 0, 0, 0, 0, now.Location())
}

// MonthEnds is the midnight after the last day of the month, at the place of now:
// caps of a month have room again then.
func MonthEnds(now time.Time) time.Time {
	year, month, _ := now.Date()
	return time.Date(year, month+1, 1, 0, 0, 0, 0, now.Location())
}

type waitKey struct{}

// WithWaitNotice returns a context whose requests report when they wait for
// their endpoint.
func WithWaitNotice(ctx context.Context, notice func(why WaitFor, until time.Time)) context.Context {
	return context.WithValue(ctx, waitKey{}, notice)
}

// NoticeWait reports that a request of the context waits for its endpoint.
func NoticeWait(ctx context.Context, why WaitFor, until time.Time) {
	if notice, ok := ctx.Value(waitKey{}).(func(WaitFor, time.Time)); ok {
		notice(why, until)
	}
}

// RetryAt is when it makes sense to try again what failed with err, as the
// other side said; zero where that is not known.
func RetryAt(err error) time.Time {
	for err != nil {
		var e *Error
		if !errors.As(err, &e) {
			break
		}
		if !e.RetryAt.IsZero() {
			return e.RetryAt
		}
		err = e.Cause
	}
	return time.Time{}
}
