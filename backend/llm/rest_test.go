package llm

import (
	"context"
	"math/rand/v2"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
)

// TestNumberBesideARefusalIsNotProved: of two that were sent together a server may take the
// later one and refuse the earlier. It does not take as many for that.
func TestNumberBesideARefusalIsNotProved(t *testing.T) {
	const takes = 4
	g := newGate(galleytest.NewClock(), 8, true)
	var underWay []*place
	for range takes + 1 {
		underWay = append(underWay, g.enter())
	}
	underWay[3].refusedForOverload()
	underWay[4].answered()
	require.Less(t, g.proved, takes+1)

	underWay = underWay[:3]
	refused := 0
	for range 5000 {
		for p := g.enter(); p != nil; p = g.enter() {
			if len(underWay) == takes {
				p.refusedForOverload()
				refused++
				break
			}
			underWay = append(underWay, p)
		}
		underWay[0].answered()
		underWay = underWay[1:]
	}
	require.Equal(t, takes, g.proved)
	require.LessOrEqual(t, refused, 1+5000/(mostPatience*(takes+1)))
}

// TestRestThatHelpsIsKept: what another program takes away says nothing of the rest that the
// server needs, and while it goes on and after, the places are used.
func TestRestThatHelpsIsKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := &local{typical: time.Second, lingers: 20 * time.Millisecond, slots: 4}
		var server *llmtest.Server
		var busy time.Duration
		var from time.Time
		var asked, before int
		f := serve(t, l, 10, 30*time.Minute, func(s *llmtest.Server) {
			server = s
			for range 40 {
				l.offer(server, 2+rand.IntN(3))
				time.Sleep(10*time.Second + rand.N(10*time.Second))
			}
			l.offer(server, 4)
			time.Sleep(5 * time.Minute) // in which the places that came back are found
			l.mu.Lock()
			defer l.mu.Unlock()
			busy, from, asked, before = l.busy, time.Now(), len(server.Requests()), server.Bill().Requests
		})
		alone := time.Since(from)
		share := (l.busy - busy).Seconds() / (4 * alone.Seconds())
		refused := len(server.Requests()) - asked - (server.Bill().Requests - before)
		t.Logf("%s; alone, in %s: %.1f %% busy, %d refused", f, alone, 100*share, refused)
		require.Greater(t, share, 0.92)
		require.LessOrEqual(t, refused, 8)
	})
}

// TestOneLongAnswerHoldsNothingUp: one that took hours, or that the computer slept through, lets
// no place rest for long, and is forgotten.
func TestOneLongAnswerHoldsNothingUp(t *testing.T) {
	clock := galleytest.NewClock()
	g := newGate(clock, 4, true)
	answer := func(after time.Duration, p *place) {
		require.NotNil(t, p)
		clock.Advance(after)
		p.answered()
	}
	rests := func() time.Duration {
		before := clock.Elapsed()
		require.NoError(t, g.wait(t.Context()))
		return clock.Elapsed() - before
	}
	answer(time.Second, g.enter())
	answer(8*time.Hour, g.enter())
	for range restSteps {
		require.LessOrEqual(t, rests(), longestRest)
		require.True(t, g.enter().refusedForOverload())
	}
	require.Positive(t, g.rest)
	for range 20 * forgets {
		rests()
		answer(50*time.Millisecond, g.enter())
	}
	require.LessOrEqual(t, rests(), 2*time.Millisecond)
}

// TestClockSetBackStopsNothing: neither the rest of a place, nor a freeze, nor what was sent in
// the last minute lasts for longer because somebody mends the clock.
func TestClockSetBackStopsNothing(t *testing.T) {
	for _, step := range []time.Duration{-24 * time.Hour, 24 * time.Hour} {
		clock := galleytest.NewClock()
		waits := func(wait func(ctx context.Context) error) time.Duration {
			before := clock.Elapsed()
			require.NoError(t, wait(t.Context()))
			return clock.Elapsed() - before
		}

		g := newGate(clock, 2, false)
		sent := g.enter()
		clock.Advance(32 * time.Second)
		clock.Step(step)
		sent.answered()
		require.Equal(t, time.Second, g.longestRest())
		require.NotNil(t, g.enter())
		clock.Step(-step)
		require.Equal(t, time.Second, waits(g.wait), "a number that is tried rests as long as it may")
		require.NotNil(t, g.enter())

		p := newPacer(clock, 0, 10_000)
		takes := need{likely: 1, most: 1000}
		send := func(ctx context.Context) error { _, err := waitIn(ctx, p, takes); return err }
		p.freeze(steady(clock), time.Minute, galley.WaitForRate)
		clock.Step(step)
		var until time.Time
		noticing := galley.WithWaitNotice(t.Context(), func(_ galley.WaitFor, at time.Time) { until = at })
		p.noticeFreeze(noticing)
		require.Equal(t, clock.Now().Add(time.Minute), until, "people are shown the time of the clock")
		require.Equal(t, time.Minute, waits(send).Truncate(time.Second))

		for range 9 { // counted at its most, the limit is full
			waits(send)
		}
		require.True(t, p.countsMost(0, takes, p.minute.sum))
		require.True(t, p.sure)
		clock.Step(step)
		require.Less(t, waits(send), 2*time.Minute)
		require.Equal(t, 1000, p.charged(takes), "for eight minutes, as before")
		clock.Advance(sureHold)
		require.Equal(t, 1, p.charged(takes))
	}
}
