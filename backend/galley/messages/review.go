package messages

// Why a decision on a draft is refused.
var (
	ItemWithoutRevision = with1[string]("item_without_revision",
		"Item {item} is named without the revision that was on screen. Nothing was changed.", "item")
	DraftChangedOnScreen = with2[int, int]("draft_changed_on_screen",
		"The draft was changed since it was on screen (revision {then} then, {now} now). Nothing was changed. Look at the new draft first.", "then", "now")
	NoDraftToDecide = with1[string]("item_no_draft_to_decide",
		"Item {item} has no draft that waits for a decision. Nothing was changed.", "item")
	PublishedNotDecided = with1[string]("item_published_not_decided",
		"Item {item} is published, so no draft of it waits for a decision. Nothing was changed.", "item")
	SendingNotDecided = with1[string]("item_sending_not_decided",
		"Item {item} is on its way to the shop, so no draft of it waits for a decision. Nothing was changed.", "item")
)
