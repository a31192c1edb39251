package store_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

const firstRequestUSD = 1.0 // what firstRequest reserves

// firstRequest asks for a model that has not answered yet, under a cap that
// has room.
func firstRequest(held *galley.Lease) galley.Reserve {
	return galley.Reserve{
		Charge: galley.Charge{Writer: galley.WriterSpec{BaseURL: "http://localhost:1/v1", Model: "new"}, Held: held},
		Most:   galley.Usage{InputTokens: 1_000_000}, Price: &galley.Price{Input: firstRequestUSD}, Caps: galley.Caps{Day: 100},
	}
}

// leaseOf is the lease that take takes.
func (p *twoProcesses) leaseOf(s *store.Store) *galley.Lease {
	return &galley.Lease{Name: "job:1", Holder: s.Holder() + "/1"}
}

func (p *twoProcesses) reserve(s *store.Store, r galley.Reserve) galley.Reserved {
	p.t.Helper()
	got, err := s.Reserve(context.Background(), r)
	require.NoError(p.t, err)
	return got
}

func (p *twoProcesses) spend() galley.Spend {
	p.t.Helper()
	spend, err := p.other.Spend(context.Background())
	require.NoError(p.t, err)
	return spend
}

func TestFirstRequestIsAwaitedUntilItsLeaseIsLost(t *testing.T) {
	p := openTwo(t)
	first := p.reserve(p.holder, firstRequest(p.leaseOf(p.holder)))
	require.NotZero(t, first.ID)
	require.Zero(t, p.pass(time.Minute, true))
	require.True(t, p.reserve(p.other, firstRequest(nil)).Wait, "a living holder's request is waited for")

	taken := p.pass(time.Minute, false)
	require.NotZero(t, taken)
	require.LessOrEqual(t, taken, 30*time.Second)
	require.NotZero(t, p.reserve(p.other, firstRequest(p.leaseOf(p.other))).ID, "the lease is lost: no more waiting")
	require.InDelta(t, 2*firstRequestUSD, p.spend().ReservedUSD, 1e-9, "its money stays counted")
	require.True(t, p.reserve(p.other, firstRequest(nil)).Wait, "the new holder's request is the first one now")

	require.NoError(t, p.holder.SettleReservation(context.Background(), first.ID, &galley.Usage{InputTokens: 500_000}))
	require.InDelta(t, firstRequestUSD/2, p.spend().BookedUSD, 1e-9, "once it goes on, it books what it used")
}

func TestCapFullOfAbandonedReservationsRefusesAtOnce(t *testing.T) {
	p := openTwo(t)
	ask := firstRequest(p.leaseOf(p.holder))
	ask.Caps.Day = 1.5 * firstRequestUSD
	require.NotZero(t, p.reserve(p.holder, ask).ID)
	ask.Held = nil
	got := p.reserve(p.other, ask)
	require.Equal(t, galley.CapDay, got.Cap)
	require.True(t, got.Wait, "there may be room once it is settled")

	require.NotZero(t, p.pass(time.Minute, false))
	got = p.reserve(p.other, ask)
	require.Equal(t, galley.CapDay, got.Cap)
	require.False(t, got.Wait)
}

func TestReservationsWithoutALockFileAreBookedAfterAnHour(t *testing.T) {
	p := openTwo(t)
	require.NotZero(t, p.reserve(p.holder, firstRequest(p.leaseOf(p.holder))).ID)
	files, err := filepath.Glob(filepath.Join(filepath.Dir(p.path), "*"+p.holder.Holder()+".alive"))
	require.NoError(t, err)
	require.Len(t, files, 1)
	require.NoError(t, os.Rename(files[0], files[0]+".away"))
	defer func() { require.NoError(t, os.Rename(files[0]+".away", files[0])) }()

	p.otherClock.Advance(time.Hour - time.Second)
	require.NoError(t, p.other.BookDead(context.Background()))
	require.Zero(t, p.spend().BookedUSD, "a request may still be under way")
	p.otherClock.Advance(2 * time.Second)
	require.NoError(t, p.other.BookDead(context.Background()))
	require.InDelta(t, firstRequestUSD, p.spend().BookedUSD, 1e-9)
	require.Zero(t, p.spend().ReservedUSD)
}

func TestCloseBooksItsOwnUnsettledReservations(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	closing, err := store.Open(context.Background(), path, galleytest.NewClock())
	require.NoError(t, err)
	for _, held := range []*galley.Lease{nil, {Name: "job:1", Holder: closing.Holder() + "/1"}} {
		if held != nil {
			taken, err := closing.TakeLease(context.Background(), held.Name, held.Holder, leaseTerm)
			require.NoError(t, err)
			require.True(t, taken)
		}
		ask := firstRequest(held)
		ask.Unproven = true
		got, err := closing.Reserve(context.Background(), ask)
		require.NoError(t, err)
		require.NotZero(t, got.ID)
	}
	other, err := store.Open(context.Background(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, other.Close()) }()

	require.NoError(t, closing.Close())
	spend, err := other.Spend(context.Background())
	require.NoError(t, err)
	require.InDelta(t, 2*firstRequestUSD, spend.BookedUSD, 1e-9)
	require.Zero(t, spend.ReservedUSD)
	require.True(t, spend.Estimated)
}
