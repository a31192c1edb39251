package jobs_test

import (
	"context"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

func (d *drafter) total() (n int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, calls := range d.calls {
		n += calls
	}
	return n
}

func TestEndpointThatFailsForEveryonePausesTheJob(t *testing.T) {
	for _, code := range []galley.Code{galley.CodeWriterFailed, galley.CodeTimeout} {
		d := newDesk(t, 100)
		d.drafter.hook = func(context.Context, galley.WriteRequest) error {
			return galley.NewError(code, messages.AsRecorded("Not written: the model endpoint answered with a fault (HTTP 524)."))
		}
		job := d.wait(d.create(galley.FieldTitle, nil))
		require.Equal(t, galley.JobPaused, job.State, code)
		require.Equal(t, code, job.Reason.Code)
		require.Equal(t, "The model endpoint failed for 4 items in a row: the model endpoint answered with a fault (HTTP 524). The drafts written so far are kept, "+
			"and these items are written again when the job goes on. Check that the endpoint works, then resume the job.", job.Reason.Message.String())
		require.Equal(t, galley.Counts{Total: 100}, job.Counts, "no item is to blame")
		require.Empty(t, generating(d.items(job, galley.FilterAll)))
		require.LessOrEqual(t, d.drafter.total(), 4+4, "the first four, and what was under way beside them")

		d.drafter.hook = nil
		_, err := d.Resume(context.Background(), job.ID)
		require.NoError(t, err)
		require.Equal(t, 100, d.wait(job).Counts.Successful, "after it works again, nothing has to be retried by hand")
	}
}

func TestEndpointThatBreaksDuringTheRunPausesTheJob(t *testing.T) {
	d := newDesk(t, 100)
	d.set.Writer.Concurrency = 1 // side by side, a draft may be saved after later failures
	var n atomic.Int32
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		if n.Add(1) > 20 {
			return galley.NewError(galley.CodeWriterFailed, messages.AsRecorded("Not written: the model endpoint answered with a fault (HTTP 500)."))
		}
		return nil
	}
	job := d.wait(d.create(galley.FieldTitle, nil))
	require.Equal(t, galley.JobPaused, job.State)
	require.Equal(t, 20, job.Counts.Successful)
	require.Zero(t, job.Counts.Failed)
	require.LessOrEqual(t, d.drafter.total(), 20+10+4)
}

func TestSomeFailuresOfTheEndpointFailTheirItemsAlone(t *testing.T) {
	d := newDesk(t, 60)
	var n atomic.Int32
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		if n.Add(1)%3 == 0 {
			return galley.NewError(galley.CodeWriterFailed, messages.AsRecorded("Not written: the model endpoint answered with a fault (HTTP 500)."))
		}
		return nil
	}
	job := d.wait(d.create(galley.FieldTitle, nil))
	require.Equal(t, galley.JobCompleted, job.State)
	require.Equal(t, 40, job.Counts.Successful)
	require.Equal(t, 20, job.Counts.Failed)
}

func TestSmallJobFailsItemByItem(t *testing.T) {
	d := newDesk(t, 3)
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		return galley.NewError(galley.CodeWriterFailed, messages.AsRecorded("Not written: the model endpoint answered with a fault (HTTP 500)."))
	}
	job := d.wait(d.create(galley.FieldTitle, nil))
	require.Equal(t, galley.JobCompleted, job.State)
	require.Equal(t, 3, job.Counts.Failed)
	require.Equal(t, galley.CodeWriterFailed, job.Reason.Code, "the row says why")
	require.Equal(t, "No draft was written, 3 items failed: the model endpoint answered with a fault (HTTP 500).", job.Reason.Message.String())
}

func TestFailuresOfItemsNeverPauseTheJob(t *testing.T) {
	for _, code := range []galley.Code{
		galley.CodeWriterRefused, galley.CodeWriterReply, galley.CodeWriterFacts, galley.CodeWriterPicture,
		galley.CodeWriterTooLong, galley.CodeShopMissing,
	} {
		d := newDesk(t, 30)
		d.drafter.hook = func(context.Context, galley.WriteRequest) error {
			return galley.NewError(code, messages.AsRecorded("Not written."))
		}
		job := d.wait(d.create(galley.FieldTitle, nil))
		require.Equal(t, galley.JobCompleted, job.State, code)
		require.Equal(t, 30, job.Counts.Failed, code)
	}
}
