package llm

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
)

// sent collects when something was sent, and how much.
type sent struct {
	mu sync.Mutex
	at []time.Time
	n  []int
}

func (s *sent) add(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.at, s.n = append(s.at, time.Now()), append(s.n, n)
}

// most is the most that was sent within any minute.
func (s *sent) most() int {
	most, sum, from := 0, 0, 0
	for i, at := range s.at {
		sum += s.n[i]
		for at.Sub(s.at[from]) >= time.Minute {
			sum -= s.n[from]
			from++
		}
		most = max(most, sum)
	}
	return most
}

func (s *sent) total() (total int) {
	for _, n := range s.n {
		total += n
	}
	return total
}

// about is a request that takes no more than is likely.
func about(tokens int) need { return need{likely: tokens, most: tokens} }

// waitIn is one request's way through the pacer.
func waitIn(ctx context.Context, p *pacer, n need) (booking, error) {
	if err := p.queue(ctx); err != nil {
		return booking{}, err
	}
	defer p.next()
	return p.wait(ctx, n)
}

// crowd runs workers on a pacer for so long.
func crowd(t *testing.T, workers int, d time.Duration, work func(ctx context.Context)) {
	ctx, cancel := context.WithTimeout(galleytest.Paid(t.Context()), d)
	defer cancel()
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for ctx.Err() == nil {
				work(ctx)
			}
		})
	}
	wg.Wait()
}

// TestRequestsPerMinute: whenever a minute begins, the limit holds in it, from
// the start on; and nearly all of it is used.
func TestRequestsPerMinute(t *testing.T) {
	for _, rpm := range []int{1, 3, 10, 59, 60, 61, 500, 3500} {
		t.Run(fmt.Sprint(rpm), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				const minutes = 10
				p := newPacer(galley.SystemClock{}, rpm, 0)
				var log sent
				crowd(t, 64, minutes*time.Minute, func(ctx context.Context) {
					if _, err := waitIn(ctx, p, about(100)); err == nil {
						log.add(1)
						_ = galley.SystemClock{}.Sleep(ctx, rand.N(900*time.Millisecond))
					}
				})
				require.LessOrEqual(t, log.most(), rpm)
				fraction := float64(log.total()) / float64(rpm*minutes)
				t.Logf("%d requests a minute: %.1f %% of the limit reached", rpm, 100*fraction)
				if rpm >= 10 {
					require.Greater(t, fraction, 0.95)
				}
			})
		})
	}
}

// TestTokensPerMinute does the same for tokens, where usage corrects the guess.
func TestTokensPerMinute(t *testing.T) {
	for _, bias := range []float64{0.5, 1, 2} {
		t.Run(fmt.Sprintf("uses %.1f times the guess", bias), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				const tpm, minutes, guess = 30_000, 10, 800
				p := newPacer(galley.SystemClock{}, 0, tpm)
				var log sent
				crowd(t, 16, minutes*time.Minute, func(ctx context.Context) {
					if _, err := waitIn(ctx, p, about(guess)); err != nil {
						return
					}
					used := int(bias * guess * (0.5 + rand.Float64()))
					log.add(used)
					_ = galley.SystemClock{}.Sleep(ctx, rand.N(2*time.Second))
					p.settle(guess, used)
				})
				// A guess that is too low is corrected afterwards, for the
				// requests under way only.
				require.LessOrEqual(t, log.most(), tpm+16*2*guess)
				fraction := float64(log.total()) / float64(tpm*minutes)
				t.Logf("%.1f %% of the limit reached", 100*fraction)
				require.InDelta(t, 0.96, fraction, 0.06)
			})
		})
	}
}

// TestFractionOfLimitReached is the figure for a whole client against an
// endpoint that counts strictly: nothing is refused, and this much is used.
func TestFractionOfLimitReached(t *testing.T) {
	for _, rpm := range []int{20, 300} {
		t.Run(fmt.Sprint(rpm), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				const minutes = 5
				client, server := warm(t, llmtest.Options{RPM: rpm, Latency: 2 * time.Second}, Config{RPM: rpm, Concurrency: 32})
				answered := run(t, client, 32, minutes*time.Minute)
				refused := len(server.Requests()) - answered
				fraction := float64(answered) / float64(rpm*minutes)
				t.Logf("%d requests a minute: %.1f %% of the limit reached, %d refused", rpm, 100*fraction, refused)
				require.Greater(t, fraction, 0.93) // an answer takes 2 s, so the last ones do not count
				require.LessOrEqual(t, refused, 32, "sent and not answered")
			})
		})
	}
}

