package messages

// Messages of what is named, asked for or moved in a way that is not possible.
var (
	FieldEmpty = with1[string]("field_empty",
		"A {field as label} cannot be empty. Nothing was saved.", "field")
	IllegalMove = with2[string, string]("illegal_move",
		"This cannot go from {from} to {to}. Nothing was changed.", "from", "to")
	ItemOfAnotherJob = with2[string, string]("item_of_another_job",
		"Item {id} is not part of job {job}. Nothing was changed.", "id", "job")
	NoLongerThere    = plainly("no_longer_there", "This no longer exists.")
	NoSuchCollection = with1[string]("no_such_collection",
		"There is no collection {collection as quoted} in this shop's local copy. A sync may bring it.", "collection")
	NoSuchField = with2[string, []string]("no_such_field",
		"There is no field {text as quoted}. The fields are {fields as series}.", "text", "fields")
	NoSuchItem = with1[string]("no_such_item",
		"There is no item {item}.", "item")
	NoSuchItemAction = with1[string]("no_such_item_action",
		"There is no action {text as quoted} on items.", "text")
	NoSuchItemFilter = with1[string]("no_such_item_filter",
		"There is no filter {text as quoted}. Use to-review, unpublished, published, failed, conflict, changed, approved, rejected, warned, waiting or skipped.", "text")
	NoSuchItemOrder = with1[string]("no_such_item_order",
		"There is no order {text as quoted}. Use review, score, warnings, length, product or state, with a minus before it for the other way round.", "text")
	NoSuchJob = with1[string]("no_such_job",
		"There is no job {id}.", "id")
	NoSuchLedgerFilter = with1[string]("no_such_ledger_filter",
		"There is no filter {text as quoted}. Use published, undone, conflict or failed.", "text")
	NoSuchProduct = with1[string]("no_such_product",
		"There is no product {product as quoted} in this shop's local copy. A sync may bring it.", "product")
	NoSuchPublication = plainly("no_such_publication", "There is no such publication.")
	NoSuchReviewTab   = with1[string]("no_such_review_tab",
		"There is no tab {text as quoted}. Use all, warned, low, rewritten or today.", "text")
	NoSuchShop = with1[string]("no_such_shop",
		"There is no shop {name as quoted}. galley shop list shows all.", "name")
	NoSuchShopKind = with1[string]("no_such_shop_kind",
		"There is no kind of shop {kind as quoted}. Nothing was changed.", "kind")
	NoSuchShopOrder = with1[string]("no_such_shop_order",
		"There is no order of shops {text as quoted}. Use oldest or name, or none for the most left first.", "text")
	NoSuchShopPlan = with1[string]("no_such_shop_plan",
		"There is no plan {text as quoted}. The plans are free, pro and max.", "text")
	NoSuchSignIn = with1[string]("no_such_sign_in",
		"There is no way {text as quoted} to sign in. The ways are token, client-credentials and authorization-code.", "text")
	NoSuchStrategy = with1[string]("no_such_strategy",
		"There is no strategy {text as quoted}. Use review (Review before publish) or publish (Publish without review).", "text")
	NoSuchWriter = with1[string]("no_such_writer",
		"There is no writer {kind as quoted}. Nothing was changed.", "kind")
	NotADraftID = with1[string]("not_a_draft_id",
		"{text as quoted} does not name a revision. A draft is written as job/number@revision, for example 431/2@3.", "text")
	NotAJobID = with1[string]("not_a_job_id",
		"There is no job {id as quoted}.", "id")
	NotAnItemID = with1[string]("not_an_item_id",
		"{id as quoted} is not an item. An item is written as job/number, for example 431/2.", "id")
	NotInThisState = plainly("not_in_this_state", "This is not possible in the state it is in. Nothing was changed.")
	NoSuchFacet    = with1[string]("no_such_facet",
		"Products cannot be filtered by {part}. Use status, vendor, type, tag or collection.", "part")
	FilterHistoryUnknown = with1[string]("filter_history_unknown",
		"{history} is nothing that products can be filtered by. Use never_written, written or published.", "history")
	FilterScoreRange     = plainly("filter_score_range", "A score is between 0 and 100.")
	FilterWordsBelowZero = plainly("filter_words_below_zero", "A number of words cannot be below 0.")
	OrderUnknown         = with1[string]("order_unknown",
		"A list cannot be ordered by {order}.", "order")
	SearchEmpty    = plainly("search_empty", "There is nothing to search for.")
	PageOutOfRange = with1[int]("page_out_of_range",
		"A list request takes 1 to {most} rows, from 0 on.", "most")
	PriceUnknown = with1[string]("price_unknown",
		"The price of {model} is not known, so your caps on spending cannot be kept.", "model")
	RequestWithoutAccount = plainly("request_without_account", "A request to the model had no account to book it on, so it was not sent.")
	TextTooLong           = with3[string, int, int]("text_too_long",
		"This {field as label} is {size} long; Shopify takes {limit} at most. Nothing was saved.", "field", "size", "limit")

	DraftNotSaved    = plainly("draft_changed_not_saved", "This draft was changed elsewhere meanwhile. Nothing was saved.")
	InstructionsGone = plainly("instructions_gone", "These instructions no longer exist.")
	ItemGone         = plainly("item_gone", "This item no longer exists.")
	SyncEnded        = plainly("sync_ended", "This sync was ended by another Galley process.")
	ShopGone         = plainly("shop_gone", "This shop no longer exists.")
	SendingEnded     = plainly("publication_not_sending", "This publication is not being sent any more.")
	JobGone          = plainly("job_gone", "This job no longer exists.")
)
