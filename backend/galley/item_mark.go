package galley

// ItemMark is the one word for where an item is: lists of items show it.
type ItemMark string

// The marks.
const (
	ItemMarkPending     ItemMark = "pending"
	ItemMarkGenerating  ItemMark = "generating"
	ItemMarkFailed      ItemMark = "failed" // in writing or in publishing
	ItemMarkSkipped     ItemMark = "skipped"
	ItemMarkCancelled   ItemMark = "cancelled"
	ItemMarkRewriting   ItemMark = "rewriting"
	ItemMarkUnpublished ItemMark = "unpublished"
	ItemMarkRejected    ItemMark = "rejected"
	ItemMarkConflict    ItemMark = "conflict"
	ItemMarkQueued      ItemMark = "queued"
	ItemMarkPublishing  ItemMark = "publishing"
	ItemMarkPublished   ItemMark = "published"
	ItemMarkChanged     ItemMark = "changed" // published, and changed on the shop since
)

var stateMarks = map[ItemState]ItemMark{
	ItemPending: ItemMarkPending, ItemGenerating: ItemMarkGenerating, ItemFailed: ItemMarkFailed,
	ItemSkipped: ItemMarkSkipped, ItemCancelled: ItemMarkCancelled,
}

var publishMarks = map[PublishState]ItemMark{
	Unpublished: ItemMarkUnpublished, PublishUndone: ItemMarkUnpublished, PublishQueued: ItemMarkQueued,
	Publishing: ItemMarkPublishing, Published: ItemMarkPublished, PublishFailed: ItemMarkFailed, PublishConflict: ItemMarkConflict,
}

// Mark returns the mark of an item. A rejected draft is marked as such unless it
// is on the shop, on its way there, or failed there.
func (s ItemStatus) Mark() ItemMark {
	mark := publishMarks[s.Publish]
	switch {
	case !s.draft():
		return stateMarks[s.State]
	case s.Rewriting:
		return ItemMarkRewriting
	case s.Decision == DecisionRejected && (mark == ItemMarkUnpublished || mark == ItemMarkConflict):
		return ItemMarkRejected
	case s.onShop() && s.Since == SinceChanged:
		return ItemMarkChanged
	}
	return mark
}
