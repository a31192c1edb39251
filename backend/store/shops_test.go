package store_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

func TestAShopCountsItsRunningJobsAndNoPausedOnes(t *testing.T) {
	ctx, clock := context.Background(), galleytest.NewClock()
	s := storetest.Open(t, clock)
	shop := storetest.WithProducts(t, s, clock, galleytest.Products(2))
	spec := galley.JobSpec{ShopID: shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}}
	var jobs [2]galley.JobID
	for i := range jobs {
		id, err := s.CreateJob(ctx, galley.Job{
			ShopID: shop.ID, Type: galley.TypeFor(spec.Field), Field: spec.Field, Strategy: galley.StrategyReview,
			Writer: galley.WriterSpec{Kind: galley.WriterTemplate}, CreatedAt: clock.Now(),
		}, spec)
		require.NoError(t, err)
		jobs[i] = id
	}
	running := func() int {
		shop, err := s.Shop(ctx, string(shop.ID))
		require.NoError(t, err)
		return shop.RunningJobs
	}
	require.Equal(t, 2, running())
	require.NoError(t, s.MoveJob(ctx, jobs[0], galley.JobPaused, nil))
	require.Equal(t, 1, running())
	require.NoError(t, s.MoveJob(ctx, jobs[0], galley.JobRunning, nil))
	require.Equal(t, 2, running())
}
