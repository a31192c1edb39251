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

// poll is how often the queue is checked; another process may have filled it.
const poll = 300 * time.Millisecond

// Runner works the jobs of a home: one at a time for each shop, in the order
// in which they were made.
type Runner struct {
	*Service
	writers galley.WriterFactory
	meters  galley.Meters
	holder  string
	log     *slog.Logger
	working sync.Map // the leases that this process works under

	// MostInBatch is what one file of a batch holds at most.
	MostInBatch BatchSize
}

// NewRunner makes the runner. holder names this run of the program in leases.
func NewRunner(s *Service, writers galley.WriterFactory, meters galley.Meters, holder string, log *slog.Logger) *Runner {
	return &Runner{
		Service: s, writers: writers, meters: meters, holder: holder, log: log,
		MostInBatch: BatchSize{Requests: galley.MostBatchRequests, Bytes: galley.MostBatchBytes},
	}
}

func leaseName(id galley.JobID) string { return "job:" + string(id) }

// Run works queued jobs and regenerates until ctx ends, and returns when the work
// under way has stopped.
func (r *Runner) Run(ctx context.Context) {
	var busy sync.Map // shops that have a job at work here, and jobs whose drafts are written again
	var workers sync.WaitGroup
	defer workers.Wait()
	begin := func(key any, id galley.JobID, work func(context.Context, galley.JobID) (bool, error)) {
		if _, taken := busy.LoadOrStore(key, true); taken {
			return
		}
		workers.Go(func() {
			defer busy.Delete(key)
			if _, err := work(ctx, id); err != nil && ctx.Err() == nil {
				r.log.Error("job stopped", "job", id, "code", galley.CodeOf(err), "error", err)
				_ = r.clock.Sleep(ctx, lease.Term)
			}
		})
	}
	for ctx.Err() == nil {
		for _, job := range r.next(ctx) {
			begin(job.ShopID, job.ID, r.Work)
		}
		for _, id := range r.batches(ctx) {
			begin(leaseName(id), id, r.Work)
		}
		for _, id := range r.rewrites(ctx) {
			begin(id, id, r.Rewrite)
		}
		for _, id := range r.toCompare(ctx) {
			begin(compareLease(id), id, r.Compare)
		}
		_ = r.clock.Sleep(ctx, poll)
	}
}

// RunUntilIdle works the queue until no job or regenerate can be worked now, or
// ctx ends.
func (r *Runner) RunUntilIdle(ctx context.Context) error {
	for {
		open, rewrites, compares, batches := r.next(ctx), r.rewrites(ctx), r.toCompare(ctx), r.batches(ctx)
		if len(open)+len(rewrites)+len(compares)+len(batches) == 0 || ctx.Err() != nil {
			return ctx.Err()
		}
		ids := batches
		for _, job := range open {
			ids = append(ids, job.ID)
		}
		if err := r.workEach(ctx, rewrites, r.Rewrite); err != nil {
			return err
		}
		if err := r.workEach(ctx, ids, r.Work); err != nil {
			return err
		}
		if err := r.workEach(ctx, compares, r.Compare); err != nil {
			return err
		}
	}
}

// workEach works jobs, one after the other. It waits a moment for each that
// another process is at, or a killed one was.
func (r *Runner) workEach(ctx context.Context, ids []galley.JobID, work func(context.Context, galley.JobID) (bool, error)) error {
	for _, id := range ids {
		worked, err := work(ctx, id)
		if err == nil && !worked {
			err = r.clock.Sleep(ctx, poll)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// rewrites lists the jobs with drafts to be written again.
func (r *Runner) rewrites(ctx context.Context) []galley.JobID {
	jobs, err := r.store.JobsToRewrite(ctx)
	if err != nil && ctx.Err() == nil {
		r.log.Error("the queue cannot be read", "error", err)
	}
	return jobs
}

// next lists the first open job of each shop, after settling what killed
// processes left behind: items in jobs that are paused or have ended, and money
// that was set aside. Jobs that were paused until a time that is over go on.
func (r *Runner) next(ctx context.Context) []galley.Job {
	r.settleStranded(ctx)
	if err := r.store.BookDead(ctx); err != nil && ctx.Err() == nil {
		r.log.Error("money set aside by a process that died could not be booked", "error", err)
	}
	if err := r.store.ResumeDue(ctx); err != nil && ctx.Err() == nil {
		r.log.Error("jobs whose wait is over could not go on", "error", err)
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
		if _, here := r.working.Load(leaseName(id)); here {
			continue // its lease lapsed while this process slept; its writers still work
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

// Work takes the job's lease and works it until it has ended, was paused or
// cancelled, or the lease was lost. It reports false if another process has it,
// or another call of this one.
func (r *Runner) Work(ctx context.Context, id galley.JobID) (worked bool, err error) {
	return r.holding(ctx, leaseName(id), func(held *lease.Held) error {
		job, batches, err := r.take(held, id)
		if err != nil || job.State != galley.JobRunning && !batches {
			return err
		}
		run, err := r.start(held.Context(), job, held.Lease)
		if err != nil {
			return r.notStarted(ctx, job, err)
		}
		if batches || job.InBatches {
			if err := r.inBatches(ctx, held.Context(), run); err != nil || job.InBatches || job.State != galley.JobRunning {
				return err
			}
		}
		run.counter = nil
		run.task = items{run}
		return run.do(ctx, held.Context())
	})
}

// take takes a job under a lease, and reports whether it has batches.
func (r *Runner) take(held *lease.Held, id galley.JobID) (job galley.Job, batches bool, err error) {
	if job, err = r.store.TakeJob(held.Context(), id, held.Lease); err != nil {
		return job, false, err
	}
	batches, err = r.store.HasBatches(held.Context(), id)
	return job, batches, err
}

// notStarted pauses a running job that could not begin.
func (r *Runner) notStarted(ctx context.Context, job galley.Job, err error) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case job.State != galley.JobRunning:
		return err
	}
	return r.store.MoveJob(ctx, job.ID, galley.JobPaused, pausedAtStart(err))
}

// holding works under a lease. It reports false where another process has it,
// or another call of this one, or where it was lost: its new holder goes on.
func (r *Runner) holding(ctx context.Context, name string, work func(*lease.Held) error) (worked bool, err error) {
	if _, here := r.working.LoadOrStore(name, true); here {
		return false, nil
	}
	defer r.working.Delete(name)
	held, err := lease.Take(ctx, r.store, name, r.holder)
	if err != nil || held == nil {
		return false, err
	}
	defer held.Release()
	err = work(held)
	if ctx.Err() == nil && galley.HasCode(err, galley.CodeBusy) {
		return false, nil
	}
	return true, err
}

// pausedAtStart is why a job could not begin.
func pausedAtStart(err error) *galley.Reason {
	why := galley.ReasonOf(err)
	if why.Code == galley.CodeWriterPrice {
		why.Message = messages.JobNeedsPrice(why.Message)
	}
	return why
}

// start readies the job's writer.
func (r *Runner) start(ctx context.Context, job galley.Job, held galley.Lease) (*run, error) {
	set, err := r.settings.For(ctx, job.ShopID)
	if err != nil {
		return nil, err
	}
	if err := set.NeedsPrice(job.Writer); err != nil {
		return nil, err
	}
	writer, err := r.writers.Writer(ctx, job.Writer)
	if err != nil {
		return nil, err
	}
	return &run{Runner: r, job: job, held: held, writer: writer, prefs: set}, nil
}
