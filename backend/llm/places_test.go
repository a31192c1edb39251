package llm

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
)

// local is a model server that takes a few requests at a time and refuses more with 503.
type local struct {
	typical time.Duration // for an answer; they take 0.7 to 1.3 times that
	lingers time.Duration // for so long after an answer its place is not free
	slots   int           // now
	loading time.Time     // it is loading its model until then, and asks to come back later

	mu      sync.Mutex
	busy    time.Duration // of all places together
	offered time.Duration // that places were there
	since   time.Time
	loads   int // requests refused while loading
}

func (l *local) answer(r llmtest.Request) llmtest.Reply {
	l.mu.Lock()
	defer l.mu.Unlock()
	if time.Now().Before(l.loading) {
		l.loads++
		reply := llmtest.Refuse(http.StatusServiceUnavailable, "", "loading model")
		reply.Header = http.Header{"Retry-After": {"5"}}
		return reply
	}
	reply := llmtest.Writes(llmtest.Draft(r))
	reply.Delay = l.typical*7/10 + rand.N(l.typical*6/10)
	l.busy += reply.Delay
	return reply
}

// offer changes how many places there are.
func (l *local) offer(server *llmtest.Server, slots int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	l.offered += time.Duration(l.slots) * now.Sub(l.since)
	l.slots, l.since = slots, now
	server.SetSlots(slots)
}

// figures are what a client made of a server.
type figures struct {
	busy           float64 // the share of the places' time that was used
	sent, refused  int
	failed, writes int
}

func (f figures) share() float64 { return float64(f.refused) / float64(f.sent) }

func (f figures) String() string {
	return fmt.Sprintf("%.1f %% busy, %d of %d refused (%.2f %%), %d of %d drafts failed", 100*f.busy, f.refused, f.sent, 100*f.share(), f.failed, f.writes)
}

// serve has workers write for so long, while change goes on.
func serve(t *testing.T, l *local, workers int, d time.Duration, change func(*llmtest.Server)) (f figures) {
	options := llmtest.Options{Answer: l.answer, Lingers: l.lingers}
	client, server := warm(t, options, Config{Concurrency: workers})
	before := server.Bill().Requests
	l.busy, l.since = 0, time.Now()
	server.SetSlots(l.slots)
	if change != nil {
		go change(server)
	}
	var mu sync.Mutex
	crowd(t, workers, d, func(ctx context.Context) {
		_, err := client.Write(ctx, galleytest.SampleRequest(galley.FieldTitle))
		mu.Lock()
		defer mu.Unlock()
		f.writes++
		if err != nil && ctx.Err() == nil {
			f.failed++
			t.Log(err)
		}
	})
	l.offer(server, l.slots)
	f.sent = len(server.Requests())
	answered := server.Bill().Requests - before
	f.refused = f.sent - answered
	f.busy = l.busy.Seconds() / l.offered.Seconds()
	t.Log(f)
	require.Zero(t, f.failed)
	return f
}

// TestServersPlacesAreUsed: whatever a server takes at a time, and however long its
// answers take, its places are used, and hardly anything is refused.
func TestServersPlacesAreUsed(t *testing.T) {
	for typical, most := range map[time.Duration]int{50 * time.Millisecond: 8, time.Second: 32, time.Minute: 8} {
		for places := 1; places <= most; places *= 2 {
			t.Run(fmt.Sprintf("%d places, %s", places, typical), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					l := &local{typical: typical, slots: places}
					f := serve(t, l, min(2*places+2, MaxConcurrency), 180*typical, nil)
					require.Greater(t, f.busy, 0.95)
					// One is refused to find the places, of 180 requests where there is one.
					require.True(t, f.refused <= 1 || f.share() < 0.005, f.String())
				})
			})
		}
	}
}

// TestPlacesChange: places that go are left alone, and used when they are back.
func TestPlacesChange(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := &local{typical: time.Second, slots: 4}
		f := serve(t, l, 12, 15*time.Minute, func(server *llmtest.Server) {
			time.Sleep(5 * time.Minute)
			l.offer(server, 2)
			time.Sleep(5 * time.Minute)
			l.offer(server, 4)
		})
		require.Greater(t, f.busy, 0.85)
		require.Less(t, f.share(), 0.01)
	})
}

// TestAnotherProgramTakesPlaces, some of four, now and then.
func TestAnotherProgramTakesPlaces(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := &local{typical: time.Second, slots: 4}
		f := serve(t, l, 12, 30*time.Minute, func(server *llmtest.Server) {
			for range 60 {
				l.offer(server, 2+rand.IntN(3))
				time.Sleep(10*time.Second + rand.N(15*time.Second))
			}
		})
		require.Greater(t, f.busy, 0.6)
		require.Less(t, f.share(), 0.03)
	})
}

// TestServerThatLoadsItsModel asks to come back later: it is asked by one at a time
// until it answers, no draft fails, and its places are used again soon.
func TestServerThatLoadsItsModel(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := &local{typical: time.Second, slots: 4}
		f := serve(t, l, 12, 3*time.Minute, func(*llmtest.Server) {
			time.Sleep(30 * time.Second)
			l.mu.Lock()
			l.loading = time.Now().Add(time.Minute)
			l.mu.Unlock()
		})
		require.LessOrEqual(t, l.loads, 4+60/5, "those under way, and one every five seconds")
		require.Greater(t, f.busy, 0.95*(180-60-5)/180)
	})
}

// TestServerThatFreesPlacesLate refuses what comes right after an answer. It is kept busy all the same.
func TestServerThatFreesPlacesLate(t *testing.T) {
	for _, places := range []int{1, 2, 4} {
		t.Run(fmt.Sprintf("%d places", places), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				l := &local{typical: time.Second, lingers: 20 * time.Millisecond, slots: places}
				f := serve(t, l, 2*places+2, 10*time.Minute, nil)
				require.Greater(t, f.busy, 0.93)
				require.Less(t, f.refused, 12)
			})
		})
	}
}
