package spend

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

// heldByDead has no room until the requests of dead processes are booked.
type heldByDead struct {
	Store
	booked bool
}

func (s *heldByDead) Reserve(context.Context, galley.Reserve) (galley.Reserved, error) {
	if s.booked {
		return galley.Reserved{ID: 1}, nil
	}
	return galley.Reserved{Wait: true}, nil
}

func (s *heldByDead) BookDead(context.Context) error { s.booked = true; return nil }

func (s *heldByDead) For(context.Context, galley.ShopID) (galley.Settings, error) {
	return galley.Settings{}, nil
}

func (s *heldByDead) Get(context.Context) (galley.Settings, error) { return galley.Settings{}, nil }

func TestDoesNotWaitForRequestsOfDeadProcesses(t *testing.T) {
	clock, store := galleytest.NewClock(), &heldByDead{}
	meter := New(store, store, clock, slog.New(slog.DiscardHandler)).Meter(galley.Charge{Held: &galley.Lease{}})
	_, err := meter.Reserve(t.Context(), galley.Usage{})
	require.NoError(t, err)
	require.LessOrEqual(t, clock.Elapsed(), 2*time.Second)
}
