package wire

import (
	"context"
	"time"

	"galley/backend/galley"
)

// changeInterval makes at most ten change events a second.
const changeInterval = 100 * time.Millisecond

// Changes calls f with what changed on this home, by whichever process, until
// ctx ends.
func (g *Graph) Changes(ctx context.Context, f func(galley.Change)) {
	seq, err := g.Store.LastChange(ctx)
	tick := time.NewTicker(changeInterval)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		if err != nil { // the data file was busy: start again
			seq, err = g.Store.LastChange(ctx)
			continue
		}
		var c galley.Change
		if c, err = g.Store.ChangesSince(ctx, seq); err == nil && len(c.Topics) > 0 {
			seq = c.Seq
			f(c)
		}
	}
}
