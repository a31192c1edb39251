package shopify_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/shopify"
)

func simulatedClient(t testing.TB, shop http.RoundTripper, endpoint string) *shopify.Client {
	t.Helper()
	client, err := shopify.New(shopify.Config{Endpoint: endpoint, Token: token, HTTP: shop, Logger: slog.New(slog.DiscardHandler)})
	require.NoError(t, err)
	return client
}

// nowhere is an endpoint that is never dialled.
const nowhere = "http://127.0.0.1:1"

func productID(n int) string { return fmt.Sprintf("gid://shopify/Product/%d", n) }

// pair is the cost of a write in the simulator: the reading before it and the write
// itself.
const pair = 26

// writeAll writes count titles with that many workers.
func writeAll(t testing.TB, client *shopify.Client, count, workers int) {
	var work sync.WaitGroup
	next := make(chan int)
	for range workers {
		work.Go(func() {
			for n := range next {
				_, err := galleytest.WriteField(context.Background(), client, galley.FieldTitle, galley.ProductTarget(productID(n)), galley.Text("T"))
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	for n := range count {
		next <- n
	}
	close(next)
	work.Wait()
}

// The shortest time in which writes of that cost can be done: what the bucket lacks, at its rate.
func ideal(count int, cost, level, rate float64) time.Duration {
	return time.Duration((float64(count)*cost - level) / rate * float64(time.Second))
}

func TestPacingNeitherExceedsNorWastesTheRate(t *testing.T) {
	for _, workers := range []int{1, 8, 64} {
		t.Run(fmt.Sprintf("%d workers", workers), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				shop := newSimulator(2000, 100, 500)
				started := time.Now()
				writeAll(t, simulatedClient(t, shop, nowhere), 400, workers)
				took, least := shop.finished.Sub(started), ideal(400, pair, 500, 100)

				require.Zero(t, shop.throttled)
				if workers > 1 { // one alone cannot fill the line
					require.Less(t, took, least+200*time.Millisecond, "ideal is %v", least)
				}
			})
		})
	}
}

func TestWaitsExactlyAsLongAsRequested(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		shop := newSimulator(1000, 50, 33)
		shop.latency = func(int) time.Duration { return 0 }
		client := simulatedClient(t, shop, nowhere)
		writeAll(t, client, 1, 1) // leaves 7
		started := time.Now()
		writeAll(t, client, 1, 1)
		// 19 points are missing at 50 a second, and a point and a millisecond's worth are kept in reserve.
		require.Equal(t, 401*time.Millisecond, time.Since(started).Round(time.Millisecond))
	})
}

func TestThrottledRequestWaitsForMissingPoints(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		shop := newSimulator(1000, 50, 3) // someone else has emptied it, which the first request finds out
		shop.latency = func(int) time.Duration { return 0 }
		client := simulatedClient(t, shop, nowhere)
		started := time.Now()
		writeAll(t, client, 1, 1)
		require.Equal(t, 1, shop.throttled)
		require.Equal(t, 621*time.Millisecond, time.Since(started).Round(time.Millisecond))
	})
}

// Requests that wait go in the order in which they came.
func TestRequestsAreServedInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		shop := newSimulator(1000, 50, 13)
		client := simulatedClient(t, shop, nowhere)
		var work sync.WaitGroup
		for n := range 20 {
			work.Go(func() {
				_, err := galleytest.WriteField(context.Background(), client, galley.FieldTitle, galley.ProductTarget(productID(n)), galley.Text("T"))
				if err != nil {
					t.Error(err)
				}
			})
			time.Sleep(time.Millisecond)
		}
		work.Wait()
		for n, id := range shop.order {
			require.Equal(t, productID(n), id)
		}
	})
}

