package messages

import "time"

// Why a decision on a draft is refused.
var (
	ItemWithoutRevision = with1[string]("item_without_revision",
		"Item {item} is named without the revision that was on screen. Nothing was changed.", "item")
	DraftChangedOnScreen = with2[int, int]("draft_changed_on_screen",
		"The draft was changed since it was on screen (revision {then} then, {now} now). Nothing was changed. Look at the new draft first.", "then", "now")
	ChangedSinceDrawn = plainly("changed_since_drawn", "This draft or its product changed after the list was loaded, so it was left alone.")
	ListTooOld        = plainly("list_too_old", "The list was loaded too long ago to tell what changed since. Nothing was done. Select everything again.")
	ListNotNamed      = plainly("list_not_named", "Galley could not tell which list you were looking at. Nothing was done. Reload the list and try again.")
	SelectionAlone    = plainly("selection_alone", "Publishing everything in a list cannot be combined with another choice of drafts or overwriting. Nothing was done.")
	NoSuchDecision    = with1[string]("no_such_decision", "“{decision}” is not a decision. Use approved, rejected or open.", "decision")
	NotInConflict     = plainly("item_not_in_conflict", "The draft is not in conflict with the shop. Nothing was changed.")
	NoDraftToDecide   = with1[string]("item_no_draft_to_decide",
		"Item {item} has no draft that waits for a decision. Nothing was changed.", "item")
	PublishedNotDecided = with1[string]("item_published_not_decided",
		"Item {item} is published, so no draft of it waits for a decision. Nothing was changed.", "item")
	SendingNotDecided = with1[string]("item_sending_not_decided",
		"Item {item} is on its way to the shop, so no draft of it waits for a decision. Nothing was changed.", "item")
)

// Why a draft is not changed.
var (
	DraftChangedMeanwhile = plainly("draft_changed_meanwhile", "The draft was changed elsewhere meanwhile. Nothing was changed. Look at the new draft first.")
	DraftOnShop           = with1[string]("draft_on_shop",
		"The draft of item {item} is on the shop or on its way there. Undo it first to have it written again. Nothing was spent.", "item")
	DraftSavedElsewhere = with1[int]("draft_saved_elsewhere",
		"The draft was changed elsewhere meanwhile (it is at revision {revision} now). Your text was not saved over it. Look at the new draft first.", "revision")
	EditOfPublished  = plainly("edit_of_published", "This draft is on the shop. Undo the publication first, then change it.")
	EditWhileSending = plainly("edit_while_sending", "This draft is on its way to the shop. Wait until it is there, then undo it to change it.")
	FactEmpty        = plainly("fact_empty", "A fact needs words. Nothing was changed.")
	FactTooLong      = with2[int, int]("fact_too_long",
		"A fact is at most {most} characters long; this is {count}. Nothing was changed.", "most", "count")
	NoteTooLong = with2[int, int]("note_too_long",
		"A note for writing again is at most {most} characters long; this is {count}. Nothing was changed, and nothing was spent.", "most", "count")
	FactsTooLong = with2[int, int]("facts_too_long",
		"The facts of a shop are at most {most} characters long; these are {count}. Nothing was changed.", "most", "count")
	NoDraftToEdit = with1[string]("no_draft_to_edit",
		"Item {id} has no draft yet, so there is nothing to change.", "id")
	NoDraftToRewrite = with1[string]("no_draft_to_rewrite",
		"Item {item} has no draft yet. Retry the job to have it written.", "item")
	NoRightWords     = plainly("no_right_words", "The data has no words that could take the place of these. Nothing was changed.")
	NothingToPutBack = plainly("nothing_to_put_back", "The draft lacks nothing of that kind any more. Nothing was changed.")
	NoSuchStep       = plainly("no_such_step", "There is nothing that could be undone or redone here.")
	StepUndone       = plainly("step_undone", "This was undone already. Nothing was changed.")
	StepNotUndone    = plainly("step_not_undone", "This was not undone, so there is nothing to redo. Nothing was changed.")
	StepOvertaken    = with1[string]("step_overtaken",
		"The draft of item {item} was changed or decided otherwise since, so it stays as it is.", "item")
	SeatTooLong      = with1[int]("seat_too_long", "The name of a window takes 1 to {most} bytes. Nothing was kept.", "most")
	UnsavedTooLong   = with1[int]("unsaved_too_long", "A text of more than {most} bytes is not kept while it is typed. Save it, or shorten it.", "most")
	OwnDraftChanged  = with1[string]("own_draft_changed", "{person} saved another draft of this text meanwhile. Nothing was saved. Look at it, then save again.", "person")
	OwnDraftStands   = with2[string, time.Time]("own_draft_stands", "{person} saved a draft of this text, {at}. Nothing was saved. Look at it without --field; --replace puts yours in its place.", "person", "at")
	NoDraftSaved     = with1[string]("no_draft_saved", "No draft is saved for {product} that this names. product draft lists them.", "product")
	NoSuchGroup      = with1[string]("no_such_group", "Group {group} is not there any more: one of its texts changed. Nothing was changed. List the groups again.", "group")
	NoSuchWarning    = plainly("no_such_warning", "The draft has no such warning any more. Nothing was changed.")
	NotMarkedChanged = plainly("not_marked_changed", "This text is not marked as changed on the shop any more. Nothing was changed. Look at it again.")
	RewriteAtCap     = with1[Message]("rewrite_at_cap",
		"{reason} The draft was not changed. Raise the cap in Settings to have it written again.", "reason")
	RewriteCancelled  = plainly("rewrite_cancelled", "Cancelled. The draft was not changed.")
	RewriteNeedsPrice = with1[Message]("rewrite_needs_price",
		"{reason} The draft was not changed. Enter the price in Settings (0 for a server that costs nothing), or set both caps to 0.", "reason")
	ShopTextChangedAgain     = plainly("shop_text_changed_again", "The text on the shop was changed again meanwhile. Nothing was changed. Look at the new text first.")
	ShopTextDiffersFromDraft = plainly("shop_text_differs_from_draft", "The text on the shop is not the one that this draft started from. Nothing was saved. Look at the text on the shop first.")
	WarningWithoutWords      = plainly("warning_without_words", "There are no words to take out for this warning. Nothing was changed. Edit the draft instead.")
)

// Edits of many drafts at once.
var (
	NothingToFind = plainly("nothing_to_find", "Say which words to look for. Nothing was changed.")
	FindTooLong   = with2[int, int]("find_too_long",
		"Words to look for, or to put in their place, are at most {most} characters long; these are {count}. Nothing was changed.", "most", "count")
	NothingPasted = plainly("nothing_pasted", "There is no text to paste. Nothing was changed.")
	WordsGone     = with1[string]("words_gone", "The draft of item {item} does not have these words any more, so it was left as it is.", "item")
)

// Why a draft is not written again.
var (
	RewrittenAlready = with1[string]("rewritten_already",
		"The draft of item {item} is being written again already. Nothing was changed.", "item")
	NeverRewritten   = with1[string]("never_rewritten", "The draft of item {item} was never written again.", "item")
	RewriteOvertaken = plainly("rewrite_overtaken", "The draft was edited or published meanwhile, so it was not replaced.")
	RewriteRestored  = plainly("rewrite_restored",
		"The data file was restored from a copy, so the draft was not written again. Regenerate it if that is still wanted.")
)