// run writes for so long, and counts the answers.
func run(t *testing.T, client *Client, workers int, d time.Duration) (answered int) {
	var mu sync.Mutex
	crowd(t, workers, d, func(ctx context.Context) {
		if _, err := client.Write(ctx, galleytest.SampleRequest(galley.FieldTitle)); err == nil {
			mu.Lock()
			answered++
			mu.Unlock()
		}
	})
	return answered
}

// TestUnknownLimit: with no limit set, refusals alone keep the pace, and no
// item fails.
func TestUnknownLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const rpm, workers, each = 60, 8, 30
		client, server := warm(t, llmtest.Options{RPM: rpm}, Config{Concurrency: workers})
		var wg sync.WaitGroup
		began := time.Now()
		for range workers {
			wg.Go(func() {
				for range each {
					_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
					require.NoError(t, err)
				}
			})
		}
		wg.Wait()
		asked := len(server.Requests())
		t.Logf("%d drafts in %s at %d a minute, %d requests refused", workers*each, time.Since(began).Round(time.Second), rpm, asked-workers*each)
		require.Less(t, asked, 2*workers*each)
	})
}

// TestFreezeDelaysAllRequests: while one request has to wait, none is sent.
func TestFreezeDelaysAllRequests(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, server := warm(t, llmtest.Options{Latency: 100 * time.Millisecond}, Config{Concurrency: 8})
		go run(t, client, 8, 2*time.Minute)
		time.Sleep(10 * time.Second)
		stop := llmtest.Refuse(429, "rate_limit_exceeded", "")
		stop.Header = http.Header{"Retry-After": {"20.5"}}
		server.Next(stop)
		time.Sleep(time.Second)
		before := len(server.Requests())
		refusedAt := time.Now()
		time.Sleep(19 * time.Second)
		require.Len(t, server.Requests(), before, "sent while frozen")
		time.Sleep(10 * time.Second)
		after := server.Requests()[before:]
		require.NotEmpty(t, after)
		require.WithinDuration(t, refusedAt.Add(19500*time.Millisecond), after[0].At, time.Second)
	})
}

// TestRequestsResumeOneByOneAfterAFreeze: waiting requests continue at the pace, not all at
// once.
func TestRequestsResumeOneByOneAfterAFreeze(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const rpm = 60
		client, server := warm(t, llmtest.Options{}, Config{RPM: rpm, Concurrency: 16})
		stop := llmtest.Refuse(429, "", "")
		stop.Header = http.Header{"Retry-After": {"60"}}
		server.Next(stop)
		run(t, client, 16, 2*time.Minute)
		times := server.Requests()
		for i := 2; i < len(times); i++ {
			require.GreaterOrEqual(t, times[i].At.Sub(times[i-1].At), 950*time.Millisecond)
		}
		require.Greater(t, len(times), 50)
	})
}

// TestUsesLimitsFromErrors: an endpoint that reports nothing left is not asked
// until there is something again.
func TestUsesLimitsFromErrors(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, server := warm(t, llmtest.Options{}, Config{})
		last := llmtest.Writes("A lamp.")
		last.Header = http.Header{
			"X-Ratelimit-Limit-Requests": {"10"}, "X-Ratelimit-Remaining-Requests": {"0"}, "X-Ratelimit-Reset-Requests": {"60s"},
		}
		server.Next(last)
		for range 2 {
			_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
			require.NoError(t, err)
		}
		times := server.Requests()
		require.Equal(t, 6*time.Second, times[1].At.Sub(times[0].At), "a tenth of what was missing is needed")
	})
}

// TestSmallServer: a server that takes two at a time and refuses the rest is
// neither flooded nor left idle, and no item fails.
func TestSmallServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const workers, each, slots = 16, 20, 2
		client, server := warm(t, llmtest.Options{Slots: slots, Latency: time.Second}, Config{Concurrency: workers})
		var wg sync.WaitGroup
		failed := 0
		began := time.Now()
		var mu sync.Mutex
		for range workers {
			wg.Go(func() {
				for range each {
					if _, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle)); err != nil {
						t.Log(err)
						mu.Lock()
						failed++
						mu.Unlock()
					}
				}
			})
		}
		wg.Wait()
		took, asked := time.Since(began), len(server.Requests())
		ideal := time.Duration(workers*each/slots) * time.Second
		t.Logf("%d drafts in %s (at best %s), %d refused, %d failed", workers*each, took, ideal, asked-workers*each, failed)
		require.Zero(t, failed)
		require.Less(t, took, 2*ideal)
	})
}

