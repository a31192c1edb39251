package store_test

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// A request to stop is for the process that holds the lease then, however it is renewed, and for none after it.
func TestARequestToStopIsForOneHolder(t *testing.T) {
	ctx, clock := t.Context(), galleytest.NewClock()
	s := storetest.Open(t, clock)
	const name = "sync:s1"
	asked := func(holder string) bool {
		t.Helper()
		asked, err := s.StopAsked(ctx, galley.Lease{Name: name, Holder: holder})
		require.NoError(t, err)
		return asked
	}
	take := func(holder string) {
		t.Helper()
		taken, err := s.TakeLease(ctx, name, holder, 0) // the next may take it over
		require.NoError(t, err)
		require.True(t, taken)
	}
	held, err := s.AskToStop(ctx, name)
	require.NoError(t, err)
	require.Empty(t, held.Holder, "nobody has it")

	taken, err := s.TakeLease(ctx, name, "p1", time.Minute)
	require.NoError(t, err)
	require.True(t, taken)
	require.False(t, asked("p1"))
	held, err = s.AskToStop(ctx, name)
	require.NoError(t, err)
	require.Equal(t, galley.Lease{Name: name, Holder: "p1"}, held)
	_, err = s.RenewLease(ctx, name, "p1", time.Minute)
	require.NoError(t, err)
	take("p1")
	require.True(t, asked("p1"))
	require.False(t, asked("p2"))

	take("p2") // overtakes it
	require.False(t, asked("p2"))
	ended, err := s.LeaseEnded(ctx, held)
	require.NoError(t, err)
	require.True(t, ended)
	require.NoError(t, s.DropLease(ctx, name, "p2"))
	take("p1")
	require.False(t, asked("p1"))
}

// Shops show whether they are synced: that one began or ended is announced.
func TestBeginAndEndOfASyncAreAnnounced(t *testing.T) {
	ctx := t.Context()
	s := storetest.Open(t, galleytest.NewClock())
	announced := func(do func()) []string {
		t.Helper()
		before, err := s.LastChange(ctx)
		require.NoError(t, err)
		do()
		change, err := s.ChangesSince(ctx, before)
		require.NoError(t, err)
		return change.Topics
	}
	for name, want := range map[string][]string{"sync:s1": {galley.TopicShops}, "job:1": {}} {
		require.Equal(t, want, announced(func() {
			_, err := s.TakeLease(ctx, name, "p1", time.Minute)
			require.NoError(t, err)
		}))
		require.Empty(t, announced(func() {
			_, err := s.RenewLease(ctx, name, "p1", time.Minute)
			require.NoError(t, err)
		}))
		require.Equal(t, want, announced(func() { require.NoError(t, s.DropLease(ctx, name, "p1")) }))
	}
}

// A lease that a process of the earlier version held stays held, and was not asked to stop.
func TestUpgradeKeepsLeases(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), store.FileName)
	migrateTo(t, path, 77, `INSERT INTO leases (name, holder, expires_at) VALUES ('sync:s1', 'p1/1', 9)`)
	s, err := store.Open(ctx, path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	held := galley.Lease{Name: "sync:s1", Holder: "p1/1"}
	asked, err := s.StopAsked(ctx, held)
	require.NoError(t, err)
	require.False(t, asked)
	now, err := s.AskToStop(ctx, held.Name)
	require.NoError(t, err)
	require.Equal(t, held, now)
}
