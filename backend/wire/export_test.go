package wire

import "context"

// KeepCopies looks after the copy of the day until ctx ends.
func (g *Graph) KeepCopies(ctx context.Context) { g.keepCopies(ctx) }

// DropItemChanges keeps the changes of items few until ctx ends.
func (g *Graph) DropItemChanges(ctx context.Context) { g.dropItemChanges(ctx) }
