package llm

import (
	"fmt"
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

// TestServerThatRefusesEverythingIsReportedSoon, however many workers ask it: they take turns,
// and each would come to its last try after hours.
func TestServerThatRefusesEverythingIsReportedSoon(t *testing.T) {
	for _, workers := range []int{1, 12, MaxConcurrency} {
		t.Run(fmt.Sprint(workers), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				full := func(llmtest.Request) llmtest.Reply { return llmtest.Refuse(http.StatusServiceUnavailable, "", "busy") }
				l := &local{slots: 100, typical: time.Second}
				closed := false
				client, server := warm(t, llmtest.Options{Answer: func(r llmtest.Request) llmtest.Reply {
					if closed {
						return full(r)
					}
					return l.answer(r)
				}}, Config{Concurrency: workers})
				closed = true
				began := time.Now()
				var took []time.Duration
				var mu sync.Mutex
				var wg sync.WaitGroup
				for range workers {
					wg.Go(func() {
						_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
						mu.Lock()
						defer mu.Unlock()
						require.Equal(t, galley.CodeWriterFailed, galley.CodeOf(err))
						took = append(took, time.Since(began))
					})
				}
				wg.Wait()
				t.Logf("reported after %s; all, after %s", took[0], took[len(took)-1])
				// The longest waits that chance can draw are 98 s.
				require.Less(t, took[0], 100*time.Second)
				require.GreaterOrEqual(t, len(server.Requests()), tries[retryBusy])
				closed = false
				_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
				require.NoError(t, err)
			})
		})
	}
}
