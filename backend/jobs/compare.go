package jobs

import (
	"context"
	"strings"
	"unicode/utf8"

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
	if err := refuseUnpriced(set, set.Writer.Spec(), messages.NoJobForPrice); err != nil {
		return galley.Job{}, err
	}
	job, err := s.newJob(ctx, shop, set, *spec)
	if why := galley.UnusedBy(job.Writer, spec.Instructions); err == nil && why != nil {
		err = galley.NewError(galley.CodeInvalidInput, *why)
	}
	return job, err
}

// Comparison returns two samples side by side, by the id of either.
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
	if c.A, c.B = job, other; job.ComparedAs == galley.SideB {
		c.A, c.B = other, job
	}
	shop, err := s.store.Shop(ctx, string(job.ShopID))
	if err != nil {
		return c, err
	}
	c.Pairs, err = s.pairs(ctx, c.A.ID, c.B.ID, shop.Plan)
	c.SumA, c.SumB = summary(c.A, c.Pairs, left), summary(c.B, c.Pairs, right)
	return c, err
}

// pairs are the drafts of the same place, in the order of the items.
func (s *Service) pairs(ctx context.Context, a, b galley.JobID, plan galley.Plan) ([]galley.ComparedDrafts, error) {
	inA, err := s.store.Items(ctx, galley.ItemQuery{JobID: a, Filter: galley.FilterAll, Limit: galley.MaxCompared})
	if err != nil {
		return nil, err
	}
	inB, err := s.store.Items(ctx, galley.ItemQuery{JobID: b, Filter: galley.FilterAll, Limit: galley.MaxCompared})
	if err != nil {
		return nil, err
	}
	plan.HideScores(inA.Items)
	plan.HideScores(inB.Items)
	of := map[string]galley.Item{}
	for _, item := range inB.Items {
		of[item.Place.ID] = item
	}
	pairs := []galley.ComparedDrafts{}
	for _, item := range inA.Items {
		if other, ok := of[item.Place.ID]; ok {
			pairs = append(pairs, galley.ComparedDrafts{A: item, B: other, LengthA: length(item), LengthB: length(other)})
		}
	}
	return pairs, nil
}

// Choose ends a comparison. The kept drafts of both samples become the first
// items of the one that goes on, and none of them is written again. The others
// are rejected; they stay with the other sample.
func (s *Service) Choose(ctx context.Context, choice galley.ComparisonChoice) (galley.Job, error) {
	if len(choice.Kept) == 0 && !choice.Rest {
		return galley.Job{}, galley.NewError(galley.CodeInvalidInput, messages.ComparisonWithoutChoice)
	}
	if choice.Rest {
		if err := s.refuseUnpricedJob(ctx, choice.Job, messages.NoMoreForPrice); err != nil {
			return galley.Job{}, err
		}
	}
	if err := s.store.ChooseDrafts(ctx, choice); err != nil {
		return galley.Job{}, err
	}
	if !choice.Rest {
		return s.store.Job(ctx, choice.Job)
	}
	job, err := s.Continue(ctx, choice.Job)
	if galley.CodeOf(err) == galley.CodeInvalidInput { // the sample was of everything
		return s.store.Job(ctx, choice.Job)
	}
	return job, err
}

// WriteSideAgain has one side of a comparison written again for the same items,
// with other instructions or another model. The drafts of the other side stay,
// and are not paid for again.
func (s *Service) WriteSideAgain(ctx context.Context, again galley.SideAgain) (galley.Comparison, error) {
	job, err := s.store.Job(ctx, again.Job)
	if err != nil {
		return galley.Comparison{}, err
	}
	if job.ComparedWith == "" {
		return galley.Comparison{}, galley.NewError(galley.CodeIllegalState, messages.JobNotCompared(string(job.ID)))
	}
	other, err := s.store.Job(ctx, job.ComparedWith)
	if err != nil {
		return galley.Comparison{}, err
	}
	next := job
	next.Instructions, next.InstructionsName = strings.TrimSpace(again.Instructions), again.InstructionsName
	if model := strings.TrimSpace(again.Model); model != "" {
		next.Writer.Model = model
	}
	next.CreatedAt = s.clock.Now()
	if next.Instructions == other.Instructions && next.Writer == other.Writer {
		return galley.Comparison{}, galley.NewError(galley.CodeInvalidInput, messages.ComparisonAlike)
	}
	if n := utf8.RuneCountInString(next.Instructions); n > galley.MaxInstructions {
		return galley.Comparison{}, galley.NewError(galley.CodeInvalidInput, messages.InstructionsTooLong(n, galley.MaxInstructions))
	}
	set, err := s.settings.For(ctx, job.ShopID)
	if err != nil {
		return galley.Comparison{}, err
	}
	if err := refuseUnpriced(set, next.Writer, messages.NoMoreForPrice); err != nil {
		return galley.Comparison{}, err
	}
	id, err := s.store.WriteSideAgain(ctx, job.ID, next)
	if err != nil {
		return galley.Comparison{}, err
	}
	return s.Comparison(ctx, id)
}
