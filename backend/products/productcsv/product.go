// Package productcsv reads and writes Shopify product exports: CSV files with
// several rows a product, one for each variant and each image.
//
// Columns are found by name, never by place, because exports differ: older and
// newer names, metafields, prices for each market, columns added by apps.
package productcsv

import "strconv"

// Product is one product of an export, gathered from all rows of its handle.
type Product struct {
	// Line is the line of the file on which the product's first row starts, from 1.
	Line int

	Handle   string
	Title    string
	BodyHTML string
	Vendor   string
	Type     string
	// Tags in the order of the file, trimmed, without empty ones.
	Tags []string
	// Published says whether the product is on the online store; nil where the
	// file does not tell.
	Published *bool
	// Status is "active", "draft", "archived", "unlisted" in lower case, or empty
	// where the file has no such column or value.
	Status         string
	SEOTitle       string
	SEODescription string
	GiftCard       bool
	// GoogleCategory is the Google product category, as a path or a number.
	GoogleCategory string

	Options  []Option
	Variants []Variant
	Images   []Image

	// Extra holds the values of columns this package has no field for, by the
	// column's name in the file. Empty values are left out. Nil when there are none.
	Extra map[string]string
}

// Option is a product option, such as Size, with its values in the order in
// which variants use them.
type Option struct {
	Name   string
	Values []string
}

// Variant is one variant row.
type Variant struct {
	// Options holds the values of the product's options, in the order of
	// Product.Options.
	Options []string
	SKU     string
	Barcode string
	// Price and CompareAtPrice are decimals with a point, without a currency,
	// as the file has them; empty where it has none.
	Price          string
	CompareAtPrice string
	Quantity       int
	// Grams is the weight; exports of shops that use pounds have fractions here.
	Grams            float64
	Tracker          string
	Policy           string
	Fulfillment      string
	RequiresShipping bool
	Taxable          bool
	// Image is the address of the variant's own picture, usually one of
	// Product.Images, or empty.
	Image string
	// Extra is as Product.Extra, for columns that belong to a variant.
	Extra map[string]string
}

// Image is one picture of a product.
type Image struct {
	Src string
	// Position is 1 for the first picture; 0 where the file does not tell.
	Position int
	// Place is the position's cell where it is anything but that number.
	Place string
	Alt   string
}

// PlaceCell is the cell of the position as the file has it.
func (i Image) PlaceCell() string {
	if i.Place != "" || i.Position == 0 {
		return i.Place
	}
	return strconv.Itoa(i.Position)
}
