package jobs_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

func TestJobWritesAndCountsItems(t *testing.T) {
	d := newDesk(t, 25)
	job := d.create(galley.FieldDescription, nil)
	require.Equal(t, galley.JobQueued, job.State)
	require.Equal(t, 25, job.Counts.Total)

	done := d.wait(job)
	require.Equal(t, galley.JobCompleted, done.State)
	require.Equal(t, galley.Counts{Total: 25, Successful: 25, PendingReview: 25, ToReview: 25, Unpublished: 25}, done.Counts)
	require.Equal(t, galley.NewProgress(25, 25), done.Progress)
	require.Equal(t, 2500, done.Usage.InputTokens)
	require.InDelta(t, 25*(100*1+10*10)/1e6, done.Usage.CostUSD, 1e-12)
	require.True(t, done.Usage.Priced)
	require.NotNil(t, done.FinishedAt)

	first := d.items(job, galley.FilterAll)[0]
	require.Equal(t, "Draft of Lamp 0000", first.Content)
	require.Equal(t, "<p>A table lamp of oak, model 0000.</p>", first.Original)
	require.Equal(t, galley.ItemID(string(job.ID)+"/1"), first.ID)
	require.Equal(t, 1, d.drafter.most())
}

func TestPublishStrategyHoldsBackDoubtfulDrafts(t *testing.T) {
	for severity, queued := range map[galley.Severity]bool{"": true, galley.SeverityWarn: true, galley.SeverityHold: false} {
		d := newDesk(t, 3)
		d.drafter.warn = severity
		job := d.wait(d.create(galley.FieldTitle, func(s *galley.JobSpec) { s.Strategy = galley.StrategyPublish }))
		for _, it := range d.items(job, galley.FilterAll) {
			require.Equal(t, queued, it.PublishState == galley.PublishQueued, "severity %q", severity)
			require.Equal(t, !queued, it.HeldBack)
		}
		waiting, err := d.store.Waiting(context.Background(), d.shop.ID, 10)
		require.NoError(t, err)
		if queued {
			require.Len(t, waiting, 3)
			require.Equal(t, "Ada", waiting[0].Person)
			require.Equal(t, "test model", waiting[0].Writer)
			require.Equal(t, waiting[0].Product.Title, waiting[0].Expected.Text)
		} else {
			require.Empty(t, waiting)
		}
	}
}

func TestSkipsDeletedProduct(t *testing.T) {
	d := newDesk(t, 3)
	job := d.create(galley.FieldTitle, nil)
	ctx := context.Background()
	run, _, err := d.store.BeginSync(ctx, d.shop.ID, storetest.SyncLease(t, d.store, d.shop.ID))
	require.NoError(t, err)
	require.NoError(t, d.store.SavePage(ctx, d.shop.ID, run, galley.ProductBatch{Products: galleytest.Products(2)}))
	_, err = d.store.FinishSync(ctx, d.shop.ID, run)
	require.NoError(t, err)

	job = d.wait(job)
	require.Equal(t, galley.JobCompleted, job.State)
	require.Equal(t, 1, job.Counts.Skipped)
	require.Equal(t, 2, job.Counts.Successful)
	require.Equal(t, 1, job.Ready.Retry)
	page, err := d.store.Items(ctx, galley.ItemQuery{JobID: job.ID, Filter: galley.FilterSkipped, Limit: 10})
	require.NoError(t, err)
	require.Len(t, page.Items, 1, "the filter finds it")
	require.True(t, page.Items[0].Can.Retry)

	// The next sync finds it again, and then it can be written after all.
	run, _, err = d.store.BeginSync(ctx, d.shop.ID, storetest.SyncLease(t, d.store, d.shop.ID))
	require.NoError(t, err)
	require.NoError(t, d.store.SavePage(ctx, d.shop.ID, run, galley.ProductBatch{Products: galleytest.Products(3)}))
	_, err = d.store.FinishSync(ctx, d.shop.ID, run)
	require.NoError(t, err)
	require.Equal(t, 1, storetest.Retry(t, d.store, job.ID).Count)
	job = d.wait(job)
	require.Zero(t, job.Counts.Skipped)
	require.Equal(t, 3, job.Counts.Successful)
}
