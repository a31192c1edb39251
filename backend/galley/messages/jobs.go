package messages

import "time"

// Why jobs pause, and why items are skipped or fail.
var (
	PausedByPerson   = plainly("job_paused_by_person", "Paused by a person.")
	EndpointKeepsOut = with2[int, Message]("job_paused_endpoint_failed",
		"The model endpoint failed for {items} items in a row: {said as reason}. The drafts written so far are kept, and these items are written again "+
			"when the job goes on. Check that the endpoint works, then resume the job.", "items", "said")
	NoDraftWritten = with2[int, Message]("job_no_draft_written",
		"No draft was written, {items} {items: item|items} failed: {said as reason}.", "items", "said")
	PausedForPrice = with1[Message]("job_paused_price",
		"{reason} "+enterPrice+" Then resume the job; what is written stays.", "reason")
	PausedAtCap = with2[Message, int]("job_paused_cap",
		"{reason} {items} items wait. Raise the cap in Settings and resume, or cancel the job; what is written stays.", "reason", "items")
	PausedTillMidnight = with2[Message, int]("job_paused_till_midnight",
		"{reason} {items} items wait. The job goes on by itself at midnight; to go on sooner, raise the cap in Settings and resume. What is written stays.",
		"reason", "items")
	PausedTillMidnightFor = with3[Message, int, float64]("job_paused_till_midnight_for",
		"{reason} {items} items wait, about {cost as money}. The job goes on by itself at midnight; to go on sooner, raise the cap in Settings and resume. "+
			"What is written stays.", "reason", "items", "cost")
	PausedTill = with3[Message, int, time.Time]("job_paused_till",
		"{reason} {items} items wait. The job goes on by itself on {when as day}; to go on sooner, raise the cap in Settings and resume. "+
			"What is written stays.", "reason", "items", "when")
	JobNeedsPrice   = with1[Message]("job_needs_price", "{reason} "+enterPrice+" Then resume the job.", "reason")
	NoJobForPrice   = with1[Message]("job_not_made_price", "{reason} No job was made. "+enterPrice, "reason")
	NoMoreForPrice  = with1[Message]("job_not_continued_price", "{reason} Nothing more was written; what is written stays. "+enterPrice, "reason")
	PausedByRestore = with1[time.Time]("job_paused_restored",
		"The data file was restored from the copy of {made as day}, so this job was paused. "+
			"Check whether its texts were written since, then resume or cancel it.", "made")
)

// enterPrice is what to do about an unknown price.
const enterPrice = "Enter the price in Settings (0 for a server that costs nothing), or set both caps to 0 to write without them."

// Why an item was skipped.
var (
	SkippedPictureGone    = plainly("skipped_picture_gone", "Skipped: the picture is gone from the shop.")
	SkippedProductGone    = plainly("skipped_product_gone", "Skipped: the product is gone from the shop.")
	SkippedCollectionGone = plainly("skipped_collection_gone", "Skipped: the collection is gone from the shop.")
	SkippedFilled         = plainly("skipped_filled",
		"Skipped: this field was filled in the meantime. Nothing was written, and the text on the shop is unchanged.")
)

// Why a job is not made or does not go on.
var (
	EndpointNotSetUp = with1[[]string]("endpoint_not_set_up",
		"The model endpoint is not set up. Missing: {missing as series}. Set it up in Settings, or choose the built-in templates.", "missing")
	InstructionsTooLong = with2[int, int]("instructions_too_long",
		"The instructions have {count} characters; {most} is the most.", "count", "most")
	JobNameInvalid = with2[int, int]("job_name_invalid",
		"A job’s name has 1 to {most} characters, not {count}. Nothing was changed.", "count", "most")
	JobNotArchivable = with1[string]("job_not_archivable",
		"Job {id} still writes, or has texts on their way to the shop. Nothing was changed. Archive it once it has ended.", "id")
	JobNotArchived = with1[string]("job_not_archived",
		"Job {id} is not archived. Nothing was changed.", "id")
	JobNotPaused = with1[string]("job_not_paused",
		"Job {id} is not paused, so it cannot go on. Nothing was changed.", "id")
	NothingToWrite = with1[string]("nothing_to_write",
		"Nothing to write: no {what} matches. No job was made.", "what")
	SampleInvalid = with1[int]("sample_invalid",
		"A sample is a number of items, not {sample}.", "sample")
	NoCollectionsInShop = with1[string]("no_collections_in_shop",
		"{shop} was opened from a product export, which has no collections. Nothing was changed. Choose a field of products.", "shop")
	SelectionOfOthers = with2[string, string]("selection_of_others",
		"The {field as label} is a text of {owner}s, and the selection names something else. Nothing was changed.", "field", "owner")
	ShopNotSynced = with1[string]("shop_not_synced",
		"{shop} has not been synced yet, so there is nothing to write for. Sync it first.", "shop")
	PlaceholdersUnknown = with1[[]string]("placeholders_unknown",
		"Not a placeholder, so the writer gets it as it is: {names}. galley job create --help lists the placeholders.", "names")
	JobNotASample = with1[string]("job_not_a_sample",
		"Job {id} is not a sample, so there is no rest to write. Nothing was changed.", "id")
	SampleNotEnded = with1[string]("sample_not_ended",
		"Job {id} is still being written. Wait until it has ended, or cancel it; then the rest can be written.", "id")
	NothingLeftOfSample = with1[string]("nothing_left_of_sample",
		"Job {id} has a draft for everything that it is a sample of. Nothing was changed.", "id")
	ComparisonAlike    = plainly("comparison_alike", "A and B have the same instructions and the same model. Nothing was written. Change one of them.")
	ComparisonNoSample = plainly("comparison_no_sample", "A comparison needs a sample: the number of items that both write. Nothing was written.")
	JobNotCompared     = with1[string]("job_not_compared",
		"Job {id} is not part of a comparison.", "id")
	ComparisonChosenTwice = with1[string]("comparison_chosen_twice",
		"Both drafts of {title as quoted} were chosen. Nothing was changed. Choose one of them.", "title")
	ComparisonWithoutChoice = plainly("comparison_without_choice", "No draft was chosen. Nothing was changed.")
	InstructionsUnused      = plainly("instructions_unused", "The built-in templates do not use instructions. What is typed is kept with the job, and the drafts will be the same without it. Choose a model in Settings to have it used.")
	LearnNeedsModel         = plainly("learn_needs_model", "The built-in templates cannot learn a profile. Nothing was changed. Choose a model in Settings.")
	LearnNeedsTexts         = plainly("learn_needs_texts", "There is nothing to learn from. Mark up to ten texts as good first.")
	LearnUnreadable         = plainly("learn_unreadable", "The model did not answer with a profile. Nothing was changed. Try again.")
	ModelWithTemplates      = plainly("model_with_templates", "The built-in templates have no models. Nothing was written. Choose an endpoint in Settings.")
)
