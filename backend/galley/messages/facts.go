package messages

// Facts of products, and answers to claims.
var (
	FactScopeTakes   = plainly("fact_scope_takes", "facts scope takes one of --vendor, --type and --collection.")
	FactScopeUnknown = with1[string]("fact_scope_unknown",
		"A fact holds for the shop, or for a vendor, a type or a collection that is named; “{kind}” is none of these, or names none. Nothing was changed.", "kind")
	NoSuchFact       = with1[string]("no_such_fact", "The product has no fact “{row}” now. Nothing was changed.", "row")
	FactNotUsed      = plainly("fact_not_used", "A shelf tag is no fact, so there is nothing to correct or strike. Nothing was changed.")
	FactUnchanged    = plainly("fact_unchanged", "This fact was not added, corrected or struck, so there is nothing to take back.")
	FactTwice        = with1[string]("fact_twice", "The product has the fact “{fact}” already. Nothing was changed.", "fact")
	FactsFull        = with1[int]("facts_full", "At most {most} facts can be noted of one product. Nothing was changed.", "most")
	FactsOfOthers    = plainly("facts_of_others", "Only products have facts of their own.")
	FactColumns      = plainly("fact_columns", "The file needs a column handle, and either the columns attribute and value or a column for each attribute.")
	FactFile         = with1[string]("fact_file", "{file} could not be read as a CSV file.", "file")
	FactLineEmpty    = plainly("fact_line_empty", "The line has no handle.")
	FactText         = plainly("fact_text", "There is no fact in this text. Write one a line, such as Height: 24 cm.")
	NoSuchScopedFact = plainly("no_such_scoped_fact", "The shop has no such fact any more. Nothing was changed.")

	PutBackTakes    = plainly("put_back_takes", "draft put-back takes the words of a lost fact, or --block with the number of a kept block.")
	AnswerTakes     = plainly("answer_takes", "draft answer takes one of --take-out, --keep and --fact.")
	NoSuchAnswer    = plainly("no_such_answer", "There is no such answer to take back.")
	AnswerUndone    = plainly("answer_undone", "This answer was taken back already. Nothing was changed.")
	AnswerUnknown   = with1[string]("answer_unknown", "“{answer}” is no answer to a claim. Answers are take_out, add_fact and keep.", "answer")
	AnswerNone      = plainly("answer_none", "No draft of the job makes this claim now. Nothing was changed.")
	AnswerOvertaken = with1[string]("answer_overtaken",
		"The draft of item {item} was changed or published meanwhile, so it was left as it is.", "item")
	AnswerClaimGone = with1[string]("answer_claim_gone", "The draft of item {item} does not make this claim any more, so it was left as it is.", "item")
)
