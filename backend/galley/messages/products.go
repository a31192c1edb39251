package messages

// Messages of products, their sync and their files.
var (
	ExportOverSource = with2[string, string]("export_over_source",
		"{name} is the file that {shop} was opened from. Nothing was changed. Name another file for the export.", "name", "shop")
	ImportBroken = with2[string, Message]("import_broken",
		"{where}: {reason}. Nothing was imported.", "where", "reason")
	ImportUnreadable = with1[string]("import_unreadable",
		"{name} could not be read. Nothing was imported.", "name")
	MissingProductsChanged = with1[string]("missing_products_changed",
		"The products that are missing on {shop} are not those that were confirmed any more, so none was removed. Look at them again, then confirm.", "shop")
	MissingProductsNotConfirmed = plainly("missing_products_not_confirmed", "The products that are missing on the shop are not those that were confirmed any more, so none was removed. Look at them again, then confirm.")
	ShopNotExportable           = with1[string]("shop_not_exportable",
		"{shop} cannot be exported.", "shop")
	ShopNotFromFile = with1[string]("shop_not_from_file",
		"{shop} is not opened from a file: what is published there is on the shop already.", "shop")
	SyncElsewhere = with1[string]("sync_elsewhere",
		"Another Galley window or command is syncing {shop}. It was asked to stop and has not stopped yet. What it has read is kept. Look again in a moment.", "shop")
	SyncIncomplete = with3[string, int, int]("sync_incomplete",
		"{shop} says that it has {products} products, and listed {listed}. No product was removed from the local copy. Sync again later.", "shop", "products", "listed")
	SyncListLacking = plainly("sync_list_lacking", "The list of products that the shop prepared lacks some that the shop counts.")
	SyncOvertaken   = plainly("sync_overtaken", "Another Galley window or command took over this sync because this one was paused for a while. Nothing is lost.")
	SyncRunning     = with1[string]("sync_running",
		"{shop} is being synced already. Nothing was changed.", "shop")
	SyncStopped = with1[string]("sync_stopped",
		"The sync of {shop} was stopped. What was read so far is kept. Sync again to read the rest.", "shop")
)
