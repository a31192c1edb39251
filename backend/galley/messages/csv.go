package messages

// Why a product file is refused.
var (
	CSVEmpty      = plainly("csv_empty", "the file is empty")
	CSVRowTooLong = with1[int]("csv_row_too_long",
		"a row is longer than {most} MB; a quotation mark may be missing", "most")
	CSVNotText         = plainly("csv_not_text", "this is not a text file")
	CSVNotProducts     = plainly("csv_not_products", "there is no Handle column, so this is not a product export of Shopify")
	CSVOnlyHandles     = plainly("csv_only_handles", "there is a Handle column and no other that belongs to a product, so this is not a product export of Shopify")
	CSVSeems           = with1[string]("csv_seems", "this seems to be {what}, not a product export", "what")
	CSVWithoutProducts = plainly("csv_without_products", "the file has a header and no products")
	CSVNoHandles       = plainly("csv_no_handles", "no row has a handle, so no product can be told from another")
	CSVAllLeftOut      = with1[Message]("csv_all_left_out", "no product could be read; the first reason is: {why}", "why")
	CSVChanged         = plainly("csv_changed", "the file changed while it was read")
	CSVNotUTF8         = with4[string, int, string, string]("csv_not_utf8",
		"the text is not UTF-8. As {label}, line {line} reads “{text}”. If that is right, add --encoding {encoding}", "label", "line", "text", "encoding")
	CSVIsXLSX = plainly("csv_is_xlsx", "this is an Excel workbook (XLSX), not a CSV file; save it as CSV UTF-8")
	CSVIsXLS  = plainly("csv_is_xls", "this is an old Excel workbook (XLS), not a CSV file; save it as CSV UTF-8")
	CSVIsODS  = plainly("csv_is_ods", "this is an OpenDocument file, not a CSV file; save it as CSV UTF-8")
	CSVIsZIP  = plainly("csv_is_zip", "this is a ZIP archive, not a CSV file; unpack it first")
	CSVIsGzip = plainly("csv_is_gzip", "this is a packed file, not a CSV file; unpack it first")
	CSVIsPDF  = plainly("csv_is_pdf", "this is a PDF, not a CSV file")

	FieldUnknown = with2[string, string]("field_unknown",
		"{file} has no column for the {field as label}: what the shop has there is unknown, and an import would replace it. Open a file with that column.", "file", "field")
	ExportWithoutTitle = plainly("export_without_title",
		"The shop's file has no Title column, and Shopify imports no file without titles. Open a file with that column. Nothing was written.")
	NoSuchEncoding = with2[string, []string]("no_such_encoding", "{encoding} is no encoding that Galley reads. Those are: {known as choice}.", "encoding", "known")
)

// What was left out of a product file, or put right.
var (
	FileNotAPrice         = plainly("file_not_a_price", "Not a plain number: the price is unknown")
	FileNotAStock         = plainly("file_not_a_stock", "Not a plain number: the stock is unknown")
	FileNotAWeight        = plainly("file_not_a_weight", "Not a plain number: the weight is unknown")
	FileNotAPlace         = plainly("file_not_a_place", "Not a number: the picture keeps the place of its row")
	FileNotAStatus        = plainly("file_not_a_status", "Not a status of Shopify: the product is taken for active unless it is not published")
	FileNotYesOrNo        = plainly("file_not_yes_or_no", "Neither yes nor no")
	FileCellSurplus       = plainly("file_cell_surplus", "There is no column for this cell")
	FileCellNotText       = plainly("file_cell_not_text", "Not UTF-8")
	FileControlTakenOut   = plainly("file_control_taken_out", "Characters that are no text were taken out")
	FileRowNoHandle       = with1[string]("file_row_no_handle", "No handle, title “{title}”: row left out", "title")
	FileRowBelowLeftOut   = plainly("file_row_below_left_out", "No handle, below a row that was left out: row left out")
	FileRowNothingAbove   = plainly("file_row_nothing_above", "No handle, and no product above: row left out")
	FileRowNoProduct      = plainly("file_row_no_product", "No handle, no title, no picture: row left out")
	FileRowOfProductAbove = plainly("file_row_of_product_above", "No handle: taken for a row of the product above")
	FileRowQuotes         = plainly("file_row_quotes", "A quotation mark is not closed, and it is not clear where the text ends: left out")
	FileRowTooWide        = plainly("file_row_too_wide", "More cells than columns, and it is not clear which belong where: row left out")
	FileProductIncomplete = plainly("file_product_incomplete", "Something of this product could not be read: product left out")
	FileHeaderAgain       = plainly("file_header_again", "The column names again: not taken for a product")
	FileQuotesPutRight    = plainly("file_quotes_put_right", "A quotation mark was not closed or not doubled: put right")
	FileCellsJoined       = plainly("file_cells_joined", "More cells than columns: put together again")
	FileHandleCase        = with1[string]("file_handle_case", "The same handle as {handle}: one product", "handle")
)
