package messages

// Why nothing was written.
var (
	NoPictureForAltText    = plainly("no_picture_for_alt_text", "Not written: there is no picture to write the alt text for.")
	PictureNotOfProduct    = plainly("picture_not_of_product", "Not written: the picture is no longer among the product’s pictures. Sync the shop.")
	CollectionWithoutTitle = plainly("collection_without_title", "Not written: the collection has no title to write from.")
	ProductWithoutTitle    = plainly("product_without_title", "Not written: the product has no title to write from.")
	ReplyRejectedTwice     = with1[Message]("reply_rejected_twice",
		"Not written: {fault}, twice.", "fault")

	AnswerEmpty   = plainly("answer_empty", "the answer was empty")
	AnswerTooLong = with2[int, int]("answer_too_long",
		"the answer was too long ({size} characters, limit {limit})", "size", "limit")
	AnswerTooLarge = with2[int, int]("answer_too_large",
		"the answer was too long ({size} bytes, limit {limit})", "size", "limit")
)
