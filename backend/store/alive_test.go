package store_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/store"
)

// takeAndHang is the other process of the test: it takes a lease and waits to
// be killed.
const takeAndHang = "GALLEY_TEST_TAKE_LEASE"

// takeAndRenew is the other process in the test of a stopped process.
const takeAndRenew = "GALLEY_TEST_RENEW_LEASE"

func TestMain(m *testing.M) {
	if path := os.Getenv(takeAndHang); path != "" {
		hang(path)
	}
	if path := os.Getenv(takeAndRenew); path != "" {
		renewing(path)
		return
	}
	os.Exit(m.Run())
}

func hang(path string) {
	s, err := store.Open(context.Background(), path, galley.SystemClock{})
	if err != nil {
		panic(err)
	}
	if taken, err := s.TakeLease(context.Background(), "job:1", s.Holder(), time.Hour); err != nil || !taken {
		panic("not taken")
	}
	if got, err := s.Reserve(context.Background(), firstRequest(nil)); err != nil || got.ID == 0 {
		panic("not reserved")
	}
	_, _ = os.Stdout.WriteString("taken\n")
	time.Sleep(time.Minute)
}

func TestLeaseOfKilledProcessIsTakenOverAtOnce(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "home [1]", store.FileName)
	s, err := store.Open(ctx, path, galley.SystemClock{})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()

	other := exec.Command(os.Args[0])
	other.Env = append(os.Environ(), takeAndHang+"="+path)
	out, err := other.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, other.Start())
	_, err = out.Read(make([]byte, 6))
	require.NoError(t, err)

	taken, err := s.TakeLease(ctx, "job:1", s.Holder(), time.Minute)
	require.NoError(t, err)
	require.False(t, taken, "the other process lives")

	got, err := s.Reserve(ctx, firstRequest(nil))
	require.NoError(t, err)
	require.True(t, got.Wait, "its first request of the model is under way")

	require.NoError(t, other.Process.Kill())
	_ = other.Wait()
	require.NoError(t, s.BookDead(ctx))
	got, err = s.Reserve(ctx, firstRequest(nil))
	require.NoError(t, err)
	require.NotZero(t, got.ID, "a killed process's request is not waited for")
	spend, err := s.Spend(ctx)
	require.NoError(t, err)
	require.InDelta(t, 2*firstRequestUSD, spend.TotalUSD, 1e-9, "and is counted")

	taken, err = s.TakeLease(ctx, "job:1", s.Holder(), time.Minute)
	require.NoError(t, err)
	require.True(t, taken, "its lease would have run for an hour")
	left, err := filepath.Glob(filepath.Join(filepath.Dir(path), "..", "*", "*.alive"))
	require.NoError(t, err)
	require.Len(t, left, 1, "only our own is left")
}
