package store

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// TestTransactionOfCancelledContextIsCancelled: database/sql rolls it back,
// and reports only that it is done. That is no failure of the data file.
func TestTransactionOfCancelledContextIsCancelled(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), FileName), galley.SystemClock{})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	for name, run := range map[string]func(context.Context, func(*db.Queries, *sql.Tx) error) error{"tx": s.tx, "view": s.view} {
		ctx, cancel := context.WithCancel(t.Context())
		err := run(ctx, func(_ *db.Queries, tx *sql.Tx) error {
			cancel()
			for {
				if _, err := tx.ExecContext(t.Context(), "SELECT 1"); errors.Is(err, sql.ErrTxDone) {
					return err
				}
			}
		})
		require.Equal(t, galley.CodeCancelled, galley.CodeOf(err), "%s: %v", name, err)

		ctx, cancel = context.WithCancel(t.Context())
		err = run(ctx, func(_ *db.Queries, tx *sql.Tx) error {
			cancel()
			for {
				if _, err := tx.ExecContext(t.Context(), "SELECT 1"); errors.Is(err, sql.ErrTxDone) {
					return nil
				}
			}
		})
		if name == "tx" {
			require.Equal(t, galley.CodeCancelled, galley.CodeOf(err), "at the commit: %v", err)
		}
	}
}
