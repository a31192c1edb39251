package productcsv

import (
	"encoding/csv"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// WriteWhole writes products with all their columns, for tests of Read: it reads
// back the same, but for Product.Line. Values that a spreadsheet would run as a
// formula get an apostrophe. The format has room for three options a product.
func WriteWhole(w io.Writer, products []Product) error {
	out := csv.NewWriter(w)
	extras := extraNames(products)
	if err := out.Write(header(extras)); err != nil {
		return err
	}
	for i := range products {
		for _, record := range recordsOf(&products[i], extras) {
			if err := out.Write(record); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// extraNames lists the names of all extra columns in use, sorted.
func extraNames(products []Product) []string {
	names := make(map[string]bool)
	for i := range products {
		for name := range products[i].Extra {
			names[name] = true
		}
		for v := range products[i].Variants {
			for name := range products[i].Variants[v].Extra {
				names[name] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}

func header(extras []string) []string {
	names := make([]string, 0, int(columnCount)+len(extras))
	for col := range columnCount {
		names = append(names, columnNames[col][0])
	}
	for _, name := range extras {
		names = append(names, Guard(name))
	}
	return names
}

// recordsOf lays out a product: its texts on the first row, and on each row one
// variant and one picture as long as there are any.
func recordsOf(p *Product, extras []string) [][]string {
	count := max(1, len(p.Variants), len(p.Images))
	out := make([][]string, count)
	for i := range out {
		record := make([]string, int(columnCount)+len(extras))
		record[colHandle] = Guard(p.Handle)
		if i == 0 {
			putTexts(record, p)
			putExtras(record, extras, p.Extra)
		}
		if i < len(p.Variants) {
			putVariant(record, &p.Variants[i])
			putExtras(record, extras, p.Variants[i].Extra)
		}
		if i < len(p.Images) {
			putImage(record, p.Images[i])
		}
		out[i] = record
	}
	return out
}

func putTexts(record []string, p *Product) {
	record[colTitle] = Guard(p.Title)
	record[colBody] = Guard(p.BodyHTML)
	record[colVendor] = Guard(p.Vendor)
	record[colType] = Guard(p.Type)
	record[colTags] = Guard(strings.Join(p.Tags, ", "))
	if p.Published != nil {
		record[colPublished] = strconv.FormatBool(*p.Published)
	}
	record[colStatus] = Guard(p.Status)
	record[colGiftCard] = strconv.FormatBool(p.GiftCard)
	record[colSEOTitle] = Guard(p.SEOTitle)
	record[colSEODescription] = Guard(p.SEODescription)
	record[colGoogleCategory] = Guard(p.GoogleCategory)
	for i, option := range p.Options {
		record[optionColumns[i].name] = Guard(option.Name)
	}
}

func putVariant(record []string, v *Variant) {
	for i, value := range v.Options {
		record[optionColumns[i].value] = Guard(value)
	}
	record[colSKU] = guardCode(v.SKU)
	record[colBarcode] = guardCode(v.Barcode)
	record[colPrice] = Guard(v.Price)
	record[colCompareAt] = Guard(v.CompareAtPrice)
	record[colQuantity] = strconv.Itoa(v.Quantity)
	record[colGrams] = strconv.FormatFloat(v.Grams, 'f', -1, 64)
	record[colTracker] = Guard(v.Tracker)
	record[colPolicy] = Guard(v.Policy)
	record[colFulfillment] = Guard(v.Fulfillment)
	record[colRequiresShipping] = strconv.FormatBool(v.RequiresShipping)
	record[colTaxable] = strconv.FormatBool(v.Taxable)
	record[colVariantImage] = Guard(v.Image)
}

func putImage(record []string, image Image) {
	record[colImageSrc] = Guard(image.Src)
	record[colImageAlt] = Guard(image.Alt)
	if image.Position != 0 {
		record[colImagePosition] = strconv.Itoa(image.Position)
	}
}

func putExtras(record, names []string, values map[string]string) {
	for i, name := range names {
		if value, has := values[name]; has {
			record[int(columnCount)+i] = Guard(value)
		}
	}
}

// guardCode is the opposite of unguardCode, and guards the apostrophe that keeps
// the leading zeros of a code.
func guardCode(value string) string {
	if strings.HasPrefix(value, "'") && startsAfterApostrophes(value, digits) {
		return "'" + value
	}
	return Guard(value)
}
