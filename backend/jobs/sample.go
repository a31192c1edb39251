package jobs

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// EstimateRest computes what it would take to write what a sample left out, with
// the words, the profile and the writer of the sample.
func (s *Service) EstimateRest(ctx context.Context, id galley.JobID) (galley.Estimate, error) {
	job, spec, err := s.sample(ctx, id)
	if err != nil {
		return galley.Estimate{}, err
	}
	set, err := s.settings.For(ctx, job.ShopID)
	if err != nil {
		return galley.Estimate{}, err
	}
	items, err := s.store.RestOf(ctx, id, spec)
	if err != nil {
		return galley.Estimate{}, err
	}
	some, err := s.store.RestCandidates(ctx, id, spec, measured)
	if err != nil {
		return galley.Estimate{}, err
	}
	e, err := s.measure(ctx, job, set, items, some)
	e.Matching = items
	return e, err
}

func (s *Service) sample(ctx context.Context, id galley.JobID) (galley.Job, galley.JobSpec, error) {
	job, err := s.store.Job(ctx, id)
	if err != nil {
		return job, galley.JobSpec{}, err
	}
	spec, err := s.store.SpecOf(ctx, id)
	return job, spec, err
}

// Continue queues a sample for what it left out. What it has written stays and
// is not paid for again.
func (s *Service) Continue(ctx context.Context, id galley.JobID) (galley.Job, error) {
	job, spec, err := s.sample(ctx, id)
	if err != nil {
		return job, err
	}
	if err := s.refuseUnpricedJob(ctx, id, messages.NoMoreForPrice); err != nil {
		return job, err
	}
	return s.moved(ctx, id, s.store.ContinueJob(ctx, id, name(spec)))
}
