package resilience_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
)

// meter adds up what a shop charges, and counts requests and refusals for want of points.
type meter struct {
	next http.RoundTripper

	mu                  sync.Mutex
	points              float64
	requests, throttled int
}

// RoundTrip implements http.RoundTripper.
func (m *meter) RoundTrip(r *http.Request) (*http.Response, error) {
	answer, err := m.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	said, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, err
	}
	answer.Body = io.NopCloser(bytes.NewReader(said))
	var cost struct {
		Extensions struct {
			Cost struct{ ActualQueryCost *float64 }
		}
	}
	if err := json.Unmarshal(said, &cost); err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.requests++
	if charged := cost.Extensions.Cost.ActualQueryCost; charged != nil {
		m.points += *charged
	} else {
		m.throttled++
	}
	return answer, nil
}

// BenchmarkPublishing publishes titles to demo shops at the rates of Shopify's plans and three
// latencies, through a data file on disk. It prints the seconds, the share of what the bucket could pay
// for in that time (a full bucket, and then its rate), points a text, and the share of requests that
// the shop refused for want of points.
//
//	go test -run '^$' -bench Publishing -benchtime 1x ./backend/demo/resilience
func BenchmarkPublishing(b *testing.B) {
	for _, plan := range []struct {
		name         string
		rate, bucket float64
		texts        int
	}{
		{"Standard", 100, 2000, 300},
		{"Advanced", 200, 4000, 600},
		{"Plus", 1000, 20_000, 3000},
		{"Enterprise", 2000, 40_000, 6000},
	} {
		for _, latency := range []int{20, 80, 300} {
			b.Run(fmt.Sprintf("%s/%dms", plan.name, latency), func(b *testing.B) {
				for b.Loop() {
					m := &meter{next: &http.Transport{MaxIdleConnsPerHost: 256}}
					took := publishTitles(b, demo.Options{
						Path: filepath.Join(b.TempDir(), "shop.db"), Seed: demo.Seed{Products: plan.texts},
						RestoreRate: plan.rate, Bucket: plan.bucket, Latency: time.Duration(latency) * time.Millisecond,
					}, m)
					least := (m.points - plan.bucket) / plan.rate
					require.Positive(b, least, "more texts are needed than a full bucket pays for")
					b.ReportMetric(took.Seconds(), "s")
					b.ReportMetric(100*least/took.Seconds(), "%-of-ideal")
					b.ReportMetric(m.points/float64(plan.texts), "points/text")
					b.ReportMetric(100*float64(m.throttled)/float64(m.requests), "%-throttled")
				}
			})
		}
	}
}
