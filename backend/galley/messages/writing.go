package messages

// Why nothing was written.
var (
	NoPictureForAltText    = plainly("no_picture_for_alt_text", "Not written: there is no picture to write the alt text for.")
	PictureNotOfProduct    = plainly("picture_not_of_product", "Not written: the picture is no longer among the product’s pictures. Sync the shop.")
	CollectionWithoutTitle = plainly("collection_without_title", "Not written: the collection has no title to write from.")
	ProductWithoutTitle    = plainly("product_without_title", "Not written: the product has no title to write from.")
	ReplyRejectedTwice     = with1[Message]("reply_rejected_twice",
		"Not written: {fault}, twice.", "fault")

	AnswerEmpty        = plainly("answer_empty", "the answer was empty")
	AnswerThinking     = plainly("answer_thinking", "the answer held the model’s thinking")
	AnswerRefusal      = plainly("answer_refusal", "the model spoke of itself or refused instead of writing the text")
	AnswerChat         = plainly("answer_chat", "the answer held remarks around the text")
	AnswerCounts       = plainly("answer_counts", "the answer held a count of its characters or words")
	AnswerTwoVersions  = plainly("answer_two_versions", "the answer held more than one version")
	AnswerFailure      = plainly("answer_failure", "the answer was an error message of the endpoint")
	AnswerForm         = plainly("answer_form", "the answer was in the form of another field")
	AnswerJSONLeft     = plainly("answer_json_left", "the answer held JSON or tags around the text")
	AnswerMarkdownLeft = plainly("answer_markdown_left", "the answer held Markdown")
	AnswerEscaped      = plainly("answer_escaped", "the answer held escaped markup that customers would see")
	AnswerBroken       = plainly("answer_broken", "the answer held broken characters")
	AnswerPlaceholder  = plainly("answer_placeholder", "the answer held a placeholder")
	AnswerEcho         = plainly("answer_echo", "the answer repeated the request")
	AnswerLanguage     = plainly("answer_language", "the answer was in another language than the product’s")
	AnswerOffTopic     = plainly("answer_off_topic", "the answer did not speak of this product")
	AnswerRepeated     = plainly("answer_repeated", "the answer said the same again and again")
	AnswerTooShort     = plainly("answer_too_short", "the answer was far too short for this field")
	AnswerUnfinished   = plainly("answer_unfinished", "the answer stopped in the middle of a sentence")
	AnswerUnchanged    = plainly("answer_unchanged", "the answer was the text that the shop has already")

	AnswerTooLong = with2[int, int]("answer_too_long",
		"the answer was too long ({size} characters, limit {limit})", "size", "limit")
	AnswerTooLarge = with2[int, int]("answer_too_large",
		"the answer was too long ({size} bytes, limit {limit})", "size", "limit")
)
