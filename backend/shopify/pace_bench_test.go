package shopify_test

import (
	"net/http/httptest"
	"testing"
	"time"
)

// BenchmarkAgainstTheBucket measures, in real time and over a socket, how close to the ideal 48 writes
// of 15 points, readings included, come with 8 workers, on a bucket of 100 points that fills at 100 a
// second. The ideal is (48 × 15 − 100) ÷ 100 = 6.2 s, plus one way of the line's 20 ms.
//
//	go test -tags sqlite_fts5 -run '^$' -bench Bucket -benchtime 1x ./backend/shopify
func BenchmarkAgainstTheBucket(b *testing.B) {
	for b.Loop() {
		shop := newSimulator(100, 100, 100)
		shop.requested = func(operation string, _ int) float64 {
			if operation == "ProductTitles" {
				return 3
			}
			return 12
		}
		shop.actual = shop.requested
		shop.latency = func(int) time.Duration { return 20 * time.Millisecond }
		server := httptest.NewServer(shop)
		client := simulatedClient(b, nil, server.URL)
		started := time.Now()
		writeAll(b, client, 48, 8)
		b.ReportMetric(shop.finished.Sub(started).Seconds(), "s")
		b.ReportMetric(ideal(48, 15, 100, 100).Seconds(), "ideal-s")
		b.ReportMetric(float64(shop.throttled), "throttled")
		client.Close()
		server.Close()
	}
}
