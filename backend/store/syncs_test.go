package store_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// A sync goes on where one of its kind was interrupted, and begins anew after one of another; changes always do.
func TestBeginSyncOf(t *testing.T) {
	for _, test := range []struct {
		before, now galley.SyncKind
		goesOn      bool
	}{
		{galley.SyncPages, galley.SyncPages, true},
		{galley.SyncList, galley.SyncList, true},
		{galley.SyncList, galley.SyncPages, false},
		{galley.SyncPages, galley.SyncList, false},
		{galley.SyncChanges, galley.SyncPages, false},
		{galley.SyncPages, galley.SyncChanges, false},
		{galley.SyncChanges, galley.SyncChanges, false},
	} {
		t.Run(string(test.before+" then "+test.now), func(t *testing.T) {
			ctx, clock := context.Background(), galleytest.NewClock()
			w := storetest.NewUnsyncedWorld(t, clock, 1)
			run, cursor, err := w.Store.BeginSyncOf(ctx, w.Shop.ID, storetest.SyncLease(t, w.Store, w.Shop.ID), test.before)
			require.NoError(t, err)
			require.Empty(t, cursor)
			began := clock.Now()
			require.NoError(t, w.Store.NoteList(ctx, w.Shop.ID, run, "list/1", began))
			require.NoError(t, w.Store.SavePage(ctx, w.Shop.ID, run, galley.ProductBatch{Products: galleytest.Products(1), Next: "2"}))
			clock.Advance(time.Hour)

			again, cursor, err := w.Store.BeginSyncOf(ctx, w.Shop.ID, storetest.SyncLease(t, w.Store, w.Shop.ID), test.now)
			require.NoError(t, err)
			state, err := w.Store.SyncState(ctx, w.Shop.ID)
			require.NoError(t, err)
			require.True(t, state.Open)
			require.Equal(t, test.now, state.Kind)
			if test.goesOn {
				require.Equal(t, run, again)
				require.Equal(t, "2", cursor)
				require.Equal(t, began, state.Began)
				require.Equal(t, "list/1", state.ListID)
				return
			}
			require.Greater(t, again.Number, run.Number)
			require.Empty(t, cursor)
			require.Equal(t, clock.Now(), state.Began)
			require.Empty(t, state.ListID)
			require.Nil(t, state.ListAt)
		})
	}
}

func TestSyncStateIsKept(t *testing.T) {
	ctx, clock := context.Background(), galleytest.NewClock()
	w := storetest.NewUnsyncedWorld(t, clock, 1)
	state, err := w.Store.SyncState(ctx, w.Shop.ID)
	require.NoError(t, err)
	require.Equal(t, galley.SyncState{}, state)
	run, _, err := w.Store.BeginSyncOf(ctx, w.Shop.ID, storetest.SyncLease(t, w.Store, w.Shop.ID), galley.SyncPages)
	require.NoError(t, err)
	whole, later := clock.Now(), clock.Now().Add(time.Hour)
	require.NoError(t, w.Store.NoteSynced(ctx, w.Shop.ID, run, whole, true, true))
	require.NoError(t, w.Store.NoteSynced(ctx, w.Shop.ID, run, later, false, true))
	state, err = w.Store.SyncState(ctx, w.Shop.ID)
	require.NoError(t, err)
	require.Equal(t, &later, state.ChangesFrom)
	require.Equal(t, &whole, state.WholeAt)
	require.NoError(t, w.Store.NoteSynced(ctx, w.Shop.ID, run, later, false, false))
	state, err = w.Store.SyncState(ctx, w.Shop.ID)
	require.NoError(t, err)
	require.Nil(t, state.ChangesFrom, "the next reads all products")
}

// A shop synced by an earlier version is read whole once, and a sync that was interrupted there goes on by pages.
func TestUpgradeKeepsAnInterruptedSync(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), store.FileName)
	migrateTo(t, path, 66, `INSERT INTO shops (id, kind, name, domain, endpoint, currency, created_at, sync_open, sync_run, sync_cursor, sync_done, sync_total)
		VALUES ('s1', 'shopify', 'One', 'one.myshopify.com', '', 'EUR', 0, 1, 7, 'half', 250, 500), ('s2', 'shopify', 'Two', 'two.myshopify.com', '', 'EUR', 0, 0, 3, '', 500, 500)`)
	s, err := store.Open(ctx, path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	for shop, want := range map[galley.ShopID]struct {
		run    int64
		cursor string
	}{"s1": {7, "half"}, "s2": {4, ""}} {
		state, err := s.SyncState(ctx, shop)
		require.NoError(t, err)
		require.Nil(t, state.ChangesFrom)
		run, cursor, err := s.BeginSyncOf(ctx, shop, storetest.SyncLease(t, s, shop), galley.SyncPages)
		require.NoError(t, err)
		require.Equal(t, want.run, run.Number)
		require.Equal(t, want.cursor, cursor)
	}
}
