package store_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// A writer that waits for another process ends with its context, not only once SQLite gives up, however it writes; and what
// waits for the same connection does too.
func TestAWriterThatWaitsForAnotherProcessEndsWithItsContext(t *testing.T) {
	w := storetest.NewWorld(t, galleytest.NewClock(), 1)
	other, err := store.Open(t.Context(), storetest.Path(t, w.Store), w.Clock)
	require.NoError(t, err)
	defer func() { require.NoError(t, other.Close()) }()
	writes := map[string]func(ctx context.Context) error{
		"a transaction": w.Store.Sync,
		"one that does not wait for the disk": func(ctx context.Context) error {
			_, err := w.Store.Synchronous(galley.SyncLater(ctx), nil)
			return err
		},
		"the release of a lease": func(ctx context.Context) error { return w.Store.DropLease(ctx, "outbox", "p1") },
		"compacting":             w.Store.Compact,
	}
	err = other.InWrite(t.Context(), func(context.Context) error {
		for name, write := range writes {
			ctx, end := context.WithTimeout(t.Context(), 10*time.Millisecond)
			behind := make(chan error)
			go func() { behind <- w.Store.Sync(ctx) }()
			require.ErrorIs(t, write(ctx), context.DeadlineExceeded, name)
			require.ErrorIs(t, <-behind, context.DeadlineExceeded, name)
			end()

			ctx, stop := context.WithCancel(t.Context())
			go func() {
				for w.Store.Writers() == 0 && ctx.Err() == nil {
					time.Sleep(time.Millisecond)
				}
				stop()
			}()
			require.ErrorIs(t, write(ctx), context.Canceled, name)
			stop()
		}
		return nil
	})
	require.NoError(t, err)
	for name, write := range writes {
		require.NoError(t, write(t.Context()), name)
	}
}

// One that waits writes once the other process is done, though SQLite has given up several times.
func TestAWriterWaitsUntilAnotherProcessIsDone(t *testing.T) {
	w := storetest.NewWorld(t, galleytest.NewClock(), 1)
	other, err := store.Open(t.Context(), storetest.Path(t, w.Store), w.Clock)
	require.NoError(t, err)
	defer func() { require.NoError(t, other.Close()) }()
	wrote := make(chan error, 1)
	err = other.InWrite(t.Context(), func(context.Context) error {
		go func() { wrote <- w.Store.NoteDecision(t.Context(), "Decided") }()
		time.Sleep(time.Second)
		return nil
	})
	require.NoError(t, err)
	require.NoError(t, <-wrote)
}
