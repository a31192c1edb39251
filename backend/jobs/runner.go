package jobs

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/lease"
)

// poll is how often the queue is looked at; another process may have filled it.
const poll = 300 * time.Millisecond

// Runner works the jobs of a home: one at a time for each shop, in the order
// in which they were made.
type Runner struct {
	*Service
	writers galley.WriterFactory
	meters  galley.Meters
	holder  string
	log     *slog.Logger
	working sync.Map // the jobs that this process is at
}

// NewRunner makes the runner. holder names this run of the program in leases.
func NewRunner(s *Service, writers galley.WriterFactory, meters galley.Meters, holder string, log *slog.Logger) *Runner {
	return &Runner{Service: s, writers: writers, meters: meters, holder: holder, log: log}
}

func leaseName(id galley.JobID) string { return "job:" + string(id) }

// Run works whatever is queued until ctx ends.
func (r *Runner) Run(ctx context.Context) {
	var busy sync.Map // shops that have a job at work here
	var workers sync.WaitGroup
	defer workers.Wait()
	for ctx.Err() == nil {
		for _, job := range r.next(ctx) {
			if _, taken := busy.LoadOrStore(job.ShopID, true); taken {
				continue
			}
			workers.Go(func() {
				defer busy.Delete(job.ShopID)
				if _, err := r.Work(ctx, job.ID); err != nil && ctx.Err() == nil {
					r.log.Error("job stopped", "job", job.ID, "code", galley.CodeOf(err), "error", err)
					_ = r.clock.Sleep(ctx, lease.Term)
				}
			})
		}
		_ = r.clock.Sleep(ctx, poll)
	}
}

// RunUntilIdle works the queue until nothing is left that could be worked now.
func (r *Runner) RunUntilIdle(ctx context.Context) error {
	for {
		open := r.next(ctx)
		if len(open) == 0 || ctx.Err() != nil {
			return ctx.Err()
		}
		for _, job := range open {
			worked, err := r.Work(ctx, job.ID)
			if err != nil {
				return err
			}
			if !worked { // another process is at it, or a killed one was
				if err := r.clock.Sleep(ctx, poll); err != nil {
					return err
				}
			}
		}
	}
}

// next lists the first open job of each shop, after settling what killed
// processes left behind: items in jobs that are paused or have ended, and money
// that was set aside.
func (r *Runner) next(ctx context.Context) []galley.Job {
	r.settleStranded(ctx)
	if err := r.store.BookDead(ctx); err != nil && ctx.Err() == nil {
		r.log.Error("money set aside by a process that died could not be booked", "error", err)
	}
	open, err := r.store.OpenJobs(ctx)
	if err != nil {
		if ctx.Err() == nil {
			r.log.Error("the queue cannot be read", "error", err)
		}
		return nil
	}
	seen := map[galley.ShopID]bool{}
	var first []galley.Job
	for _, job := range open {
		if !seen[job.ShopID] {
			seen[job.ShopID] = true
			first = append(first, job)
		}
	}
	return first
}

// settleStranded ends the items that were being written when a process was
// killed, in jobs that are paused or have ended since.
func (r *Runner) settleStranded(ctx context.Context) {
	stranded, err := r.store.StrandedJobs(ctx)
	if err != nil {
		return // the queue read that follows reports it
	}
	for _, id := range stranded {
		if _, here := r.working.Load(id); here {
			continue // its lease ran out while this process slept; its writers are still at it
		}
		held, err := lease.Take(ctx, r.store, leaseName(id), r.holder)
		if err != nil || held == nil {
			continue
		}
		if _, err := r.store.TakeJob(ctx, id, held.Lease); err != nil {
			r.log.Error("a job left behind could not be settled", "job", id, "error", err)
		}
		held.Release()
	}
}

// Wait returns when the job has ended or is paused. It does the work itself
// where no other process holds it; progress is called now and then.
func (r *Runner) Wait(ctx context.Context, id galley.JobID, progress func(galley.Job)) (galley.Job, error) {
	stop := r.report(ctx, id, progress)
	defer stop()
	for {
		job, err := r.store.Job(ctx, id)
		if err != nil || job.State.Ended() || job.State == galley.JobPaused {
			return job, err
		}
		worked, err := r.Work(ctx, id)
		if err != nil {
			return job, err
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

// Work takes the job's lease and works it until it has ended, was paused or
// cancelled, or the lease was lost. It reports false where another process has
// it, or another call of this one.
func (r *Runner) Work(ctx context.Context, id galley.JobID) (worked bool, err error) {
	if _, here := r.working.LoadOrStore(id, true); here {
		return false, nil
	}
	defer r.working.Delete(id)
	held, err := lease.Take(ctx, r.store, leaseName(id), r.holder)
	if err != nil || held == nil {
		return false, err
	}
	defer held.Release()
	job, err := r.store.TakeJob(held.Context(), id, held.Lease)
	if err != nil || job.State != galley.JobRunning {
		return true, err
	}
	run, err := r.start(held.Context(), job, held.Lease)
	if err != nil {
		if ctx.Err() != nil {
			return true, ctx.Err()
		}
		return true, r.store.MoveJob(ctx, id, galley.JobPaused, galley.ReasonOf(err))
	}
	err = run.do(ctx, held.Context())
	if ctx.Err() == nil && galley.HasCode(err, galley.CodeBusy) { // the lease was lost: whoever has it goes on
		return false, nil
	}
	return true, err
}

// start readies the job's writer.
func (r *Runner) start(ctx context.Context, job galley.Job, held galley.Lease) (*run, error) {
	set, err := r.settings.Get(ctx)
	if err != nil {
		return nil, err
	}
	if err := set.NeedsPrice(job.Writer); err != nil {
		return nil, galley.WrapError(err, galley.CodeWriterPrice, messages.JobNeedsPrice(galley.ReasonOf(err).Message))
	}
	writer, err := r.writers.Writer(ctx, job.Writer)
	if err != nil {
		return nil, err
	}
	return &run{Runner: r, job: job, held: held, writer: writer, prefs: set}, nil
}
