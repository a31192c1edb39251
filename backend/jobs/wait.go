package jobs

import (
	"context"
	"slices"
	"sync"

	"galley/backend/galley"
)

// Wait returns when the job has ended or is paused. It does the work itself
// unless another process does; progress is called now and then.
func (r *Runner) Wait(ctx context.Context, id galley.JobID, progress func(galley.Job)) (galley.Job, error) {
	stop := r.report(ctx, id, progress)
	defer stop()
	for {
		job, err := r.store.Job(ctx, id)
		if err != nil || job.State.Ended() || job.State == galley.JobPaused {
			return job, err
		}
		worked := false
		if r.isDue(ctx, job) {
			if worked, err = r.Work(ctx, id); err != nil {
				return job, err
			}
		}
		if !worked {
			if err := r.clock.Sleep(ctx, poll); err != nil {
				return job, err
			}
		}
	}
}

func (r *Runner) report(ctx context.Context, id galley.JobID, progress func(galley.Job)) (stop func()) {
	if progress == nil {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	var done sync.WaitGroup
	done.Go(func() {
		for r.clock.Sleep(ctx, poll) == nil {
			if job, err := r.store.Job(ctx, id); err == nil {
				progress(job)
			}
		}
	})
	return func() { cancel(); done.Wait() }
}

// isDue reports whether something of a job can be worked now: where it waits for
// a batch, only once that is to be looked at.
func (r *Runner) isDue(ctx context.Context, job galley.Job) bool {
	if !job.Batches.Waiting() || slices.Contains(r.batches(ctx), job.ID) {
		return true
	}
	open, err := r.store.OpenJobs(ctx)
	return err == nil && slices.ContainsFunc(open, func(o galley.Job) bool { return o.ID == job.ID })
}
