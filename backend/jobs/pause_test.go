package jobs_test

import (
	"context"
	"log/slog"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/jobs"
)

func TestWrongKeyPausesJob(t *testing.T) {
	d := newDesk(t, 40)
	d.drafter.hook = func(_ context.Context, req galley.WriteRequest) error {
		if req.Product.Handle >= "lamp-0010" {
			return galley.NewError(galley.CodeWriterKey, messages.AsRecorded("The model endpoint refused the key."))
		}
		return nil
	}
	job := d.wait(d.create(galley.FieldTitle, nil))
	require.Equal(t, galley.JobPaused, job.State)
	require.Equal(t, &galley.Reason{Code: galley.CodeWriterKey, Message: messages.AsRecorded("The model endpoint refused the key.")}, job.Reason)
	require.LessOrEqual(t, job.Counts.Successful, 10)
	require.Zero(t, job.Counts.Failed)

	d.drafter.hook = nil
	job, err := d.Resume(context.Background(), job.ID)
	require.NoError(t, err)
	require.Nil(t, job.Reason)
	job = d.wait(job)
	require.Equal(t, 40, job.Counts.Successful)
}

func TestCapPausesJobAndKeepsDrafts(t *testing.T) {
	const draft = 0.0002 // dollars
	for name, caps := range map[string]galley.Caps{"job": {Job: 10.5 * draft}, "day": {Day: 10.5 * draft}} {
		d := newDesk(t, 60)
		d.set.Caps = caps
		job := d.wait(d.create(galley.FieldTitle, nil))
		require.Equal(t, galley.JobPaused, job.State, name)
		require.Equal(t, galley.CodeSpendCap, job.Reason.Code)
		require.Equal(t, 10, job.Counts.Successful, "%s: the cap is for ten drafts", name)
		require.Contains(t, job.Reason.Message.String(), "50 items wait")
		require.Empty(t, generating(d.items(job, galley.FilterAll)))

		d.set.Caps = galley.Caps{}
		_, err := d.Resume(context.Background(), job.ID)
		require.NoError(t, err)
		require.Equal(t, 60, d.wait(job).Counts.Successful, name)
	}
}

func TestUnavailableWriterPausesTheJob(t *testing.T) {
	d := newDesk(t, 2)
	job := d.create(galley.FieldTitle, nil)
	locked := writers{err: galley.NewError(galley.CodeVaultLocked, messages.AsRecorded("The key store is locked."))}
	r := jobs.NewRunner(d.Service, locked, d.meters(), "p1", slog.New(slog.DiscardHandler))
	job, err := r.Wait(context.Background(), job.ID, nil)
	require.NoError(t, err)
	require.Equal(t, galley.JobPaused, job.State)
	require.Equal(t, galley.CodeVaultLocked, job.Reason.Code)
}

func TestPauseKeepsItemsBeingWritten(t *testing.T) {
	d := newDesk(t, 50)
	var once sync.Once
	job := d.create(galley.FieldTitle, nil)
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		once.Do(func() {
			_, err := d.Pause(context.Background(), job.ID)
			require.NoError(t, err)
		})
		return nil
	}
	paused := d.wait(job)
	require.Equal(t, galley.JobPaused, paused.State)
	written := paused.Counts.Successful
	require.Positive(t, written)
	require.Less(t, written, 50)
	require.Empty(t, generating(d.items(job, galley.FilterAll)))

	_, err := d.Resume(context.Background(), job.ID)
	require.NoError(t, err)
	require.Equal(t, 50, d.wait(job).Counts.Successful)
	require.Equal(t, 1, d.drafter.most(), "nothing was written twice")
}

func generating(items []galley.Item) (found []galley.ItemID) {
	for _, it := range items {
		if it.State == galley.ItemGenerating {
			found = append(found, it.ID)
		}
	}
	return found
}

func TestCancelKeepsWrittenDrafts(t *testing.T) {
	d := newDesk(t, 50)
	var once sync.Once
	job := d.create(galley.FieldTitle, nil)
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		once.Do(func() {
			_, err := d.Cancel(context.Background(), job.ID)
			require.NoError(t, err)
		})
		return nil
	}
	job = d.wait(job)
	require.Equal(t, galley.JobCancelled, job.State)
	require.Positive(t, job.Counts.Successful)
	require.Equal(t, 50, job.Counts.Successful+job.Counts.Cancelled)
	_, err := d.Resume(context.Background(), job.ID)
	require.Equal(t, galley.CodeIllegalState, galley.CodeOf(err))
}
