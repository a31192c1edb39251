package messages

// Keyphrases of products and collections.
var (
	KeyphraseTooLong       = with2[int, int]("keyphrase_too_long", "A keyphrase has at most {most} characters; this one has {n}.", "most", "n")
	LanguageUnknown        = with1[string]("language_unknown", "“{language}” is no language. Write two letters, such as en or de.", "language")
	KeyphraseEmpty         = plainly("keyphrase_empty", "There is no keyphrase to set.")
	ConfirmTakes           = plainly("keyphrase_confirm_takes", "keyphrase confirm takes either handles or --all.")
	NoGuess                = with1[string]("no_guess", "The title of “{handle}” gives no keyphrase to confirm. Set one.", "handle")
	KeyphraseColumns       = plainly("keyphrase_columns", "The file needs the columns handle and keyphrase, or page and query of a search-console export.")
	KeyphraseFilterUnknown = with1[string]("keyphrase_filter_unknown", "There is no list of keyphrases called “{filter}”.", "filter")
	KeyphraseImportGone    = plainly("keyphrase_import_gone", "This import is not the latest, or it was taken back already.")
	ProposeNeedsModel      = plainly("propose_needs_model", "Keyphrases are proposed by a model. The template writer has none; choose a model in the settings.")
	ProposeNothing         = plainly("propose_nothing", "None of these products or collections lacks a keyphrase.")
	ProposeTooMany         = with2[int, int]("propose_too_many", "Keyphrases are proposed for at most {most} at a time; these are {n}.", "most", "n")
	ProposeTakes           = plainly("keyphrase_propose_takes", "keyphrase propose takes either handles or --all.")
	KeyphraseFile          = with1[string]("keyphrase_file", "{file} could not be read as a CSV file.", "file")
)
