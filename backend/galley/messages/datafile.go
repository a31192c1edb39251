package messages

import "time"

// Messages of the data file and its copies.
var (
	CopyNotRenamed  = plainly("copy_not_renamed", "A copy could not be renamed, so no empty data file was made. All copies are kept.")
	CopyNotRestored = plainly("copy_not_restored", "The copy could not be put in place. The damaged file and the copy are both kept.")
	CopyNotSound    = with1[string]("copy_not_sound",
		"{path} is not a sound copy of a data file. Nothing was changed.", "path")
	DataCopyNotMade         = plainly("data_copy_not_made", "No copy of the data file could be made, so it was left as it is. Is the disk full, or the data file damaged? galley doctor checks both.")
	DataFileDamagedWithCopy = with2[string, time.Time]("data_file_damaged_with_copy",
		"The data file {path} is damaged. Nothing was changed. galley doctor --restore puts the copy of {made as day} in its place, and keeps the damaged file beside it.", "path", "made")
	DataFileDamagedWithoutCopy = with1[string]("data_file_damaged_without_copy",
		"The data file {path} is damaged, and there is no sound copy of it beside it. Nothing was changed. Put one from a backup in its place, or run galley doctor --start-empty to start with an empty one.", "path")
	DataFileFailed  = plainly("data_file_failed", "The data file could not be used. What was saved before is safe.")
	DataFileIsSound = with1[string]("data_file_is_sound",
		"The data file {path} is sound. Nothing was changed. To start with an empty one, name another folder with --home.", "path")
	DataFileNewer = with3[string, int, int]("data_file_newer",
		"The data file {path} was made by a newer Galley (version {have}, this one knows {want}). It was not touched. Update Galley, or choose another folder with --home.", "path", "have", "want")
	DataFileNotRenamed = plainly("data_file_not_renamed", "The data file could not be kept under another name, so no empty one was made.")
	DataFolderNotMade  = with1[string]("data_folder_not_made",
		"The data folder {path} cannot be made. Nothing was changed. Choose another one with --home.", "path")
	DataFolderNotWritable = with1[string]("data_folder_not_writable",
		"The data folder {path} cannot be written. Nothing was changed. Check its permissions, or choose another one with --home.", "path")
	DataFolderUnreadable = with1[string]("data_folder_unreadable",
		"The data folder {path} cannot be read.", "path")
	DataMissingWithCopy = with3[string, Message, time.Time]("data_missing_with_copy",
		"The data file {path} {what}, but there is a copy of {made as day} beside it. Nothing was changed. galley doctor --restore puts that copy in its place; galley doctor --start-empty starts with an empty file and keeps the copies.", "path", "what", "made")
	DataMissingWithoutCopy = with2[string, Message]("data_missing_without_copy",
		"The data file {path} {what}, and none of the copies beside it is sound. Nothing was changed. Put one from a backup in its place, or run galley doctor --start-empty to start with an empty one; the copies are kept.", "path", "what")
	HomeIsOpen  = plainly("home_is_open", "A Galley is open on this home. Nothing was changed. Close it and try again.")
	NoSoundCopy = plainly("no_sound_copy", "There is no sound copy of the data file beside it. Nothing was changed. Put one from a backup in its place, or run galley doctor --start-empty to start with an empty one.")
	NoSuchCopy  = with1[string]("no_such_copy",
		"There is no copy {path}. Nothing was changed.", "path")
	NothingToRestore = with1[string]("nothing_to_restore",
		"There is no data file {path} and no copy of it, so there is nothing to restore.", "path")
	DataFileUpgraded = plainly("data_file_upgraded", "A newer version of Galley has updated the data file, so this window can no longer save. What was saved before is safe. Close this window and open the newer Galley.")
	UpgradeWaits     = with1[string]("upgrade_waits",
		"Galley was updated, and an older Galley still has your data open. Nothing was changed. Close all other Galley windows and commands, then open Galley again. If none is open, restart the computer or delete {file}.", "file")
	UpgradeFailed = plainly("upgrade_failed", "The data file could not be brought up to date. Its copy from before is beside it.")

	DataFileRulesBroken = plainly("data_file_rules_broken", "Galley tried to save something that breaks its own rules. Nothing was changed.")
	DiskFull            = plainly("disk_full", "The disk is full, so nothing could be saved. What was saved before is safe. Free some space and continue.")
	DataFileUnwritable  = plainly("data_file_unwritable", "The data file cannot be written. What was saved before is safe. Check the permissions of the folder.")
	DataFileBusy        = plainly("data_file_busy", "Another Galley window or command is using the data file. Nothing was changed. Try again in a moment.")
	DiskFailing         = plainly("disk_failing", "Reading or writing the disk failed, so nothing was saved. What was saved before is safe. The disk may be full, failing or gone.")
	DataFileDamaged     = plainly("data_file_damaged", "The data file is damaged. Nothing was changed. Close Galley and run galley doctor --restore: it puts the newest sound copy in its place, and keeps the damaged file.")
	FileIsMissing       = plainly("is_missing", "is missing")
	FileIsEmpty         = plainly("is_empty", "is empty")

	NotRestored     = plainly("not_restored", "The data file is sound, so nothing was put in its place.")
	RestoredMissing = with1[time.Time]("restored_missing",
		"The copy of {made as day} is in place of the missing file"+laterIsHeld, "made")
	RestoredDamaged = with2[time.Time, string]("restored_damaged",
		"The copy of {made as day} is in place of the damaged file, which is kept as {file}"+laterIsHeld, "made", "file")
	RestoredEarlier = with2[time.Time, string]("restored_earlier",
		"The copy of {made as day} is in place of the earlier file, which is kept as {file}"+laterIsHeld, "made", "file")
)

// laterIsHeld is what a restored copy does not have.
const laterIsHeld = ". What was done since is not in it; texts that were published since are still on the shops. " +
	"What was queued then is held: galley held list shows it."
