package productcsv

import (
	"strings"

	"galley/backend/galley"
)

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

// extraColumn is a column of the file that is not in columnNames.
type extraColumn struct {
	index     int
	name      string
	ofVariant bool
}

// layout says where a file has which column.
type layout struct {
	// index is the place of each known column, or -1.
	index   [columnCount]int
	extra   []extraColumn
	columns []columnFound // all of them, in the order of the file
	width   int
}

// columnFound is one column of the file and how its name was understood.
type columnFound struct {
	name string
	kind galley.ColumnKind
	is   column // noColumn where the name is not known
	rank nameRank
}

// nameRank says which of two columns with one meaning counts.
type nameRank int

const (
	exportName   nameRank = iota // of Shopify's exports
	templateName                 // of its newer import template
	otherName                    // of another program
)

// noColumn is the meaning of names that are not known.
const noColumn column = -1

// means is Shopify's name of what the column was understood as, "" for unknown
// ones.
func (c columnFound) means() string {
	if c.is == noColumn {
		return ""
	}
	return columnNames[c.is][0]
}

// newLayout reads a header row. Names match regardless of case, white space and
// signs. Where two columns have one meaning, the one with the better name counts,
// and else the first.
func newLayout(header []string) layout {
	l := layout{width: len(header), columns: make([]columnFound, len(header))}
	for i := range l.index {
		l.index[i] = -1
	}
	seen := make(map[string]bool, len(header))
	for i, cell := range header {
		found := understand(cell)
		name := strings.ToLower(found.name)
		if found.name != "" && seen[name] && found.kind == galley.ColumnKept {
			found.kind = galley.ColumnTwice
		}
		seen[name] = true
		l.columns[i] = found
	}
	for _, rank := range []nameRank{exportName, templateName, otherName} {
		l.place(rank)
	}
	for i, found := range l.columns {
		if found.kind == galley.ColumnKept {
			l.extra = append(l.extra, extraColumn{index: i, name: found.name, ofVariant: isVariantExtra(strings.ToLower(found.name))})
		}
	}
	return l
}

// place notes the first column of each meaning, among those of a rank.
func (l *layout) place(rank nameRank) {
	for i, found := range l.columns {
		switch {
		case found.is == noColumn || found.rank != rank:
		case l.index[found.is] < 0:
			l.index[found.is] = i
		default:
			l.columns[i].kind = galley.ColumnTwice
		}
	}
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

// known is the number of columns with a meaning.
func (l *layout) known() (n int) {
	for _, at := range l.index {
		if at >= 0 {
			n++
		}
	}
	return n
}

// name is what the file calls a column, or Shopify where the file has none.
func (l *layout) name(col column) string {
	if l.has(col) {
		return l.columns[l.index[col]].name
	}
	return columnNames[col][0]
}
