package galley

import (
	"regexp"
	"slices"
)

// Placeholder is a word in braces that instructions may hold: for each item it
// is replaced by a piece of the shop's data.
type Placeholder struct {
	Name    string `json:"name"` // with its braces
	Meaning string `json:"meaning"`
}

// Placeholders lists them in the order in which people see them.
func Placeholders() []Placeholder {
	return []Placeholder{
		{"{title}", "the title"},
		{"{vendor}", "the vendor"},
		{"{type}", "the product type"},
		{"{product_type}", "the product type, by its longer name"},
		{"{handle}", "the handle, the last part of the address"},
		{"{tags}", "all tags"},
		{"{options}", "options with their values"},
		{"{price}", "the price, or the lowest and the highest"},
		{"{currency}", "the currency of the price"},
		{"{sku}", "all SKUs"},
		{"{url}", "the address on the shop"},
		{"{seo_title}", "the SEO title on the shop now"},
		{"{meta_description}", "the meta description on the shop now"},
		{"{image_number}", "which of the pictures it is, for alt text"},
		{"{image_count}", "how many pictures the product has"},
	}
}

var placeholderLike = regexp.MustCompile(`\{\{?\s*[\p{L}_][\p{L}\p{N}_. ]{0,40}\}?\}`)

// UnknownPlaceholders are the words in braces of a text that look like a
// placeholder and mean nothing, each once.
func UnknownPlaceholders(text string) []string {
	unknown := []string{}
	for _, name := range placeholderLike.FindAllString(text, -1) {
		known := slices.ContainsFunc(Placeholders(), func(p Placeholder) bool { return p.Name == name })
		if !known && !slices.Contains(unknown, name) {
			unknown = append(unknown, name)
		}
	}
	return unknown
}
