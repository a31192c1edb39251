package resilience_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/galley"
)

// meter adds up what a shop charges, and counts requests and refusals for want of points.
type meter struct {
	next http.RoundTripper

	mu                  sync.Mutex
	points, mutations   float64
	requests, throttled int
}

// RoundTrip implements http.RoundTripper.
func (m *meter) RoundTrip(r *http.Request) (*http.Response, error) {
	asked, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	r.Body = io.NopCloser(bytes.NewReader(asked))
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
		if bytes.Contains(asked, []byte(`"query":"\nmutation `)) {
			m.mutations += *charged
		}
	} else {
		m.throttled++
	}
	return answer, nil
}

// plans are Shopify's, by points a second. A bucket holds what comes back in 20 seconds.
var plans = []struct {
	name string
	rate float64
}{{"Standard", 100}, {"Advanced", 200}, {"Plus", 1000}, {"Enterprise", 2000}}

const (
	bucketSeconds = 20
	// seconds is how long a run should take: the full bucket is spent meanwhile.
	seconds = 60
	// titlePoints is what a title costs, to tell how many fill that time.
	titlePoints = 10.2
)

// BenchmarkPublishing publishes titles to demo shops at the rates of Shopify's plans and three
// latencies, through a data file on disk, for about a minute each. It prints the seconds, the share of
// what the bucket could pay for in that time (a full bucket, and then its rate), points a text, and the
// share of requests that the shop refused for want of points; at the end all of it as a table.
//
//	go test -run '^$' -bench Publishing -benchtime 1x -timeout 60m ./backend/demo/resilience
func BenchmarkPublishing(b *testing.B) {
	var table strings.Builder
	for _, plan := range plans {
		for _, latency := range []int{20, 80, 300} {
			b.Run(fmt.Sprintf("%s/%dms", plan.name, latency), func(b *testing.B) {
				for b.Loop() {
					m := &meter{next: &http.Transport{MaxIdleConnsPerHost: 256}}
					products := int(plan.rate * (bucketSeconds + seconds) / titlePoints)
					took, texts := publishTexts(b, demo.Options{
						Path: filepath.Join(b.TempDir(), "shop.db"), Seed: demo.Seed{Products: products},
						RestoreRate: plan.rate, Bucket: bucketSeconds * plan.rate, Latency: time.Duration(latency) * time.Millisecond,
					}, m, galley.FieldTitle)
					least := m.points/plan.rate - bucketSeconds
					require.Positive(b, least, "more texts are needed than a full bucket pays for")
					share, points := 100*least/took.Seconds(), m.points/float64(texts)
					throttled := 100 * float64(m.throttled) / float64(m.requests)
					b.ReportMetric(took.Seconds(), "s")
					b.ReportMetric(share, "%-of-ideal")
					b.ReportMetric(points, "points/text")
					b.ReportMetric(throttled, "%-throttled")
					fmt.Fprintf(&table, "| %s, %d ms | %d | %.1f | %.1f %% | %.2f %% | %.2f |\n", plan.name, latency, texts, took.Seconds(), share, throttled, points)
				}
			})
		}
	}
	b.Log("\n| | texts | seconds | of the ideal | throttled | points a text |\n| --- | --- | --- | --- | --- | --- |\n" + table.String())
}

// BenchmarkPointsOfAText publishes texts of different fields, and prints what each costs beside the least
// that a shop can take for it: its mutation alone, written blind.
//
//	go test -run '^$' -bench PointsOfAText -benchtime 1x ./backend/demo/resilience
func BenchmarkPointsOfAText(b *testing.B) {
	four := []galley.Field{galley.FieldTitle, galley.FieldDescription, galley.FieldSEOTitle, galley.FieldMetaDescription}
	for _, c := range []struct {
		name   string
		fields []galley.Field
	}{
		{"title", four[:1]},
		{"description", four[1:2]},
		{"meta description", four[3:]},
		{"four texts of a product", four},
		{"alt text", []galley.Field{galley.FieldAltText}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				m := &meter{next: &http.Transport{MaxIdleConnsPerHost: 256}}
				_, texts := publishTexts(b, demo.Options{
					Path: filepath.Join(b.TempDir(), "shop.db"), Seed: demo.Seed{Products: 500}, RestoreRate: 2000, Bucket: plenty,
				}, m, c.fields...)
				b.ReportMetric(m.points/float64(texts), "points/text")
				b.ReportMetric(m.mutations/float64(texts), "least-points/text")
				b.ReportMetric(float64(texts), "texts")
			}
		})
	}
}
