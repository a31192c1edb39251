package messages

// How a publication or an undo ends where the shop does not end up with the text.
var (
	PublishMetChange = plainly("publish_met_change", "Not published: the text on the shop was changed since the draft was written.")
	UndoMetChange    = plainly("undo_met_change", "Left alone: the text on the shop was changed since it was published.")
	RedoMetChange    = plainly("redo_met_change", "Left alone: the text on the shop was changed since it was put back.")

	PublishReadBack = plainly("publish_read_back", "Not published"+otherAnswer)
	UndoReadBack    = plainly("undo_read_back", "Not put back"+otherAnswer)
	PublishGone     = plainly("publish_place_gone", "Not published"+placeGone)
	UndoGone        = plainly("undo_place_gone", "Not put back"+placeGone)
	PublishGivenUp  = plainly("publish_given_up", "Not published"+answerLost)
	UndoGivenUp     = plainly("undo_given_up", "Not put back"+answerLost)

	SiblingReadBack = with1[string]("publish_sibling_read_back",
		"Published, but the shop answered with another {field} than the one it had just before, which Galley sent along unchanged. Check it on the shop.", "field")
	PublishedLate = plainly("published_late",
		"A write whose answer was lost has published this text late, over the text that the shop had by then. Check the text; Activity has both and can undo it.")
	PutBackLate = plainly("put_back_late",
		"A write whose answer was lost has put the earlier text back late, over the text that the shop had by then. Check the text; Activity has both and can undo it.")
	ShopRemovedUnread = plainly("publish_shop_removed", "The shop was removed before it could be read whether it has this text.")
)

const (
	otherAnswer = " as sent: the shop took the write but answered with another text. An app or a rule of the shop may have changed it. Compare the two and decide."
	placeGone   = ": the product or picture is gone from the shop."
	answerLost  = ": the shop's answer was lost three times. The text on the shop is unchanged."
)

// Why a plan leaves something out: what became of it since the plan was made.
var (
	SinceQueued         = plainly("since_queued", "Another write to this place was queued since.")
	SinceWithdrawn      = plainly("since_withdrawn", "A write to this place was queued and withdrawn since.")
	SinceConflict       = plainly("since_conflict", "The text on the shop was found changed since.")
	SinceFailed         = plainly("since_failed", "A write to this place failed since.")
	SinceUndone         = plainly("since_undone", "It was undone since.")
	SincePublished      = plainly("since_published", "It was published since.")
	SinceEdited         = plainly("since_edited", "The draft was edited or written again since.")
	SinceRejected       = plainly("since_rejected", "The draft was rejected since.")
	SinceReopened       = plainly("since_reopened", "The decision on the draft was taken back since.")
	SinceOtherConflict  = plainly("since_other_conflict", "The conflict shows another text of the shop now.")
	SinceOtherState     = plainly("since_other_state", "It is in another state now.")
	SinceTextRestored   = plainly("since_text_restored", "The shop has the published text again, or the text was taken over.")
	SinceShopChanged    = plainly("since_shop_changed", "The text on the shop was changed again since.")
	SinceDraftChanged   = plainly("since_draft_changed", "The draft was changed since.")
	SinceHeldSettled    = plainly("since_held_settled", "It is not held any more: it was released or withdrawn since.")
	NotFailed           = plainly("plan_not_failed", "It has not failed.")
	PlaceGone           = plainly("plan_place_gone", "The product or picture is no longer on the shop.")
	NoLongerPublishable = plainly("plan_not_publishable", "It cannot be published any more.")
	NothingToUndo       = plainly("plan_nothing_to_undo", "There is nothing of it on the shop to undo.")
	PlaceQueued         = plainly("plan_place_queued", "Another write to this place is queued.")
	NothingChanged      = with1[Message]("nothing_changed", "{reason} Nothing was changed.", "reason")
)
