package jobs_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

// loseCollections ends a sync that finds the first n collections of the shop.
func (d *desk) loseCollections(n, of int) {
	d.t.Helper()
	ctx := d.t.Context()
	run, _, err := d.store.BeginCollectionSync(ctx, d.shop.ID, storetest.SyncLease(d.t, d.store, d.shop.ID))
	require.NoError(d.t, err)
	listed := galleytest.Collections(galleytest.Products(of))[:n]
	require.NoError(d.t, d.store.SaveCollections(ctx, d.shop.ID, run, galley.CollectionBatch{Collections: listed, ReadAt: d.clock.Now()}))
	found, err := d.store.FinishCollectionSync(ctx, d.shop.ID, run)
	require.NoError(d.t, err)
	require.Equal(d.t, of-n, found.MissingCollections)
}

func TestJobOverAllCollectionsLeavesOutMissingOnes(t *testing.T) {
	d := newDesk(t, 20)
	d.loseCollections(5, 20)
	for name, c := range map[string]struct {
		selection galley.Selection
		want      int
	}{
		"all":                {galley.Selection{All: true}, 5},
		"search":             {galley.Selection{Search: "lamps"}, 5},
		"a missing one only": {galley.Selection{Handles: []string{"lamps-0010"}}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			spec := galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldCollectionMetaDescription, Selection: c.selection}
			estimate, err := d.Estimate(t.Context(), spec)
			require.NoError(t, err)
			require.Equal(t, c.want, estimate.Matching)
			require.Equal(t, c.want, estimate.Items)
			job, err := d.Create(t.Context(), spec)
			require.NoError(t, err)
			require.Equal(t, c.want, job.Counts.Total)
		})
	}
	_, err := d.Create(t.Context(), galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldCollectionMetaDescription})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "no collection is selected")
}
