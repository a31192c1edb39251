package jobs

import (
	"context"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Batching keeps the batches of jobs.
type Batching interface {
	Lesson(ctx context.Context, of galley.WriterSpec) (*galley.Lesson, error)
	HasBatches(ctx context.Context, job galley.JobID) (bool, error)
	JobsWithBatches(ctx context.Context) ([]galley.JobID, error)
	NewBatch(ctx context.Context, job galley.JobID, key string, held galley.Lease) error
	DropFilling(ctx context.Context, job galley.JobID, held galley.Lease) (keys []string, err error)
	SendBatch(ctx context.Context, key, fileID string, held galley.Lease) (sent bool, err error)
	OpenBatch(ctx context.Context, key string, state galley.BatchState, lookAt time.Time, held galley.Lease) error
	OpenBatches(ctx context.Context, job galley.JobID) ([]galley.Batch, error)
	NoteLook(ctx context.Context, b galley.Batch, state galley.BatchState, held galley.Lease) error
	AnsweredItems(ctx context.Context, id galley.JobID, after, n int, held galley.Lease) ([]galley.ClaimedAnswers, error)
	SaveBatched(ctx context.Context, id galley.JobID, outcomes []galley.Outcome, asks []galley.BatchAsk, held galley.Lease) error
	RecordLines(ctx context.Context, key string, lines []galley.BatchLine, held galley.Lease) error
	EndBatch(ctx context.Context, b galley.Batch, end galley.BatchEnd, held galley.Lease) (left int, err error)
	NoteBatchesFull(ctx context.Context, job galley.JobID, held galley.Lease) error
	WriteInBatches(ctx context.Context, job galley.JobID, yes bool) error
}

// batches lists the jobs with batches to look at.
func (r *Runner) batches(ctx context.Context) []galley.JobID {
	jobs, err := r.store.JobsWithBatches(ctx)
	if err != nil && ctx.Err() == nil {
		r.log.Error("the batches of jobs cannot be read", "error", err)
	}
	return jobs
}

// WriteNow has a paused job write what waits for another batch at once, at the
// full price. Batches that are with the endpoint are followed all the same.
func (s *Service) WriteNow(ctx context.Context, id galley.JobID) (galley.Job, error) {
	job, err := s.store.Job(ctx, id)
	if err == nil && !job.Can.WriteNow {
		err = galley.NewError(galley.CodeIllegalState, messages.WriteNowWhilePaused(string(id)))
	}
	if err == nil {
		err = s.store.WriteInBatches(ctx, id, false)
	}
	if err != nil {
		return galley.Job{}, err
	}
	return s.Resume(ctx, id)
}

// findBatches finds out whether the endpoint takes batches, once it has written,
// so that the next large job is offered them. It costs nothing.
func (r *run) findBatches(ctx context.Context) {
	if writer, ok := r.writer.(galley.BatchWriter); ok && r.outage.wrote {
		if _, err := writer.Batches(ctx); err != nil {
			r.log.Debug("whether the endpoint takes batches is not known", "error", err)
		}
	}
}

// offer is what a job would cost in batches, nil where they are not offered:
// the endpoint is not known to take them, or the job is small.
func (s *Service) offer(ctx context.Context, job galley.Job, e galley.Estimate) (*galley.BatchOffer, error) {
	if e.Items < galley.BatchFrom || job.Sample > 0 {
		return nil, nil //nolint:nilnil // none is made
	}
	lesson, err := s.store.Lesson(ctx, job.Writer)
	if err != nil || lesson == nil || lesson.Batches == nil || !*lesson.Batches {
		return nil, err
	}
	return &galley.BatchOffer{
		CostUSD: e.CostUSD * galley.BatchShare, CostMaxUSD: e.CostMaxUSD * galley.BatchShare, Hours: int(galley.BatchWindow.Hours()),
	}, nil
}

// refuseBatches refuses a job in batches whose endpoint is known to take none.
// Where it was not asked yet, the job finds out.
func (s *Service) refuseBatches(ctx context.Context, job galley.Job) error {
	if !job.InBatches {
		return nil
	}
	lesson, err := s.store.Lesson(ctx, job.Writer)
	if err == nil && lesson != nil && lesson.Batches != nil && !*lesson.Batches {
		err = galley.NewError(galley.CodeInvalidInput, messages.BatchesNotOffered(job.Writer.Name()))
	}
	return err
}

// checkBatches refuses batches for what is not written in them.
func checkBatches(spec galley.JobSpec, w galley.WriterSettings) error {
	switch {
	case !spec.InBatches:
		return nil
	case spec.Sample > 0:
		return galley.NewError(galley.CodeInvalidInput, messages.BatchesNotForSamples)
	case !w.Kind.Traits().NeedsEndpoint:
		return galley.NewError(galley.CodeInvalidInput, messages.BatchesNotOffered(w.Spec().Name()))
	}
	return nil
}
