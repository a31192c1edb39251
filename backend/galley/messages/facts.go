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
	NoSuchScopedFact = plainly("no_such_scoped_fact", "The shop has no such fact any more. Nothing was changed.")
)
