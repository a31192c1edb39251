package storetest

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

// World is a home with one synced shop, from which tests of the services start.
type World struct {
	T      testing.TB
	Clock  galley.Clock
	Store  *store.Store
	Remote *galleytest.Shop // the shop itself
	Shop   galley.Shop      // as the home knows it
}

// NewWorld opens a home whose shop has so many products.
func NewWorld(t testing.TB, clock galley.Clock, products int) *World {
	t.Helper()
	w := &World{T: t, Clock: clock, Store: Open(t, clock), Remote: galleytest.NewShop(galleytest.Products(products)...)}
	w.Shop = WithProducts(t, w.Store, clock, galleytest.Products(products))
	return w
}

// Job makes a job for a field of all products, with the outcome that write
// gives for each of its items.
func (w *World) Job(f galley.Field, by galley.WriterSpec, write func(position int, c galley.Claimed) galley.Outcome) galley.JobID {
	w.T.Helper()
	ctx := w.T.Context()
	id, err := w.Store.CreateJob(ctx, galley.Job{
		ShopID: w.Shop.ID, Type: galley.TypeFor(f), Field: f, Strategy: galley.StrategyReview, Instructions: "House voice.",
		Writer: by, CreatedAt: w.Clock.Now(),
	}, galley.JobSpec{ShopID: w.Shop.ID, Field: f, Selection: galley.Selection{All: true}})
	require.NoError(w.T, err)
	held := galley.Lease{Name: "job:" + string(id), Holder: "w"}
	_, err = w.Store.TakeLease(ctx, held.Name, held.Holder, time.Hour)
	require.NoError(w.T, err)
	_, err = w.Store.TakeJob(ctx, id, held)
	require.NoError(w.T, err)
	claimed, err := w.Store.Claim(ctx, id, 1000, held)
	require.NoError(w.T, err)
	outcomes := make([]galley.Outcome, len(claimed))
	for i, c := range claimed {
		outcomes[i] = write(i+1, c)
	}
	require.NoError(w.T, w.Store.SaveOutcomes(ctx, id, outcomes, held))
	_, err = w.Store.CompleteJob(ctx, id, held)
	require.NoError(w.T, err)
	return id
}