func TestCancelledWaitLetsTheNextGo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		shop := newSimulator(1000, 50, pair)
		client := simulatedClient(t, shop, nowhere)
		writeAll(t, client, 1, 1)
		started := time.Now()
		impatient, stop := context.WithTimeout(context.Background(), 10*time.Millisecond)
		defer stop()
		gaveUp := make(chan error)
		go func() {
			_, err := galleytest.WriteField(impatient, client, galley.FieldTitle, target, galley.Text("T"))
			gaveUp <- err
		}()
		synctest.Wait()
		done := make(chan struct{})
		go func() { writeAll(t, client, 1, 1); close(done) }()
		err := <-gaveUp
		require.Equal(t, galley.CodeTimeout, galley.CodeOf(err), "it never left")
		require.Equal(t, 10*time.Millisecond, time.Since(started))
		<-done
		require.Less(t, time.Since(started), 700*time.Millisecond)
	})
}

func TestRetryAfterDelaysAllRequests(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		shop := newSimulator(1000, 50, 1000)
		var asked atomic.Int32
		client := simulatedClient(t, roundTrip(func(r *http.Request) (*http.Response, error) {
			if asked.Add(1) == 1 {
				return &http.Response{StatusCode: http.StatusTooManyRequests, Header: http.Header{"Retry-After": {"2.5"}}, Body: http.NoBody}, nil
			}
			return shop.RoundTrip(r)
		}), nowhere)
		started := time.Now()
		done := make(chan struct{})
		go func() { writeAll(t, client, 1, 1); close(done) }()
		time.Sleep(time.Millisecond)
		writeAll(t, client, 1, 1)
		require.GreaterOrEqual(t, time.Since(started), 2500*time.Millisecond)
		<-done
		require.EqualValues(t, 5, asked.Load(), "the one that was turned away, and two readings with their writes")
	})
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// For any bucket, costs, latencies and workers: the shop never has to turn a request away, and the
// queue is never idle for long.
func TestRequestsFollowTheShopsRate(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rate := rapid.SampledFrom([]float64{50, 100, 200, 1000}).Draw(rt, "rate")
		level := rapid.Float64Range(110, 20*rate).Draw(rt, "level")
		requested := rapid.Float64Range(10, 50).Draw(rt, "requested")
		actual := rapid.Float64Range(1, requested).Draw(rt, "actual")
		workers := rapid.IntRange(1, 30).Draw(rt, "workers")
		delays := rapid.SliceOfN(rapid.IntRange(0, 400), 1, 40).Draw(rt, "delays in ms")

		var throttled int
		var took, longest time.Duration
		const count = 120
		synctest.Test(t, func(t *testing.T) {
			shop := newSimulator(20*rate, rate, level)
			shop.requested = func(string, int) float64 { return requested }
			shop.actual = func(string, int) float64 { return actual }
			shop.latency = func(n int) time.Duration { return time.Duration(delays[n%len(delays)]) * time.Millisecond }
			started := time.Now()
			writeAll(t, simulatedClient(t, shop, nowhere), count, workers)
			throttled, took = shop.throttled, time.Since(started)
		})
		for _, delay := range delays {
			longest = max(longest, time.Duration(delay)*time.Millisecond)
		}
		if throttled > 0 {
			rt.Fatalf("%d requests were throttled", throttled)
		}
		// Either the bucket or the workers set the pace. Requested but uncharged costs, and those under
		// way, are reserved meanwhile.
		bound := max(ideal(2*count, actual, level, rate), 0) + time.Duration(2*(count/workers+3))*longest +
			time.Duration((2*requested*float64(workers+2)+1)/rate*float64(time.Second))
		if took > bound {
			rt.Fatalf("took %v, at most %v expected", took, bound)
		}
	})
}

// Requests of all sizes, some never seen before: unknown costs are guessed high enough.
func TestRequestsOfManySizesAreNotThrottled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		shop := newSimulator(1000, 50, 300)
		shop.requested = func(operation string, size int) float64 {
			if operation == "ProductTitles" {
				return 2 + 1.5*float64(size)
			}
			return 13
		}
		shop.actual = shop.requested
		client := simulatedClient(t, shop, nowhere)
		var work sync.WaitGroup
		for reader := range 3 {
			work.Go(func() {
				for n := range 30 {
					targets := make([]galley.Target, 1+(n*37+reader*11)%100)
					if _, err := client.Content(context.Background(), galley.FieldTitle, targets); err != nil {
						t.Error(err)
					}
				}
			})
		}
		writeAll(t, client, 100, 4)
		work.Wait()
		require.Zero(t, shop.throttled)
	})
}
