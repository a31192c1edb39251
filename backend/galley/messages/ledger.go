package messages

// Messages of the ledger.
var (
	LedgerNotExported = plainly("ledger_not_exported", "The file could not be written. The ledger is as it was.")
	NoSuchEntry       = with1[int]("no_such_entry",
		"There is no entry {number} in the ledger.", "number")
	NoSuchFormat = with1[string]("no_such_format",
		"There is no format {name as quoted}. Use csv or jsonl.", "name")
	NoSuchShopInLedger = with1[string]("no_such_shop_in_ledger",
		"There is no shop {name as quoted}, and the ledger knows none.", "name")
)
