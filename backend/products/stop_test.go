package products_test

import (
	"context"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/lease"
	"galley/backend/products"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// patient is a clock whose sleepers sleep until their context ends.
type patient struct{ *galleytest.Clock }

func (patient) Sleep(ctx context.Context, _ time.Duration) error {
	<-ctx.Done()
	return ctx.Err()
}

// standing is a clock that never moves: its sleepers give others a turn.
type standing struct{ *galleytest.Clock }

func (standing) Sleep(ctx context.Context, _ time.Duration) error {
	time.Sleep(time.Millisecond)
	return ctx.Err()
}

// elsewhere opens the home of a listing once more, as another process does.
func (l *listing) elsewhere(clock galley.Clock) *products.Service {
	l.t.Helper()
	s, err := store.Open(bg, storetest.Path(l.t, l.store), clock)
	require.NoError(l.t, err)
	l.t.Cleanup(func() { require.NoError(l.t, s.Close()) })
	return products.New(s, l.remote, clock, s.Holder())
}

func (l *listing) isSyncing() bool {
	l.t.Helper()
	shop, err := l.store.ShopOverview(bg, l.shop.ID)
	require.NoError(l.t, err)
	return shop.Sync != nil
}

func TestStopEndsTheSyncOfAnotherProcess(t *testing.T) {
	l := newListing(t, 1200)
	l.remote.Looks = 5
	var once sync.Once
	waits, ended := make(chan struct{}), make(chan error, 1)
	syncing, other := products.New(l.store, l.remote, patient{l.clock}, "p1"), l.elsewhere(standing{l.clock})
	go func() {
		_, err := syncing.Sync(bg, l.shop, func(galley.SyncProgress) { once.Do(func() { close(waits) }) })
		ended <- err
	}()
	<-waits
	require.True(t, l.isSyncing())
	stopped, err := other.Stop(bg, l.shop)
	require.NoError(t, err)
	require.True(t, stopped)
	err = <-ended
	require.Equal(t, galley.CodeCancelled, galley.CodeOf(err), err)
	require.ErrorContains(t, err, messages.SyncStopped(l.shop.Name).String())
	require.True(t, l.remote.Lists[0].Cancelled)
	require.False(t, l.isSyncing())

	stopped, err = other.Stop(bg, l.shop)
	require.NoError(t, err)
	require.False(t, stopped, "none is under way")
	l.sync()
	l.matches()
}

// A sync whose process was killed is not under way.
func TestStopWhereTheProcessOfTheSyncDied(t *testing.T) {
	l := newListing(t, 5)
	require.NoError(t, os.WriteFile(storetest.Path(t, l.store)+".killed.alive", nil, 0o600))
	_, err := l.store.TakeLease(bg, "sync:"+string(l.shop.ID), "killed/1", lease.Term)
	require.NoError(t, err)
	require.True(t, l.isSyncing())
	before, err := l.store.LastChange(bg)
	require.NoError(t, err)
	stopped, err := l.Stop(bg, l.shop)
	require.NoError(t, err)
	require.False(t, stopped)
	require.False(t, l.isSyncing())
	change, err := l.store.ChangesSince(bg, before)
	require.NoError(t, err)
	require.Contains(t, change.Topics, galley.TopicShops, "pages show that it has ended")
	l.sync()
}

// A process that stands still does not hear the request. Its sync is over once another may take it over.
func TestStopOfASyncThatStandsStill(t *testing.T) {
	l := newListing(t, 5)
	name, began := "sync:"+string(l.shop.ID), l.clock.Now()
	_, err := l.store.TakeLease(bg, name, "hung process", lease.Term)
	require.NoError(t, err)
	stopped, err := l.Stop(bg, l.shop)
	require.NoError(t, err)
	require.True(t, stopped)
	require.LessOrEqual(t, l.clock.Now().Sub(began), lease.Term+time.Second)
	asked, err := l.store.StopAsked(bg, galley.Lease{Name: name, Holder: "hung process"})
	require.NoError(t, err)
	require.True(t, asked, "it hears when it wakes")
}

// renewing is a clock while which another process goes on.
type renewing struct {
	*galleytest.Clock
	renew func()
}

func (c renewing) Sleep(ctx context.Context, d time.Duration) error {
	c.renew()
	return c.Clock.Sleep(ctx, d)
}

func TestStopSaysThatAProcessGoesOn(t *testing.T) {
	l := newListing(t, 5)
	name := "sync:" + string(l.shop.ID)
	_, err := l.store.TakeLease(bg, name, "deaf process", lease.Term)
	require.NoError(t, err)
	other := products.New(l.store, l.remote, renewing{l.clock, func() {
		held, err := l.store.RenewLease(bg, name, "deaf process", lease.Term)
		require.NoError(t, err)
		require.True(t, held)
	}}, "p2")
	_, err = other.Stop(bg, l.shop)
	require.Equal(t, galley.CodeBusy, galley.CodeOf(err), err)
	require.ErrorContains(t, err, messages.SyncElsewhere(l.shop.Name).String())

	impatient, leave := context.WithCancel(bg)
	leave()
	_, err = other.Stop(impatient, l.shop)
	require.Equal(t, galley.CodeCancelled, galley.CodeOf(err), err)
}
