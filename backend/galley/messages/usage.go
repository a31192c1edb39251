package messages

// What is wrong with a command line.
var (
	LimitBelowZero = plainly("usage_limit_below_zero", "--limit cannot be below 0.")
	NoSuchFlag     = with1[string]("usage_no_such_flag",
		"There is no flag {flag}.", "flag")
	FlagNeedsValue = with1[string]("usage_flag_needs_value",
		"{flag} needs a value.", "flag")
	NoValueForFlag = with2[string, string]("usage_no_value_for_flag",
		"{value as quoted} is no value for {flag}.", "value", "flag")
	FlagsUnreadable = with1[string]("usage_flags_unreadable",
		"The flags cannot be read: {reason}.", "reason")
	ArgumentMissing = with1[[]string]("usage_argument_missing",
		"{names as joined} is missing.", "names")
	ArgumentTooMany = with1[string]("usage_argument_too_many",
		"{argument as quoted} is one argument too many.", "argument")
	NoSuchCommandHere = with2[string, []string]("usage_no_such_command_here",
		"There is no command {name as quoted} here. There are {commands}.", "name", "commands")
	CommandMissing = with1[[]string]("usage_command_missing",
		"What to do is missing: one of {commands}.", "commands")
	NoSuchCommand = with1[string]("usage_no_such_command",
		"There is no command {name as quoted}.", "name")
	NoTerminalForSecret = with1[string]("usage_no_terminal_for_secret",
		"There is no terminal to ask for the {secret} at. Pass it on standard input with --{secret}-stdin.", "secret")
	OutputNeedsFormat      = plainly("usage_output_needs_format", "--output needs --format csv or jsonl.")
	FormatWritesNoDocument = plainly("usage_format_writes_no_document", "--format writes no JSON document; give --output a file, or leave --json out.")
	KeepOrRegenerate       = plainly("usage_keep_or_regenerate", "Use one of --keep, --reopen and --regenerate; --estimate goes with --regenerate.")
	JobNeedsOnly           = plainly("usage_job_needs_only", "--job goes with --only or --search; --only all is the whole job.")
	OnlyNeedsJob           = plainly("usage_only_needs_job", "--only and --search go with --job.")
	EntryOrItem            = plainly("usage_entry_or_item", "--entry and --item do not go together.")
	PasteFileMissing       = plainly("usage_paste_file_missing", "--file is missing: the column as a spreadsheet copies it, or - for standard input.")
	NamedNeedsOf           = plainly("usage_named_needs_of", "--named finds values of one kind: --of is missing.")
	ContentFileMissing     = plainly("usage_content_file_missing", "--content-file is missing.")
	FieldMissing           = with1[string]("usage_field_missing", "--field is missing: {fields}.", "fields")
	SelectionMissing       = plainly("usage_selection_missing", "Say for which products or collections, in one way: --all, --search TEXT, filters such as --vendor, or --handle HANDLE once or more.")
	FilterOfNamed          = plainly("usage_filter_of_named", "Filters narrow --all or --search. With --handle, the products are named already.")
	NothingKeptOfShop      = with1[string]("usage_nothing_kept_of_shop",
		"{key} is nothing that is kept of a shop. Use plan, facts, or profile. and a part of the profile.", "key")
	FlagsExclude = with1[[]string]("usage_flags_exclude",
		"{flags as series} cannot be given together.", "flags")
	NoSuchInstructions = with2[string, string]("usage_no_such_instructions",
		"No instructions for the {field} are saved as {name}. galley instructions list shows them.", "name", "field")
	PictureUnknown = with2[string, string]("usage_picture_unknown",
		"{product} has no picture {name}. Give its ID, address or file name; galley product show lists them.", "name", "product")
	FieldOfOther = with2[string, string]("usage_field_of_other",
		"The {field as label} is not a text of a {place}.", "field", "place")
	EstimateWaitsForNothing = plainly("usage_estimate_waits_for_nothing", "--estimate makes no job, so there is nothing to --wait for.")
	FromGoesWithRestore     = plainly("usage_from_goes_with_restore", "--from goes with --restore.")
	EditorGoesWithShop      = plainly("usage_editor_goes_with_shop", "--editor goes with --shop, and --field with --editor.")
	ClientIDGoesWithSignIn  = plainly("usage_client_id_goes_with_sign_in", "A client ID goes with --sign-in client-credentials or authorization-code.")
	TokenGoesWithSignIn     = plainly("usage_token_goes_with_sign_in", "A token goes with --sign-in token.")
	ClientIDMissing         = plainly("usage_client_id_missing", "--client-id is missing.")
	CheckTakes              = plainly("usage_check_takes", "A check takes a product's handle, --field and --content-file, or --batch.")
	BatchNamesProducts      = plainly("usage_batch_names_products", "With --batch each line names its product; leave the handle out.")
)
