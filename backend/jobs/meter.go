package jobs

import (
	"context"

	"galley/backend/galley"
)

// meter pays for an item, as long as the work is not halted.
func (r *run) meter(work context.Context, item galley.ItemID) galley.Meter {
	return &haltingMeter{r.meters.Meter(galley.Charge{ShopID: r.job.ShopID, JobID: r.job.ID, ItemID: item, Writer: r.job.Writer, Held: &r.held}), work}
}

// haltingMeter sets no more money aside once the work is halted: the lease was
// lost, or a cap reached.
type haltingMeter struct {
	galley.Meter
	work context.Context //nolint:containedctx // a stretch of work: its end is what the meter goes by
}

func (m *haltingMeter) Reserve(ctx context.Context, most galley.Usage) (galley.Ticket, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(m.work, cancel)()
	if m.work.Err() != nil {
		return nil, m.work.Err()
	}
	return m.Meter.Reserve(ctx, most)
}
