package jobs_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/jobs"
	"galley/backend/lease"
	"galley/backend/store/storetest"
)

// takeOver gives the job's lease to another process, as after a hang.
func (d *desk) takeOver(job galley.Job) galley.Lease {
	d.t.Helper()
	ctx := context.Background()
	held := galley.Lease{Name: "job:" + string(job.ID), Holder: "p2"}
	storetest.Exec(d.t, d.store, "DELETE FROM leases WHERE name = ?", held.Name)
	taken, err := d.store.TakeLease(ctx, held.Name, held.Holder, lease.Term)
	require.NoError(d.t, err)
	require.True(d.t, taken)
	_, err = d.store.TakeJob(ctx, job.ID, held)
	require.NoError(d.t, err)
	return held
}

func TestDraftsOfAProcessThatLostItsLeaseAreKept(t *testing.T) {
	for name, then := range map[string]func(d *desk, job galley.Job){
		"the job goes on": func(*desk, galley.Job) {},
		"the job is paused": func(d *desk, job galley.Job) {
			_, err := d.Pause(context.Background(), job.ID)
			require.NoError(d.t, err)
		},
		"the job is cancelled": func(d *desk, job galley.Job) {
			_, err := d.Cancel(context.Background(), job.ID)
			require.NoError(d.t, err)
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, 4)
			job := d.create(galley.FieldTitle, nil)
			var asked atomic.Int32
			overtaken := make(chan struct{})
			d.drafter.hook = func(context.Context, galley.WriteRequest) error {
				if asked.Add(1) == 4 { // all four are under way
					then(d, job)
					d.takeOver(job)
					close(overtaken)
				}
				<-overtaken
				return nil
			}
			_, err := d.runner("p1").Work(context.Background(), job.ID)
			require.NoError(t, err)

			now, err := d.Get(context.Background(), job.ID)
			require.NoError(t, err)
			require.Equal(t, 4, now.Counts.Successful, "what was paid for is kept")
			require.Equal(t, 400, now.Usage.InputTokens, "and booked once")
		})
	}
}

// wait waits for something that another goroutine does, and fails after a minute.
func wait(until func() bool) error {
	for end := time.Now().Add(time.Minute); !until(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			return errors.New("waited for a minute")
		}
	}
	return nil
}

func TestKeepsDraftsThatArriveAfterLosingTheLease(t *testing.T) {
	d := newDesk(t, 4)
	job := d.create(galley.FieldTitle, nil)
	var asked atomic.Int32
	overtaken := make(chan struct{})
	saved := func(n int) func() bool {
		return func() bool {
			now, err := d.Get(context.Background(), job.ID)
			return err == nil && now.Counts.Successful >= n
		}
	}
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		n := int(asked.Add(1))
		if n == 4 { // all four are under way
			d.takeOver(job)
			close(overtaken)
		}
		<-overtaken
		return wait(saved(n - 1))
	}
	_, err := d.runner("p1").Work(context.Background(), job.ID)
	require.NoError(t, err)
	require.True(t, saved(4)(), "what was paid for is kept")
}

// failsOnce is a store that cannot save the first time.
type failsOnce struct {
	jobs.Store
	failed atomic.Bool
}

func (s *failsOnce) SaveOutcomes(ctx context.Context, id galley.JobID, outcomes []galley.Outcome, held galley.Lease) error {
	if s.failed.CompareAndSwap(false, true) {
		return errors.New("disk full")
	}
	return s.Store.SaveOutcomes(ctx, id, outcomes, held)
}

func TestRetriesSavingDrafts(t *testing.T) {
	d := newDesk(t, 4)
	job := d.create(galley.FieldTitle, nil)
	store := &failsOnce{Store: d.store}
	d.Service = jobs.New(store, d.set, d.drafter, d.clock)
	var asked atomic.Int32
	all := make(chan struct{})
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		switch asked.Add(1) {
		case 4:
			close(all)
		case 1: // comes when the others could not be saved
			return wait(store.failed.Load)
		}
		<-all
		return nil
	}
	_, err := d.runner("p1").Work(context.Background(), job.ID)
	require.ErrorContains(t, err, "disk full")
	now, err := d.Get(context.Background(), job.ID)
	require.NoError(t, err)
	require.Equal(t, 4, now.Counts.Successful, "what was paid for is kept")
}

func TestLateDraftDoesNotReplaceAnother(t *testing.T) {
	d := newDesk(t, 1)
	job := d.create(galley.FieldTitle, nil)
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		ctx := context.Background()
		held := d.takeOver(job)
		claimed, err := d.store.Claim(ctx, job.ID, 1, held)
		require.NoError(t, err)
		require.NoError(t, d.store.SaveOutcomes(ctx, job.ID, []galley.Outcome{{
			ID: claimed[0].ID, State: galley.ItemGenerated, Draft: &galley.Draft{Content: "By the other process", Author: galley.AuthorModel, By: "m"},
		}}, held))
		return nil
	}
	_, err := d.runner("p1").Work(context.Background(), job.ID)
	require.NoError(t, err)
	item := d.items(job, galley.FilterAll)[0]
	require.Equal(t, "By the other process", item.Content)
	require.Equal(t, 1, item.Revision)
	require.Equal(t, 100, item.Usage.InputTokens, "the late one is booked all the same")
}

// The computer sleeps for longer than a lease while a paused job is seen
// through: the queue of the same process must not take that work for stranded.
func TestContinuesOwnWorkAfterSleep(t *testing.T) {
	d := newDesk(t, 4)
	job := d.create(galley.FieldTitle, nil)
	r := d.runner("p1")
	var asked atomic.Int32
	awake := make(chan struct{})
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		if asked.Add(1) == 4 {
			_, err := d.Pause(context.Background(), job.ID)
			require.NoError(t, err)
			storetest.Exec(t, d.store, "UPDATE leases SET expires_at = ?", time.Now().Add(-18*time.Second).UnixMilli())
			require.NoError(t, r.RunUntilIdle(context.Background()), "the queue is looked at on waking up")
			close(awake)
		}
		<-awake
		return nil
	}
	_, err := r.Work(context.Background(), job.ID)
	require.NoError(t, err)
	now, err := d.Get(context.Background(), job.ID)
	require.NoError(t, err)
	require.Equal(t, galley.JobPaused, now.State)
	require.Equal(t, 4, now.Counts.Successful)
	require.Equal(t, 400, now.Usage.InputTokens)
	require.Equal(t, 1, d.drafter.most())
}

func TestOneProcessWorksAJobOnlyOnce(t *testing.T) {
	d := newDesk(t, 1)
	job := d.create(galley.FieldTitle, nil)
	r := d.runner("p1")
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		worked, err := r.Work(context.Background(), job.ID)
		require.NoError(t, err)
		require.False(t, worked)
		return nil
	}
	_, err := r.Work(context.Background(), job.ID)
	require.NoError(t, err)
	require.Equal(t, 1, d.drafter.most())
}
