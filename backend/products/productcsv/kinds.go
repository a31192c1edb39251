package productcsv

import (
	"bytes"
	"encoding/json"
	"strings"

	"galley/backend/galley/messages"
)

// fileStarts are the first bytes of what people rename to .csv.
var fileStarts = []struct {
	start  string
	reason messages.Message
}{
	{"\xd0\xcf\x11\xe0", messages.CSVIsXLS},
	{"\x1f\x8b", messages.CSVIsGzip},
	{"BZh", messages.CSVIsGzip},
	{"7z\xbc\xaf", messages.CSVIsGzip},
	{"\xfd7zXZ", messages.CSVIsGzip},
	{"Rar!", messages.CSVIsGzip},
	{"%PDF", messages.CSVIsPDF},
	{"\x89PNG", messages.CSVSeems("a picture")},
	{"\xff\xd8\xff", messages.CSVSeems("a picture")},
	{"GIF8", messages.CSVSeems("a picture")},
	{"RIFF", messages.CSVSeems("a picture or a recording")},
	{"SQLite format 3", messages.CSVSeems("a database")},
	{`{\rtf`, messages.CSVSeems("a text document (RTF)")},
}

// archives tell apart what is packed as ZIP, by a name that is near its
// beginning.
var archives = []struct {
	name   string
	reason messages.Message
}{
	{"[Content_Types].xml", messages.CSVIsXLSX},
	{"xl/", messages.CSVIsXLSX},
	{"_rels/", messages.CSVIsXLSX},
	{"opendocument.spreadsheet", messages.CSVIsODS},
	{"Index/", messages.CSVSeems("a document of Numbers")},
}

// refuseOthers refuses files that are no text.
func refuseOthers(start []byte) error {
	for _, kind := range fileStarts {
		if bytes.HasPrefix(start, []byte(kind.start)) {
			return fileError(kind.reason)
		}
	}
	if !bytes.HasPrefix(start, []byte("PK\x03\x04")) {
		return nil
	}
	for _, kind := range archives {
		if bytes.Contains(start[:min(len(start), 4<<10)], []byte(kind.name)) {
			return fileError(kind.reason)
		}
	}
	return fileError(messages.CSVIsZIP)
}

// otherExports are lists that people take for products, by column names that
// they have all of, as plainName has them.
var otherExports = []struct {
	what    string
	columns []string
}{
	{"an export of orders", []string{"financialstatus", "lineitemname"}},
	{"an export of orders", []string{"lineitemquantity"}},
	{"an export of draft orders", []string{"draftordername"}},
	{"an export of customers", []string{"firstname", "lastname", "email"}},
	{"an export of customers", []string{"customerid", "email"}},
	{"an export of inventory", []string{"hscode", "coo"}},
	{"an export of inventory", []string{"location", "onhand"}},
	{"an export of gift cards", []string{"giftcardcode"}},
	{"an export of gift cards", []string{"initialbalance"}},
	{"an export of discounts", []string{"discounttype"}},
	{"an export of discounts", []string{"timesusedintotal"}},
	{"an export of payouts", []string{"payoutdate"}},
	{"an export of redirects", []string{"redirectfrom", "redirectto"}},
	{"an export of collections", []string{"mustmatch", "ruleproductcolumn"}},
	{"an export of collections", []string{"sortorder", "producthandle", "bodyhtml"}},
	{"an export of blog posts", []string{"bloghandle"}},
	{"an export of pages", []string{"author", "templatesuffix", "bodyhtml"}},
	{"a list of keyphrases", []string{"keyphrase"}},
	{"a report of search queries", []string{"clicks", "impressions"}},
	{"a feed for Google", []string{"imagelink", "link", "availability"}},
	{"an export of WooCommerce", []string{"regularprice", "isfeatured"}},
	{"an export of Magento", []string{"attributesetcode", "sku"}},
	{"an export of PrestaShop", []string{"friendlyurl", "productid"}},
	{"an export of Etsy", []string{"currencycode", "materials"}},
}

// refuseOtherExports refuses a list with handles that is no product list, or that
// has nothing else.
func refuseOtherExports(l *layout) error {
	names := make(map[string]bool, len(l.columns))
	for _, found := range l.columns {
		names[plainName(found.name)] = true
	}
	texts := l.has(colBody) || l.has(colSEOTitle) || l.has(colSEODescription) || l.has(colVendor) || l.has(colImageSrc)
	what, isOther := otherExport(names)
	switch {
	case isOther && (!texts || strings.HasSuffix(what, "collections") || strings.HasSuffix(what, "blog posts") || strings.HasSuffix(what, "pages")):
		return fileError(messages.CSVSeems(what))
	case l.known() < 2:
		return fileError(messages.CSVOnlyHandles)
	}
	return nil
}

func otherExport(names map[string]bool) (string, bool) {
	for _, export := range otherExports {
		all := true
		for _, name := range export.columns {
			all = all && names[name]
		}
		if all {
			return export.what, true
		}
	}
	return "", false
}

// refuseMarkup refuses texts that are for programs.
func refuseMarkup(sample string) error {
	text := strings.TrimLeft(sample, byteOrderMark+"\r\n\t ")
	low := strings.ToLower(text[:min(len(text), 1<<10)])
	switch {
	case strings.HasPrefix(text, "{"), strings.HasPrefix(text, "[") && looksLikeJSON(text):
		return fileError(messages.CSVSeems("JSON"))
	case strings.HasPrefix(low, "<!doctype html"), strings.HasPrefix(low, "<html"), strings.HasPrefix(low, "<head"), strings.HasPrefix(low, "<body"):
		return fileError(messages.CSVSeems("a web page"))
	case strings.HasPrefix(low, "<?xml"), strings.HasPrefix(low, "<"):
		return fileError(messages.CSVSeems("XML"))
	}
	return nil
}

// whatItSeems names a text in which no row names a handle.
func whatItSeems(sample string) error {
	for _, separator := range separators {
		names := map[string]bool{}
		for line := range strings.SplitSeq(strings.ReplaceAll(sample[:min(len(sample), 16<<10)], "\r", "\n"), "\n") {
			row := strictCells(separator)
			row.line(line)
			for _, cell := range row.list {
				names[plainName(visible(cell))] = true
			}
		}
		if what, is := otherExport(names); is {
			return fileError(messages.CSVSeems(what))
		}
	}
	return lineError(1, messages.CSVNotProducts)
}

func looksLikeJSON(text string) bool {
	in := json.NewDecoder(strings.NewReader(text))
	_, err := in.Token()
	if err == nil {
		_, err = in.Token()
	}
	return err == nil
}

// isCopy are parts of names of columns that hold texts for customers.
var isCopy = []string{"description", "beschreibung", "descripción", "descrizione", "beschrijving", "summary", "shorttext", "kurztext", "longtext", "langtext", "features", "bulletpoint", "headline", "subtitle", "teaser", "intro", "details", "keyfeature"}

// readsLikeCopy is true of a column that is not known, by its name, or by cells
// that are sentences rather than values.
func readsLikeCopy(name string, filled, sentences int) bool {
	if metafieldColumn.MatchString(name) {
		return false
	}
	plain := plainName(name)
	for _, part := range isCopy {
		if strings.Contains(plain, part) {
			return filled > 0
		}
	}
	return filled > 0 && sentences*2 > filled
}

// isSentence is true of a cell of several words, such as a text for customers.
func isSentence(cell string) bool {
	const wordsOfASentence = 8
	return len(strings.Fields(cell)) >= wordsOfASentence && !strings.Contains(cell, "://")
}
