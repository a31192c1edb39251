package galley

import "context"

type hurries struct{}

// Hurry marks work that a person waits for: it goes before what was queued in bulk, also where both
// wait for a shop's rate limit.
func Hurry(ctx context.Context) context.Context { return context.WithValue(ctx, hurries{}, true) }

// Hurries reports whether ctx is so marked.
func Hurries(ctx context.Context) bool {
	urgent, _ := ctx.Value(hurries{}).(bool)
	return urgent
}
