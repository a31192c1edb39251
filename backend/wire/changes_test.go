package wire_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/wire"
)

// TestChangesOfItemsStayFewWhileGalleyIsOpen: they are dropped within the hour, not when the file is opened, which a full
// disk would keep from being done.
func TestChangesOfItemsStayFewWhileGalleyIsOpen(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	home, clock := t.TempDir(), &sleepClock{Clock: galleytest.NewClock()}
	open := func() *wire.Graph {
		graph, err := wire.Open(ctx, wire.Options{Home: home, Clock: clock})
		require.NoError(t, err)
		return graph
	}
	graph := open()
	file, err := sql.Open("sqlite3", "file:"+filepath.Join(home, store.FileName))
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	number := func(seq int) {
		_, err := file.ExecContext(ctx, "INSERT INTO item_changes (seq, item_row) VALUES (?, 0)", seq)
		require.NoError(t, err)
	}
	oldest := func() (seq int) {
		require.NoError(t, file.QueryRow("SELECT min(seq) FROM item_changes").Scan(&seq))
		return seq
	}
	number(1_000_010)
	require.NoError(t, graph.Close())
	graph = open()
	defer func() { require.NoError(t, graph.Close()) }()
	require.Equal(t, 1, oldest())

	clock.f = func() {
		switch clock.Elapsed() {
		case 0:
			require.Equal(t, 1_000_010, oldest())
			number(2_000_020)
		default:
			require.LessOrEqual(t, clock.Elapsed(), time.Hour)
			require.Equal(t, 2_000_020, oldest())
			cancel()
		}
	}
	graph.DropItemChanges(ctx)
	require.Equal(t, time.Hour, clock.Elapsed().Round(time.Hour))
}

// A home on which only commands work keeps them few, too.
func TestChangesOfItemsStayFewWhereOnlyCommandsWork(t *testing.T) {
	home := t.TempDir()
	graph, err := wire.Open(t.Context(), wire.Options{Home: home, Clock: galleytest.NewClock()})
	require.NoError(t, err)
	defer func() { require.NoError(t, graph.Close()) }()
	file, err := sql.Open("sqlite3", "file:"+filepath.Join(home, store.FileName))
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	_, err = file.ExecContext(t.Context(), "INSERT INTO item_changes (seq, item_row) VALUES (1000010, 0)")
	require.NoError(t, err)
	require.NoError(t, graph.WorkUntilIdle(t.Context()))
	var oldest int
	require.NoError(t, file.QueryRow("SELECT min(seq) FROM item_changes").Scan(&oldest))
	require.Equal(t, 1_000_010, oldest)
}
