package jobs

import (
	"context"

	"galley/backend/galley"
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
