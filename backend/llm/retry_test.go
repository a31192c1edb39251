package llm

import (
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
)

// refuses is a server that answers, then refuses everything from what it is told on.
type refuses struct {
	mu   sync.Mutex
	with *llmtest.Reply
}

func (r *refuses) set(status int, retryAfter string) {
	reply := llmtest.Refuse(status, "", "busy")
	if retryAfter != "" {
		reply.Header = http.Header{"Retry-After": {retryAfter}}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.with = &reply
}

func (r *refuses) stop() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.with = nil
}

func (r *refuses) answer(asked llmtest.Request) llmtest.Reply {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.with != nil {
		return *r.with
	}
	return llmtest.Writes(llmtest.Draft(asked))
}

func writeTitle(t *testing.T, client *Client) error {
	_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
	return err
}

// failTen writes with so many workers until ten texts have failed in a row, at which a job pauses,
// and returns when the first did and when the tenth.
func failTen(t *testing.T, client *Client, workers int) (first, tenth time.Duration) {
	const pausesAt = 10
	began := time.Now()
	var took []time.Duration
	var codes []galley.Code
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for paused := false; !paused; {
				err := writeTitle(t, client)
				mu.Lock()
				codes = append(codes, galley.CodeOf(err))
				took = append(took, time.Since(began))
				paused = len(took) >= pausesAt || err == nil
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	for _, code := range codes {
		require.Equal(t, galley.CodeWriterFailed, code)
	}
	return took[0], took[pausesAt-1]
}

// TestServerThatRefusesEverythingIsReportedSoon, however many workers ask it: they take turns,
// and each would come to its last try after hours.
func TestServerThatRefusesEverythingIsReportedSoon(t *testing.T) {
	// The longest waits that chance can draw: until the first is given up, and for one more request.
	const first, more = 100 * time.Second, 32 * time.Second
	for _, c := range []struct {
		workers      int
		retryAfter   string
		first, tenth time.Duration
	}{
		{1, "", first, first + 9*more},
		{12, "", first, first + more},
		{MaxConcurrency, "", first, first + more},
		{MaxConcurrency, "1", closedFor + 5*time.Second, closedFor + 5*time.Second},
		{MaxConcurrency, "60", 9 * time.Minute, 10 * time.Minute},
		{MaxConcurrency, "3600", first, first + more},
	} {
		t.Run(fmt.Sprint(c.workers, "_", c.retryAfter), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := &refuses{}
				client, sent := warm(t, llmtest.Options{Answer: server.answer}, Config{Concurrency: c.workers})
				server.set(http.StatusServiceUnavailable, c.retryAfter)
				first, tenth := failTen(t, client, c.workers)
				t.Logf("reported after %s; ten, after %s", first, tenth)
				require.Less(t, first, c.first)
				require.Less(t, tenth, c.tenth)
				require.GreaterOrEqual(t, len(sent.Requests()), tries[retryBusy])
				server.stop()
				require.NoError(t, writeTitle(t, client))
			})
		})
	}
}

// TestServerIsAskedBeforeOthersAreGivenUp: those that wait while one is given up are given up
// only once the server has refused one more.
func TestServerIsAskedBeforeOthersAreGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := &refuses{}
		client, _ := warm(t, llmtest.Options{Answer: server.answer}, Config{Concurrency: 12})
		server.set(http.StatusServiceUnavailable, "")
		var failed atomic.Int32
		var wg sync.WaitGroup
		for range 12 {
			wg.Go(func() {
				if writeTitle(t, client) != nil {
					failed.Add(1)
					server.stop()
				}
			})
		}
		wg.Wait()
		require.EqualValues(t, 1, failed.Load())
	})
}

// TestOldRefusalsDoNotCount: a server that was given up, or that limits the rate, may load its
// model later, for a moment.
func TestOldRefusalsDoNotCount(t *testing.T) {
	loads := func(t *testing.T, server *refuses, client *Client) {
		server.set(http.StatusServiceUnavailable, "")
		time.AfterFunc(20*time.Second, server.stop)
		began := time.Now()
		require.NoError(t, writeTitle(t, client))
		require.Less(t, time.Since(began), time.Minute)
	}
	t.Run("given up hours ago", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			server := &refuses{}
			client, _ := warm(t, llmtest.Options{Answer: server.answer}, Config{Concurrency: 4})
			server.set(http.StatusServiceUnavailable, "")
			failTen(t, client, 4)
			time.Sleep(2 * time.Hour)
			loads(t, server, client)
		})
	})
	t.Run("limited for its rate", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			server := &refuses{}
			client, sent := warm(t, llmtest.Options{Answer: server.answer}, Config{Concurrency: 12})
			server.set(http.StatusTooManyRequests, "1")
			var wg sync.WaitGroup
			var failed atomic.Int32
			for range 4 {
				wg.Go(func() {
					if writeTitle(t, client) != nil {
						failed.Add(1)
					}
				})
			}
			for len(sent.Requests()) < tries[retryBusy]+2 {
				time.Sleep(time.Second)
			}
			loads(t, server, client)
			wg.Wait()
			require.Zero(t, failed.Load())
		})
	})
}
