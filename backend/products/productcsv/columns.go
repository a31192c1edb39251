package productcsv

import "strings"

// column is a column this package has a field for.
type column int

const (
	colHandle column = iota
	colTitle
	colBody
	colVendor
	colType
	colTags
	colPublished
	colOption1Name
	colOption1Value
	colOption2Name
	colOption2Value
	colOption3Name
	colOption3Value
	colSKU
	colGrams
	colTracker
	colQuantity
	colPolicy
	colFulfillment
	colPrice
	colCompareAt
	colRequiresShipping
	colTaxable
	colBarcode
	colImageSrc
	colImagePosition
	colImageAlt
	colGiftCard
	colSEOTitle
	colSEODescription
	colGoogleCategory
	colVariantImage
	colStatus
	columnCount
)

// columnNames gives each column's name in Shopify's exports, followed by the
// names that Shopify's newer import template has for it.
var columnNames = [columnCount][]string{
	colHandle:           {"Handle", "URL handle"},
	colTitle:            {"Title"},
	colBody:             {"Body (HTML)", "Description"},
	colVendor:           {"Vendor"},
	colType:             {"Type"},
	colTags:             {"Tags"},
	colPublished:        {"Published", "Published on online store"},
	colOption1Name:      {"Option1 Name"},
	colOption1Value:     {"Option1 Value"},
	colOption2Name:      {"Option2 Name"},
	colOption2Value:     {"Option2 Value"},
	colOption3Name:      {"Option3 Name"},
	colOption3Value:     {"Option3 Value"},
	colSKU:              {"Variant SKU", "SKU"},
	colGrams:            {"Variant Grams", "Weight value (grams)"},
	colTracker:          {"Variant Inventory Tracker", "Inventory tracker"},
	colQuantity:         {"Variant Inventory Qty", "Inventory quantity"},
	colPolicy:           {"Variant Inventory Policy", "Continue selling when out of stock"},
	colFulfillment:      {"Variant Fulfillment Service", "Fulfillment service"},
	colPrice:            {"Variant Price", "Price"},
	colCompareAt:        {"Variant Compare At Price", "Compare-at price"},
	colRequiresShipping: {"Variant Requires Shipping", "Requires shipping"},
	colTaxable:          {"Variant Taxable", "Charge tax"},
	colBarcode:          {"Variant Barcode", "Barcode"},
	colImageSrc:         {"Image Src", "Product image URL"},
	colImagePosition:    {"Image Position"},
	colImageAlt:         {"Image Alt Text"},
	colGiftCard:         {"Gift Card"},
	colSEOTitle:         {"SEO Title"},
	colSEODescription:   {"SEO Description"},
	colGoogleCategory:   {"Google Shopping / Google Product Category"},
	colVariantImage:     {"Variant Image", "Variant image URL"},
	colStatus:           {"Status"},
}

// optionColumns pairs the name and value columns of the three options.
var optionColumns = [...]struct{ name, value column }{
	{colOption1Name, colOption1Value},
	{colOption2Name, colOption2Value},
	{colOption3Name, colOption3Value},
}

// variantColumns are those whose value makes a row a variant's, as a stock
// number or a barcode does: a row without any only adds a picture, or texts.
var variantColumns = []column{colOption1Value, colOption2Value, colOption3Value, colPrice}

// variantExtras begin the names of unknown columns that differ by variant.
var variantExtras = []string{
	"variant ", "cost per item", "price / ", "compare at price / ", "compare-at price / ",
	"included / ", "unit price", "tax code", "weight unit",
}

var columnByName = func() map[string]column {
	byName := make(map[string]column, 2*columnCount)
	for col, names := range columnNames {
		for _, name := range names {
			byName[strings.ToLower(name)] = column(col)
		}
	}
	return byName
}()

// extraColumn is a column of the file that is not in columnNames.
type extraColumn struct {
	index     int
	name      string
	ofVariant bool
}

// layout says where a file has which column.
type layout struct {
	// index is the place of each known column, or -1.
	index [columnCount]int
	extra []extraColumn
	width int
}

// newLayout reads a header row. Names match regardless of case and surrounding
// space. Where two columns have one meaning, the first counts.
func newLayout(header []string) layout {
	l := layout{width: len(header)}
	for i := range l.index {
		l.index[i] = -1
	}
	seen := make(map[string]bool, len(header))
	for i, name := range header {
		name = strings.TrimSpace(unguard(strings.TrimSpace(name)))
		key := strings.ToLower(name)
		if key == "" || seen[key] {
			continue
		}
		seen[key] = true
		if col, known := columnByName[key]; known {
			if l.index[col] < 0 {
				l.index[col] = i
			}
			continue
		}
		l.extra = append(l.extra, extraColumn{index: i, name: name, ofVariant: isVariantExtra(key)})
	}
	return l
}

func isVariantExtra(key string) bool {
	if strings.Contains(key, "(variant.metafields.") {
		return true
	}
	for _, prefix := range variantExtras {
		if strings.HasPrefix(key, prefix) {
			return true
		}
	}
	return false
}

func (l *layout) has(col column) bool { return l.index[col] >= 0 }
