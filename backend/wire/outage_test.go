package wire_test

import (
	"encoding/json"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/llm/llmtest"
)

// Before a job pauses, 4 items in a row have failed that were begun together, with 4
// requests each, and a few more are under way, with one request each.
const mostRequestsToPause = 4*4 + 4

// TestRequestsBeforeOutagePausesJob counts what an endpoint that fails for
// everyone is sent before a job of 1,000 items pauses, and logs how long it took.
//
//	go test -v -run TestRequestsBeforeOutagePausesJob ./backend/wire
func TestRequestsBeforeOutagePausesJob(t *testing.T) {
	for name, reply := range map[string]llmtest.Reply{
		"a web page": llmtest.Page(200, "<html>Sign in</html>"),
		"HTTP 500":   llmtest.Refuse(500, "server_error", "The server had an error."),
		"HTTP 524":   llmtest.Page(524, "<html>A timeout occurred</html>"),
	} {
		for _, worked := range []bool{false, true} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				asked, took := pauseByOutage(t, reply, worked)
				t.Logf("%s, an endpoint that worked before: %t: %d requests in %.1f s", name, worked, asked, took.Seconds())
				require.LessOrEqual(t, asked, mostRequestsToPause)
			})
		}
	}
}

// pauseByOutage works a job of 1,000 items beside an endpoint that gives this reply.
// Where it worked before, ten drafts of another job were written first.
func pauseByOutage(t *testing.T, reply llmtest.Reply, worked bool) (asked int, took time.Duration) {
	t.Helper()
	var works atomic.Bool
	works.Store(worked)
	m := newTill(t, 1000, llmtest.Options{Answer: func(r llmtest.Request) llmtest.Reply {
		if works.Load() {
			return llmtest.Reply{Content: llmtest.Draft(r)}
		}
		return reply
	}}, map[string]string{"writer.concurrency": "4", "prices": cheap(t)})
	if worked {
		spec := m.spec(m.Shop.ID)
		spec.Sample = 10
		sample, err := m.Jobs.Create(t.Context(), spec)
		require.NoError(t, err)
		sample, err = m.Runner.Wait(t.Context(), sample.ID, nil)
		require.NoError(t, err)
		require.Positive(t, sample.Counts.Successful)
		works.Store(false)
	}
	m.model.Forget()
	began := time.Now()
	job := m.run()
	took = time.Since(began)
	require.Equal(t, galley.JobPaused, job.State)
	require.Contains(t, []galley.Code{galley.CodeWriterFailed, galley.CodeWriterPage}, job.Reason.Code)
	require.NotEmpty(t, job.Reason.Detail, "what the endpoint said")
	require.Equal(t, galley.Counts{Total: 1000}, job.Counts, "no item is to blame")
	return len(m.model.Requests()), took
}

// cheap are prices that come up to no cap.
func cheap(t *testing.T) string {
	t.Helper()
	prices, err := json.Marshal([]galley.Price{{Model: llmtest.Model, Input: 0.1, Cached: 0.1, Output: 0.1}})
	require.NoError(t, err)
	return string(prices)
}
