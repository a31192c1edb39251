package llm

import (
	"context"
	"math/rand/v2"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// retry says how a failed request is tried again.
type retry int

const (
	retryNever   retry = iota
	retryFault         // the endpoint's own fault: it may pass in a moment
	retryOnce          // what came is no answer, and perhaps paid for already
	retryBusy          // it is full: small servers say so often
	retryOffline       // no answer
	retryTimeout       // expensive to wait for, and perhaps paid for already
	retryLimited       // too many requests: the wait concerns all workers
)

// tries is how often one request is sent at most. Together they stay within a
// minute or two, except for waits that an endpoint asks for. A full one is
// given up once it has refused so many requests in a row, whichever workers sent them.
var tries = map[retry]int{
	retryNever:   1,
	retryFault:   4,
	retryOnce:    2,
	retryBusy:    8,
	retryOffline: 4,
	retryTimeout: 2,
	retryLimited: 6,
}

// Waits between tries grow twofold, with full jitter, so that workers that
// failed together do not come back together.
const (
	firstWait = time.Second
	longest   = 30 * time.Second
	// leastFreeze is for endpoints that ask to slow down without saying for
	// how long.
	leastFreeze = time.Second
	// freesLate is how long after its answer a server may still count a request.
	freesLate = 100 * time.Millisecond
)

func jitter(below time.Duration) time.Duration {
	if below <= 0 {
		return 0
	}
	return rand.N(below)
}

func backoff(failures int) time.Duration {
	return min(firstWait<<min(failures, 10), longest)
}

// tries is how often a request is sent that failed in this way. An endpoint
// that has failed since its last answer is asked once. sure is false while the
// form of the request may be what the endpoint fails at.
func (c *Client) tries(f *fault, sure bool) int {
	const ofDoubtful = 2
	switch {
	case f.retry == retryFault && c.failing.Load(), f.retry == retryTimeout && c.failing.Load():
		return 1
	case f.retry == retryFault && !sure:
		return ofDoubtful
	}
	return tries[f.retry]
}

func asksToWait(f *fault) messages.Message {
	if f.code == galley.CodeWriterDay {
		return messages.EndpointDayLimitFor(f.wait)
	}
	return messages.EndpointAsksToWait(f.wait)
}

// longestWait is how long a job waits at most before it goes on by itself: for
// the next day, whenever that begins where the endpoint is.
const longestWait = 36 * time.Hour

// goesOnAt is when a job that has to wait so long goes on by itself, zero where
// a person has to decide. A moment is added, since clocks differ.
func goesOnAt(now time.Time, wait time.Duration) time.Time {
	if wait > longestWait {
		return time.Time{}
	}
	const margin = time.Second
	return now.Add(wait + margin)
}

func waitFor(f *fault) galley.WaitFor {
	if f.code == galley.CodeWriterDay {
		return galley.WaitForDay
	}
	return galley.WaitForRate
}

// persist makes a request until it succeeds or is not worth another try.
func (c *Client) persist(ctx context.Context, sure bool, try func() *fault) *fault {
	seen := map[retry]int{}
	for {
		f := try()
		if f == nil {
			return nil
		}
		seen[f.retry]++
		if seen[f.retry] >= c.tries(f, sure) {
			return f
		}
		if f.retry == retryLimited {
			if f.wait > maxFreeze {
				f.what = asksToWait(f)
				f.until = goesOnAt(c.cfg.Clock.Now(), f.wait)
				return f
			}
			continue // the pacer holds all requests back
		}
		if f.retry == retryBusy {
			if c.pace.givesUp(f) {
				return f
			}
			continue // so does it, or the gate, until one of those under way is done
		}
		if c.cfg.Clock.Sleep(ctx, c.jitter(backoff(seen[f.retry]-1))) != nil {
			return stopped(ctx)
		}
	}
}
