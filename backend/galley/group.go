package galley

import "context"

// GroupWriter is a shop client that writes texts of several places with fewer requests, and for
// fewer points, than one after the other.
type GroupWriter interface {
	// GroupMost is how many places of a kind may go together now: 1 where only Write
	// will do.
	GroupMost(kind PlaceKind) int
	// WriteGroup writes slots of places of one kind. It waits until all its requests may
	// leave, reads all slots at once, asks decide once, and sends without waiting: the
	// texts of one product or collection in one request, the alt texts of all images in
	// one. Each slot has its own outcome, in the order of the slots; an error concerns
	// all of them, and nothing was sent then. What was sent is never sent again here.
	WriteGroup(ctx context.Context, slots []Slot, decide DecideGroup) ([]GroupEnd, error)
	// Slots reads every field of slots of places of one kind, in their order.
	Slots(ctx context.Context, slots []Slot) ([]SlotContent, error)
}

// DecideGroup decides on the writes of a group like Decide: its answer has one
// for each slot, nil for those that are not sent. It may be called again where
// nothing was sent.
type DecideGroup func(ctx context.Context, now []SlotContent) ([]*Sending, error)

// GroupEnd is what became of one slot of a group.
type GroupEnd struct {
	Receipt

	// Err is nil where the slot was written or not to be sent.
	Err error
	// Again, with an error: the shop did nothing, and may write the slot in a
	// smaller group or alone, or then say what is wrong with it.
	Again bool
}
