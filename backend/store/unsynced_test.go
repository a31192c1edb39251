package store_test

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

// Only marked work does not wait for the disk, however it ends: what comes after
// it does again.
func TestOnlyMarkedTransactionsDoNotWaitForTheDisk(t *testing.T) {
	const full, normal = 2, 1
	s := storetest.Open(t, galleytest.NewClock())
	later := galley.SyncLater(t.Context())
	for name, end := range map[string]error{"saved": nil, "failed": errors.New("no")} {
		level, err := s.Synchronous(later, end)
		require.Equal(t, end == nil, err == nil, name)
		require.Equal(t, normal, level, name)
		level, err = s.Synchronous(t.Context(), nil)
		require.NoError(t, err)
		require.Equal(t, full, level, name)
	}
	ended, end := context.WithCancel(later)
	end()
	_, err := s.Synchronous(ended, nil)
	require.ErrorIs(t, err, context.Canceled)
	level, err := s.Synchronous(t.Context(), nil)
	require.NoError(t, err)
	require.Equal(t, full, level)
	require.NoError(t, s.Sync(t.Context()))
}
