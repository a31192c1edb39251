package galley

import "context"

type syncsLater struct{}

// SyncLater marks work whose transactions need not each wait for the disk: a
// loss of power takes the last of them back, in order, and they are simply done
// again. That is so where a shop's texts are in the data file itself. A kill of
// the program takes none back. See ADR 48.
func SyncLater(ctx context.Context) context.Context {
	return context.WithValue(ctx, syncsLater{}, true)
}

// SyncsLater reports whether ctx is so marked.
func SyncsLater(ctx context.Context) bool {
	later, _ := ctx.Value(syncsLater{}).(bool)
	return later
}
