package jobs_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/storetest"
)

func TestFailedItemsAreRetried(t *testing.T) {
	d := newDesk(t, 10)
	d.drafter.hook = func(_ context.Context, req galley.WriteRequest) error {
		if req.Product.Handle == "lamp-0003" {
			return galley.NewError(galley.CodeWriterCut, messages.AsRecorded("Not written: answer cut short."))
		}
		return nil
	}
	job := d.wait(d.create(galley.FieldTitle, nil))
	require.Equal(t, galley.JobCompleted, job.State, "failed items do not fail a job")
	require.Equal(t, 1, job.Counts.Failed)
	failed := d.items(job, galley.FilterFailed)
	require.Equal(t, &galley.Reason{Code: galley.CodeWriterCut, Message: messages.AsRecorded("Not written: answer cut short.")}, failed[0].Error)
	require.Equal(t, 9*100+1, job.Usage.InputTokens, "a failed try is paid for too")

	d.drafter.hook = nil
	require.Equal(t, 1, storetest.Retry(t, d.store, job.ID).Count)
	job, err := d.Get(context.Background(), job.ID)
	require.NoError(t, err)
	require.Equal(t, galley.JobQueued, job.State)
	require.Nil(t, job.FinishedAt)
	job = d.wait(job)
	require.Equal(t, 10, job.Counts.Successful)
	require.Zero(t, storetest.Retry(t, d.store, job.ID).Count)
}

func TestOneFailedItemIsRetriedAlone(t *testing.T) {
	d := newDesk(t, 3)
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		return galley.NewError(galley.CodeWriterCut, messages.AsRecorded("Not written: answer cut short."))
	}
	job := d.wait(d.create(galley.FieldTitle, nil))
	require.Equal(t, 3, job.Counts.Failed)

	d.drafter.hook = nil
	require.Equal(t, 1, storetest.Retry(t, d.store, job.ID, 2).Count)
	job = d.wait(job)
	require.Equal(t, 1, job.Counts.Successful)
	require.Equal(t, 2, job.Counts.Failed, "the others are left alone")
}
