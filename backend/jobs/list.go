package jobs

import (
	"context"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Rename gives a job a name. It keeps that name, also where the rest of a sample is written.
func (s *Service) Rename(ctx context.Context, id galley.JobID, to string) (galley.Job, error) {
	to, err := galley.ParseJobName(to)
	if err != nil {
		return galley.Job{}, err
	}
	return s.moved(ctx, id, s.store.RenameJob(ctx, id, to))
}

// Archive takes a job out of the list. What is written stays, and a job that something is done with comes back. One
// that still writes or publishes is CodeIllegalState.
func (s *Service) Archive(ctx context.Context, id galley.JobID) (galley.Job, error) {
	return s.moved(ctx, id, s.store.ArchiveJob(ctx, id, s.clock.Now(), func(job galley.Job) error {
		if !job.Can.Archive && job.ArchivedAt == nil {
			return galley.NewError(galley.CodeIllegalState, messages.JobNotArchivable(string(id)))
		}
		return nil
	}))
}

// Unarchive puts a job back into the list. One that is there is CodeIllegalState.
func (s *Service) Unarchive(ctx context.Context, id galley.JobID) (galley.Job, error) {
	return s.moved(ctx, id, s.store.ArchiveJob(ctx, id, time.Time{}, func(job galley.Job) error {
		if !job.Can.Unarchive {
			return galley.NewError(galley.CodeIllegalState, messages.JobNotArchived(string(id)))
		}
		return nil
	}))
}

// SpecAgain is what would make a job once more: the same words over the same selection, as the shop is now. Create
// makes the job, and Estimate says what it would cost.
func (s *Service) SpecAgain(ctx context.Context, id galley.JobID) (galley.JobSpec, error) {
	return s.store.SpecAgain(ctx, id)
}
