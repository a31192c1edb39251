package messages

// Messages of every room.
var (
	Stopped         = plainly("stopped", "Stopped.")
	TookTooLong     = plainly("took_too_long", "This took too long and was stopped. Nothing was lost.")
	InternalFailure = plainly("internal_failure", "Something went wrong inside Galley. What was saved is safe.")
)
