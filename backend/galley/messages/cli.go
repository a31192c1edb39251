package messages

import "time"

// Messages of the command line.
var (
	CheckLineInvalid = with2[string, int]("check_line_invalid",
		"{name}, line {count}: this is not a JSON object with handle, field and content. Nothing was checked.", "name", "count")
	CheckLineTooLong = with2[string, int]("check_line_too_long",
		"{name}: a line is longer than {limit} bytes. Nothing was checked.", "name", "limit")
	CheckScopeMissing = with1[[]string]("check_scope_missing",
		"Galley may not {scopes as joined} on this shop. Grant it to the app in Shopify.", "scopes")
	ConnectCancelled      = plainly("connect_cancelled", "Given up. Nothing was changed.")
	DemoNoTemporaryFolder = plainly("demo_no_temporary_folder", "No temporary folder could be made for the demo.")
	DemoNotAsWritten      = with1[string]("demo_not_as_written",
		"{texts} on the shop, but not as written.", "texts")
	CompactBusy     = plainly("compact_busy", "A job, a publish, a sync or a copy is under way. The data file is compacted while nothing runs. Nothing was changed.")
	CompactUnderWay = plainly("compact_under_way",
		"The data file is being compacted. Nothing is lost, and nothing was changed. Try again when that is done; jobs and publishing go on by themselves.")
	CompactNoRoom = with3[int, int, string]("compact_no_room",
		"Compacting needs {needed} MB in {path}, and {free} MB are free. Nothing was changed.", "needed", "free", "path")
	DiskSpaceLow = with2[int, string]("disk_space_low",
		"Only {free} MB are free on the disk of {path}. Free some before the next large job.", "free", "path")
	DiskSpaceUnknown = with1[string]("disk_space_unknown",
		"The free disk space of {path} cannot be determined.", "path")
	DoctorEndpointNotSetUp = with1[[]string]("doctor_endpoint_not_set_up",
		"The model endpoint is not set up. Set {missing as series}, or set writer.kind to template.", "missing")
	DoctorFoundFault = plainly("doctor_found_fault", "Some checks failed.")
	HomeNotMade      = with1[string]("home_not_made",
		"The folder {path} cannot be made. Choose another one with --home.", "path")
	HomeNotWritable = with1[string]("home_not_writable",
		"The folder {path} cannot be written. Check its permissions, or choose another one with --home.", "path")
	InputEmpty   = plainly("input_empty", "Standard input is empty. Nothing was changed.")
	InputTooLong = with2[string, int]("input_too_long",
		"{file} is longer than {limit} bytes. Nothing was changed.", "file", "limit")
	InputUnreadable = with1[string]("input_unreadable",
		"{file} cannot be read. Nothing was changed.", "file")
	ItemNotChangedOnShop = with1[string]("item_not_changed_on_shop",
		"Item {id} was not changed on the shop since it was published, as far as the last sync shows. Nothing was changed.", "id")
	JobNotDone = with2[string, string]("job_not_done",
		"Job {job} is not done. {reason} What is written is kept.", "job", "reason")
	PublishWaitStopped = plainly("publish_wait_stopped", "Stopped. Queued texts stay queued: galley work publishes them, and so does a Galley that is open on this home.")
	WaitStopped        = with1[string]("wait_stopped",
		"Stopped. What is written is kept. galley work continues job {job}, and so does a Galley that is open on this home; galley job cancel {job} ends it.", "job")
	WaitingForShop = with3[Message, int, string]("waiting_for_shop",
		"{reason} {waiting as count} {waiting: publication waits|publications wait} of job {job}: galley work publishes them when the shop answers, and so does a Galley that is open on this home; galley job withdraw {job} withdraws them.", "reason", "waiting", "job")
	WrongUsage = with2[Message, string]("wrong_usage",
		"{problem} {command} --help shows how it is used.", "problem", "command")

	OutboxHalted = with2[Message, int]("outbox_halted",
		"{reason} {waiting as count} {waiting: publication waits|publications wait}.", "reason", "waiting")
	HeldOfRestore = with3[time.Time, int, int]("held_of_restore",
		"The data file was restored from the copy of {made as day}. {texts as count} {texts: queued text|queued texts} and {jobs as count} {jobs: job|jobs} of that time are held: they may have been published, withdrawn or undone since. See galley held list, then galley held publish or galley held withdraw.", "made", "texts", "jobs")
)
