package jobs

import (
	"context"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Compare makes two samples of the same items, A and B, that differ in their
// instructions or in the model. Each can then be continued. They never publish
// by themselves: a person chooses first.
func (s *Service) Compare(ctx context.Context, spec galley.ComparisonSpec) (galley.Comparison, error) {
	a, b := spec.JobSpec, spec.JobSpec
	a.Strategy, b.Strategy = galley.StrategyReview, galley.StrategyReview
	b.Instructions, b.InstructionsName, b.Model = spec.OtherInstructions, spec.OtherInstructionsName, spec.OtherModel
	switch {
	case a.Sample < 1 || a.Sample > galley.MaxCompared:
		return galley.Comparison{}, galley.NewError(galley.CodeInvalidInput, messages.ComparisonNoSample)
	case strings.TrimSpace(a.Instructions) == strings.TrimSpace(b.Instructions) && strings.TrimSpace(a.Model) == strings.TrimSpace(b.Model):
		return galley.Comparison{}, galley.NewError(galley.CodeInvalidInput, messages.ComparisonAlike)
	}
	first, err := s.toCompare(ctx, &a)
	if err != nil {
		return galley.Comparison{}, err
	}
	second, err := s.toCompare(ctx, &b)
	if err != nil {
		return galley.Comparison{}, err
	}
	idA, _, err := s.store.CreateComparison(ctx, first, second, a)
	if err != nil {
		return galley.Comparison{}, err
	}
	return s.Comparison(ctx, idA)
}

func (s *Service) toCompare(ctx context.Context, spec *galley.JobSpec) (galley.Job, error) {
	shop, set, err := s.prepare(ctx, spec)
	if err != nil {
		return galley.Job{}, err
	}
	if err := set.NeedsPrice(set.Writer.Spec()); err != nil {
		return galley.Job{}, galley.WrapError(err, galley.CodeWriterPrice, messages.NoJobForPrice(galley.ReasonOf(err).Message))
	}
	job, err := s.newJob(ctx, shop, set, *spec)
	if why := Unused(job.Writer, spec.Instructions); err == nil && why != nil {
		err = galley.NewError(galley.CodeInvalidInput, *why)
	}
	return job, err
}

// Comparison returns two samples side by side, by the id of either. A is the one
// that was made first.
func (s *Service) Comparison(ctx context.Context, id galley.JobID) (galley.Comparison, error) {
	var c galley.Comparison
	job, err := s.store.Job(ctx, id)
	if err != nil {
		return c, err
	}
	if job.ComparedWith == "" {
		return c, galley.NewError(galley.CodeIllegalState, messages.JobNotCompared(string(id)))
	}
	other, err := s.store.Job(ctx, job.ComparedWith)
	if err != nil {
		return c, err
	}
	if c.A, c.B = job, other; other.ID.Before(job.ID) {
		c.A, c.B = other, job
	}
	shop, err := s.store.Shop(ctx, string(job.ShopID))
	if err != nil {
		return c, err
	}
	c.Pairs, err = s.pairs(ctx, c.A.ID, c.B.ID, shop.Plan)
	return c, err
}

// pairs are the drafts of the same place, in the order of the items.
func (s *Service) pairs(ctx context.Context, a, b galley.JobID, plan galley.Plan) ([]galley.ComparedDrafts, error) {
	left, err := s.store.Items(ctx, galley.ItemQuery{JobID: a, Filter: galley.FilterAll, Limit: galley.MaxCompared})
	if err != nil {
		return nil, err
	}
	right, err := s.store.Items(ctx, galley.ItemQuery{JobID: b, Filter: galley.FilterAll, Limit: galley.MaxCompared})
	if err != nil {
		return nil, err
	}
	plan.HideScores(left.Items)
	plan.HideScores(right.Items)
	of := map[string]galley.Item{}
	for _, item := range right.Items {
		of[item.Place.ID] = item
	}
	pairs := []galley.ComparedDrafts{}
	for _, item := range left.Items {
		if other, ok := of[item.Place.ID]; ok {
			pairs = append(pairs, galley.ComparedDrafts{A: item, B: other})
		}
	}
	return pairs, nil
}
