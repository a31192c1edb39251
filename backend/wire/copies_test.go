package wire_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley/galleytest"
	"galley/backend/wire"
)

// sleepClock calls f at each sleep, before the time of it passes.
type sleepClock struct {
	*galleytest.Clock

	f func()
}

// Sleep implements galley.Clock.
func (c *sleepClock) Sleep(ctx context.Context, d time.Duration) error {
	c.f()
	return c.Clock.Sleep(ctx, d)
}

// TestCopiesNewHomeSoonAfterFirstChange: nothing is copied while
// nothing was done; the first copy comes within a minute of the first change,
// the next one a day later.
func TestCopiesNewHomeSoonAfterFirstChange(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	clock := &sleepClock{Clock: galleytest.NewClock()}
	graph, err := wire.Open(ctx, wire.Options{Home: t.TempDir(), Clock: clock})
	require.NoError(t, err)
	defer func() { require.NoError(t, graph.Close()) }()

	var added, first, second time.Duration
	clock.f = func() {
		switch copies := len(graph.Copies()); {
		case clock.Elapsed() < 10*time.Minute:
			require.Zero(t, copies, "nothing was done yet")
		case added == 0:
			_, err := graph.Shops.AddDemo(ctx)
			require.NoError(t, err)
			added = clock.Elapsed()
		case copies == 1 && first == 0:
			first = clock.Elapsed()
		case copies == 2:
			second = clock.Elapsed()
			cancel()
		}
		require.Less(t, clock.Elapsed(), 48*time.Hour)
	}
	graph.KeepCopies(ctx)
	require.LessOrEqual(t, first-added, time.Minute)
	require.GreaterOrEqual(t, second-first, 24*time.Hour)
	require.LessOrEqual(t, second-first, 25*time.Hour)
}
