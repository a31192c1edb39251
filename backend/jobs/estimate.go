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
// and money are scaled up from a sample spread over the selection; the upper
// bound assumes the longest answers and one more try for one item in ten.
func (s *Service) Estimate(ctx context.Context, spec galley.JobSpec) (galley.Estimate, error) {
	_, set, err := s.prepare(ctx, &spec)
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
	e := galley.Estimate{
		Matching: extent.Named, Items: items, NotEmpty: extent.NotEmpty,
		Writer: set.Writer.Spec(), Sample: []galley.Sample{},
	}
	today, err := s.store.Spend(ctx)
	if err != nil {
		return e, err
	}
	e.TodayUSD = today.TotalUSD
	e.NeedsPrice = galley.ReasonOf(set.NeedsPrice(e.Writer))
	sample, err := s.store.Candidates(ctx, spec, measured)
	if err != nil || len(sample) == 0 {
		e.Priced = err == nil
		return e, err
	}
	var in, out, outMax int
	for i, at := range sample {
		of, err := s.store.Subject(ctx, spec.ShopID, at)
		if err != nil {
			return e, err
		}
		a, b, c := s.drafter.EstimateTokens(spec.Field, spec.Instructions, of)
		in, out, outMax = in+a, out+b, outMax+c
		if i < shown {
			e.Sample = append(e.Sample, sampleOf(spec.Field, of))
		}
	}
	if e.Writer.Kind.Traits().Free {
		e.Priced = true
		return e, nil
	}
	scale := func(sum int) int { return sum * e.Items / len(sample) }
	e.InputTokens, e.OutputTokens = scale(in), scale(out)
	price, ok := set.PriceOf(e.Writer)
	if e.Priced = ok; ok {
		e.CostUSD = price.Cost(galley.Usage{InputTokens: e.InputTokens, OutputTokens: e.OutputTokens})
		e.CostMaxUSD = price.Cost(galley.Usage{InputTokens: scale(in) * 11 / 10, OutputTokens: scale(outMax) * 11 / 10})
	}
	return e, nil
}

func sampleOf(f galley.Field, of galley.Subject) galley.Sample {
	now, _ := of.Value(f)
	s := galley.Sample{Place: of.Ref(), Product: of.Ref().Product(of.Product.ID), Original: now.Text}
	if img, ok := of.Image(); ok {
		s.Image = &galley.ImageRef{ID: img.ID, URL: img.URL}
	}
	return s
}
