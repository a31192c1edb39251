package messages

// What is wrong with a product export.
var (
	CSVEmpty            = plainly("csv_empty", "the file is empty")
	CSVRowWithoutHandle = plainly("csv_row_without_handle", "the row has no handle")
	CSVRowTooLong       = with1[int]("csv_row_too_long",
		"a row is longer than {most} MB; a quotation mark may be missing", "most")
	CSVNotText    = plainly("csv_not_text", "there is a NUL character; this is not a text file")
	CSVRowTooWide = with2[int, int]("csv_row_too_wide",
		"the row has a value in column {column} and the header has {columns} columns", "column", "columns")
	CSVQuoteInValue    = plainly("csv_quote_in_value", "there is a quotation mark inside a value that is not quoted")
	CSVQuoteUnbalanced = plainly("csv_quote_unbalanced", "a quotation mark is not balanced in the row that starts here")
	CSVInvalid         = plainly("csv_invalid", "the row is not valid CSV")
	CSVSemicolons      = plainly("csv_semicolons", "the columns are separated by semicolons; save the file with commas")
	CSVTabs            = plainly("csv_tabs", "the columns are separated by tabs; save the file with commas")
	CSVNotProducts     = plainly("csv_not_products", "there is no Handle column, so this is not a Shopify product export")
	CSVWithoutProducts = plainly("csv_without_products", "the file has a header and no products")
	CSVChanged         = plainly("csv_changed", "the file changed while it was read")
	CSVNotANumber      = with2[string, string]("csv_not_anumber",
		"{column} is {value}, which is not a number", "column", "value")

	CSVNotUTF8 = plainly("csv_not_utf8", "the text is not UTF-8; save the file as CSV UTF-8")
	CSVIsXLSX  = plainly("csv_is_xlsx", "this is an Excel workbook (XLSX) or a ZIP archive, not a CSV file; save it as CSV UTF-8")
	CSVIsXLS   = plainly("csv_is_xls", "this is an old Excel workbook (XLS), not a CSV file; save it as CSV UTF-8")
	CSVIsUTF16 = plainly("csv_is_utf16", "the file is UTF-16, not UTF-8; save it as CSV UTF-8")
	CSVIsGzip  = plainly("csv_is_gzip", "this is a gzip archive, not a CSV file; unpack it first")
	CSVIsPDF   = plainly("csv_is_pdf", "this is a PDF, not a CSV file")
)
