package llm

import (
	"context"
	"slices"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"galley/backend/galley"
)

// How close to a limit requests are paced. In any minute at most
// pace + burst/60 of the limit is sent: below 1, so that an endpoint that
// counts strictly has nothing to refuse, whenever its minute begins.
const (
	pace = 0.975
	// burst is how many seconds' worth may be sent at once, to catch up after a
	// moment when no worker was ready. It is not available at the start.
	burst = 1.0
	// maxCredit is how many bursts' worth of tokens that were booked and not
	// used are kept for later requests. Guesses follow usage, so it only has to
	// even out one answer against the next.
	maxCredit = 4
)

// maxFreeze is the longest that requests wait for an endpoint that asks to slow
// down. For longer waits (a day's limit, for example), the job pauses instead.
const maxFreeze = 5 * time.Minute

// steady is a time that goes on while the clock is set. Only differences of it say
// something.
func steady(clock galley.Clock) time.Time { return time.Unix(0, 0).Add(galley.Elapsed(clock)) }

// pacer spaces the requests to one model of one endpoint, of all jobs together.
type pacer struct {
	clock galley.Clock
	// turn is held by the one who waits for a reservation; the others queue for
	// it. At most one reservation is outstanding, so cancelling leaves no gap
	// and a freeze invalidates none.
	turn chan struct{}

	mu       sync.Mutex
	requests *rate.Limiter
	tokens   *rate.Limiter
	credit   int            // tokens that were booked and not used
	thawsAt  time.Time      // no request before
	frozenAt time.Time      // when the last freeze was ordered
	freezes  int            // in a row, since the last answer
	why      galley.WaitFor // of the last freeze
	closed

	tpm    int
	minute lastMinute
	sure   bool // the endpoint counts all that answers may take

	mostUntil time.Time     // requests are booked at their most until then
	hold      time.Duration // for how long, the last time
	owed      int           // tokens that may have been counted beyond what was booked since then
	roomy     bool          // the last answer said that half of the tokens or more are left
}

func newPacer(clock galley.Clock, rpm, tpm int) *pacer {
	p := &pacer{
		clock: clock, turn: make(chan struct{}, 1),
		requests: rate.NewLimiter(rate.Inf, 1), tokens: rate.NewLimiter(rate.Inf, 1),
	}
	p.setLimits(rpm, tpm)
	return p
}

// setLimits sets the limits a minute; 0 is none.
func (p *pacer) setLimits(rpm, tpm int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := steady(p.clock)
	p.tpm = tpm
	setLimit(p.requests, now, rpm, 1)
	setLimit(p.tokens, now, tpm, 0)
}

// setLimit sets a limit a minute. It starts with no more than start available.
func setLimit(l *rate.Limiter, now time.Time, perMinute, start int) {
	if perMinute == 0 {
		l.SetLimitAt(now, rate.Inf)
		return
	}
	limit := rate.Limit(float64(perMinute) * pace / 60)
	if l.Limit() == limit {
		return
	}
	size := max(int(float64(perMinute)*burst/60), 1)
	l.SetLimitAt(now, limit)
	l.SetBurstAt(now, size)
	l.AllowN(now, int(l.TokensAt(now))-start)
}

// queue waits for the turn, which next passes on.
func (p *pacer) queue(ctx context.Context) error {
	select {
	case p.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (p *pacer) next() { <-p.turn }

// booking is what was booked for a request that may be sent.
type booking struct {
	tokens  int
	reached int // what answers may take with it that were asked for in the last minute
}

// wait returns when the one whose turn it is may send a request of about that need.
// One of none, which asks the model nothing, waits only while everything is frozen.
func (p *pacer) wait(ctx context.Context, n need) (booking, error) {
	for {
		tokens := p.charged(n) // anew: a refusal may have taught something
		delay, booked := p.book(tokens)
		if delay > 0 {
			p.noticeFreeze(ctx)
			if err := p.clock.Sleep(ctx, delay); err != nil {
				p.cancel(booked)
				return booking{}, err
			}
		}
		if booked != nil && !p.isFrozen() {
			return booking{tokens, p.owe(n)}, nil
		}
	}
}

// book reserves in both limiters and returns how long to wait. While frozen it
// only returns the wait.
func (p *pacer) book(tokens int) (time.Duration, []*rate.Reservation) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := steady(p.clock)
	if frozen := p.thawsAt.Sub(now); frozen > 0 {
		return frozen, nil
	}
	if tokens == 0 {
		return 0, []*rate.Reservation{}
	}
	if p.sure && now.Before(p.mostUntil) {
		if wait := p.minute.untilRoom(now, int(float64(p.tpm)*nearly), tokens); wait > 0 {
			return wait, nil
		}
	}
	booked := []*rate.Reservation{p.requests.ReserveN(now, 1)}
	saved := min(p.credit, tokens)
	p.credit -= saved
	booked = append(booked, take(p.tokens, now, tokens-saved)...)
	var delay time.Duration
	for _, r := range booked {
		delay = max(delay, r.DelayFrom(now))
	}
	return delay, booked
}

func isLimited(l *rate.Limiter) bool { return l.Limit() != rate.Inf }

// take reserves any number of tokens: a single reservation can be no larger
// than the burst.
func take(l *rate.Limiter, now time.Time, tokens int) []*rate.Reservation {
	if !isLimited(l) {
		return nil
	}
	var booked []*rate.Reservation
	for tokens > 0 {
		part := min(tokens, l.Burst())
		booked = append(booked, l.ReserveN(now, part))
		tokens -= part
	}
	return booked
}

func (p *pacer) cancel(booked []*rate.Reservation) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := steady(p.clock)
	for _, r := range slices.Backward(booked) {
		r.CancelAt(now)
	}
}

// settle corrects the reservation by the usage. If more was used, the next
// requests wait longer; if less, they are charged less, unless the endpoint counts
// what an answer may take, or it was booked at that.
func (p *pacer) settle(booked, used int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.freezes, p.closed = 0, closed{}
	if used > booked {
		take(p.tokens, steady(p.clock), used-booked)
		return
	}
	if p.roomy || steady(p.clock).Sub(p.mostUntil) > evensOut {
		p.credit = min(p.credit+booked-used, maxCredit*p.tokens.Burst())
	}
}

// freeze stops all requests for d, because of one that was sent at that time.
// Those sent before the last freeze was ordered belong to the same wave.
func (p *pacer) freeze(sentAt time.Time, d time.Duration, why galley.WaitFor) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := steady(p.clock)
	if until := now.Add(min(d, maxFreeze)); until.After(p.thawsAt) {
		p.thawsAt, p.why = until, why
	}
	if p.frozenAt.IsZero() || !sentAt.Before(p.frozenAt) {
		p.frozenAt = now
		p.freezes++
	}
}

// frozenInARow is how often the endpoint asked to slow down since its last
// answer.
func (p *pacer) frozenInARow() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.freezes
}

// noticeFreeze reports until when requests wait, if they do.
func (p *pacer) noticeFreeze(ctx context.Context) {
	p.mu.Lock()
	frozen, why := p.thawsAt.Sub(steady(p.clock)), p.why
	p.mu.Unlock()
	if frozen > 0 {
		galley.NoticeWait(ctx, why, p.clock.Now().Add(frozen))
	}
}

func (p *pacer) isFrozen() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.thawsAt.After(steady(p.clock))
}
