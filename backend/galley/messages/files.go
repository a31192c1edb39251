package messages

// Messages of files that people name, and of shops opened from a file.
var (
	ExportChanged  = plainly("export_changed", "Another text was published while the files were saved, so they do not belong together. Export again.")
	FileNotWritten = plainly("file_not_written", "The file could not be written. Nothing else was changed.")
	FileUnreadable = with1[string]("file_unreadable",
		"The file {name} cannot be read. Nothing was changed.", "name")
	FolderNotWritable = with1[string]("folder_not_writable",
		"No file can be written to {path}. Nothing was changed.", "path")
	NoSuchPart        = plainly("no_such_part", "The export has no such file.")
	NoSuchPlaceInFile = plainly("no_such_place_in_file", "The file has no such place.")
	NotAFile          = with2[string, string]("not_a_file",
		"{name} is {kind}, not a file. Nothing was changed. Name a file.", "name", "kind")
	ShopFileChanged = with1[string]("shop_file_changed",
		"{name} in the data folder is not as it was when it was opened. Nothing was written. Restart Galley, or open the export again.", "name")
	ShopFileNotCopied  = plainly("shop_file_not_copied", "The file could not be copied into the data folder. Nothing was changed. Is the disk full?")
	ShopFileNotDeleted = plainly("shop_file_not_deleted", "The shop's file could not be deleted.")
	ShopFileNotOpened  = with1[string]("shop_file_not_opened",
		"The file {path} cannot be opened. Nothing was changed.", "path")
	ShopFileUnreadable = plainly("shop_file_unreadable", "The file that the shop was opened from cannot be read. Nothing was changed.")
	TargetIsDataFile   = with1[string]("target_is_data_file",
		"{name} is one of Galley's own data files. Nothing was changed. Name another file.", "name")
	TargetIsLink = with1[string]("target_is_link",
		"{name} is a link to another place. Nothing was changed. Name the file itself.", "name")
	TargetIsReadOnly = with1[string]("target_is_read_only",
		"{name} is read-only. Nothing was changed. Name another file, or let it be written.", "name")
	TargetNotAFile = with2[string, string]("target_not_a_file",
		"{name} is {kind}, so it is not written. Nothing was changed. Name a file.", "name", "kind")
	TargetUnreadable = with1[string]("target_unreadable",
		"{name} cannot be looked at, so it is not written. Nothing was changed.", "name")
	TooLongForShopify = with2[string, int]("too_long_for_shopify",
		"Not published: this {field as label} is longer than the {limit} that Shopify takes.", "field", "limit")
)
