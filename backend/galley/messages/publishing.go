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
		"Published, but the shop answered with another {field as label} than the one it had just before, which Galley sent along unchanged. Check it on the shop.", "field")
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
	SinceQueued    = plainly("since_queued", "Another write to this place was queued since.")
	SinceWithdrawn = plainly("since_withdrawn", "A write to this place was queued and withdrawn since.")
	SinceConflict  = plainly("since_conflict", "The text on the shop was found changed since.")
	SinceFailed    = plainly("since_failed", "A write to this place failed since.")
	SinceUndone    = plainly("since_undone", "It was undone since.")
	SincePublished = plainly("since_published", "It was published since.")
	SinceEdited    = plainly("since_edited", "The draft was edited or written again since.")
	SinceAlike     = plainly("since_alike", "The draft is too much like another text since.")
	NoSuchScope    = with1[string]("no_such_scope",
		"There is no scope {text as quoted}. Use approved, without_warnings or all.", "text")
	SinceWarned         = plainly("since_warned", "The draft has a warning since.")
	SinceRejected       = plainly("since_rejected", "The draft was rejected since.")
	SinceReopened       = plainly("since_reopened", "The decision on the draft was taken back since.")
	SinceOtherConflict  = plainly("since_other_conflict", "The conflict shows another text of the shop now.")
	SinceOtherState     = plainly("since_other_state", "It is in another state now.")
	SinceTextRestored   = plainly("since_text_restored", "The shop has the published text again, or the text was taken over.")
	SinceShopChanged    = plainly("since_shop_changed", "The text on the shop was changed again since.")
	SinceDraftChanged   = plainly("since_draft_changed", "The draft was changed since.")
	SinceHeldSettled    = plainly("since_held_settled", "It is not held any more: it was released or withdrawn since.")
	HeldJobSettled      = with1[string]("since_held_job_settled", "Job {job} is not held any more: it was resumed, cancelled or ended since.", "job")
	RestoredAgain       = plainly("restored_again", "The data file was restored again since this was listed. Nothing was changed. Look at what is held now.")
	NotFailed           = plainly("plan_not_failed", "It has not failed.")
	PlaceGone           = plainly("plan_place_gone", "The product, picture or collection is no longer on the shop.")
	NoLongerPublishable = plainly("plan_not_publishable", "It cannot be published any more.")
	NothingToUndo       = plainly("plan_nothing_to_undo", "There is nothing of it on the shop to undo.")
	PlaceQueued         = plainly("plan_place_queued", "Another write to this place is queued.")
	NothingChanged      = with1[Message]("nothing_changed", "{reason} Nothing was changed.", "reason")
)

// Why something is not published or put back.
var (
	AlreadyPublished = with1[string]("already_published",
		"Item {id} is on the shop already.", "id")
	AlreadyQueued = with1[string]("already_queued",
		"Item {id} is on its way to the shop already.", "id")
	AlreadyUndone       = plainly("already_undone", "This was put back already, or is about to be.")
	ConflictTextChanged = plainly("conflict_text_changed", "The conflict shows another text of the shop than the one that was on screen. Look at that text first.")
	DraftRejected       = with1[string]("draft_rejected",
		"The draft of item {id} was rejected. Reopen it first, then publish it.", "id")
	EntryNotWritten  = plainly("entry_not_written", "This was not written to the shop, so there is nothing to put back.")
	HeldTextUnnamed  = plainly("held_text_unnamed", "Held texts of the product editor are named by their shop, and by a field of it. Nothing was changed.")
	ItemNotPublished = with1[string]("item_not_published",
		"Item {item} is not on the shop, so there is nothing to put back.", "item")
	NewerEntryFirst  = plainly("newer_entry_first", "A newer entry for the same place is undone first.")
	NoDraftToPublish = with1[string]("no_draft_to_publish",
		"Item {id} has no draft, so there is nothing to publish.", "id")
	NoFailedItems = with1[string]("no_failed_items",
		"Job {job} has no failed items. Nothing was changed.", "job")
	NoSuchConfirmedPlan = with1[string]("no_such_confirmed_plan",
		"There is no confirmed plan {id as quoted}.", "id")
	NoSuchPlan     = plainly("no_such_plan", "There is no such plan any more, so nothing was changed. Look again at what would be done, then confirm that.")
	NoSuchPlanKind = with1[string]("no_such_plan_kind",
		"There is no plan of kind {kind as quoted}.", "kind")
	NothingHeld        = plainly("nothing_held", "Nothing of that is held. Nothing was changed.")
	EditsOfTwoKinds    = plainly("edits_of_two_kinds", "These texts belong to a product and to a collection. Nothing was saved. Save each of them in its own editor.")
	PictureGone        = plainly("picture_gone", "This picture is gone from the product. Nothing was saved.")
	PlaceQueuedAlready = with2[string, string]("place_queued_already",
		"Another text for the {field as label} of {product} is queued already. Nothing was changed. Wait until it is written, then look again.", "field", "product")
	PlanDraftChanged = with2[int, int]("plan_draft_changed",
		"The draft was changed since it was on screen (revision {revision} then, {now} now). Look at the new draft first.", "revision", "now")
	PlanExpired       = plainly("plan_expired", "This plan was made more than a day ago, so nothing was changed. Look again at what would be done, then confirm that.")
	PlanOfAnotherKind = with1[string]("plan_of_another_kind",
		"This plan is of another kind ({kind}). Nothing was changed.", "kind")
	ProductGone = with1[string]("product_gone",
		"The product of item {id} is no longer on the shop, so there is nothing to publish it to.", "id")
	SavePlaceBusy = with2[string, string]("save_place_busy",
		"The {field as label} of {product} is on its way to the shop already. Nothing was saved. Wait until it is there, then save again.", "field", "product")
	UndoPlaceBusy = with2[string, string]("undo_place_busy",
		"Another text for the {field as label} of {product} is on its way to the shop. Nothing was changed. Wait until it is there, then undo.", "field", "product")
)
