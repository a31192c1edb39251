package store

import (
	"context"
	"slices"
	"time"

	"galley/backend/galley"
)

// prune deletes copies that are no longer needed: those from before an update
// and those taken out of the rotation that are older than 30 days and of which
// a newer sound copy holds at least as much of every kind. The last three from
// before an update stay.
func prune(ctx context.Context, path string, now time.Time) error {
	found := Copies(path)
	held := make([]contents, len(found))
	backups := 0
	for i, c := range found {
		if c.Kind == galley.CopyUpgrade {
			backups++
		}
		var err error
		if held[i], err = contentsOf(ctx, c.Path); err != nil {
			continue // it cannot be compared, so it stays
		}
		mayGo := c.Kind == galley.CopyKept || c.Kind == galley.CopyUpgrade && backups > keptBackups
		if !mayGo || now.Sub(c.Made) < pruneAge {
			continue
		}
		newer := slices.IndexFunc(held[:i], func(h contents) bool { return h != nil && h.covers(held[i]) })
		if newer < 0 || sound(ctx, found[newer].Path) != nil {
			continue
		}
		if err := removeCopy(c.Path); err != nil {
			return err
		}
	}
	return nil
}
