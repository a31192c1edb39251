package jobs

import (
	"context"

	"galley/backend/galley"
)

// measured is how many items of a selection are examined for an estimate, shown
// how many of them a person sees.
const (
	measured = 40
	shown    = 3
)

// Estimate computes what a job would do and cost, without creating it. Tokens
// and money are scaled up from a sample spread over the selection, see tokenSum.
func (s *Service) Estimate(ctx context.Context, spec galley.JobSpec) (galley.Estimate, error) {
	shop, set, err := s.prepare(ctx, &spec)
	if err != nil {
		return galley.Estimate{}, err
	}
	extent, err := s.store.Extent(ctx, spec)
	if err != nil {
		return galley.Estimate{}, err
	}
	items := extent.Items
	if spec.Sample > 0 {
		items = min(items, spec.Sample)
	}
	job, err := s.newJob(ctx, shop, set, spec)
	if err != nil {
		return galley.Estimate{}, err
	}
	sample, err := s.store.Candidates(ctx, spec, measured)
	if err != nil {
		return galley.Estimate{}, err
	}
	e, err := s.measure(ctx, job, set, items, sample)
	e.Matching, e.NotEmpty = extent.Named, extent.NotEmpty
	return e, err
}

// measure estimates so many items of a job by some of them.
func (s *Service) measure(ctx context.Context, job galley.Job, set galley.Settings, items int, sample []galley.Listed) (galley.Estimate, error) {
	e := galley.Estimate{
		Items: items, Writer: job.Writer, Sample: []galley.Sample{},
		UnknownPlaceholders: galley.UnknownPlaceholders(job.Instructions), Unused: galley.UnusedBy(job.Writer, job.Instructions),
	}
	today, err := s.store.Spend(ctx)
	if err != nil {
		return e, err
	}
	e.TodayUSD = today.TotalUSD
	e.NeedsPrice = galley.ReasonOf(set.NeedsPrice(e.Writer))
	if len(sample) == 0 {
		e.Priced = true
		return e, nil
	}
	subjects, err := s.subjects(ctx, job.ShopID, sample)
	if err != nil {
		return e, err
	}
	var sum tokenSum
	blind := 0
	for i, of := range subjects {
		sum.add(s.drafter.EstimateTokens(galley.WriteRequest{Subject: of, Field: job.Field, Instructions: job.Instructions, Profile: job.Profile}))
		if img, ok := of.Image(); ok && img.URL == "" {
			blind++
		}
		if i < shown {
			e.Sample = append(e.Sample, sampleOf(job.Field, of))
		}
	}
	if job.Field.Place() == galley.PlaceImage {
		e.SightUnknown, e.Unseen = e.Writer.Kind.Traits().SeesPictures, blind*e.Items/len(sample)
		if !e.SightUnknown {
			e.Unseen = e.Items
		}
	}
	if e.Writer.Kind.Traits().Free {
		e.Priced = true
		return e, nil
	}
	return e, s.cost(ctx, job, set, sum, &e)
}

// cost completes an estimate with tokens and money.
func (s *Service) cost(ctx context.Context, job galley.Job, set galley.Settings, sum tokenSum, e *galley.Estimate) error {
	before, err := s.usedBefore(ctx, job)
	if err != nil {
		return err
	}
	about := sum.expected(e.Items, before)
	e.InputTokens, e.OutputTokens, e.Measured = about.InputTokens, about.OutputTokens, before.Drafts
	price, ok := set.PriceOf(e.Writer)
	if e.Priced = ok; ok {
		e.CostUSD, e.CostMaxUSD = price.Cost(about), price.Cost(sum.most(e.Items, before))
	}
	if about.InputTokens > 0 {
		e.CachedShare = float64(about.CachedTokens) / float64(about.InputTokens)
	}
	e.Batch, err = s.offer(ctx, job, *e)
	return err
}

func sampleOf(f galley.Field, of galley.Subject) galley.Sample {
	now, _ := of.Value(f)
	s := galley.Sample{Place: of.Ref(), Product: of.Ref().Product(of.Product.ID), Original: now.Text}
	if img, ok := of.Image(); ok {
		s.Image = &galley.ImageRef{ID: img.ID, URL: img.URL}
	}
	return s
}
