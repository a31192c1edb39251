package wire_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
)

// A batch that its endpoint never ends (it was restarted and forgot its work) is cancelled and given up a day after
// its time. What it may bill is booked.
func TestABatchThatNeverEndsIsGivenUp(t *testing.T) {
	for name, c := range map[string]struct{ cancelled, prolongs bool }{"running": {}, "cancelled": {cancelled: true}, "expires later at each look": {prolongs: true}} {
		t.Run(name, func(t *testing.T) {
			cancelled := c.cancelled
			b := newBatcher(t, 12, llmtest.Options{})
			b.model.HoldBatches(true)
			b.model.Batching(llmtest.BatchFaults{NeverStops: true, Prolongs: c.prolongs})
			job := b.start(galley.FieldTitle)
			set := b.reserved()
			if cancelled {
				_, err := b.Jobs.Cancel(t.Context(), job.ID)
				require.NoError(t, err)
			}
			b.clock.Advance(25 * time.Hour)
			job = b.work(job)
			require.Equal(t, cancelled, job.State == galley.JobCancelled)
			require.Zero(t, job.Batches.Done, "it may come late")
			b.clock.Advance(24 * time.Hour)
			job = b.work(job)
			for range 14 {
				require.Zero(t, job.Batches.Done, "cancelling takes a while")
				b.clock.Advance(6 * time.Minute)
				job = b.work(job)
			}
			require.Equal(t, 1, job.Batches.Done)
			require.InDelta(t, set, job.Usage.CostUSD-probes(t, b, priceOfTests(t, b)), 1e-9, "the most that it may bill")
			if !cancelled {
				require.Equal(t, galley.JobPaused, job.State)
				require.Contains(t, job.Reason.Message.String(), "12 drafts")
				require.True(t, job.Can.WriteNow)
			}
		})
	}
}

// What a batch that is given up has answered is kept: cancelling takes a while, and may fail at first.
func TestABatchThatIsGivenUpKeepsWhatWasAnswered(t *testing.T) {
	for name, faults := range map[string]llmtest.BatchFaults{
		"slow to cancel": {StopsSlow: true}, "cancelled at the third try": {FailsStops: 2}, "both": {StopsSlow: true, FailsStops: 2},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBatcher(t, 12, llmtest.Options{})
			b.model.HoldBatches(true)
			b.model.Batching(faults)
			job := b.start(galley.FieldTitle)
			b.clock.Advance(49 * time.Hour)
			for range 10 {
				job = b.work(job)
				b.clock.Advance(6 * time.Minute)
			}
			require.Equal(t, galley.JobPaused, job.State)
			require.Contains(t, job.Reason.Message.String(), "of 12")
			require.Zero(t, b.reserved())
			price, bill := priceOfTests(t, b), b.model.BatchBill()
			require.Equal(t, 6, bill.Requests)
			require.InDelta(t, bill.Cost(price.Input, price.Cached, price.Output)/2, job.Usage.CostUSD-probes(t, b, price), 1e-9)
		})
	}
}

// What an endpoint says of when a batch expires is not believed where it cannot be.
func TestABatchIsNotGivenUpByATimeThatCannotBe(t *testing.T) {
	for name, at := range map[string]int64{"long ago": 1, "milliseconds": galleytest.NewClock().Now().Add(24 * time.Hour).UnixMilli()} {
		t.Run(name, func(t *testing.T) {
			b := newBatcher(t, 12, llmtest.Options{})
			b.model.HoldBatches(true)
			b.model.Batching(llmtest.BatchFaults{ExpiresAt: at})
			made := b.clock.Now()
			job := b.start(galley.FieldTitle)
			b.clock.Advance(47 * time.Hour)
			job = b.work(job)
			require.False(t, job.Batches.Stopping)
			require.WithinRange(t, *job.Batches.Latest, made.Add(galley.BatchWindow), made.Add(2*galley.BatchWindow+time.Minute))
			b.clock.Advance(26 * time.Hour)
			b.work(job)
			for range 6 {
				job = b.later(job)
			}
			require.Equal(t, galley.JobPaused, job.State)
		})
	}
}

// An endpoint that fails whenever a batch is made is told of, not asked without end.
func TestAnEndpointThatCannotMakeABatchPausesTheJob(t *testing.T) {
	b := newBatcher(t, 12, llmtest.Options{})
	b.model.Batching(llmtest.BatchFaults{FailsMakes: true})
	job := b.start(galley.FieldTitle)
	for range 4 {
		job = b.later(job)
	}
	require.Equal(t, galley.JobPaused, job.State)
	b.model.Batching(llmtest.BatchFaults{})
	_, err := b.Jobs.Resume(t.Context(), job.ID)
	require.NoError(t, err)
	for range 6 {
		job = b.later(job)
	}
	require.Equal(t, galley.JobCompleted, job.State, "%v", job.Reason)
	require.Equal(t, 12, job.Counts.Successful)
	require.Len(t, b.model.BatchAsked(), 12)
}
