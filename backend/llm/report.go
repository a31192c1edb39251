package llm

import (
	"context"

	"galley/backend/galley"
)

// maxListed is the most models that a report names.
const maxListed = 200

// Test probes the endpoint again, since a person presses the button after
// changing something. It sends a few tiny requests and a tiny picture.
func (c *Client) Test(ctx context.Context) (report galley.WriterReport, err error) {
	report.Name = c.cfg.Model
	select {
	case c.learning <- struct{}{}:
	case <-ctx.Done():
		return report, stopped(ctx).explain(inTest)
	}
	defer func() { <-c.learning }()

	able, f := c.learn(ctx)
	if f != nil {
		return report, f.explain(inTest)
	}
	c.keep(able)
	sees, looking, f := c.findSight(ctx, able)
	if f != nil {
		return report, f.explain(inTest)
	}
	report.Millis = able.millis
	report.Models = able.models[:min(len(able.models), maxListed)]
	report.Structured = galley.Structure(able.dialect.structured)
	report.Pictures = sees
	report.Usage = able.usage.Add(looking)
	if report.Batches, err = c.Batches(ctx); err != nil {
		report.Batches = false // it is asked again where it is wanted
	}
	var cutting galley.Usage
	report.PromptCut, cutting = c.cutsQuestions(ctx, able)
	report.Usage = report.Usage.Add(cutting)
	return report, nil
}
