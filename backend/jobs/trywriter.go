package jobs

import (
	"context"

	"galley/backend/galley"
	"galley/backend/markup"
)

// TestWriter tries the writer that the settings name, with values in place of
// saved ones. Nothing is saved. What it costs counts for the day.
func (r *Runner) TestWriter(ctx context.Context, values map[string]string) (galley.WriterReport, error) {
	set, w, err := r.writers.Trial(ctx, values)
	if err != nil {
		return galley.WriterReport{}, err
	}
	spec := set.Writer.Spec()
	report, err := w.Test(galley.WithMeter(ctx, r.meters.Meter(galley.Charge{Writer: spec})))
	report.Usage = set.PricedTest(report.Usage, spec)
	return report, err
}

// TryWriter is TestWriter, and has the writer write the description of a made-up
// product, as a job would. An answer that is no copy fails like an item's.
func (r *Runner) TryWriter(ctx context.Context, values map[string]string) (galley.WriterTrial, error) {
	set, w, err := r.writers.Trial(ctx, values)
	if err != nil {
		return galley.WriterTrial{}, err
	}
	spec := set.Writer.Spec()
	ctx = galley.WithMeter(ctx, r.meters.Meter(galley.Charge{Writer: spec}))
	report, err := w.Test(ctx)
	if err != nil {
		return galley.WriterTrial{}, err
	}
	req := sampleRequest()
	began := r.clock.Now()
	draft, used, err := r.drafter.Draft(ctx, w, req)
	if err != nil {
		return galley.WriterTrial{}, err
	}
	text := markup.VisibleText(draft.Content)
	trial := galley.WriterTrial{
		Report: report, Product: req.Title(), Text: text, Words: markup.WordCount(text), Millis: int(r.clock.Now().Sub(began).Milliseconds()),
		Usage: set.PricedTest(report.Usage.Add(used), spec),
	}
	trial.Report.Usage = set.PricedTest(report.Usage, spec)
	return trial, nil
}

// FindModels reads what the endpoint that the settings name offers, with values
// in place of saved ones. It costs nothing and saves nothing.
func (r *Runner) FindModels(ctx context.Context, values map[string]string) (galley.EndpointModels, error) {
	return r.writers.Models(ctx, values)
}

// LocalEndpoints finds the model servers that run on this computer, at their
// usual ports.
func (r *Runner) LocalEndpoints(ctx context.Context) []galley.LocalEndpoint {
	return r.writers.Local(ctx)
}
