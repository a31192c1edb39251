package jobs_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/lease"
)

func TestTakeoverOfKilledProcessWritesNothingTwice(t *testing.T) {
	d := newDesk(t, 30)
	ctx := context.Background()
	job := d.create(galley.FieldTitle, nil)

	// A process takes the job, writes some of it, claims more, and is killed:
	// its lease is never given back.
	dead := galley.Lease{Name: "job:" + string(job.ID), Holder: "dead"}
	taken, err := d.store.TakeLease(ctx, dead.Name, dead.Holder, lease.Term)
	require.NoError(t, err)
	require.True(t, taken)
	_, err = d.store.TakeJob(ctx, job.ID, dead)
	require.NoError(t, err)
	claimed, err := d.store.Claim(ctx, job.ID, 8, dead)
	require.NoError(t, err)
	var outcomes []galley.Outcome
	for _, c := range claimed[:5] {
		outcomes = append(outcomes, galley.Outcome{ID: c.ID, State: galley.ItemGenerated, Draft: &galley.Draft{Content: "by the dead", Author: galley.AuthorModel, By: "m"}})
	}
	require.NoError(t, d.store.SaveOutcomes(ctx, job.ID, outcomes, dead))

	worked, err := d.runner("p2").Work(ctx, job.ID)
	require.NoError(t, err)
	require.False(t, worked, "the lease still runs")

	// It is found dead.
	require.NoError(t, d.store.DropLease(ctx, dead.Name, dead.Holder))
	worked, err = d.runner("p2").Work(ctx, job.ID)
	require.NoError(t, err)
	require.True(t, worked)

	done, err := d.Get(ctx, job.ID)
	require.NoError(t, err)
	require.Equal(t, galley.JobCompleted, done.State)
	require.Equal(t, 30, done.Counts.Successful)
	for i, it := range d.items(job, galley.FilterAll) {
		require.Equal(t, 1, it.Revision, it.ID)
		require.Equal(t, i < 5, it.Content == "by the dead", it.ID)
	}

	// The dead one wakes up: nothing of it is accepted any more.
	late := []galley.Outcome{{ID: claimed[6].ID, State: galley.ItemGenerated, Draft: &galley.Draft{Content: "late", Author: galley.AuthorModel}}}
	require.Equal(t, galley.CodeBusy, galley.CodeOf(d.store.SaveOutcomes(ctx, job.ID, late, dead)))
}

func TestTwoProcessesShareAHomeWithoutWritingTwice(t *testing.T) {
	d := newDesk(t, 60)
	for range 3 {
		d.create(galley.FieldTitle, nil)
	}
	var both sync.WaitGroup
	for _, holder := range []string{"p1", "p2"} {
		both.Go(func() { require.NoError(t, d.runner(holder).RunUntilIdle(context.Background())) })
	}
	both.Wait()
	all, err := d.List(context.Background(), d.shop.ID)
	require.NoError(t, err)
	for _, job := range all {
		require.Equal(t, galley.JobCompleted, job.State)
		require.Equal(t, 60, job.Counts.Successful)
	}
	require.Equal(t, 3, d.drafter.most(), "once for each job")
}

func TestInterruptLosesNothing(t *testing.T) {
	d := newDesk(t, 20)
	job := d.create(galley.FieldTitle, nil)
	ctx, stop := context.WithCancel(context.Background())
	var once sync.Once
	d.drafter.hook = func(ctx context.Context, _ galley.WriteRequest) error {
		once.Do(stop)
		return ctx.Err()
	}
	_, err := d.runner("p1").Work(ctx, job.ID)
	require.ErrorIs(t, err, context.Canceled)
	require.Empty(t, generating(d.items(job, galley.FilterAll)))
	lease := "job:" + string(job.ID)
	free, err := d.store.TakeLease(context.Background(), lease, "p2", time.Minute)
	require.NoError(t, err)
	require.True(t, free, "the next process need not wait")
	require.NoError(t, d.store.DropLease(context.Background(), lease, "p2"))

	d.drafter.hook = nil
	require.Equal(t, 20, d.wait(job).Counts.Successful)
}

func TestHeldLeaseIsRenewed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var s renewals
		held, err := lease.Take(context.Background(), &s, "job:1", "p1")
		require.NoError(t, err)
		time.Sleep(3*lease.Term + time.Millisecond)
		synctest.Wait()
		require.EqualValues(t, 9, s.renewed.Load())
		require.NoError(t, held.Context().Err())

		s.lost.Store(true)
		time.Sleep(lease.Term / 3)
		synctest.Wait()
		require.Equal(t, galley.CodeBusy, galley.CodeOf(context.Cause(held.Context())))
		held.Release()
		require.True(t, s.dropped.Load())
	})
}

type renewals struct {
	renewed       atomic.Int32
	lost, dropped atomic.Bool
}

func (r *renewals) TakeLease(context.Context, string, string, time.Duration) (bool, error) {
	return true, nil
}

func (r *renewals) RenewLease(context.Context, string, string, time.Duration) (bool, error) {
	r.renewed.Add(1)
	return !r.lost.Load(), nil
}

func (r *renewals) DropLease(context.Context, string, string) error {
	r.dropped.Store(true)
	return nil
}

func (r *renewals) LeaseLapsed(context.Context, string) (bool, error) { return false, nil }
