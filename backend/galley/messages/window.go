package messages

// Messages of the desktop window.
var (
	BuiltWithoutWindow     = plainly("built_without_window", "This Galley was built without a window. galley serve shows the same in a browser.")
	NoDisplay              = plainly("no_display", "There is no display to open the window on. galley serve shows the same in a browser.")
	SaveDialogOnlyInWindow = plainly("save_dialog_only_in_window", "Only the window asks where to save. Nothing was written.")
)
