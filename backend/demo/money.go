package demo

import (
	"math"
	"strconv"
	"strings"
)

// cents reads a decimal of a product export; anything else is 0.
func cents(decimal string) int64 {
	amount, err := strconv.ParseFloat(decimal, 64)
	if err != nil {
		return 0
	}
	return int64(math.Round(amount * 100))
}

// price writes a Money as Shopify does: 12.50.
func price(cents int64) string {
	return strconv.FormatFloat(float64(cents)/100, 'f', 2, 64)
}

// amount writes the Decimal of a MoneyV2 as Shopify does: 12.5, 12.0.
func amount(cents int64) string {
	text := strings.TrimRight(price(cents), "0")
	if strings.HasSuffix(text, ".") {
		text += "0"
	}
	return text
}
