package store_test

import (
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// Compaction makes the file smaller and loses nothing, with another window open on it.
func TestCompactionLosesNothing(t *testing.T) {
	clock := galleytest.NewClock()
	w := storetest.NewWorld(t, clock, 40)
	job := w.Drafted(galley.FieldDescription, func(id galley.ItemID) string { return fmt.Sprintf("<p>Draft %s of oak</p>", id) })
	path := storetest.Path(t, w.Store)
	storetest.Exec(t, w.Store, "INSERT INTO settings (key, value) VALUES ('filler', hex(zeroblob(2000000)))")
	storetest.Exec(t, w.Store, "DELETE FROM settings WHERE key = 'filler'")
	window, err := store.Open(t.Context(), path, clock)
	require.NoError(t, err)
	defer func() { require.NoError(t, window.Close()) }()
	require.NoError(t, w.Store.DropLease(t.Context(), "job:"+string(job), "w"))
	columns, before := contents(t, path, nil)
	old, err := w.Store.DataFile(t.Context())
	require.NoError(t, err)
	require.Greater(t, old.Spare, int64(3_000_000))

	require.NoError(t, w.Store.Compact(t.Context()))

	file, err := window.DataFile(t.Context())
	require.NoError(t, err)
	require.Less(t, file.Size, old.Size-3_000_000)
	require.Less(t, file.Spare, int64(100_000))
	_, after := contents(t, path, columns)
	delete(before, "leases")
	delete(after, "leases")
	require.Equal(t, before, after)
	require.Len(t, positionsIn(t, window, galley.ItemQuery{JobID: job, Search: "oak"}), 40)
	_, err = window.Decide(t.Context(), job, w.At(job, 1), galley.DecisionApproved)
	require.NoError(t, err, "the other window goes on")
	health, err := w.Store.Examine(t.Context())
	require.NoError(t, err)
	require.NoError(t, health.Err())
}

func TestCompactionIsRefusedWhileWorkRuns(t *testing.T) {
	clock := galleytest.NewClock()
	w := storetest.NewWorld(t, clock, 1)
	window, err := store.Open(t.Context(), storetest.Path(t, w.Store), clock)
	require.NoError(t, err)
	defer func() { require.NoError(t, window.Close()) }()
	for _, lease := range []string{"job:7", "outbox:" + string(w.Shop.ID), "sync:" + string(w.Shop.ID), "rewrite:7"} {
		taken, err := window.TakeLease(t.Context(), lease, window.Holder()+"/1", time.Minute)
		require.NoError(t, err)
		require.True(t, taken)
		require.Equal(t, galley.CodeBusy, galley.CodeOf(w.Store.Compact(t.Context())), lease)
		require.Equal(t, galley.CodeBusy, galley.CodeOf(window.Compact(t.Context())), lease)
		require.NoError(t, window.DropLease(t.Context(), lease, window.Holder()+"/1"))
	}
	require.NoError(t, w.Store.Compact(t.Context()))
}

// While one window compacts the data file, no work begins in any: it says why at once. A window that is killed in the
// middle holds nobody up.
func TestNoWorkBeginsWhileTheDataFileIsCompacted(t *testing.T) {
	clock := galleytest.NewClock()
	w := storetest.NewWorld(t, clock, 1)
	path := storetest.Path(t, w.Store)
	window, err := store.Open(t.Context(), path, clock)
	require.NoError(t, err)
	defer func() { require.NoError(t, window.Close()) }()
	compacts := func(holder string) {
		storetest.Exec(t, w.Store, "INSERT OR REPLACE INTO leases (name, holder, term, expires_at) VALUES ('compact', ?, 600000, 0)", holder)
	}
	take := func(name string) error {
		taken, err := window.TakeLease(t.Context(), name, window.Holder()+"/1", time.Minute)
		require.Equal(t, err == nil, taken)
		return err
	}
	compacts(w.Store.Holder())
	for _, lease := range []string{"job:7", "outbox:" + string(w.Shop.ID), "sync:" + string(w.Shop.ID), "rewrite:7", "request:7"} {
		err := take(lease)
		require.Equal(t, galley.CodeBusy, galley.CodeOf(err), lease)
		require.Equal(t, messages.CompactUnderWay.String(), galley.MessageOf(err))
	}
	require.NoError(t, take("sign-in"), "what is no work goes on")
	require.Equal(t, galley.CodeBusy, galley.CodeOf(window.Compact(t.Context())), "one at a time")

	killed := "killed-in-the-middle"
	require.NoError(t, os.WriteFile(path+"."+killed+".alive", nil, 0o600))
	compacts(killed)
	require.NoError(t, take("job:7"))
	require.NoError(t, window.DropLease(t.Context(), "job:7", window.Holder()+"/1"))

	require.NoError(t, w.Store.Compact(t.Context()))
	require.NoError(t, take("job:7"), "it is done")
}
