package productcsv

import (
	"strconv"
	"strings"

	"galley/backend/galley/messages"
)

// row is one record of the file with the layout to read it by.
type row struct {
	layout *layout
	fields []string
	line   int
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

// flag reads TRUE and FALSE in any case; anything else is nil.
func (r *row) flag(col column) *bool {
	switch strings.ToLower(r.word(col)) {
	case "true", "yes", "1":
		return new(true)
	case "false", "no", "0":
		return new(false)
	}
	return nil
}

func (r *row) isTrue(col column) bool {
	value := r.flag(col)
	return value != nil && *value
}

// decimal checks that a value is a number and gives it as written.
func (r *row) decimal(col column) (string, error) {
	value := r.word(col)
	if value == "" {
		return "", nil
	}
	if _, err := parseNumber(value); err != nil {
		return "", r.notANumber(col, value)
	}
	return value, nil
}

func (r *row) number(col column) (float64, error) {
	value := r.word(col)
	if value == "" {
		return 0, nil
	}
	number, err := parseNumber(value)
	if err != nil {
		return 0, r.notANumber(col, value)
	}
	return number, nil
}

// whole reads a count; a fraction, which spreadsheets add as ".0", is cut off.
func (r *row) whole(col column) (int, error) {
	number, err := r.number(col)
	return int(number), err
}

func (r *row) notANumber(col column, value string) error {
	return lineError(r.line, messages.CSVNotANumber(columnNames[col][0], quoteShort(value)))
}

// parseNumber accepts plain decimals only: no hexadecimal, no infinity, nothing
// too large to be a price, a weight or a stock.
func parseNumber(value string) (float64, error) {
	if strings.Trim(value, "+-.0123456789") != "" {
		return 0, strconv.ErrSyntax
	}
	number, err := strconv.ParseFloat(value, 64)
	if err == nil && (number > 1e15 || number < -1e15) {
		return 0, strconv.ErrRange
	}
	return number, err
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

func (r *row) isBlank() bool {
	for _, field := range r.fields {
		if strings.TrimSpace(field) != "" {
			return false
		}
	}
	return true
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
