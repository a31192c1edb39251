package messages

// Messages of every room.
var (
	Stopped         = plainly("stopped", "Stopped.")
	TookTooLong     = plainly("took_too_long", "This took too long and was stopped. Nothing was lost.")
	InternalFailure = plainly("internal_failure", "Something went wrong inside Galley. What was saved is safe.")

	LeaseLost    = plainly("lease_lost", "Another Galley process took this over.")
	NoDataFolder = plainly("no_data_folder", "There is no folder for Galley's data. Name one with --home.")
	NothingWaits = with1[string]("nothing_waits", "Nothing of job {id} waits for its shop. Nothing was changed.", "id")
)
