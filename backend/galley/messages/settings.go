package messages

// Messages of settings and saved instructions.
var (
	EndpointAddressInvalid = plainly("endpoint_address_invalid", "That is not a web address. It begins with http:// or https:// and usually ends in /v1. The setting was left as it is.")
	LimitsUnreadable       = with1[string]("answer_limits_unreadable",
		"The answer limits cannot be read. Write them as a list, for example {example}. Nothing was saved.", "example")
	LimitInvalid = with2[int, int]("answer_limit_invalid",
		"An answer limit needs a model, a field and {least} to {most} tokens, once for each model and field. Nothing was saved.", "least", "most")
	EndpointAddressWithSecret = with1[string]("endpoint_address_with_secret",
		"The address must not hold a name, a password, a question mark or a #. Keep the key in {setting}. The setting was left as it is.", "setting")
	InstructionsEmpty       = plainly("instructions_empty", "There are no words to save.")
	InstructionsNameInvalid = with1[int]("instructions_name_invalid",
		"Instructions need a name of at most {most} characters. Nothing was saved.", "most")
	InstructionsNameTaken = with1[string]("instructions_name_taken",
		"There are instructions named {name as quoted} for this field already. Nothing was saved. Choose another name.", "name")
	KeyNotShown       = plainly("key_not_shown", "The key can be set but not shown.")
	KeyWithoutAddress = plainly("key_without_address", "A key belongs to an address. Set writer.base_url first. The key was not kept.")
	NoSuchSetting     = with1[string]("no_such_setting",
		"There is no setting {name as quoted}. galley settings list shows all.", "name")
	SettingOfAllShops = with2[string, []string]("setting_of_all_shops",
		"{name as quoted} is of all shops; one shop can have of its own: {keys as series}. Nothing was changed.", "name", "keys")
	NotAChoice = with2[string, []string]("not_a_choice",
		"{value as quoted} is not one of {choices}. The setting was left as it is.", "value", "choices")
	NotAnAmount = with1[string]("not_an_amount",
		"{value as quoted} is not an amount in dollars, such as 20 or 2.50; 0 is no cap. The setting was left as it is.", "value")
	NotInRange = with3[string, int, int]("not_in_range",
		"{value as quoted} is not a whole number from {least} to {most}. The setting was left as it is.", "value", "least", "most")
	PriceInvalid         = plainly("price_invalid", "Each price needs a model and no number below 0. The setting was left as it is.")
	PriceTableUnreadable = plainly("price_table_unreadable", "The built-in price table cannot be read.")
	PriceWithoutServer   = plainly("price_without_server", "A price for every model needs the base_url of its server. The setting was left as it is.")
	PricesUnreadable     = with1[string]("prices_unreadable",
		"The prices are a JSON list, in dollars for a million tokens, like {example}. The setting was left as it is.", "example")
	SavedInstructionsTooLong = with1[int]("saved_instructions_too_long",
		"Instructions have {most} characters at most. Nothing was saved.", "most")
	SettingUnreadable = with1[string]("setting_unreadable",
		"The setting {name} cannot be read. Set it again with galley settings set {name} VALUE.", "name")

	ProfileLengthInvalid = with1[string]("profile_length_invalid",
		"The length of the {field as label} is not from a smaller to a larger number. Nothing was saved.", "field")
	ProfileExamplesTooMany = with1[int]("profile_examples_too_many",
		"A profile has at most {most} marked texts. Nothing was saved. Take one out first.", "most")
	ProfileTextTooLong = with2[int, int]("profile_text_too_long",
		"A text of the profile has {count} characters; {most} is the most. Nothing was saved.", "count", "most")
	ProfileListTooLong = with2[int, int]("profile_list_too_long",
		"A list of the profile has {count} entries; {most} is the most. Nothing was saved.", "count", "most")
	NoSuchProfilePart = with2[string, []string]("no_such_profile_part",
		"The profile has no part {name as quoted}. Its parts are {parts}.", "name", "parts")
	NothingToMark = with1[string]("nothing_to_mark",
		"The shop has no {field as label} there that could be marked as good. Nothing was changed.", "field")
	NoSuchMark       = plainly("no_such_mark", "This text is not marked as good. Nothing was changed.")
	DraftNotMarkable = with1[string]("draft_not_markable",
		"Other texts cannot be written like this {field as label}. Nothing was changed.", "field")
	HouseInstructionsFixed = plainly("house_instructions_fixed", "These instructions come with Galley and stay as they are. Save them under another name to change them.")
)
