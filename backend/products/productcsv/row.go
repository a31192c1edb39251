package productcsv

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// row is one record of the file with the layout to read it by.
type row struct {
	record
	layout       *layout
	decimalComma bool
	report       *report // nil while the file is only checked
	handle       string  // of the product that the row belongs to
	begins       bool    // the row itself names that handle
}

// text gives a value as written, without the apostrophe that guards formulas.
func (r *row) text(col column) string {
	return unguard(r.raw(col))
}

// code gives a value such as a barcode, for which an apostrophe before a digit
// is a spreadsheet's mark for "text", not part of the code.
func (r *row) code(col column) string {
	return unguardCode(strings.TrimSpace(r.raw(col)))
}

// word gives a short value without surrounding space.
func (r *row) word(col column) string {
	return strings.TrimSpace(r.text(col))
}

func (r *row) raw(col column) string {
	i := r.layout.index[col]
	if i < 0 || i >= len(r.fields) {
		return ""
	}
	return r.fields[i]
}

// flag reads yes and no; what is neither is reported and nil.
func (r *row) flag(col column) *bool {
	value := visible(r.word(col))
	if value == "" {
		return nil
	}
	is, ok := yesOrNo(value)
	if !ok {
		r.leaveOut(col, messages.FileNotYesOrNo)
		return nil
	}
	return &is
}

func (r *row) isTrue(col column) bool {
	value := r.flag(col)
	return value != nil && *value
}

// status reads a status in the languages that spreadsheets and shops speak.
func (r *row) status() string {
	value := visible(r.word(colStatus))
	if value == "" {
		return ""
	}
	status, ok := statusOf(value)
	if !ok {
		r.leaveOut(colStatus, messages.FileNotAStatus)
	}
	return status
}

// decimal gives a number with a decimal point, "" where there is none.
func (r *row) decimal(col column, why messages.Message) string {
	value := visible(r.word(col))
	if value == "" {
		return ""
	}
	number, ok := plainNumber(value, r.decimalComma)
	if !ok {
		r.leaveOut(col, why)
		return ""
	}
	return number
}

func (r *row) number(col column, why messages.Message) float64 {
	number, err := strconv.ParseFloat(r.decimal(col, why), 64)
	if err != nil {
		return 0
	}
	return number
}

// whole reads a count; a fraction, which spreadsheets add as ".0", is cut off.
func (r *row) whole(col column, why messages.Message) int {
	return int(r.number(col, why))
}

// leaveOut reports a cell of the row.
func (r *row) leaveOut(col column, why messages.Message) {
	r.report.add(finding{kind: galley.FindingCell, line: r.line, column: r.layout.name(col), cell: r.raw(col), why: why})
}

// isVariant reports whether the row has a variant's values.
func (r *row) isVariant() bool {
	for _, col := range variantColumns {
		if r.word(col) != "" {
			return true
		}
	}
	return r.code(colSKU) != "" || r.code(colBarcode) != ""
}

// misfits counts the cells that are of another kind than their column, as after a
// separator within a text. typed is how many cells show their kind.
func (r *row) misfits() (misfits, typed int) {
	check := func(col column, is func(string) bool) {
		if value := visible(r.word(col)); value != "" {
			typed++
			if !is(value) {
				misfits++
			}
		}
	}
	for _, col := range []column{colPrice, colCompareAt, colGrams, colQuantity, colImagePosition} {
		check(col, isNumber)
	}
	for _, col := range []column{colPublished, colGiftCard, colRequiresShipping, colTaxable} {
		check(col, func(value string) bool { _, ok := yesOrNo(value); return ok })
	}
	for _, col := range []column{colImageSrc, colVariantImage} {
		check(col, func(value string) bool { return strings.ContainsAny(value, "./") && !strings.ContainsAny(value, " <>") })
	}
	check(colStatus, func(value string) bool { _, ok := statusOf(value); return ok })
	return misfits, typed
}

// lostText is the first column of a text whose cell is not UTF-8, or noColumn.
func (r *row) lostText() column {
	for _, col := range []column{colHandle, colTitle, colBody, colSEOTitle, colSEODescription, colImageAlt} {
		if !utf8.ValidString(r.raw(col)) {
			return col
		}
	}
	return noColumn
}

// extras adds the row's values of unknown columns to values, never replacing one.
func (r *row) extras(values map[string]string, ofVariant bool) map[string]string {
	for _, col := range r.layout.extra {
		if col.ofVariant != ofVariant || col.index >= len(r.fields) {
			continue
		}
		value := unguard(r.fields[col.index])
		if value == "" {
			continue
		}
		if values == nil {
			values = make(map[string]string)
		}
		if _, taken := values[col.name]; !taken {
			values[col.name] = value
		}
	}
	return values
}
