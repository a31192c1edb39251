package jobs

import (
	"context"

	"galley/backend/galley"
)

// TestWriter tries the writer that the settings name. What that costs counts for
// the day.
func (r *Runner) TestWriter(ctx context.Context) (galley.WriterReport, error) {
	set, err := r.settings.Get(ctx)
	if err != nil {
		return galley.WriterReport{}, err
	}
	spec := set.Writer.Spec()
	w, err := r.writers.Writer(ctx, spec)
	if err != nil {
		return galley.WriterReport{}, err
	}
	report, err := w.Test(galley.WithMeter(ctx, r.meters.Meter(galley.Charge{Writer: spec})))
	report.Usage = set.PricedTest(report.Usage, spec)
	return report, err
}
