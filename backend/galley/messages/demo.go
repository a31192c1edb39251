package messages

// Messages of the demo shop.
var (
	DemoCannotListen = with1[string]("demo_cannot_listen",
		"The demo shop cannot listen on {address}.", "address")
	DemoFileFailed    = plainly("demo_file_failed", "The demo shop's file could not be read or written.")
	DemoFileNewer     = plainly("demo_file_newer", "The demo shop was made by a newer Galley. Start that one, or remove the demo shop and add it again.")
	DemoFileNotClosed = plainly("demo_file_not_closed", "The demo shop's file could not be closed.")
	DemoFileNotOpened = with1[string]("demo_file_not_opened",
		"The demo shop's file {path} could not be opened.", "path")
	DemoFilledOtherwise = plainly("demo_filled_otherwise", "The demo shop of this home is already filled with other products. Use another home, or remove the demo shop and add it again.")
	DemoImportBroken    = with2[string, string]("demo_import_broken",
		"{path} {reason}. Nothing was imported.", "path", "reason")
	DemoImportNotAFile = with1[string]("demo_import_not_a_file",
		"{path} is not a file. Nothing was imported.", "path")
	DemoNoFolder         = plainly("demo_no_folder", "The demo shop could not make a temporary folder.")
	DemoSchemaUnreadable = plainly("demo_schema_unreadable", "The demo shop's schema could not be read.")
	DemoTooManyProducts  = with2[int, int]("demo_too_many_products",
		"The demo shop invents up to {most} products, not {products}.", "most", "products")
	FaultInvalid = with3[int, string, string]("fault_invalid",
		"Part {part} of the faults, {text as quoted}, cannot be used: {reason}.", "part", "text", "reason")
)