// TestGate: those under way when one is refused are what the endpoint takes.
func TestGate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newGate(galley.SystemClock{}, 4, true)
		var sent []*place
		for range 4 {
			sent = append(sent, g.enter())
		}
		require.Nil(t, g.enter(), "more than the width got in")
		entered := make(chan struct{}, 100)
		ctx, cancel := context.WithCancel(t.Context())
		for range 3 {
			go func() {
				if g.wait(ctx) == nil {
					entered <- struct{}{}
				}
			}()
		}
		require.False(t, sent[3].refusedForOverload())
		require.False(t, sent[2].refusedForOverload())
		sent[2].leave() // again, as deferred calls do
		synctest.Wait()
		require.Equal(t, 2, g.limit)
		require.Empty(t, entered, "two are under way, and two is the limit")

		sent[1].answered()
		synctest.Wait()
		require.Len(t, entered, 3, "there is a place")
		cancel()
		require.True(t, sent[0].refusedForOverload(), "nothing else is under way")
		require.Equal(t, 1, g.limit)
		for range 100 {
			p := g.enter()
			p.answered()
		}
		require.Equal(t, 2, g.limit, "one at a time proves no more")
		g.resize(64)
		require.Equal(t, 2, g.limit)
		g.resize(1)
		require.Equal(t, 1, g.limit)
	})
}

// TestOneWaveOfRefusalsForRateHalvesOnce.
func TestOneWaveOfRefusalsForRateHalvesOnce(t *testing.T) {
	g := newGate(galley.SystemClock{}, 4, true)
	var sent []*place
	for range 4 {
		sent = append(sent, g.enter())
	}
	for _, p := range sent {
		p.refusedForRate()
	}
	require.Equal(t, 2, g.limit)
	require.Zero(t, g.underWay)
}

// TestClosedServerTellsNothingOfItsPlaces: after all were refused, it opens as if for the first time.
func TestClosedServerTellsNothingOfItsPlaces(t *testing.T) {
	g := newGate(galley.SystemClock{}, 8, true)
	var sent []*place
	for range 8 {
		sent = append(sent, g.enter())
	}
	for i, p := range sent {
		require.Equal(t, i == 7, p.refusedForOverload())
	}
	require.Empty(t, g.refused)
	for g.limit < 8 {
		sent = nil
		for range g.limit {
			sent = append(sent, g.enter())
		}
		before := g.limit
		sent[0].answered()
		require.Equal(t, before+1, g.limit)
		for _, p := range sent {
			p.leave()
		}
	}
}

// TestGateIsNotOverbooked, however many wait, give up and come back.
func TestGateIsNotOverbooked(t *testing.T) {
	g := newGate(galley.SystemClock{}, 3, true)
	var wg sync.WaitGroup
	for range 50 {
		wg.Go(func() {
			for range 50 {
				ctx, cancel := context.WithTimeout(context.Background(), rand.N(200*time.Microsecond))
				if g.wait(ctx) == nil {
					if p := g.enter(); p != nil {
						p.leave()
					}
				}
				cancel()
			}
		})
	}
	wg.Wait()
	require.Zero(t, g.underWay)
}

func TestCancelledBookingIsReleased(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPacer(galley.SystemClock{}, 60, 0)
		ctx, cancel := context.WithCancel(galleytest.Paid(t.Context()))
		var wg sync.WaitGroup
		for range 30 {
			wg.Go(func() { _, _ = waitIn(ctx, p, about(1)) })
		}
		synctest.Wait()
		cancel()
		wg.Wait()
		began := time.Now()
		_, err := waitIn(t.Context(), p, about(1))
		require.NoError(t, err)
		require.Less(t, time.Since(began), 5*time.Second, "thirty who gave up are not waited for")
	})
}

func TestLimitsChangeWhileWaiting(t *testing.T) {
	p := newPacer(galley.SystemClock{}, 60, 1000)
	p.setLimits(0, 0)
	for range 1000 {
		_, err := waitIn(t.Context(), p, about(5000))
		require.NoError(t, err)
	}
}

func TestEstimatorLearns(t *testing.T) {
	e := newEstimator()
	s := size{chars: 4000}
	require.Equal(t, 1000+600, e.tokens(s, galley.FieldDescription))
	require.Equal(t, 1000+60, e.tokens(s, galley.FieldTitle))
	require.Equal(t, 1, e.typical())
	for range 100 {
		e.learn(s, galley.FieldDescription, usageOf(2000, 300)) // two characters a token
		e.learn(size{chars: 400, pictures: 1}, galley.FieldAltText, usageOf(500, 20))
	}
	require.InDelta(t, 2300, e.tokens(s, galley.FieldDescription), 30)
	require.InDelta(t, 520, e.tokens(size{chars: 400, pictures: 1}, galley.FieldAltText), 20)
	e.learn(s, galley.FieldTitle, usageOf(0, 0))
	require.True(t, slices.IsSorted([]int{1, e.typical()}))
}
