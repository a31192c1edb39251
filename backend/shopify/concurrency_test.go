package shopify_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

func TestConcurrencyFollowsRateLatencyAndCost(t *testing.T) {
	for _, c := range []struct {
		name        string
		rate        float64
		latency     time.Duration
		least, most int
	}{
		{"a slow rate needs few", 50, 20 * time.Millisecond, 6, 6},
		{"Plus nearby", 1000, 20 * time.Millisecond, 6, 8},
		{"Plus far away", 1000, 300 * time.Millisecond, 46, 70},
		{"Enterprise far away", 2000, 300 * time.Millisecond, 92, 125},
		{"a shop that hardly answers", 2000, 30 * time.Second, 384, 384},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				shop := newSimulator(2000, c.rate, 100) // nearly empty
				shop.latency = func(int) time.Duration { return c.latency }
				client := simulatedClient(t, shop, nowhere)
				require.Equal(t, 6, client.Concurrency(), "before the shop has answered")
				writeAll(t, client, 40, 20)
				shop.level = 0 // others have used it up
				writeAll(t, client, 3, 1)
				got := client.Concurrency()
				require.GreaterOrEqual(t, got, c.least)
				require.LessOrEqual(t, got, c.most)
			})
		})
	}
}

func TestSavedUpPointsCallForMoreAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		shop := newSimulator(20_000, 1000, 20_000)
		client := simulatedClient(t, shop, nowhere)
		writeAll(t, client, 2, 1)
		full := client.Concurrency()
		shop.level = 200
		writeAll(t, client, 2, 1)
		require.Greater(t, full, 3*client.Concurrency())
	})
}

// Far from a fast shop, a fixed number of writes at once used a tenth of what the shop allows.
func TestWritesAtOnceUseTheWholeRateFarAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		shop := newSimulator(2000, 1000, 2000)
		shop.latency = func(int) time.Duration { return 300 * time.Millisecond }
		client := simulatedClient(t, shop, nowhere)
		writeAll(t, client, 50, 6)
		started := time.Now()
		level := min(shop.level+started.Sub(shop.asOf).Seconds()*shop.rate, shop.maximum)
		writeAll(t, client, 1500, client.Concurrency())
		took, least := shop.finished.Sub(started), ideal(1500, pair, level, 1000)
		require.Zero(t, shop.throttled)
		require.Less(t, took, least*104/100, "ideal is %v", least)
	})
}
