package messages

// Writing in batches.
var (
	BatchUnanswered = plainly("batch_unanswered",
		"The batch ended without an answer to this request. Nothing was billed for it.")
	BatchesNotOffered = with1[string]("batches_not_offered",
		"{model} cannot be asked in batches: its endpoint offers none. No job was made. Leave batches out, and the job is written at once.", "model")
	BatchesGone = with1[string]("batches_gone",
		"{model} cannot be asked in batches: its endpoint offers none. Nothing was billed. Write the job now at the full price, or cancel it.", "model")
	BatchesNotForSamples = plainly("batches_not_for_samples",
		"A sample is written at once, not in batches. No job was made. Leave out one of the two.")
	BatchLeft = with2[int, int]("batch_left",
		"{items} {items: draft|drafts} of {all} in the batch came back without an answer, so nothing was billed for {items: it|them}. "+
			"Put {items: it|them} into another batch, or write {items: it|them} now at the full price.", "items", "all")
	BatchFailed = with2[int, string]("batch_failed",
		"The endpoint refused a batch of {items} {items: draft|drafts}: {said}. Nothing was billed for {items: it|them}. "+
			"Put {items: it|them} into another batch, or write {items: it|them} now at the full price.", "items", "said")
	BatchLost = with1[int]("batch_lost",
		"The endpoint does not give out the answers to {items} {items: draft|drafts}. They may have been billed, so the most that they can cost was booked. "+
			"Put {items: it|them} into another batch, or write {items: it|them} now at the full price.", "items")
	BatchNotFound = with1[int]("batch_not_found",
		"The endpoint does not say whether it has a batch of {items} {items: draft|drafts}. To pay for nothing twice, none was made again. "+
			"Resume to ask it again.", "items")
	BatchNotMade = with2[int, Message]("batch_not_made",
		"The endpoint failed twice at making a batch of {items} {items: draft|drafts}: {said as reason}. Its list does not have it. It is looked for again before another one is made. "+
			"Resume to try again.", "items", "said")
	BatchNotHandedOver = with1[Message]("batch_not_handed_over",
		"A batch could not be handed over to the endpoint: {said as reason}. Nothing was billed for it. Resume to try again.", "said")
	WriteNowWhilePaused = with1[string]("write_now_while_paused",
		"Job {id} has nothing that waits for a batch to be made. Nothing was changed.", "id")
)

// BatchFileNotWritten is a temporary file that could not be written.
var BatchFileNotWritten = plainly("batch_file_not_written",
	"The requests of a batch could not be written to the temporary folder. Nothing was sent. Check that the disk has room.")
