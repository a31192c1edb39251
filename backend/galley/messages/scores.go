package messages

// The rules of a score, in words.
var (
	AtLeastWords              = with1[int]("rule_at_least_words", "At least {words} words", "words")
	LongestParagraph          = with1[int]("rule_longest_paragraph", "Longest paragraph, {words} words", "words")
	SubheadingEvery           = with1[int]("rule_subheading_every", "A subheading every {words} words", "words")
	NoMainHeading             = plainly("rule_no_main_heading", "No H1 in the text")
	LongSentences             = with1[int]("rule_long_sentences", "Sentences over {words} words", "words")
	LongSentencesInCharacters = with1[int]("rule_long_sentences_in_characters", "Sentences over {characters} characters", "characters")
	PassiveVoice              = plainly("rule_passive_voice", "Passive voice, 10 % at most")
	TransitionWords           = plainly("rule_transition_words", "Transition words, 30 %")
	PhraseInParagraph         = with1[string]("rule_phrase_in_paragraph", "“{keyphrase}” in first paragraph", "keyphrase")
	PhraseLength              = with3[string, int, int]("rule_phrase_length", "“{keyphrase}”: {least}–{most} words that say something", "keyphrase", "least", "most")
	PhraseDensity             = with1[string]("rule_phrase_density", "“{keyphrase}” density, 0.5–3 %", "keyphrase")

	MetaLength     = with2[int, int]("rule_meta_length", "Meta description, {least}–{most} characters", "least", "most")
	PhraseInMeta   = with1[string]("rule_phrase_in_meta", "“{keyphrase}” once or twice in the meta description", "keyphrase")
	TitleLength    = with1[int]("rule_title_length", "Title, 1–{most} characters", "most")
	TitleWidth     = with1[int]("rule_title_width", "SEO title, at most {most} px wide", "most")
	PhraseInTitle  = with1[string]("rule_phrase_in_title", "“{keyphrase}” at the start of the SEO title", "keyphrase")
	PhraseInHandle = with1[string]("rule_phrase_in_handle", "“{keyphrase}” in the page address", "keyphrase")

	AltLength        = with1[int]("rule_alt_length", "At most {characters} characters", "characters")
	AltNotBlank      = plainly("rule_alt_not_blank", "Text, or nothing at all for a decorative picture")
	AltOpening       = plainly("rule_alt_opening", "No “image of” or “picture of”")
	AltNoFileName    = plainly("rule_alt_no_file_name", "No file name")
	AltNoEmoji       = plainly("rule_alt_no_emoji", "No emoji")
	AltNoPrice       = plainly("rule_alt_no_price", "No price")
	AltMoreThanTitle = plainly("rule_alt_more_than_title", "More than the product’s title alone")
	AltUnique        = plainly("rule_alt_unique", "Different for each picture of the product")
	AltEnd           = plainly("rule_alt_end", "Ends with punctuation")
)

// What a rule of a score found.
var (
	Measured        = with1[int]("measured", "{n}", "n")
	MeasuredShare   = with1[float64]("measured_share", "{share as percent}", "share")
	MeasuredDensity = with1[float64]("measured_density", "{share as tenths}", "share")
	// MeasuredFineShare is of a share so near to a bound that tenths would be on it.
	MeasuredFineShare = with1[float64]("measured_fine_share", "{share as hundredths}", "share")
	MeasuredPixels    = with1[int]("measured_pixels", "{width} px", "width")
	MeasuredTimes     = with1[int]("measured_times", "{n} {n: time|times}", "n")
	MeasuredAlike     = with1[int]("measured_alike", "{n} alike", "n")
	MeasuredPart      = with2[int, int]("measured_part", "{present} of {all} words", "present", "all")
	MeasuredText      = with1[string]("measured_text", "{found}", "found")

	MeasuredYes    = plainly("measured_yes", "yes")
	MeasuredNo     = plainly("measured_no", "no")
	MeasuredSpread = plainly("measured_over_sentences", "over several sentences")
	MeasuredFirst  = plainly("measured_at_start", "at the start")
	MeasuredLater  = plainly("measured_later", "later")
	MeasuredOther  = plainly("measured_in_other_words", "in other words")
	MeasuredSpaces = plainly("measured_spaces_only", "spaces only")
	MeasuredTitle  = plainly("measured_title", "the title")
	MeasuredOpen   = plainly("measured_open", "open")
)
