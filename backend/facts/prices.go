package facts

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"galley/backend/markup"
)

// currencies are the words of money in texts.
var currencies = setOf("usd", "eur", "gbp", "chf", "aud", "cad", "euro", "euros", "dollars", "pounds", "francs")

// priceInText is an amount of money.
var priceInText = regexp.MustCompile(`(?:[$€£¥]|(?:USD|EUR|GBP|CHF|AUD|CAD)[ \x{00a0}]?)[ \x{00a0}]?\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*[ \x{00a0}]?(?:[$€£¥]|(?:USD|EUR|GBP|CHF|AUD|CAD|euros?|Euro|dollars|pounds sterling|francs)\b)`)

func (r *reader) prices() []statement {
	if !strings.ContainsAny(r.text, "$€£¥") && !slices.ContainsFunc(r.words, func(w word) bool { return currencies[w.low] }) {
		return nil
	}
	var found []statement
	for _, m := range priceInText.FindAllStringIndex(r.text, -1) {
		at := markup.Span{Start: m[0], End: m[1]}
		found = append(found, statement{Span: at, class: Price, concepts: []string{priceKey(at.Of(r.text))}})
	}
	return found
}

// priceKey compares prices by their amount; the currency is the shop's.
func priceKey(price string) string {
	digits := strings.Trim(strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' || c == '.' || c == ',' {
			return c
		}
		return -1
	}, price), ".,")
	whole, fraction := splitDecimal(digits)
	value, _ := strconv.ParseFloat(whole+"."+fraction+"0", 64)
	return "price " + strconv.FormatFloat(value, 'f', -1, 64)
}
