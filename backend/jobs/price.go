package jobs

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// refuseUnpriced refuses work whose model has no price where a cap needs one. The
// sentence says what was not begun for it.
func refuseUnpriced(set galley.Settings, w galley.WriterSpec, sentence func(reason messages.Message) messages.Message) error {
	if err := set.NeedsPrice(w); err != nil {
		return galley.WrapError(err, galley.CodeWriterPrice, sentence(galley.ReasonOf(err).Message))
	}
	return nil
}

// refuseUnpricedJob does so for more work on a job that exists.
func (s *Service) refuseUnpricedJob(ctx context.Context, id galley.JobID, sentence func(reason messages.Message) messages.Message) error {
	job, err := s.store.Job(ctx, id)
	if err != nil {
		return err
	}
	set, err := s.settings.For(ctx, job.ShopID)
	if err != nil {
		return err
	}
	return refuseUnpriced(set, job.Writer, sentence)
}
