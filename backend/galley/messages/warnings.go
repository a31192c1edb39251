package messages

// What the checks warn of.
var (
	NoSource = with2[string, Message]("no_source",
		"No source for “{words}”: {missing} in the title, options, tags, type, metafields, the shop’s text or its facts.", "words", "missing")
	NoSourceFigure        = plainly("no_source_figure", "no such figure")
	NoSourcePrice         = plainly("no_source_price", "no such price")
	NoSourceMaterial      = plainly("no_source_material", "no such material")
	NoSourceColour        = plainly("no_source_colour", "no such colour")
	NoSourceCertification = plainly("no_source_certification", "no such certificate or award")
	NoSourceOrigin        = plainly("no_source_origin", "no such origin")
	NoSourceWarranty      = plainly("no_source_warranty", "no such warranty or service")
	NoSourcePromise       = plainly("no_source_promise", "no such promise")
	NoSourceSuperlative   = plainly("no_source_superlative", "nothing that makes it so")
	NoSourceCount         = plainly("no_source_count", "no such number of them")
	NoSourceSize          = plainly("no_source_size", "no such size")
	NoSourceCare          = plainly("no_source_care", "no such care instruction")
	NoSourceFeature       = plainly("no_source_feature", "no such part or function")
	NoSourceIngredient    = plainly("no_source_ingredient", "no such ingredient")
	NoSourceCompatibility = plainly("no_source_compatibility", "nothing that says what it fits")
	NoSourceName          = plainly("no_source_name", "no such name")
	LostFact              = with1[string]("lost_fact", "The text on the shop says “{words}”; the draft does not.", "words")
	LostWarning           = with1[string]("lost_warning", "The text on the shop warns or names an ingredient: “{words}”. The draft does not.", "words")
	ContradictsData       = with2[string, string]("contradicts_data", "“{words}” contradicts the data: “{source}”.", "words", "source")
	ConvertedFrom         = with1[string]("converted_from", "converted from {source}", "source")
	ClaimsNotChecked      = plainly("claims_not_checked", "Claims in this language cannot be checked. A person has to read the text.")
	LanguageChanged       = plainly("language_changed", "The text is in another language than the one on the shop.")

	CounterExceeded = with2[int, int]("counter_exceeded",
		"{characters} characters; Shopify’s counter ends at {limit}.", "characters", "limit")
	LimitExceeded = with2[int, int]("limit_exceeded", "{characters} characters; Shopify takes at most {limit}.", "characters", "limit")
	SizeExceeded  = with2[int, int]("size_exceeded", "{kilobytes} KB; Shopify takes at most {limit} KB.", "kilobytes", "limit")
	EmptyRequired = with2[string, string]("empty_required",
		"There is no text. Shopify takes no {place} without a {field as label}.", "place", "field")
	EmptyOnShop = with1[string]("empty_on_shop", "There is no text. The {field as label} on the shop would be emptied.", "field")

	SameText = with1[string]("same_text", "The same text as that of {title}.", "title")

	LostImages      = with1[int]("lost_images", "{n} {n: image|images}"+wouldBeLost, "n")
	LostLinks       = with1[int]("lost_links", "{n} {n: link|links}"+lostOrChanged, "n")
	LostFrames      = with1[int]("lost_frames", "{n} {n: embedded video or frame|embedded videos or frames}"+wouldBeLost, "n")
	LostTables      = with1[int]("lost_tables", "{n} {n: table|tables}"+wouldBeLost, "n")
	LostSizeChart   = plainly("lost_size_chart", "1 size chart"+wouldBeLost)
	ChangedTables   = with1[int]("changed_tables", "{n} {n: row|rows} of tables"+lostOrChanged, "n")
	LostForms       = with1[int]("lost_forms", "{n} {n: form or form field|forms or form fields}"+lostOrChanged, "n")
	LostSections    = with1[int]("lost_sections", "{n} {n: folded section|folded sections}"+lostOrChanged, "n")
	LostTabs        = with1[int]("lost_tabs", "{n} {n: tab mark|tab marks}"+lostOrChanged, "n")
	LostWidgets     = with1[int]("lost_widgets", "{n} {n: widget of an app|widgets of apps}"+lostOrChanged, "n")
	LostAttributes  = with1[int]("lost_attributes", "{n} {n: attribute|attributes} that apps read"+lostOrChanged, "n")
	LostAnchors     = with1[int]("lost_anchors", "{n} {n: anchor|anchors}"+wouldBeLost, "n")
	LostShortcodes  = with1[int]("lost_shortcodes", "{n} {n: shortcode|shortcodes}"+lostOrChanged, "n")
	LostScripts     = with1[int]("lost_scripts", "{n} {n: script|scripts}"+lostOrChanged, "n")
	LostStyleBlocks = with1[int]("lost_style_blocks", "{n} {n: style block|style blocks}"+lostOrChanged, "n")
	LostFigures     = with1[int]("lost_figures", "{n} {n: picture with its caption or sizes|pictures with their captions or sizes}"+lostOrChanged, "n")
	LostDrawings    = with1[int]("lost_drawings", "{n} {n: drawing|drawings}"+lostOrChanged, "n")
	LostQuotations  = with1[int]("lost_quotations", "{n} {n: quotation|quotations}"+lostOrChanged, "n")
	LostCode        = with1[int]("lost_code", "{n} {n: piece of code|pieces of code}"+lostOrChanged, "n")
	LostLines       = with1[int]("lost_lines", "{n} {n: dividing line|dividing lines}"+wouldBeLost, "n")
	LostFormatting  = with1[int]("lost_formatting", "The colour, alignment or layout of {n} {n: part|parts}"+wouldBeLost, "n")
	NewLinks        = with1[int]("new_links", "{n} {n: link|links}"+notOnShop, "n")
	NewImages       = with1[int]("new_images", "{n} {n: image|images}"+notOnShop, "n")
	NewFrames       = with1[int]("new_frames", "{n} {n: embedded video or frame|embedded videos or frames}"+notOnShop, "n")
	NewScripts      = with1[int]("new_scripts", "{n} {n: script|scripts}"+notOnShop, "n")
	NewShortcodes   = with1[int]("new_shortcodes", "{n} {n: shortcode or piece of template code|shortcodes or pieces of template code}"+notOnShop, "n")

	ForbiddenWord = with1[string]("forbidden_word", "The shop’s profile avoids “{words}”.", "words")
	FixedTerm     = with2[string, string]("fixed_term", "The shop’s profile has “{term}” for “{words}”.", "term", "words")
	OffLength     = with3[int, string, string]("off_length", "{count} {unit}; the shop’s profile asks for {range}.", "count", "unit", "range")

	AltTooLong     = with2[int, int]("alt_too_long", "{characters} characters; {advised} are advised.", "characters", "advised")
	AltSpaces      = plainly("alt_spaces", "There are spaces at the beginning or the end.")
	PromptCut      = plainly("prompt_cut", "The model read only a part of the product's text: its context is smaller. Load it with a larger context.")
	PictureNotSeen = plainly("picture_not_seen", "Written without seeing the picture.")
	RuleBroken     = with1[Message]("rule_broken", "{rule}.", "rule")

	ReadingEase = with2[int, Message]("reading_ease", "Reading ease {ease} of 100: {grade}.", "ease", "grade")
	EasyToRead  = plainly("easy_to_read", "easy to read")
	PlainProse  = plainly("plain_prose", "plain English")
	FairlyHard  = plainly("fairly_hard_to_read", "fairly hard to read")
	HardToRead  = plainly("hard_to_read", "hard to read")
	VeryHard    = plainly("very_hard_to_read", "very hard to read")
)

const (
	wouldBeLost   = " of the text on the shop would be lost."
	lostOrChanged = " of the text on the shop would be lost or changed."
	notOnShop     = " not in the text on the shop."
)
