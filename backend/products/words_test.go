package products_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/products"
)

// countedWords is a store that counts steps of indexing.
type countedWords struct {
	products.Store

	steps int
}

func (c *countedWords) IndexWords(ctx context.Context) (bool, error) {
	c.steps++
	return c.Store.IndexWords(ctx)
}

// sleepless tells when something waits.
type sleepless struct {
	galley.Clock

	waits func(time.Duration)
}

func (s *sleepless) Sleep(ctx context.Context, d time.Duration) error {
	if s.waits != nil {
		s.waits(d)
	}
	return s.Clock.Sleep(ctx, d)
}

// Words of a list are indexed after its products, not while a sync of the same process saves some, and with a pause between
// two steps. They do not wait for the collections, which are read beside.
func TestWordsAreIndexedOnceProductsAreSaved(t *testing.T) {
	const count = 1530
	for name, whileCollecting := range map[string]bool{"after the sync": false, "while collections are read": true} {
		t.Run(name, func(t *testing.T) {
			l := newListing(t, count)
			store, clock := &countedWords{Store: l.store}, &sleepless{Clock: l.clock}
			service := products.New(store, l.remote, clock, "p1")
			keep := func() (pauses int) { // until it would look again
				ctx, end := context.WithCancel(bg)
				clock.waits = func(d time.Duration) {
					if pauses++; d >= time.Second {
						end()
					}
				}
				service.KeepWords(ctx)
				clock.waits = nil
				return pauses
			}
			keepAll := func() {
				pauses := 0
				for late := time.Now().Add(time.Minute); store.steps == 0 && time.Now().Before(late); time.Sleep(time.Millisecond) { // until the sync has said that its products are saved
					pauses = keep()
				}
				require.Equal(t, 4, pauses, "three pauses between the four steps of 1,530 products, and the wait for more")
				require.Equal(t, 4, store.steps)
				more, err := l.store.IndexWords(bg)
				require.NoError(t, err)
				require.False(t, more)
			}
			parts, allRead := 0, make(chan struct{})
			failpoint.Watch(func(p failpoint.Point) {
				if p == failpoint.SyncAllRead {
					close(allRead)
				}
			})
			defer failpoint.Watch(nil)
			l.remote.Fault = func(call string, _ galley.Target) error {
				switch call {
				case "part":
					parts++
					keep()
					require.Zero(t, store.steps)
				case "collections":
					<-allRead
					if whileCollecting && store.steps == 0 { // the first of two pages
						keepAll()
					}
				}
				return nil
			}
			_, err := service.Sync(bg, l.shop, nil)
			require.NoError(t, err)
			require.NotZero(t, parts)
			l.remote.Fault = nil
			if !whileCollecting {
				keepAll()
			}
			require.Equal(t, 4, store.steps)
		})
	}
}
