package cli

import (
	"context"
	"fmt"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

// warnLive says on standard error what a job that publishes without review is
// about to do. It does not ask: scripts rely on that.
func (s *session) warnLive(ctx context.Context, graph *wire.Graph, job galley.Job) error {
	left := job.Progress.Total - job.Progress.Done
	if job.Strategy != galley.StrategyPublish || left == 0 || job.State.Ended() || job.State == galley.JobPaused {
		return nil
	}
	shop, err := graph.Shops.Get(ctx, string(job.ShopID))
	if err == nil {
		_, err = fmt.Fprintln(s.Stderr, ui.GoesLive(job, left, shop))
	}
	return err
}
